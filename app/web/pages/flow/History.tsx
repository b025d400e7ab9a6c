import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { wordsOf } from './history.ts'
import { useStepName } from './names.ts'
import type { CaseWhole } from './queries.ts'
import { W } from './words.ts'

/** What happened, the newest first: who, when, and what came of it. */
export function History({ of }: { of: CaseWhole }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const step = useStepName()
  return (
    <section className="block">
      <h2>{say(W.history)}</h2>
      <ol className="timeline">
        {of.steps.map(({ number, at, actor, why, happened }) => (
          <li key={number}>
            <p className="second">
              {formatInstant(at, language)} · {post(actor)}
            </p>
            {wordsOf(happened, { post, office, step }).map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a step never change
              <p key={index}>{say(line)}</p>
            ))}
            {why && <p className="case-why">{why}</p>}
          </li>
        ))}
      </ol>
      {of.stepCount > of.steps.length && <p className="chart-source">{say(W.historyCut(of.steps.length))}</p>}
    </section>
  )
}
