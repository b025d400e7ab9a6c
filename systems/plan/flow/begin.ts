import { sql } from 'kysely'
import { startCase } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { SUPERVISION_OFFICE } from '../settings.ts'
import { type LetterRow, letters } from '../tables.ts'

/** Of a letter, what its case goes by. */
export type Living = Pick<LetterRow, 'id' | 'number' | 'reason' | 'answer_due_on' | 'synthetic'> & {
  readonly lead_office: string
  readonly text: string
}

const MOST_TITLE = 60

/**
 * Begins the case of a letter that has been issued.
 * @param from the office that reviews its answer
 * @returns the id of the case
 */
export const beginCase = (context: Context, letter: Living, from: string): Promise<string> =>
  startCase(context, {
    process: 'plan.letter',
    title: `${letter.number} ${letter.text}`.slice(0, MOST_TITLE),
    subject: { record: letters.id, id: letter.id },
    vars: {
      office: letter.lead_office,
      from,
      asked: letter.reason,
      due: endOfDay(letter.answer_due_on),
      returned: null,
    },
    synthetic: letter.synthetic,
  })

/**
 * Letters that await their answer and have no case yet get one: those issued before letters ran as cases, and those of
 * the demonstration.
 * @param issuer by whose hand and when, where that is known
 */
export async function beginCases(
  context: Context,
  issuer: (letter: LetterRow) => Context = () => context,
): Promise<void> {
  const { rows } = await sql<LetterRow & Living>`select l.*, g.lead_office, g.text
    from plan.letters l join plan.granules g on g.id = l.granule
    where l.state = 'open' and not exists (select from flow.cases c where c.record = ${letters.id} and c.row_id = l.id)
    order by l.issued_on, l.id`.execute(context.db)
  for (const letter of rows) await beginCase(issuer(letter), letter, SUPERVISION_OFFICE)
}

/** The end of a day at Beijing. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`
