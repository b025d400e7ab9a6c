import type { MetaRecord } from '../../client/types.ts'
import { useWords } from '../../i18n/index.ts'
import { DayField } from '../../kit/DayField.tsx'
import { KnownOn } from '../../kit/KnownOn.tsx'

interface Props {
  readonly record: MetaRecord
  readonly value: (name: string) => string
  readonly set: (name: string, value: string) => void
}

/** The two times of a list: the day on which rows hold, and the day whose knowledge is shown. */
export function DateSwitch({ record, value, set }: Props) {
  const words = useWords()
  return (
    <>
      {record.valid && (
        <DayField
          label={words('validOn')}
          help={words('validOnHelp')}
          value={value('asOf')}
          set={(day) => set('asOf', day)}
        />
      )}
      <KnownOn value={value('knownOn')} set={(day) => set('knownOn', day)} />
    </>
  )
}
