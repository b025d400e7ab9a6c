import { useId } from 'react'
import { useSay } from '../../i18n/index.ts'
import { DateInput } from '../../kit/DateInput.tsx'
import type { Wording } from './useWording.ts'
import { W } from './words.ts'

/** What a draft says of itself: what changed, and from when to when it is to hold. */
export function WordingFields({ wording }: { wording: Wording }) {
  const say = useSay()
  const id = useId()
  return (
    <section className="block rule-fields">
      <label htmlFor={`${id}-note`}>
        {say(W.note)}
        <input
          id={`${id}-note`}
          className="input"
          value={wording.note}
          maxLength={200}
          onChange={(event) => wording.set({ note: event.target.value })}
        />
      </label>
      <label htmlFor={`${id}-from`}>
        {say(W.from)}
        <DateInput kind="date" id={`${id}-from`} value={wording.from} set={(from) => wording.set({ from })} />
      </label>
      <label htmlFor={`${id}-to`} title={say(W.toHelp)}>
        {say(W.to)}
        <DateInput kind="date" id={`${id}-to`} value={wording.to} set={(to) => wording.set({ to })} />
      </label>
    </section>
  )
}
