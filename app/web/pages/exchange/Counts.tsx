import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import type { Job } from './useJob.ts'
import { W } from './words.ts'

/** How many rows of the file are what. */
export function Counts({ counts }: { counts: NonNullable<Job['counts']> }) {
  const say = useSay()
  const shown = [
    ['total', W.total, counts.total],
    ['new', W.new, counts.new],
    ['changed', W.changed, counts.changed],
    ['unchanged', W.unchanged, counts.unchanged],
    ['bad', W.bad, counts.badRows],
    ...(counts.joined ? [['joined', W.joined, counts.joined] as const] : []),
    ...(counts.linked ? [['linked', W.linked, counts.linked] as const] : []),
  ] as const
  return (
    <dl className="counts">
      {shown.map(([key, name, count]) => (
        <div key={key} data-kind={key} data-some={count > 0 || undefined}>
          <dt>{say(name)}</dt>
          <dd>
            {formatNumber(count)} <small>{say(W.rows)}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
