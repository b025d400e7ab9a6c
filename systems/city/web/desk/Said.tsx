import { useSay } from '../../../../app/web/i18n/index.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import type { useHeld } from './useHeld.ts'
import { D } from './words.ts'

/** What has just been done, and can be taken back; what was refused; and that somebody else was quicker. */
export function Said({
  held: { held, refused, setRefused },
  note,
  others,
  undo,
}: {
  readonly held: ReturnType<typeof useHeld>
  readonly note: string | undefined
  readonly others: string | undefined
  readonly undo: () => void
}) {
  const say = useSay()
  const post = usePost()
  return (
    <div className="desk-said">
      <p role="status">
        {held && (
          <>
            {held.says}{' '}
            <button type="button" className="button quiet" onClick={undo}>
              {say(D.undo)} <kbd>u</kbd>
            </button>
          </>
        )}
        {!held && note !== others && note}
        {others && <b className="desk-late"> {others}</b>}
      </p>
      {refused && (
        <p role="alert">
          <b>{refused.number}</b> {say(refused.says)}
          {refused.by && ` · ${say(D.by)} ${post(refused.by)}`} · {say(refused.remedy)}{' '}
          <button type="button" className="button quiet" onClick={() => setRefused(undefined)}>
            {say(D.close)}
          </button>
        </p>
      )}
    </div>
  )
}
