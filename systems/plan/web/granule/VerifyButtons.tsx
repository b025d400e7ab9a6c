import { useSay } from '../../../../app/web/i18n/index.ts'
import { VERDICTS } from '../choices.ts'
import { useSend } from './useSend.ts'

const CHOICES = ['verified', 'returned'] as const

export function VerifyButtons({ granule, month }: { granule: string; month: string }) {
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
          onClick={() => send.mutate({ path: `/granules/${granule}/verify`, body: { month, verified } })}
        >
          {say(VERDICTS[verified])}
        </button>
      ))}
    </span>
  )
}
