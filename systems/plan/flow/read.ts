import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { GranuleRow, LetterRow } from '../tables.ts'

export interface LetterOf {
  readonly letter: LetterRow
  readonly granule: Pick<GranuleRow, 'id' | 'status' | 'lead_office' | 'text'>
}

/** A letter and the task that it is about. @throws GaoxinError PLAN_LETTER */
export async function readLetter({ db }: Pick<Context, 'db'>, id: string): Promise<LetterOf> {
  const { rows } = await sql<LetterRow>`select * from plan.letters where id = ${id}`.execute(db)
  const [letter] = rows
  if (!letter) throw noSuchLetter(id, 404)
  const found = await sql<LetterOf['granule']>`select id, status, lead_office, text from plan.granules
    where id = ${letter.granule}`.execute(db)
  return { letter, granule: found.rows[0] as LetterOf['granule'] }
}

export const noSuchLetter = (id: string, status: 404 | 409) =>
  new GaoxinError(
    'PLAN_LETTER',
    text('没有待答复的这份督办单', 'No such letter awaits an answer'),
    text('请刷新任务查看', 'Reload the task'),
    { value: id, status },
  )
