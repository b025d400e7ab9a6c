import { useSay } from '../../i18n/index.ts'
import { DraftError } from '../versions/DraftError.tsx'
import type { Wording } from './useWording.ts'
import { W } from './words.ts'

/** What is wrong with the model, each with its place; a press shows it in the table. */
export function CheckPanel({ wording }: { wording: Wording }) {
  const say = useSay()
  const { problems, oneByOne } = wording.check
  return (
    <section className="block" aria-live="polite">
      <h2>
        {say(W.check)}
        {wording.checking && <small>{say(W.checking)}</small>}
      </h2>
      {problems.length === 0 ? (
        <p className="rule-green">✓ {say(W.sound)}</p>
      ) : (
        <ul className="lines">
          {problems.map(({ code, says, remedy, element, place, expression, start, end }) => (
            <li key={`${code} ${element} ${start}`}>
              <div className="grow">
                <p className="rule-red">✗ {say(says)}</p>
                {expression !== undefined && (
                  <code className="rule-expression">
                    {expression.slice(0, start ?? 0)}
                    <mark>{expression.slice(start ?? 0, end ?? expression.length) || ' '}</mark>
                    {expression.slice(end ?? expression.length)}
                  </code>
                )}
                {remedy && <p className="because">{say(remedy)}</p>}
                {element && (
                  <button type="button" className="link" onClick={() => wording.show(element)}>
                    {place ?? element}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {oneByOne && <p className="because">{say(oneByOne)}</p>}
      <DraftError draft={wording} hint={W.conflictHint} />
    </section>
  )
}
