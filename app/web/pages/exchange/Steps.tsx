import { useSay } from '../../i18n/index.ts'
import { W } from './words.ts'

const STEPS = {
  file: W.stepFile,
  match: W.stepMatch,
  check: W.stepCheck,
  confirm: W.stepConfirm,
  done: W.stepDone,
} as const
export type Step = keyof typeof STEPS

export function Steps({ at }: { at: Step }) {
  const say = useSay()
  const names = Object.keys(STEPS) as Step[]
  return (
    <ol className="steps" aria-label={say(W.steps)}>
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={name === at ? 'step' : undefined}
          data-past={index < names.indexOf(at) || undefined}
        >
          <span className="step-number" aria-hidden="true">
            {index < names.indexOf(at) ? '✓' : index + 1}
          </span>
          <span className="step-name">{say(STEPS[name])}</span>
        </li>
      ))}
    </ol>
  )
}
