import { useState } from 'react'
import { Link } from 'react-router'
import { useMeta } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { Problem } from '../../kit/States.tsx'
import { pageOf } from '../form/useRecord.ts'
import { type Job, type TakenBack, useUndo } from './useJob.ts'
import { counted, W } from './words.ts'

/** Takes an import back: first what would come of it, then with a reason. */
export function UndoImport({ record, job }: { record: MetaRecord; job: Job }) {
  const say = useSay()
  const undo = useUndo(job)
  const [why, setWhy] = useState('')
  const { data: seen, error }: { data: TakenBack | undefined; error: Error | null } = undo
  const [sure, setSure] = useState(false)
  if (!sure || !seen)
    return (
      <section className="block">
        <h2>{say(W.undo)}</h2>
        <p className="second">{say(W.undoAbout)}</p>
        {error && <Problem error={error} />}
        <p className="step-actions">
          <button
            type="button"
            className="button"
            disabled={undo.isPending}
            onClick={() => undo.mutate({ preview: true }, { onSuccess: () => setSure(true) })}
          >
            {say(W.undo)}…
          </button>
        </p>
      </section>
    )
  const rows = seen.removed + seen.restored
  return (
    <section className="block">
      <h2>{say(W.undo)}</h2>
      <Result record={record} seen={seen} />
      {error && <Problem error={error} />}
      {rows === 0 ? (
        <p>{say(W.undoNothing)}</p>
      ) : (
        <form
          className="undo-form"
          onSubmit={(event) => {
            event.preventDefault()
            undo.mutate({ preview: false, why: why.trim() }, { onSuccess: () => setSure(false) })
          }}
        >
          <label className="door-field">
            <span>{say(W.undoWhy)}</span>
            <input
              className="input"
              required
              maxLength={500}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          </label>
          <p className="step-actions">
            <button type="submit" className="button primary" disabled={undo.isPending || why.trim() === ''}>
              {counted(say(W.undoSure), formatNumber(rows))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(W.back)}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

function Result({ record, seen }: { record: MetaRecord; seen: TakenBack }) {
  const say = useSay()
  const records = useMeta().data?.systems.flatMap((system) => system.records) ?? []
  const nameOf = (id: string | null) => say(records.find((one) => one.id === id)?.name) || (id ?? '')
  return (
    <>
      <dl className="facts">
        {(
          [
            ['removed', W.undoRemoved],
            ['restored', W.undoRestored],
            ['kept', W.undoKept],
          ] as const
        ).map(([name, words]) => (
          <div key={name} className="facts-row">
            <dt>{say(words)}</dt>
            <dd>{formatNumber(seen[name])}</dd>
          </div>
        ))}
      </dl>
      {seen.rows.length > 0 && (
        <ul className="lines">
          {seen.rows.map(({ id, label, reason, by, record: other }) => (
            <li key={id}>
              <Link to={pageOf(record, id)}>{label}</Link> {say(W.stays[reason])}
              {reason === 'changed' && by ? ` · ${by}` : ''}
              {reason === 'referred' ? ` · ${nameOf(other)}` : ''}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
