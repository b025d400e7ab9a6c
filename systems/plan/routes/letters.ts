import { sql } from 'kysely'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, updateRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { lockEntry } from '../ledger.ts'
import { ANSWER_DAYS, LETTER_NUMBER } from '../settings.ts'
import { granules, letters } from '../tables.ts'
import { AnswerInput, DoneOutput, LetterInput } from './shapes.ts'

export const letterRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/letters',
  summary: text('签发督办单', 'Issue a supervision letter'),
  allow: ['supervisor'],
  input: LetterInput,
  output: DoneOutput,
  handle: (outer, { id, colour, reason }) =>
    outer.transaction(async (context) => {
      const { granule } = await lockEntry(context, id)
      requireAct('letter', acted(granule), context.actor)
      const year = context.today.slice(0, 4)
      // One letter at a time: two issued at once would take the same number.
      await sql`select pg_advisory_xact_lock(hashtext('plan.letters'))`.execute(context.db)
      const { rows } = await sql<{ last: number | null }>`
        select max(substring(number from '〕([0-9]+)号')::int) as last from plan.letters
        where number like ${`%〔${year}〕%`}`.execute(context.db)
      const row = await createRow(context, letters, {
        number: LETTER_NUMBER(year, (rows[0]?.last ?? 0) + 1),
        granule: id,
        colour,
        reason,
        issued_on: context.today,
        issued_by: context.actor.name,
        answer_due_on: addWorkdays(context.today, ANSWER_DAYS[colour]),
        state: 'open',
      })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }),
})

export const answerRoute = defineRoute({
  method: 'POST',
  path: '/letters/:id/answer',
  summary: text('答复督办单', 'Answer a supervision letter'),
  allow: ['officer'],
  input: AnswerInput,
  output: DoneOutput,
  handle: (outer, { id, answer }) =>
    outer.transaction(async (context) => {
      const { rows } = await sql<{ granule: string }>`select granule from plan.letters
        where id = ${id}`.execute(context.db)
      // The granule is locked before the letter is read: what it says of itself is then the last word.
      const entry = rows[0] && (await lockEntry(context, rows[0].granule))
      const letter = entry?.letters.find((each) => each.id === id)
      if (!entry || letter?.state !== 'open')
        throw new GaoxinError(
          'PLAN_LETTER',
          text('没有待答复的这份督办单', 'No such letter awaits an answer'),
          text('请刷新任务查看', 'Reload the task'),
          { value: id, status: letter ? 409 : 404 },
        )
      const { granule } = entry
      requireAct('answer', acted(granule), context.actor)
      await updateRow(context, letters, id, {
        answer,
        answered_on: context.today,
        answered_by: context.actor.name,
        state: 'answered',
      })
      await context.changed(granules.id, [granule.id])
      return { id, granule: granule.id }
    }),
})
