import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { text } from '../../../../app/web/i18n/text.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import type { Chosen, TwinPlace } from '../types.ts'
import { clock } from './options.ts'
import { hintHelp, LEVEL_WORDS, sureHelp, T } from './words.ts'
import { isBeyond } from './worth.ts'

/** So many are listed until more are asked for. */
const FIRST = 12

interface Props {
  readonly places: readonly TwinPlace[]
  /** What the forecast of rain is multiplied by, side by side. */
  readonly rains: readonly number[]
  /** When the run was made, and how many minutes ahead such runs have proved their worth. */
  readonly runAt: string
  readonly proven: number | undefined
  readonly chosen: Chosen | undefined
  readonly show: (place: TwinPlace) => void
}

/** Where water will stand: how deep, when, how sure. */
export function Places({ places, rains, runAt, proven, chosen, show }: Props) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const [heavy, setHeavy] = useState(false)
  const sure = places.filter(({ level }) => level)
  const others = places.filter(({ level }) => !level)
  const listed = [...(all ? sure : sure.slice(0, FIRST)), ...(heavy ? others : [])]
  const isHint = ({ begins }: TwinPlace) => isBeyond(begins, runAt, proven)
  const own = chosen && 'node' in chosen ? chosen.node : undefined
  return (
    <section className="block twin-places">
      <h2>
        {say(T.where)}
        <small>
          {formatNumber(sure.length)} {say(T.places)}
        </small>
      </h2>
      {places.length === 0 ? (
        <p className="second">{say(T.nowhere)}</p>
      ) : (
        <>
          <p className="second">
            {say(T.whereHelp)} {say(sureHelp(rains))}
            {places.some(isHint) && proven !== undefined && ` ${say(hintHelp(proven))}`}
          </p>
          <ul>
            {listed.map((place) => (
              <li key={place.node}>
                <button type="button" aria-pressed={place.node === own} onClick={() => show(place)}>
                  <LevelMark level={place.level} />
                  <b>{place.code}</b>
                  <span className="twin-depth">
                    {formatNumber(100 * place.depth, 0)} <small>cm</small>
                  </span>
                  <span className="second">
                    {place.begins ? say(from(clock(place.begins))) : say(T.onlyHeavy)}
                    {' · '}
                    {say(T.sure)} {place.certainty}%{isHint(place) ? ` · ${say(T.hint)}` : ''}
                    {place.minutes > 0 ? ` · ${say(T.lasts)} ${place.minutes} ${say(T.minutes)}` : ''}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {sure.length > FIRST && !all && (
            <button type="button" className="button quiet" onClick={() => setAll(true)}>
              {say(T.more)} {sure.length}
            </button>
          )}
          {others.length > 0 && !heavy && (
            <button type="button" className="button quiet" onClick={() => setHeavy(true)}>
              {say(T.heavyToo)} {others.length} {say(T.places)}
            </button>
          )}
        </>
      )}
    </section>
  )
}

const from = (time: string) => text(`${time} 起`, `from ${time}`)

/** A level by colour, size and word. */
export function LevelMark({ level }: { level: keyof typeof LEVEL_WORDS | null }) {
  const say = useSay()
  return (
    <span className="twin-level">
      <i className={`twin-dot twin-${level ?? 'none'}`} />
      {level ? say(LEVEL_WORDS[level]) : '—'}
    </span>
  )
}
