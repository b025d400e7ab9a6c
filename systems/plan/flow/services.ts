import { sql } from 'kysely'
import { dayAt } from '../../../kernel/calendar/moments.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { MovedLimit, Service, ServiceCall } from '../../../kernel/flow/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { acted, REVIEWS, requireAct, requireRule } from '../acts.ts'
import { attemptsWith } from '../letters.ts'
import { ANSWER_DAYS } from '../settings.ts'
import { granules, letters } from '../tables.ts'
import type { Colour } from '../words.ts'
import { endOfDay } from './begin.ts'
import { type LetterOf, readLetter } from './read.ts'

type Vars = ServiceCall['vars']
type Step = (
  context: Context,
  found: LetterOf,
  vars: Vars,
) => Promise<{ readonly row: Readonly<Record<string, unknown>>; readonly vars?: Vars }>

/** A step changes the letter's row; what it tells the case goes on with it. */
const step =
  (work: Step): Service =>
  async (context, { subject, vars }) => {
    const found = await readLetter(context, subject?.id ?? '')
    const { row, vars: known } = await work(context, found, vars)
    await updateRow(context, letters, found.letter.id, row)
    await context.changed(granules.id, [found.granule.id])
    return known
  }

/** 签收: the lead office has it. */
const signed = step(async (context, { granule }) => {
  requireAct('answer', acted(granule), context.actor)
  return { row: { signed_on: context.today, signed_by: context.actor.name } }
})

/** 答复: what it says awaits its review. */
const answered = step(async (context, { granule }, vars) => {
  requireAct('answer', acted(granule), context.actor)
  const answer = wordsIn(vars, 'answer')
  if (answer === '') throw unfit('PLAN_NO_ANSWER', 'answer', ANSWER)
  return {
    row: {
      answer,
      answered_on: context.today,
      answered_by: context.actor.name,
      state: 'answered',
    },
    vars: { answer: null, answered: answer },
  }
})

/** 复核: settled, or done again within the days that a letter of its colour has. */
const reviewed = step(async (context, { letter, granule: { id } }, vars) => {
  // Held, so that the task is not closed meanwhile over a letter that is open again.
  await sql`select from plan.granules where id = ${id} for update`.execute(context.db)
  const { granule } = await readLetter(context, letter.id)
  const told = { outcome: null, reason: null }
  if (vars.outcome === 'settle') {
    requireRule('settle', REVIEWS.settle, acted(granule), context.actor)
    return {
      row: { state: 'closed', settled_on: context.today, settled_by: context.actor.name },
      vars: { ...told, next: 'end' },
    }
  }
  if (vars.outcome !== 'return') throw unfit('PLAN_REVIEW', 'outcome', REVIEW)
  requireRule('rework', REVIEWS.rework, acted(granule), context.actor)
  const reason = wordsIn(vars, 'reason')
  if (reason === '') throw unfit('PLAN_NO_REASON', 'reason', REASON)
  const due = addWorkdays(context.today, ANSWER_DAYS[letter.colour as Colour])
  return {
    row: {
      ...attemptsWith(letter, { on: context.today, by: context.actor.name, reason }),
      answer_due_on: due,
      state: 'open',
    },
    vars: {
      ...told,
      answered: null,
      returned: reason,
      office: granule.lead_office,
      due: endOfDay(due),
      next: 'answer',
    },
  }
})

/** 转交: another office leads the task now, and signs for what the last one had. */
const handed = step(async (_, { letter, granule }) => ({
  row: { signed_on: null, signed_by: null },
  vars: { office: granule.lead_office, due: endOfDay(letter.answer_due_on) },
}))

export const services: Readonly<Record<string, Service>> = { signed, answered, reviewed, handed }

/** 延期、挂账: an answer that is given more time is due by that day on the letter too. */
export async function onLimit(context: Context, { element, subject, due }: MovedLimit): Promise<void> {
  if (element !== 'answer' || !subject || due === null) return
  const { letter, granule } = await readLetter(context, subject.id)
  await updateRow(context, letters, letter.id, { answer_due_on: dayAt(due) })
  await context.changed(granules.id, [granule.id])
}

const MOST_WORDS = 5000
const wordsIn = (vars: Vars, name: string): string => {
  const words = vars[name]
  return typeof words === 'string' ? words.trim().slice(0, MOST_WORDS) : ''
}

const ANSWER = [
  text('没有写明答复', 'There is no answer'),
  text('请写明答复内容', 'Say what was done'),
] as const
const REVIEW = [
  text('没有复核结果', 'The review has no result'),
  text('请选择办结销号或退回重办', 'Settle it or send it back'),
] as const
const REASON = [
  text('没有写明理由', 'No reason is given'),
  text('退回请写明理由', 'Say why it is sent back'),
] as const
const unfit = (code: string, place: string, [says, remedy]: readonly [says: Text, remedy: Text]) =>
  new GaoxinError(code, says, remedy, { place, status: 422 })
