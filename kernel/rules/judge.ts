import type { Model, Value } from '../../engines/feel/index.ts'
import { batchesOf, type Database } from '../store/index.ts'
import type { Decision } from './decision.ts'
import { inputsOf } from './model.ts'
import { factsOf, type Subject } from './population.ts'
import { askOf, type NotAsked, typesOf } from './setQuery.ts'

/** One subject with what each of some models says of it, in their order. */
export interface Answered {
  readonly id: string
  readonly title: string
  readonly answers: readonly Value[]
}

/** How everybody is judged, and why not all of it by the database. */
export interface Judgement {
  readonly answered: AsyncGenerator<readonly Answered[]>
  /** For each model: undefined where the database judges. */
  readonly notAsked: readonly (NotAsked | undefined)[]
}

/** Subjects in one answer of the database. */
const BATCH = 2_000

/**
 * Judges everybody by some wordings of a decision, in one query and bounded memory: the database answers what can be
 * asked of it, the rest is answered here, batch by batch.
 * @param db within a transaction, so that all subjects are of one moment
 */
export async function judgeAll(
  db: Database,
  decision: Decision,
  models: readonly Model[],
  asOf: string,
): Promise<Judgement> {
  const inputs = Object.keys(decision.inputs)
  let subjects = decision.population.subjects(factsOf(asOf))
  const types = await typesOf(db, subjects, inputs)
  let keep: readonly string[] = ['id', 'title', ...inputs]
  const judges = models.map((model, i) => {
    const asked = askOf({ model, decision: decision.decision, subjects, types, keep, as: `answer${i}` })
    if ('query' in asked) {
      // The next is asked of what this one yields, so that all answers come in one row.
      subjects = asked.query
      keep = [...keep, ...asked.columns]
      return { read: asked.read, notAsked: undefined }
    }
    const evaluate = model.prepare(decision.decision)
    return { read: (row: Subject) => evaluate(inputsOf(model, decision, row)), notAsked: asked }
  })
  async function* answered(): AsyncGenerator<readonly Answered[]> {
    for await (const rows of batchesOf<Subject>(db, subjects, BATCH))
      yield rows.map((row) => ({
        id: row.id,
        title: row.title,
        answers: judges.map(({ read }) => read(row)),
      }))
  }
  return { answered: answered(), notAsked: judges.map(({ notAsked }) => notAsked) }
}
