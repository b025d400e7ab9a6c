import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../../access/Refusal.tsx'
import { post } from '../../client/fetch.ts'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { toast } from '../../kit/Toast.tsx'
import { refreshSeries } from './refresh.ts'
import type { OneSeries } from './SeriesPage.tsx'
import { W } from './words.ts'

/** So much is judged by one request; how far it is is shown between them, and one may stop there. */
const STRETCH_MS = 7 * 86_400_000

/** Judges all readings that are kept of a series anew, stretch by stretch. */
export function Reflag({ series: { device, quantity, kept } }: { readonly series: OneSeries }) {
  const say = useSay()
  const [state, setState] = useState<{ percent: number; changed: number }>()
  const [error, setError] = useState<unknown>()
  const goes = useRef(false)
  useEffect(
    () => () => {
      goes.current = false
    },
    [],
  )
  if (!kept) return null
  const run = async () => {
    const [start, end] = [Date.parse(kept.from), Date.parse(kept.to)]
    goes.current = true
    setError(undefined)
    setState({ percent: 0, changed: 0 })
    let changed = 0
    try {
      for (let from = start; from <= end && goes.current; from += STRETCH_MS) {
        const to = Math.min(end, from + STRETCH_MS - 1)
        const answer = await post<{ changed: number }>('/api/series/reflag', {
          device,
          quantity,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        })
        changed += answer.changed
        setState({ percent: Math.floor(((to - start + 1) / (end - start + 1)) * 100), changed })
      }
      toast({ says: goes.current ? W.reflagged(formatNumber(changed)) : W.stopped })
    } catch (refused) {
      setError(refused)
    }
    goes.current = false
    setState(undefined)
    await refreshSeries()
  }
  return (
    <div className="series-reflag">
      {state ? (
        <>
          <progress value={state.percent} max={100} aria-label={say(W.reflag)} />
          <span role="status">{say(W.reflagging(state.percent, formatNumber(state.changed)))}</span>
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              goes.current = false
            }}
          >
            {say(W.stop)}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => void run()}>
          {say(W.reflag)}
        </button>
      )}
      <Refusal error={error} />
    </div>
  )
}
