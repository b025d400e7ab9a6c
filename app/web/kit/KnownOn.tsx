import { useWords } from '../i18n/index.ts'
import { DayField } from './DayField.tsx'

/** The day whose knowledge is shown: later corrections are left out. */
export function KnownOn({ value, set }: { value: string; set: (day: string) => void }) {
  const words = useWords()
  return <DayField label={words('knownOn')} help={words('knownOnHelp')} value={value} set={set} />
}
