import { useId, useState } from 'react'
import { useMetaRecord } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnitName } from '../../i18n/units.ts'
import { Problem } from '../../kit/States.tsx'
import Themed from '../../kit/Themed.tsx'
import { Control } from '../form/Control.tsx'
import { Explained } from './Explained.tsx'
import { type Moment, type RuleWhole, useDecide } from './queries.ts'
import { W } from './words.ts'

/** Judges one subject of the zone, or numbers that somebody fills in, by the version that holds. */
export function TryIt({ rule, moment }: { rule: RuleWhole; moment: Moment }) {
  const say = useSay()
  const marks = useMarks()
  const unitName = useUnitName()
  const decide = useDecide(rule.id)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const filled = (input: Readonly<Record<string, unknown>>) =>
    setValues(
      Object.fromEntries(
        Object.entries(input).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    )
  const judge = (asked: Parameters<typeof decide.mutate>[0]) =>
    decide.mutate({ ...asked, ...moment }, { onSuccess: ({ input }) => filled(input) })
  return (
    <section className="block">
      <h2>{say(W.try)}</h2>
      <p className="because">{say(W.tryAbout)}</p>
      <form
        className="rule-try"
        onSubmit={(event) => {
          event.preventDefault()
          judge({
            input: Object.fromEntries(rule.inputs.map(({ name }) => [name, typedValue(values[name])])),
          })
        }}
      >
        <SubjectPicker rule={rule} chosen={(subject) => judge({ subject })} />
        {rule.inputs.map(({ name, unit, title }) => (
          <label key={name}>
            <span>
              {title ? say(title) : name}
              {unit && (
                <small>
                  {marks.open}
                  {unitName(unit)}
                  {marks.close}
                </small>
              )}
            </span>
            <input
              className="input"
              inputMode="decimal"
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </label>
        ))}
        <button type="submit" className="button" disabled={decide.isPending}>
          {say(W.judge)}
        </button>
      </form>
      {decide.error && <Problem error={decide.error} />}
      {decide.data && <Explained rule={rule} decided={decide.data} />}
    </section>
  )
}

/** Numbers as numbers, 是/true as yes, nothing as nothing. */
function typedValue(typed = ''): unknown {
  const text = typed.trim().replaceAll(',', '')
  if (text === '') return null
  if (/^-?\d+(\.\d+)?$/.test(text))
    return text.replace('-', '').replace('.', '').length > 15 ? text : Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  return text
}

/** Whoever may not see the subjects fills in numbers only. */
function SubjectPicker({ rule, chosen }: { rule: RuleWhole; chosen: (id: string) => void }) {
  const say = useSay()
  const id = useId()
  const [subject, setSubject] = useState('')
  const { record } = rule.population
  if (!useMetaRecord(record)?.may.read) return null
  return (
    <label htmlFor={id} className="rule-subject">
      {say(W.chooseSubject)}
      <Themed>
        <Control
          id={id}
          column={{ kind: 'reference', name: W.subject, record }}
          value={subject}
          set={(next) => {
            setSubject(next)
            if (next) chosen(next)
          }}
        />
      </Themed>
    </label>
  )
}
