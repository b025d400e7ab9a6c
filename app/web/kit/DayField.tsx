import { useId } from 'react'
import { DateInput } from './DateInput.tsx'
import { wholeDate } from './wholeDate.ts'

interface Props {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly set: (day: string) => void
}

export function DayField({ label, help, value, set }: Props) {
  const id = useId()
  return (
    <div className="date-switch" title={help}>
      <label htmlFor={id}>{label}</label>
      <DateInput kind="date" id={id} value={value} set={(day) => set(wholeDate('date', day) ?? '')} />
    </div>
  )
}
