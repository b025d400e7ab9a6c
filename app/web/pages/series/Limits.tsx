import { useState } from 'react'
import { type Action, ActionDialog } from '../../access/ActionDialog.tsx'
import { post } from '../../client/fetch.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnitName } from '../../i18n/units.ts'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { toast } from '../../kit/Toast.tsx'
import { usePost } from '../../kit/usePost.ts'
import { Reflag } from './Reflag.tsx'
import { refreshSeries } from './refresh.ts'
import type { OneSeries } from './SeriesPage.tsx'
import { W } from './words.ts'

const NAMES = ['every', 'low', 'high', 'rate', 'stuck'] as const
type Name = (typeof NAMES)[number]

/** By what the readings of a series are judged, who changed it and why; changed and judged anew by who may. */
export function Limits({ series }: { readonly series: OneSeries }) {
  const say = useSay()
  const [action, setAction] = useState<Action>()
  const { own, general, mayChange, device, quantity } = series
  const unit = useUnitName()(series.unit)
  const shown = (name: Name) => {
    const held = own[name] ?? general[name]
    if (held === null) return say(W.notJudged)
    return `${formatNumber(held)} ${name === 'every' || name === 'stuck' ? '' : unit}`
  }
  const change = (): Action => ({
    title: say(W.change),
    about: say(W.changeAbout),
    fields: [
      ...NAMES.map((name) => ({
        name,
        label: say(W.names[name]),
        help: `${say(W.general)} ${general[name] === null ? say(W.notJudged) : formatNumber(general[name])}`,
        initial: own[name] === null ? '' : String(own[name]),
        optional: true,
      })),
      { name: 'why', label: say(W.why), kind: 'longText' as const },
    ],
    run: async ({ why, ...given }) => {
      const values = Object.fromEntries(NAMES.map((name) => [name, numberOf(given[name] ?? '')]))
      if (Object.values(values).some(Number.isNaN)) throw new Error(say(W.notNumber))
      await post('/api/series/limits', { device, quantity, own: values, why })
      toast({ says: W.changed })
      await refreshSeries()
    },
  })
  return (
    <section className="block">
      <h2>
        {say(W.limits)}
        {mayChange && (
          <button type="button" className="button" onClick={() => setAction(change())}>
            {say(W.change)}
          </button>
        )}
      </h2>
      <p className="second">{say(W.limitsAbout)}</p>
      <dl className="facts series-limits">
        {NAMES.map((name) => (
          <div key={name} className="facts-row">
            <dt>{say(W.names[name])}</dt>
            <dd>
              {shown(name)}
              {own[name] !== null && <span className="second"> · {say(W.own)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && <Reflag series={series} />}
      <Changes series={series} />
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </section>
  )
}

/** Empty: none of its own; NaN: no number. */
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

function Changes({ series: { changes } }: { readonly series: OneSeries }) {
  const say = useSay()
  const language = useLanguage()
  const person = usePost()
  const marks = useMarks()
  if (changes.length === 0) return null
  const told = (value: number | null) => (value === null ? say(W.general) : formatNumber(value))
  return (
    <>
      <h3>{say(W.changes)}</h3>
      <ul className="series-changes">
        {changes.map(({ at, by, why, before, after }) => (
          <li key={at}>
            <span className="second">
              {formatInstant(at, language)} · {person(by)}
            </span>
            <br />
            {NAMES.filter((name) => before[name] !== after[name])
              .map((name) => `${say(W.names[name])} ${told(before[name])} → ${told(after[name])}`)
              .join(marks.semi)}
            {marks.semi}
            {why}
          </li>
        ))}
      </ul>
    </>
  )
}
