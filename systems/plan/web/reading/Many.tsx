import { useSay } from '../../../../app/web/i18n/index.ts'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import { wholeDate } from '../../../../app/web/kit/wholeDate.ts'
import { OfficeSelect } from './useTaskColumns.tsx'
import { R } from './words.ts'

/** One correction for all that are chosen. */
export function Many(props: {
  count: number
  send: (change: Readonly<Record<string, unknown>>) => Promise<void>
  clear: () => void
}) {
  const say = useSay()
  const send = (change: Readonly<Record<string, unknown>>) => void props.send(change).catch(() => undefined)
  return (
    <section className="reading-many" aria-label={say(R.chosen)}>
      <span role="status">
        {say(R.chosen)} <strong>{props.count}</strong> {say(R.items)}
      </span>
      <OfficeSelect
        label={say(R.giveOffice)}
        none={say(R.giveOffice)}
        value=""
        set={(office) => send({ office })}
      />
      <DateInput
        kind="date"
        aria-label={say(R.giveDue)}
        value=""
        set={(day) => {
          const dueOn = wholeDate('date', day)
          if (dueOn) send({ dueOn })
        }}
      />
      <button type="button" className="button" onClick={() => send({ kept: true })}>
        {say(R.keepThese)}
      </button>
      <button type="button" className="button" onClick={() => send({ kept: false })}>
        {say(R.leaveOut)}
      </button>
      <button type="button" className="button quiet" onClick={props.clear}>
        {say(R.clear)}
      </button>
    </section>
  )
}
