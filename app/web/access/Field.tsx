import { useId } from 'react'

interface Props {
  readonly label: string
  readonly help?: string | undefined
  readonly problem?: string | undefined
  readonly children: (control: {
    readonly id: string
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
  }) => React.ReactNode
}

/** A control with its label, what to put there, and what is wrong with it. */
export function Field({ label, help, problem, children }: Props) {
  const id = useId()
  const said = problem ?? help
  return (
    <div className="door-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': said ? `${id}-said` : undefined,
      })}
      {said && (
        <small id={`${id}-said`} className={problem ? 'field-problem' : undefined}>
          {said}
        </small>
      )}
    </div>
  )
}
