import { useSay } from '../../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { HydraulicsError } from '../../../../engines/hydraulics/run/browser.ts'
import type { Running } from './useScenario.ts'
import { S } from './words.ts'

/** How far both runs are, or why there is nothing to compare. */
export function Progress({ running }: { running: Running }) {
  const say = useSay()
  if (running.at === 'done')
    return (
      <p role="status">
        {say(S.done)} {formatNumber(running.seconds, 1)} {say(S.seconds)}
      </p>
    )
  if (running.at === 'cancelled') return <p role="status">{say(S.cancelled)}</p>
  if (running.at === 'failed') return <Failed error={running.error} />
  if (running.at !== 'running') return null
  return (
    <section className="scenario-progress" aria-label={say(S.running)}>
      {([S.base, S.scenario] as const).map((name, i) => (
        <label key={name.en}>
          <span>{say(name)}</span>
          <progress value={running.done[i]} max={1} />
          <output>{Math.round(100 * (running.done[i] ?? 0))}%</output>
        </label>
      ))}
    </section>
  )
}

function Failed({ error }: { error: unknown }) {
  const say = useSay()
  if (!(error instanceof HydraulicsError)) return <Problem error={error} />
  const { words, remedy, findings, code, place, value } = error
  return (
    <div className="state" role="alert">
      <p className="state-title">{say(words)}</p>
      <p>{say(remedy)}</p>
      {findings.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
      <p className="state-code">
        <code>{code}</code> · {place} {value}
      </p>
    </div>
  )
}
