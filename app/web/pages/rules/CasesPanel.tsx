import { useState } from 'react'
import { useSay } from '../../i18n/index.ts'
import { sayAnswer } from './answers.ts'
import type { Wording } from './useWording.ts'
import { W } from './words.ts'

/** The cases of a version, green or red as the model now answers them, and their text. */
export function CasesPanel({ wording, editable }: { wording: Wording; editable: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { cases, caseProblems } = wording.check
  const failed = cases.filter(({ passed }) => !passed).length
  return (
    <section className="block">
      <h2>
        {say(W.cases)}
        <small>
          <span className="rule-green">
            {say(W.green)} {cases.length - failed}
          </span>
          {failed > 0 && (
            <span className="rule-red">
              {' '}
              {say(W.red)} {failed}
            </span>
          )}
        </small>
      </h2>
      {cases.length === 0 && caseProblems.length === 0 && <p className="second">{say(W.noCases)}</p>}
      <ul className="rule-cases">
        {caseProblems.map(({ line, says }) => (
          <li key={line} className="rule-red">
            ✗ {say(W.line(line))} {say(says)}
          </li>
        ))}
        {/* Red ones first: they are what is to be done. */}
        {[...cases]
          .sort((a, b) => Number(a.passed) - Number(b.passed))
          .map(({ name, line, passed, expected, actual }) => (
            <li key={line} data-passed={passed}>
              <p className={passed ? 'rule-green' : 'rule-red'}>
                {passed ? '✓' : '✗'} <span>{name}</span>
              </p>
              {!passed && (
                <dl className="facts because">
                  <dt>{say(W.expected)}</dt>
                  <dd>{sayAnswer(expected, say(W.noValue))}</dd>
                  <dt>{say(W.actual)}</dt>
                  <dd>{sayAnswer(actual, say(W.noValue))}</dd>
                </dl>
              )}
            </li>
          ))}
      </ul>
      <button type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? W.hideCases : editable ? W.editCases : W.casesText)}
      </button>
      {open && (
        <textarea
          className="rule-text"
          aria-label={say(W.casesText)}
          spellCheck={false}
          rows={16}
          readOnly={!editable}
          value={wording.cases}
          onChange={(event) => wording.set({ cases: event.target.value })}
        />
      )}
    </section>
  )
}
