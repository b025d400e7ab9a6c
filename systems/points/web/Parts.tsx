import { useState } from 'react'
import { useSay } from '../../../app/web/i18n/index.ts'
import { useUnit } from '../../../app/web/i18n/units.ts'
import { formatNumber, plainNumber } from '../../../app/web/kit/format.ts'
import { ActButton } from './ActButton.tsx'
import { Sources } from './Sources.tsx'
import type { Part } from './types.ts'
import { useSend } from './useSend.ts'
import { COUNTS, GROUPS, NORMALISERS, REASONS, W } from './words.ts'

/** Every part of a score: raw value → normalised → points, with the rows it comes from one press away. */
export function Parts(props: {
  readonly score: string
  readonly parts: readonly Part[]
  readonly mayObject: boolean
}) {
  const say = useSay()
  const head = [W.indicator, W.raw, W.against, W.normalised, W.weight, W.earned, W.source]
  return (
    <section className="table-box" aria-label={say(W.parts)}>
      <table className="table compact">
        <caption className="sr-only">{say(W.parts)}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name.zh} scope="col" className={at > 0 && at < 6 ? 'numeric' : undefined}>
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.parts.map((part) => (
            <Line key={part.indicator} {...props} part={part} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line(props: { readonly score: string; readonly part: Part; readonly mayObject: boolean }) {
  const say = useSay()
  const unit = useUnit()
  const [open, setOpen] = useState(false)
  const { part, score, mayObject } = props
  const { number, name, group, counts, value, weight, normalised, points, reason } = part
  return (
    <>
      <tr>
        <td data-card="title" data-name={say(W.indicator)}>
          <span className="second">{number}. </span>
          {name}
          <small className="tag">{say(COUNTS[counts] ?? GROUPS[group])}</small>
        </td>
        <td className="numeric" data-card="show" data-name={say(W.raw)}>
          {value === null ? '—' : `${plainNumber(value)} ${unit(part.unit)}`}
        </td>
        <td className="numeric" data-card="hide" data-name={say(W.against)}>
          <span className="second because">{against(part, say)}</span>
        </td>
        <td className="numeric" data-card="hide" data-name={say(W.normalised)}>
          {normalised === null ? '—' : formatNumber(normalised, 3)}
        </td>
        <td className="numeric" data-card="show" data-name={say(W.weight)}>
          {plainNumber(weight)}
        </td>
        <td className="numeric" data-card="show" data-name={say(W.earned)}>
          <strong>
            {counts === 'deduction' && Number(points) > 0 ? '−' : ''}
            {formatNumber(points, 2)}
          </strong>
          {reason !== 'scored' && <small className="second"> {say(REASONS[reason])}</small>}
        </td>
        <td data-card="show" data-name={say(W.source)}>
          <button type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? W.hide : W.source)}
          </button>
          {mayObject && <ObjectButton score={score} part={part} />}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} data-card="title">
            <Sources score={score} indicator={part.indicator} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What the value was measured against, as the normaliser has it. */
function against({ normaliser, against: marks }: Part, say: ReturnType<typeof useSay>): string {
  if (marks.length === 0) return '—'
  return `${say(NORMALISERS[normaliser])} ${marks.map((mark) => plainNumber(mark)).join(normaliser === 'percentile' ? ' / ' : '–')}`
}

/** Objects to one part, or to the total where none is named. */
export function ObjectButton({ score, part }: { readonly score: string; readonly part?: Part }) {
  const say = useSay()
  const send = useSend()
  return (
    <ActButton
      quiet
      action={{
        title: say(W.object),
        about: `${part?.name ?? say(W.whole2)} · ${say(W.objectAbout)}`,
        fields: [
          {
            name: 'about',
            label: say(W.aboutWhat),
            options: [
              ['value', say(W.aboutValue)],
              ['points', say(W.aboutPoints)],
            ],
          },
          { name: 'reason', label: say(W.reason) },
        ],
        run: (given) =>
          send.mutateAsync({
            path: `/scores/${encodeURIComponent(score)}/objections`,
            body: { ...given, ...(part ? { indicator: part.indicator } : {}) },
          }),
      }}
    />
  )
}
