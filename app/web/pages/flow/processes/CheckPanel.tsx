import { useSay } from '../../../i18n/index.ts'
import { DraftError } from '../../versions/DraftError.tsx'
import type { Drawing } from './useDrawing.ts'
import { W } from './words.ts'

/** What keeps the version from being run, by element; a press shows it on the diagram. */
export function CheckPanel({ drawing }: { drawing: Drawing }) {
  const say = useSay()
  const { problems } = drawing
  return (
    <section className="block" aria-live="polite" aria-label={say(W.check)}>
      <h2>
        {say(W.check)}
        {drawing.checking && <small>{say(W.checking)}</small>}
      </h2>
      {problems.length === 0 ? (
        <p className="process-sound">✓ {say(W.sound)}</p>
      ) : (
        <ul className="lines">
          {problems.map(({ code, place, says }) => (
            <li key={`${code} ${place} ${says.zh}`}>
              <span className="grow process-problem">✗ {say(says)}</span>
              {place && (
                <button type="button" className="link" onClick={() => drawing.show(place)}>
                  {say(W.toElement)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <DraftError draft={drawing} hint={W.conflictHint} />
    </section>
  )
}
