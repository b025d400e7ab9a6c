import { useState } from 'react'
import { post } from '../../../../app/web/client/fetch.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { Answer, Problem } from '../../../../app/web/kit/States.tsx'
import { askAgain } from './useSend.ts'
import { W } from './words.ts'

interface Proposed {
  readonly proposed: number
  readonly more: number
}

/** 免申即享推送: what it would do, one button, and how far it is. Only for the granule's own office. */
export function Propose({ granule, office }: { readonly granule: string; readonly office: string }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const mine = meta?.actor.role === 'officer' && meta.actor.office === office
  const asked = useApi('/api/policy/granules/{id}/proposal', mine ? { path: { id: granule } } : undefined)
  const [progress, setProgress] = useState<{ done: number; all: number }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  if (!mine) return null
  const run = async () => {
    setBusy(true)
    setError(undefined)
    try {
      for (let done = 0, more = 1; more > 0; ) {
        const step = await post<Proposed>(`/api/policy/granules/${encodeURIComponent(granule)}/propose`, {})
        done += step.proposed
        more = step.proposed === 0 ? 0 : step.more
        setProgress({ done, all: done + more })
      }
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
    await askAgain()
  }
  return (
    <section className="block" aria-label={say(W.propose)}>
      <h2>{say(W.propose)}</h2>
      <Answer of={asked} lines={3}>
        {(data) => (
          <>
            <dl className="policy-facts">
              {(
                [
                  [W.proposeMatching, formatNumber(data.matching)],
                  [W.proposeClaimed, formatNumber(data.claimed)],
                  ...(data.late > 0 ? [[W.proposeLate, formatNumber(data.late)] as const] : []),
                  [W.proposeOpen, formatNumber(data.open)],
                  [W.proposeAmount, formatNumber(data.amount, 0)],
                  [W.proposeLeft, formatNumber(data.left, 0)],
                ] as const
              ).map(([name, value]) => (
                <div key={name.zh}>
                  <dt>{say(name)}</dt>
                  <dd className="policy-big">{value}</dd>
                </div>
              ))}
            </dl>
            {data.within < data.open && (
              <p className="policy-bad">{say(W.proposeShort(data.open - data.within))}</p>
            )}
            <p className="page-actions">
              <button
                type="button"
                className="button primary"
                disabled={busy || data.within === 0}
                onClick={() => void run()}
              >
                {say(W.proposeTo(data.within))}
              </button>
            </p>
          </>
        )}
      </Answer>
      {progress && (
        <p role="status">
          {busy && <progress value={progress.done} max={progress.all} />}{' '}
          {say(W.proposed(progress.done, progress.all))}
        </p>
      )}
      {error !== undefined && <Problem error={error} />}
    </section>
  )
}
