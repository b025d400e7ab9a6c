import type { UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import type { Bounds } from '../../../../app/web/kit/map/base.ts'
import { canDraw } from '../../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../../app/web/kit/map/words.ts'
import { Answer, Empty, Problem } from '../../../../app/web/kit/States.tsx'
import type { Chosen, Field, NetworkPart, Twin } from '../types.ts'
import { useNetworkMap } from '../useNetworkMap.ts'
import { clock } from './options.ts'
import { overAt, type Playing, worstStep } from './play.ts'
import { TimeBar } from './TimeBar.tsx'
import { addFieldLayers, FLOWS, LEVEL_COLOURS, useField } from './useFieldMap.ts'
import { LEVEL_WORDS, T } from './words.ts'

interface Props {
  readonly field: Pick<UseQueryResult<Field, Error>, 'data' | 'error'>
  readonly levels: Twin['levels']
  readonly play: Playing
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen | undefined) => void
}

/** The network as the water of the chosen moment fills it. */
export function PlayedMap({ field, levels, play, chosen, choose }: Props) {
  const say = useSay()
  const totals = useApi('/api/drainage/totals', {})
  const [able] = useState(canDraw)
  return (
    <section className="block twin-map" aria-label={say(T.map)}>
      <Key levels={levels} />
      {field.error && <Problem error={field.error} />}
      {!able ? (
        <Empty title={say(MAP.cannot)} hint={say(MAP.cannotHelp)} />
      ) : (
        <Answer of={totals} lines={8}>
          {({ extent }) =>
            extent ? (
              <Drawn
                extent={extent}
                field={field.data}
                levels={levels}
                play={play}
                chosen={chosen}
                choose={choose}
              />
            ) : (
              <Empty title={say(MAP.nowhere)} />
            )
          }
        </Answer>
      )}
      {field.data && (
        <TimeBar
          times={field.data.times}
          play={play}
          worst={() => worstStep(field.data as Field, 100 * (levels.blue ?? 0))}
        />
      )}
    </section>
  )
}

function Key({ levels }: { levels: Twin['levels'] }) {
  const say = useSay()
  const names = Object.keys(LEVEL_COLOURS) as (keyof typeof LEVEL_COLOURS)[]
  const cm = names.map((level) => Math.round(100 * (levels[level] ?? 0)))
  return (
    <ul className="drain-key">
      <li>{say(T.over)}</li>
      {names.map((level, i) => (
        <li key={level}>
          <i className={`twin-dot twin-${level}`} />
          {say(LEVEL_WORDS[level])} {cm[i + 1] ? `${cm[i]}–${cm[i + 1]}` : `≥ ${cm[i]}`}
        </li>
      ))}
      <li>{say(T.flow)}</li>
      {FLOWS.map((flow, i) => (
        <li key={flow}>
          <i className={`twin-flow twin-flow-${i + 1}`} />
          {flow}
        </li>
      ))}
      <li>
        <i className="twin-flow twin-back" />
        {say(T.back)}
      </li>
    </ul>
  )
}

type DrawnProps = Omit<Props, 'field'> & { readonly extent: Bounds; readonly field: Field | undefined }

function Drawn({ extent, field, levels, play, chosen, choose }: DrawnProps) {
  const box = useRef<HTMLDivElement>(null)
  const map = useNetworkMap({ box, extent, choose, layers: (opened) => addFieldLayers(opened, levels) })
  // All of it at once, since all of it is played.
  const network = useApi('/api/drainage/network', { query: { box: extent.join(',') } })
  useField(map, network.data, field, play.step, chosen)
  return (
    <>
      {network.error && <Problem error={network.error} />}
      <div className="map-box">
        <div ref={box} />
        {field && <Now field={field} step={play.step} chosen={chosen} part={network.data} levels={levels} />}
      </div>
    </>
  )
}

interface NowProps {
  readonly field: Field
  readonly step: number
  readonly chosen: Chosen | undefined
  readonly part: NetworkPart | undefined
  readonly levels: Twin['levels']
}

/** The moment in figures: how many places stand in water, and what is at the chosen one. */
function Now({ field, step, chosen, part, levels }: NowProps) {
  const say = useSay()
  const least = 100 * (levels.blue ?? 0)
  const wet = Object.keys(field.ground).filter((id) => overAt(field, id, step) >= least).length
  const at = field.times[step]
  const link = chosen && 'link' in chosen ? part?.links.find(({ id }) => id === chosen.link) : undefined
  const node = chosen && 'node' in chosen ? part?.nodes.find(({ id }) => id === chosen.node) : undefined
  const depth = node && field.nodes[node.id]?.[step]
  const over = node ? overAt(field, node.id, step) : 0
  return (
    <div className="twin-now">
      <b>{at ? clock(at) : '—'}</b>
      <span>
        {say(T.wetNow)} {formatNumber(wet)} {say(T.places)}
      </span>
      {node && depth !== undefined && (
        <span>
          {node.code} {say(T.atNode)} {formatNumber(depth / 100, 2)} m
          {over > 0 ? ` · ${say(T.overGround)} ${over} cm` : ''}
        </span>
      )}
      {link && (
        <span>
          {link.code} {say(T.inPipe)} {formatNumber((field.links[link.id]?.[step] ?? 0) / 1000, 3)} m³/s
        </span>
      )}
    </div>
  )
}
