interface Props {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly set: (day: string) => void
}

export function DayField({ label, help, value, set }: Props) {
  return (
    <label className="date-switch" title={help}>
      <span>{label}</span>
      <input className="input" type="date" value={value} onChange={(event) => set(event.target.value)} />
    </label>
  )
}
