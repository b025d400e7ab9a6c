import type { Map as GlMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Bounds } from '../../../../app/web/kit/map/base.ts'
import { canDraw } from '../../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../../app/web/kit/map/words.ts'
import { Answer, Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { token } from '../../../../app/web/theme/tokens.ts'
import type { Chosen } from '../types.ts'
import { idOf, NODES_FROM, NOTHING, putNetwork, useNetworkMap } from '../useNetworkMap.ts'
import type { Setup } from './address.ts'
import type { Done } from './Comparison.tsx'
import { differences } from './scenario.ts'
import type { Model } from './useScenario.ts'
import { S } from './words.ts'

interface Props {
  readonly model: Model
  readonly setup: Setup
  readonly result: Done | undefined
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen | undefined) => void
}

/** The network to choose from, and where the scenario is deeper or shallower than the base. */
export function DifferenceMap(props: Props) {
  const say = useSay()
  const totals = useApi('/api/drainage/totals', {})
  const [able] = useState(canDraw)
  return (
    <section className="block twin-map" aria-label={say(S.map)}>
      <ul className="drain-key">
        <li>
          <i className="twin-dot twin-red" />
          {say(S.worse)}
        </li>
        <li>
          <i className="twin-dot scenario-better" />
          {say(S.better)}
        </li>
        <li>{say(S.scale)}</li>
        <li>
          <i className="twin-dot scenario-device" />
          {say(S.devices)}
        </li>
        <li>
          <i className="scenario-changed-key" />
          {say(S.changed)}
        </li>
        <li>
          <i className="scenario-chosen-key" />
          {say(S.chosen)}
        </li>
      </ul>
      {!able ? (
        <Empty title={say(MAP.cannot)} hint={say(MAP.cannotHelp)} />
      ) : (
        <Answer of={totals} lines={8}>
          {({ extent }) =>
            extent ? <Drawn {...props} extent={extent} /> : <Empty title={say(MAP.nowhere)} />
          }
        </Answer>
      )}
    </section>
  )
}

function Drawn({ model, setup, result, chosen, choose, extent }: Props & { readonly extent: Bounds }) {
  const box = useRef<HTMLDivElement>(null)
  const map = useNetworkMap({ box, extent, choose, layers: addLayers })
  const network = useApi('/api/drainage/network', { query: { box: extent.join(',') } })
  const changes = useMemo(
    () =>
      new Map(
        (result ? differences(result.base.peaks, result.other.peaks, model.levels.blue) : []).map(
          ({ node, change }) => [model.nodes[node], change] as const,
        ),
      ),
    [result, model],
  )
  const changed = useMemo(
    () => new Set([...setup.shut, ...setup.sizes.map(({ link }) => link)].map((name) => model.links[name])),
    [setup, model],
  )
  const part = network.data
  useEffect(() => {
    if (!map || !part) return
    const own = idOf(chosen)
    putNetwork(
      map,
      part,
      ({ id, kind }) => ({ chosen: id === own, changed: changed.has(id), device: kind !== 'conduit' }),
      ({ id }) => ({ chosen: id === own, change: 100 * (changes.get(id) ?? 0) }),
    )
  }, [map, part, chosen, changes, changed])
  return (
    <>
      {network.error && <Problem error={network.error} />}
      <div className="map-box">
        <div ref={box} />
      </div>
    </>
  )
}

function addLayers(map: GlMap): void {
  for (const source of ['pipes', 'manholes']) map.addSource(source, { type: 'geojson', data: NOTHING })
  const line = { type: 'line', source: 'pipes', layout: { 'line-cap': 'round' } } as const
  map.addLayer({
    ...line,
    id: 'chosen-pipe',
    filter: ['get', 'chosen'],
    paint: { 'line-color': token('chart-2'), 'line-width': 9 },
  })
  map.addLayer({
    ...line,
    id: 'changed-pipe',
    filter: ['get', 'changed'],
    paint: { 'line-color': token('chart-4'), 'line-width': 5 },
  })
  map.addLayer({ ...line, id: 'pipes', paint: { 'line-color': token('second'), 'line-width': 1.6 } })
  // A circle at each end: a gate is too short for a line.
  map.addLayer({
    id: 'devices',
    type: 'circle',
    source: 'pipes',
    filter: ['get', 'device'],
    paint: {
      'circle-radius': 5,
      'circle-color': ['case', ['get', 'changed'], token('chart-4'), token('accent')],
      'circle-stroke-color': token('surface'),
      'circle-stroke-width': 1.5,
    },
  })
  const change = ['get', 'change']
  const radius = (least: number, most: number) => [
    'interpolate',
    ['linear'],
    ['abs', change],
    0,
    least,
    40,
    most,
  ]
  map.addLayer({
    id: 'manholes',
    type: 'circle',
    source: 'manholes',
    filter: ['any', ['!=', change, 0], ['get', 'chosen'], ['>=', ['zoom'], NODES_FROM]] as never,
    paint: {
      // From far away there are many: they would be one blot.
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, radius(1.5, 5), 16, radius(3, 12)] as never,
      'circle-color': [
        'case',
        ['>', change, 0],
        token('red'),
        ['<', change, 0],
        token('chart-3'),
        token('surface'),
      ] as never,
      'circle-opacity': 0.9,
      'circle-stroke-color': ['case', ['get', 'chosen'], token('ink'), token('surface')],
      'circle-stroke-width': ['case', ['get', 'chosen'], 3, 1],
    },
  })
}
