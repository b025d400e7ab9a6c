import {
  type Change,
  choicesOf,
  compare,
  plainStep,
  toPlain,
  type Value,
  whatIf,
} from '../../engines/feel/index.ts'
import { GaoxinError } from '../errors.ts'
import { notFound } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import type { Decision, Facts } from './decision.ts'
import { rankOf } from './effect.ts'
import { inputsOf, modelOf } from './model.ts'
import { factsOf, subjectOf } from './population.ts'
import { seesSubject } from './seen.ts'
import { type Moment, requireInForce } from './versions.ts'

export interface Question extends Moment {
  /** A row of the population, or the inputs themselves. */
  readonly subject?: string | undefined
  readonly input?: Readonly<Record<string, unknown>> | undefined
  /** A model that is not in force: a draft, as it is typed. */
  readonly model?: string | undefined
}

/** One subject judged: the answer, every decision on the way with the tests of its tables, and what would help. */
export interface Decided {
  readonly version: number | null
  readonly subject?: { readonly id: string; readonly title: string }
  readonly input: Readonly<Record<string, unknown>>
  readonly answer: unknown
  readonly steps: readonly ReturnType<typeof plainStep>[]
  readonly whatIf: readonly {
    readonly input: string
    readonly now: unknown
    readonly next: unknown
    /** Of a number. */
    readonly by?: string
    readonly answer: unknown
  }[]
}

/** @throws GaoxinError RULE_NOT_IN_FORCE, RULE_QUESTION, RECORD_NOT_FOUND */
export async function decideOne(context: Context, decision: Decision, question: Question): Promise<Decided> {
  const asOf = question.asOf ?? context.today
  const version =
    question.model === undefined ? await requireInForce(context, decision.id, question) : undefined
  const model = modelOf(question.model ?? (version?.model as string), asOf)
  const subject =
    question.subject === undefined
      ? undefined
      : await permittedSubject(context, decision, question.subject, factsOf(asOf, question.asKnownOn))
  const given = subject ?? question.input
  if (!given)
    throw new GaoxinError(
      'RULE_QUESTION',
      text('没有说明判断谁', 'Nobody and nothing to judge'),
      text('请选一个对象，或填写各项输入', 'Name a subject, or fill in the inputs'),
      { place: decision.id },
    )
  const inputs = inputsOf(model, decision, given)
  const evaluate = model.prepare(decision.decision)
  const answer = evaluate(inputs)
  const rank = (each: Value) => rankOf(decision.outcome, toPlain(each))
  const now = rank(answer)
  const better = (other: Value) => rank(other) > now
  const changes = whatIf({ inputs, evaluate, better, choices: choicesOf(model) }).filter(advisable(decision))
  return {
    version: version?.number ?? null,
    ...(subject ? { subject: { id: subject.id, title: subject.title } } : {}),
    input: toPlain(inputs as Value) as Record<string, unknown>,
    answer: toPlain(answer),
    steps: model.explain(decision.decision, inputs).map(plainStep),
    whatIf: changes.map((change) => ({
      input: change.input,
      now: toPlain(change.now),
      next: toPlain(change.next),
      ...(change.by === undefined ? {} : { by: String(toPlain(change.by)) }),
      answer: toPlain(change.answer),
    })),
  }
}

const advisable =
  ({ inputs }: Decision) =>
  ({ input, by }: Change): boolean => {
    const advise = inputs[input]?.advise
    if (advise === undefined || by === undefined) return advise !== 'never'
    return advise !== 'never' && compare(by, 0) === (advise === 'more' ? 1 : -1)
  }

/** Who may not see the subjects learns nothing of one, not even that it is judged. */
async function permittedSubject(context: Context, decision: Decision, id: string, facts: Facts) {
  const { record, subjects } = decision.population
  const subject = (await seesSubject(context, decision, id))
    ? await subjectOf(context.db, subjects(facts), id)
    : undefined
  if (!subject) throw notFound(record, id)
  return subject
}
