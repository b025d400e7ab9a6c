import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import { CasesOfRow } from '../../../../app/web/pages/flow/CasesOfRow.tsx'
import { COLOUR_LIGHT, COLOURS, LETTER_STATES } from '../choices.ts'
import type { Detail, Letter } from '../types.ts'
import { W } from '../words.ts'
import { FormButton } from './FormButton.tsx'
import { answerForm } from './forms.ts'

/** Supervision letters of a task with their answers; the lead office answers here. */
export function Letters({ detail }: { detail: Detail }) {
  const say = useSay()
  const mayAnswer = detail.acts.includes('answer')
  return (
    <section className="block">
      <h2>{say(W.letters)}</h2>
      {detail.letters.length === 0 && <p className="second">{say(W.noLetters)}</p>}
      <ul className="lines">
        {detail.letters.map((letter) => (
          <Line key={letter.id} letter={letter} mayAnswer={mayAnswer && letter.state === 'open'} />
        ))}
      </ul>
    </section>
  )
}

function Line({ letter, mayAnswer }: { letter: Letter; mayAnswer: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  return (
    <li>
      <span className="grow">
        <span className="letter-head">
          <strong>{letter.number}</strong>
          <Light light={COLOUR_LIGHT[letter.colour]} word={say(COLOURS[letter.colour])} />
        </span>
        <span>{letter.reason}</span>
        <br />
        <small className="second">
          {formatDate(letter.issuedOn, language)} · {say(W.answerDue)}{' '}
          {formatDate(letter.answerDueOn, language)} ·{' '}
          {say(letter.overdue ? W.overdue : LETTER_STATES[letter.state])}{' '}
          <CasesOfRow record="plan.letters" id={letter.id} />
        </small>
        {letter.answer && (
          <p>
            <span className="second">
              {say(W.answered)}
              {marks.colon}
            </span>
            {letter.answer}
          </p>
        )}
        {mayAnswer && <FormButton form={answerForm} path={`/letters/${letter.id}/answer`} primary />}
      </span>
    </li>
  )
}
