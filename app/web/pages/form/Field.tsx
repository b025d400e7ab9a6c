import type { Text } from '../../../../kernel/text.ts'
import type { MetaColumn } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { Control } from './Control.tsx'
import { W } from './words.ts'

interface Props {
  readonly name: string
  readonly column: MetaColumn
  readonly value: string | null
  readonly set: (value: string | null) => void
  readonly problem: Text | undefined
  readonly masked?: string | undefined
}

/** One column of a form: its name, its field, its help, what is wrong with it. */
export function Field({ name, column, value, set, problem, masked }: Props) {
  const say = useSay()
  const id = `field-${name}`
  const note = `${id}-note`
  const described = problem || column.help ? note : undefined
  return (
    <div className="field" data-wide={column.kind === 'longText' || undefined}>
      <label htmlFor={id}>
        {say(column.name)}
        {column.optional && <small className="second"> {say(W.optional)}</small>}
      </label>
      <Control
        id={id}
        column={column}
        value={value}
        set={set}
        wrong={problem !== undefined}
        describedBy={described}
        masked={masked}
      />
      {column.personal && column.optional && masked && (
        <button type="button" className="link" onClick={() => set(value === null ? '' : null)}>
          {say(value === null ? W.cleared : W.clear)}
        </button>
      )}
      {described && (
        <p id={note} className={problem ? 'field-problem' : 'second'} role={problem ? 'alert' : undefined}>
          {say(problem ?? column.help)}
        </p>
      )}
    </div>
  )
}
