import { toPlain } from '../../engines/feel/index.ts'
import type { Context } from '../system.ts'
import type { Decision } from './decision.ts'
import { type Effect, effectOf, type Judged } from './effect.ts'
import { inputsOf, modelOf } from './model.ts'
import { type Subject, subjectsOf } from './population.ts'
import { seesSubjects } from './seen.ts'
import { versionInForce } from './versions.ts'

export interface Measured extends Effect {
  /** Number of the version that holds today, with which the model was compared. */
  readonly against: number | null
}

/**
 * What a model would do to everybody whom the decision judges, by today's records, against the version that holds
 * today. Single subjects are named only to those who may see them (`seesSubjects`).
 */
export const measureEffect = (outer: Context, decision: Decision, source: string): Promise<Measured> =>
  outer.transaction(async (context) => {
    const { today, db, actor } = context
    const current = await versionInForce(context, decision.id)
    const judgeBy = (text: string) => {
      const model = modelOf(text, today)
      const evaluate = model.prepare(decision.decision)
      return (subject: Subject) => toPlain(evaluate(inputsOf(model, decision, subject)))
    }
    const [before, after] = [current ? judgeBy(current.model) : () => null, judgeBy(source)]
    async function* judged(): AsyncGenerator<readonly Judged[]> {
      for await (const subjects of subjectsOf(db, decision.population.subjects(today)))
        yield subjects.map((subject) => ({
          id: subject.id,
          title: subject.title,
          before: before(subject),
          after: after(subject),
        }))
    }
    const effect = await effectOf(decision.outcome, judged())
    return {
      ...effect,
      changes: seesSubjects(decision, actor) ? effect.changes : [],
      against: current?.number ?? null,
    }
  })
