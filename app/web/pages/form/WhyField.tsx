import { Input } from 'antd'
import { useId } from 'react'
import { useSay } from '../../i18n/index.ts'
import { W } from './words.ts'

interface Props {
  readonly value: string
  readonly set: (why: string) => void
  readonly optional?: boolean
  readonly label?: typeof W.why
  readonly help?: typeof W.whyHelp
}

/** Why something is changed, as the history will keep it. */
export function WhyField({ value, set, optional = false, label = W.why, help = W.whyHelp }: Props) {
  const say = useSay()
  const id = useId()
  return (
    <div className="field" data-wide>
      <label htmlFor={id}>
        {say(label)} {optional && <small className="second">{say(W.optional)}</small>}
      </label>
      <Input id={id} maxLength={500} value={value} onChange={(event) => set(event.target.value)} />
      <p className="second">{say(help)}</p>
    </div>
  )
}
