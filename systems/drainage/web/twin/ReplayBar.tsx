import { useMutation } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import type { Replay, Twin } from '../types.ts'
import { clock } from './options.ts'
import { T } from './words.ts'

interface Props {
  readonly replay: Replay
  readonly runs: Twin['runs']
  /** The run that is shown; undefined before the first. */
  readonly run: string | undefined
  /** Whether the twin itself has a run to go back to. */
  readonly live: boolean
  readonly may: boolean
}

/** Which storm is replayed, how far it is, and which of its runs is shown. */
export function ReplayBar({ replay, runs, run, live, may }: Props) {
  const say = useSay()
  const choice = useChoice()
  const language = useLanguage()
  const [, setParams] = useSearchParams()
  const at = runs.findIndex(({ id }) => id === run)
  const show = (to: number) => {
    const next = runs[to]
    if (next) setParams((before) => ({ ...Object.fromEntries(before), replay: replay.id, run: next.id }))
  }
  return (
    <section className="block twin-replay" aria-label={say(T.replay)}>
      <h2>
        {say(T.replay)} {formatInstant(replay.from, language)} – {clock(replay.to)}
        {live && <Link to="/drainage/twin">{say(T.toLive)}</Link>}
      </h2>
      <p className="second">{say(T.replayHelp)}</p>
      {replay.state === 'running' && <Progress replay={replay} may={may} />}
      {runs.length > 0 && (
        <div className="twin-time">
          <button type="button" className="button" disabled={at <= 0} onClick={() => show(at - 1)}>
            {say(T.before1)}
          </button>
          <input
            type="range"
            aria-label={say(T.whichRun)}
            aria-valuetext={runs[at] ? clock(runs[at].at) : ''}
            min={0}
            max={Math.max(0, runs.length - 1)}
            value={Math.max(0, at)}
            onChange={({ target }) => show(Number(target.value))}
          />
          <output>
            {runs[at] ? clock(runs[at].at) : '—'} · {at + 1}/{runs.length}
          </output>
          <button
            type="button"
            className="button"
            disabled={at >= runs.length - 1}
            onClick={() => show(at + 1)}
          >
            {say(T.next1)}
          </button>
          <span className="second">
            {choice('drainage.replays', 'state', replay.state)} · {say(T.rainPast)}{' '}
            {formatNumber(replay.rain, 1)} mm
          </span>
        </div>
      )}
    </section>
  )
}

function Progress({ replay: { id, turns, total }, may }: { replay: Replay; may: boolean }) {
  const say = useSay()
  const cancel = useMutation({
    mutationFn: () => post(`/api/drainage/replays/${encodeURIComponent(id)}/cancel`, {}),
    onSettled: () => queryClient.invalidateQueries(),
  })
  return (
    <>
      <div className="twin-progress" role="status">
        <span>{say(T.replaying)}</span>
        <progress value={turns} max={total} aria-label={say(T.replaying)} />
        <output>
          {turns}/{total}
        </output>
        {may && (
          <button
            type="button"
            className="button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {say(T.cancel)}
          </button>
        )}
      </div>
      {cancel.error && <Problem error={cancel.error} />}
    </>
  )
}
