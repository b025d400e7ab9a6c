import { useState } from 'react'
import { useBeforeUnload, useNavigate } from 'react-router'
import { ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { useSend } from '../useSend.ts'
import { useIsCorrecting } from './useCorrect.ts'
import type { Reading } from './useReadings.ts'
import { R } from './words.ts'

/** At the foot, always in view: what is still open, and the two ways out. */
export function Confirm({ reading: { id, tasks, mayIssue } }: { reading: Reading }) {
  const say = useSay()
  const navigate = useNavigate()
  const send = useSend()
  const [issue, setIssue] = useState(mayIssue)
  const [isDropping, setDropping] = useState(false)
  // What is confirmed is what is stored: not before the last correction is.
  const isCorrecting = useIsCorrecting(id)
  useBeforeUnload((event) => {
    if (isCorrecting) event.preventDefault()
  })
  const kept = tasks.filter((task) => task.kept)
  const unled = kept.filter(({ office }) => office === null).length
  const path = `/readings/${encodeURIComponent(id)}`
  const store = () =>
    send.mutate({ path: `${path}/store`, body: { issue } }, { onSuccess: () => scrollTo({ top: 0 }) })
  return (
    <section className="reading-confirm" aria-label={say(R.confirm)}>
      {send.error && <Problem error={send.error} />}
      <div>
        <p role="status">
          {say(R.willKeep)} <strong>{kept.length}</strong> {say(R.items)}
          {isCorrecting && ` · ${say(R.correcting)}`}
          {unled > 0 && (
            <span className="reading-unled">
              <LightShape light="yellow" /> {say(R.unled)} <strong>{unled}</strong>
            </span>
          )}
        </p>
        {mayIssue && (
          <label className="reading-issue">
            <input type="checkbox" checked={issue} onChange={(event) => setIssue(event.target.checked)} />
            {say(R.issue)}
          </label>
        )}
        <button type="button" className="button" disabled={send.isPending} onClick={() => setDropping(true)}>
          {say(R.drop_)}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={send.isPending || isCorrecting || unled > 0}
          onClick={store}
        >
          {say(R.confirm)}
        </button>
      </div>
      {isDropping && (
        <ActionDialog
          action={{
            title: say(R.drop_),
            about: say(R.dropAsk),
            fields: [],
            run: async () => {
              await send.mutateAsync({ path: `${path}/drop`, body: {} })
              await navigate('/plan/readings')
            },
          }}
          close={() => setDropping(false)}
        />
      )}
    </section>
  )
}
