import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { type Reading, useChange } from './useReadings.ts'
import { R } from './words.ts'

const TEXTS = [
  ['title', R.title],
  ['number', R.number],
  ['issuer', R.issuer],
] as const
const DAYS = [
  ['issued_on', R.issuedOn],
  ['from', R.from],
  ['to', R.to],
] as const

/** What the paper says of itself; what was not found is empty and says so. */
export function Head({ reading }: { reading: Reading }) {
  const say = useSay()
  const [head, setHead] = useState(reading.head)
  const [dirty, setDirty] = useState(false)
  const change = useChange(reading.id)
  const isOpen = reading.state === 'read'
  const set = (name: keyof typeof head, value: string) => {
    setHead((before) => ({ ...before, [name]: value || null }))
    setDirty(true)
  }
  const save = () => change.mutate({ path: '/head', body: { head } }, { onSuccess: () => setDirty(false) })
  return (
    <section className="block" aria-label={say(R.head)}>
      <h2>
        {say(R.head)}
        {isOpen && (
          <button
            type="button"
            className={dirty ? 'button primary' : 'button'}
            disabled={!dirty || change.isPending}
            onClick={save}
          >
            {say(R.save)}
          </button>
        )}
      </h2>
      {change.error && <Problem error={change.error} />}
      <fieldset className="policy-form" disabled={!isOpen}>
        {TEXTS.map(([name, words]) => (
          <label key={name} className={name === 'title' ? 'wide' : undefined}>
            {say(words)}
            <input
              className="input"
              value={head[name] ?? ''}
              placeholder={say(R.notSaid)}
              onChange={(event) => set(name, event.target.value)}
            />
          </label>
        ))}
        {DAYS.map(([name, words]) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
          <label key={name}>
            {say(words)}
            <DateInput
              kind="date"
              value={head[name] ?? ''}
              set={(value) => set(name, value)}
              aria-label={say(words)}
            />
          </label>
        ))}
      </fieldset>
      {reading.force && (
        <p className="second policy-cites">
          {say(R.cites)} “{reading.force}”
        </p>
      )}
    </section>
  )
}
