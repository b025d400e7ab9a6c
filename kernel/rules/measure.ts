import { toPlain } from '../../engines/feel/index.ts'
import type { Context } from '../system.ts'
import type { Decision } from './decision.ts'
import { type Effect, effectOf, type Judged } from './effect.ts'
import { judgeAll } from './judge.ts'
import { modelOf } from './model.ts'
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
    const models = [...(current ? [current.model] : []), source].map((text) => modelOf(text, today))
    const { answered } = await judgeAll(db, decision, models, today)
    async function* judged(): AsyncGenerator<readonly Judged[]> {
      for await (const batch of answered)
        yield batch.map(({ id, title, answers }) => ({
          id,
          title,
          before: current ? toPlain(answers[0] ?? null) : null,
          after: toPlain(answers.at(-1) ?? null),
        }))
    }
    const effect = await effectOf(decision.outcome, judged())
    return {
      ...effect,
      changes: seesSubjects(decision, actor) ? effect.changes : [],
      against: current?.number ?? null,
    }
  })
