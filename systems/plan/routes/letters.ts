import { sql } from 'kysely'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { createRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { answerLetter, beginCase } from '../flow/index.ts'
import { lockEntry } from '../ledger.ts'
import { ANSWER_DAYS, LETTER_NUMBER } from '../settings.ts'
import { granules, type LetterRow, letters } from '../tables.ts'
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
      const row = (await createRow(context, letters, {
        number: LETTER_NUMBER(year, (rows[0]?.last ?? 0) + 1),
        granule: id,
        colour,
        reason,
        issued_on: context.today,
        issued_by: context.actor.name,
        answer_due_on: addWorkdays(context.today, ANSWER_DAYS[colour]),
        state: 'open',
      })) as unknown as LetterRow
      const { lead_office, text } = granule
      await beginCase(context, { ...row, lead_office, text }, context.actor.office)
      await context.changed(granules.id, [id])
      return { id: row.id, granule: id }
    }),
})

export const answerRoute = defineRoute({
  method: 'POST',
  path: '/letters/:id/answer',
  summary: text('答复督办单', 'Answer a supervision letter'),
  allow: ['officer'],
  input: AnswerInput,
  output: DoneOutput,
  handle: async (context, { id, answer }) => ({ id, granule: await answerLetter(context, id, answer) }),
})
