import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { VERDICTS } from '../choices.ts'
import type { Report } from '../types.ts'
import { useSend } from '../useSend.ts'

const CHOICES = ['verified', 'returned'] as const

/** A verdict names the version of the report that it judged. */
export function VerifyButtons({ granule, row }: { granule: string; row: Report }) {
  const say = useSay()
  const send = useSend()
  return (
    <span className="inline-actions">
      {CHOICES.map((verified) => (
        <button
          key={verified}
          type="button"
          className="button quiet"
          disabled={send.isPending}
          onClick={() =>
            send.mutate({
              path: `/granules/${granule}/verify`,
              body: { month: row.month, version: row.version, verified },
            })
          }
        >
          {say(VERDICTS[verified])}
        </button>
      ))}
      {send.error && <Problem error={send.error} />}
    </span>
  )
}
