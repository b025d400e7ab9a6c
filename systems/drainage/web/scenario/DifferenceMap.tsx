import type { Map as GlMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Bounds } from '../../../../app/web/kit/map/base.ts'
import { canDraw } from '../../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../../app/web/kit/map/words.ts'
import { Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { token } from '../../../../app/web/theme/tokens.ts'
import type { Chosen } from '../types.ts'
import { idOf, NODES_FROM, NOTHING, putNetwork, useNetworkMap } from '../useNetworkMap.ts'
import type { Done } from './Comparison.tsx'
import { differences } from './scenario.ts'
import type { Model } from './useScenario.ts'
import { S } from './words.ts'

interface Props {
  readonly model: Model
  readonly result: Done | undefined
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen | undefined) => void
}

/** The network to choose from, and where the scenario is deeper or shallower than the base. */
export function DifferenceMap(props: Props) {
  const say = useSay()
  const totals = useApi('/api/drainage/totals', {})
  const [able] = useState(canDraw)
  const extent = totals.data?.extent
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
      </ul>
      {!able ? (
        <Empty title={say(MAP.cannot)} hint={say(MAP.cannotHelp)} />
      ) : (
        extent && <Drawn {...props} extent={extent} />
      )}
    </section>
  )
}

function Drawn({ model, result, chosen, choose, extent }: Props & { readonly extent: Bounds }) {
  const box = useRef<HTMLDivElement>(null)
  const { map } = useNetworkMap({ box, extent, choose, layers: addLayers })
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
  const part = network.data
  useEffect(() => {
    if (!map || !part) return
    const own = idOf(chosen)
    putNetwork(
      map,
      part,
      ({ id }) => ({ chosen: id === own }),
      ({ id }) => ({ chosen: id === own, change: 100 * (changes.get(id) ?? 0) }),
    )
  }, [map, part, chosen, changes])
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
  map.addLayer({ ...line, id: 'pipes', paint: { 'line-color': token('second'), 'line-width': 1.6 } })
  const change = ['get', 'change']
  map.addLayer({
    id: 'manholes',
    type: 'circle',
    source: 'manholes',
    filter: ['any', ['!=', change, 0], ['get', 'chosen'], ['>=', ['zoom'], NODES_FROM]] as never,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['abs', change], 0, 2.5, 1, 3, 40, 9] as never,
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
