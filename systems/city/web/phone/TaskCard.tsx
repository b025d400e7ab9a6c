import { useNow } from '../../../../app/web/client/useNow.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import { remaining } from '../../../../app/web/pages/flow/time.ts'
import type { FieldTask } from './useTasks.ts'
import { P } from './words.ts'

interface Props {
  readonly task: FieldTask
  readonly chosen: boolean
  readonly choose: (on: boolean) => void
  readonly open: () => void
}

/** A task in the list: what to do, where, how far, and the time that is left. */
export function TaskCard({ task, chosen, choose, open }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { light, says } = remaining(task.due, useNow())
  const { number, description, address } = task.report
  const kind = language === 'zh' ? task.report.class : task.report.classEn
  return (
    <article className="block task-card">
      {task.mine ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={`${say(P.chosen)} ${number}`}
          checked={chosen}
          onChange={(event) => choose(event.target.checked)}
        />
      )}
      <button type="button" onClick={open}>
        <span className="task-line">
          <strong>
            {say(P.steps[task.step])}
            {kind && ` · ${kind}`}
          </strong>
          <span className="inbox-due" data-light={light}>
            <LightShape light={light} /> {say(says)}
          </span>
        </span>
        <p>{description}</p>
        <span className="task-line second">
          <small>{[number, address].filter(Boolean).join(' · ')}</small>
          <small>
            {task.metres === null
              ? task.report.place
                ? ''
                : say(P.noPlace)
              : distance(task.metres, language)}
            {` · ${say(task.mine ? P.held : P.free)}`}
          </small>
        </span>
      </button>
    </article>
  )
}

/** 350米, 1.2公里 */
export const distance = (metres: number, language: 'zh' | 'en'): string => {
  const [m, km] = language === 'zh' ? ['米', '公里'] : [' m', ' km']
  return metres < 1000 ? `${metres}${m}` : `${(metres / 1000).toFixed(1)}${km}`
}
