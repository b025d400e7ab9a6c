import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { Mark } from '../../../../app/web/kit/Mark.tsx'
import type { Broken, FigureRun } from '../types.ts'
import { W } from '../words.ts'
import { FigureNote } from './FigureNote.tsx'

/** What is under the cursor or has the focus, and how far down the page it stands. */
export interface Pointed {
  readonly top: number
  readonly run?: FigureRun
  readonly broken?: readonly Broken[]
}

/** The margin: notes of the figure pointed at, beside its line; on narrow screens a strip above the bottom bar. */
export function Notes({ pointed, dismiss }: { pointed: Pointed | undefined; dismiss: () => void }) {
  const say = useSay()
  const words = useWords()
  return (
    <aside className="report-notes" aria-label={say(W.notes)}>
      {!pointed ? (
        <p className="note note-hint">{say(W.notesHint)}</p>
      ) : (
        <div
          className="note"
          style={{ '--top': `${Math.max(0, pointed.top - 14)}px` } as React.CSSProperties}
          aria-live="polite"
        >
          <button
            type="button"
            className="icon-button note-close"
            aria-label={words('close')}
            onClick={dismiss}
          >
            <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
              <path d="M5 5 15 15M15 5 5 15" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
          {pointed.broken && <BrokenNote broken={pointed.broken} />}
          {pointed.run &&
            (pointed.run.ref ? (
              <FigureNote run={pointed.run} to={pointed.run.ref} />
            ) : (
              <BareNote run={pointed.run} />
            ))}
        </div>
      )}
    </aside>
  )
}

function BrokenNote({ broken }: { broken: readonly Broken[] }) {
  const say = useSay()
  return (
    <>
      <h3 className="wavy">{say(W.rewriteWhy)}</h3>
      <ul>
        {broken.map((one) => (
          <li key={one.zh}>{say(one)}</li>
        ))}
      </ul>
    </>
  )
}

function BareNote({ run }: { run: FigureRun }) {
  const say = useSay()
  return (
    <>
      <h3>{run.indicator}</h3>
      <p className="note-value">
        {run.text} <Mark status={run.status} />
      </p>
      {run.notes.map((line) => (
        <p key={line.zh}>{say(line)}</p>
      ))}
      <p className="second">{say(W.noRef)}</p>
    </>
  )
}
