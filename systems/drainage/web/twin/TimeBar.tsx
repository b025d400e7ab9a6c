import { useSay } from '../../../../app/web/i18n/index.ts'
import { clock } from './options.ts'
import type { Playing } from './play.ts'
import { T } from './words.ts'

interface Props {
  readonly times: readonly string[]
  readonly play: Playing
  /** The step with most water. */
  readonly worst: () => number
}

/** Play, pause, and the moment that is shown. */
export function TimeBar({ times, play: { step, playing, go, toggle }, worst }: Props) {
  const say = useSay()
  const at = times[step]
  return (
    <div className="twin-time">
      <button type="button" className="button" aria-pressed={playing} onClick={toggle}>
        {say(playing ? T.pause : T.play)}
      </button>
      <input
        type="range"
        aria-label={say(T.time)}
        aria-valuetext={at ? clock(at) : ''}
        min={0}
        max={Math.max(0, times.length - 1)}
        value={step}
        onChange={({ target }) => go(Number(target.value))}
      />
      <output>{at ? clock(at) : '—'}</output>
      <button type="button" className="button quiet" onClick={() => go(0)}>
        {say(T.first)}
      </button>
      <button type="button" className="button quiet" onClick={() => go(worst())}>
        {say(T.worst)}
      </button>
    </div>
  )
}
