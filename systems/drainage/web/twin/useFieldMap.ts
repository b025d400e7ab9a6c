import type { Map as GlMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { token } from '../../../../app/web/theme/tokens.ts'
import type { Chosen, Field, NetworkPart } from '../types.ts'
import { idOf, NODES_FROM, NOTHING, putNetwork } from '../useNetworkMap.ts'
import { overAt } from './play.ts'

/** Colours of the levels of standing water; the larger, the deeper, so that colour is not alone. */
export const LEVEL_COLOURS = { blue: 'chart-1', yellow: 'yellow', orange: 'chart-6', red: 'red' } as const
/** Flows at which a pipe is drawn wider and darker, m³/s. */
export const FLOWS = [0.05, 0.5, 5] as const

/** Sources and layers of the network as the water of one moment fills it; values come by feature state. */
export function addFieldLayers(map: GlMap, levels: Readonly<Record<string, number>>): void {
  for (const source of ['pipes', 'manholes'])
    map.addSource(source, { type: 'geojson', data: NOTHING, promoteId: 'id' })
  const flow = ['coalesce', ['feature-state', 'flow'], 0]
  const size = ['abs', flow]
  const [low, middle, high] = FLOWS
  const colour = (at: string) => token(at)
  map.addLayer({
    id: 'chosen-pipe',
    type: 'line',
    source: 'pipes',
    filter: ['get', 'chosen'],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colour('ink'), 'line-width': 9 },
  })
  map.addLayer({
    id: 'pipes',
    type: 'line',
    source: 'pipes',
    layout: { 'line-cap': 'round' },
    paint: {
      'line-color': [
        'case',
        ['<', flow, -0.01],
        colour('chart-4'),
        [
          'interpolate',
          ['linear'],
          size,
          0,
          colour('faint'),
          low,
          colour('chart-5'),
          middle,
          colour('chart-1'),
          high,
          colour('ink'),
        ],
      ] as never,
      'line-width': ['interpolate', ['linear'], size, 0, 1, low, 1.6, middle, 3, high, 7] as never,
    },
  })
  const over = ['coalesce', ['feature-state', 'over'], 0]
  const steps = (Object.keys(LEVEL_COLOURS) as (keyof typeof LEVEL_COLOURS)[]).flatMap((level) => [
    100 * (levels[level] ?? 0),
    colour(LEVEL_COLOURS[level]),
  ])
  const [blue = 5, yellow = 15, orange = 27, red = 40] = Object.values(levels).map((m) => 100 * m)
  map.addLayer({
    id: 'manholes',
    type: 'circle',
    source: 'manholes',
    paint: {
      'circle-color': ['step', over, colour('surface'), ...steps] as never,
      'circle-radius': [
        'case',
        ['>=', over, blue],
        ['step', over, 5, yellow, 6.5, orange, 8, red, 9.5],
        ['get', 'chosen'],
        7,
        3,
      ] as never,
      'circle-opacity': ['case', ['>=', over, blue], 1, ['get', 'chosen'], 1, 0] as never,
      'circle-stroke-color': ['case', ['get', 'chosen'], colour('ink'), colour('surface')],
      'circle-stroke-width': ['case', ['get', 'chosen'], 3, 1],
      'circle-stroke-opacity': ['case', ['>=', over, blue], 1, ['get', 'chosen'], 1, 0] as never,
    },
  })
  // Dry manholes would hide the pipes from afar.
  map.addLayer(
    {
      id: 'dry',
      type: 'circle',
      source: 'manholes',
      minzoom: NODES_FROM,
      paint: {
        'circle-radius': 3,
        'circle-color': colour('surface'),
        'circle-stroke-color': colour('second'),
        'circle-stroke-width': 1,
      },
    },
    'manholes',
  )
}

/** Draws the network once, and fills it anew for each step. */
export function useField(
  map: GlMap | undefined,
  part: NetworkPart | undefined,
  field: Field | undefined,
  step: number,
  chosen: Chosen | undefined,
): void {
  useEffect(() => {
    if (!map || !part) return
    const isChosen = ({ id }: { readonly id: string }) => ({ chosen: id === idOf(chosen) })
    putNetwork(map, part, isChosen, isChosen)
  }, [map, part, chosen])
  useEffect(() => {
    if (!map || !part || !field) return
    for (const { id } of part.links)
      map.setFeatureState({ source: 'pipes', id }, { flow: (field.links[id]?.[step] ?? 0) / 1000 })
    for (const { id } of part.nodes)
      map.setFeatureState({ source: 'manholes', id }, { over: overAt(field, id, step) })
  }, [map, part, field, step])
}
