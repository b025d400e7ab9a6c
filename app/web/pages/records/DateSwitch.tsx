import type { MetaRecord } from '../../client/types.ts'
import { useWords } from '../../i18n/index.ts'

interface Props {
  readonly record: MetaRecord
  readonly value: (name: string) => string
  readonly set: (name: string, value: string) => void
}

/** The two times of a list: the day on which rows hold, and the day whose knowledge is shown. */
export function DateSwitch({ record, value, set }: Props) {
  const words = useWords()
  const field = (name: 'asOf' | 'knownOn', label: string, help: string) => (
    <label className="date-switch" title={help}>
      <span>{label}</span>
      <input
        className="input"
        type="date"
        value={value(name)}
        onChange={(event) => set(name, event.target.value)}
      />
    </label>
  )
  return (
    <>
      {record.valid && field('asOf', words('validOn'), words('validOnHelp'))}
      {field('knownOn', words('knownOn'), words('knownOnHelp'))}
    </>
  )
}
