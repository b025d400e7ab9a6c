/** 认定不是同一家: a pair that looks like one enterprise and is two, said with a reason, so that nobody asks again. */
import { sql } from 'kysely'
import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, notFound, updateRow } from '../../../kernel/store/index.ts'
import { defineRecord } from '../../../kernel/store/record.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { done, lockBoth } from './plan.ts'

export const distinctions = defineRecord({
  id: 'enterprises.distinctions',
  name: text('非同一家认定', 'Found not the same'),
  about: text(
    '看似重复的两条登记，经核实不是同一家',
    'Two rows of the register that looked like one enterprise and are two',
  ),
  title: 'why',
  grants: [STAFF_READS],
  // Written by the routes of duplicates alone.
  columns: {
    first: { kind: 'reference', record: 'enterprises.enterprises', name: text('一条', 'One') },
    second: { kind: 'reference', record: 'enterprises.enterprises', name: text('另一条', 'The other') },
    why: { kind: 'text', name: text('事由', 'Reason') },
    noted_on: { kind: 'date', name: text('认定日期', 'Found on') },
    undone_on: { kind: 'date', name: text('撤销日期', 'Undone on'), optional: true },
  },
  indexes: [{ on: ['first', 'second'] }],
})

/** As they are kept, whichever is named first. */
const ordered = (a: string, b: string) => (a < b ? { first: a, second: b } : { first: b, second: a })

/** Whether somebody found that two rows are two enterprises, and nobody took it back. */
export async function areApart({ db }: Context, a: string, b: string): Promise<boolean> {
  const { first, second } = ordered(a, b)
  const { rows } = await sql`select from enterprises.distinctions
    where first = ${first} and second = ${second} and undone_on is null`.execute(db)
  return rows.length > 0
}

/** @throws GaoxinError RECORD_NOT_FOUND (nor may be changed by them), MERGE_SAME, MERGE_DONE, MERGE_APART */
export const setApart = (
  outer: Context,
  { a, b, why }: { readonly a: string; readonly b: string; readonly why: string },
): Promise<{ readonly id: string }> =>
  outer.transaction(async (context) => {
    const both = await lockBoth(context, a, b)
    for (const row of [both.survivor, both.merged]) if (row.merged_into !== null) throw done(row)
    if (await areApart(context, a, b)) throw isApart(a)
    const row = await createRow(context, distinctions, { ...ordered(a, b), why, noted_on: context.today })
    return { id: String(row.id) }
  }, `认定不是同一家：${why}`)

/** The pair is suspect again. @throws GaoxinError RECORD_NOT_FOUND, MERGE_UNDONE */
export const undoApart = (outer: Context, id: string, why: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { rows } = await sql<{ first: string; second: string; undone_on: string | null }>`
      select first, second, undone_on from enterprises.distinctions where id = ${id} for update`.execute(
      context.db,
    )
    const [row] = rows
    if (!row) throw notFound(distinctions, id)
    await lockBoth(context, row.first, row.second)
    if (row.undone_on !== null)
      throw new GaoxinError(
        'MERGE_UNDONE',
        text('这项认定已经撤销', 'This finding was undone before'),
        text('不必再撤销', 'Nothing is left to undo'),
        { value: id, status: 409 },
      )
    await updateRow(context, distinctions, id, { undone_on: context.today })
  }, `撤销非同一家认定：${why}`)

export const isApart = (id: string) =>
  new GaoxinError(
    'MERGE_APART',
    text('这两条已认定不是同一家', 'These two were found not to be the same'),
    text('如有新情况，请先撤销那项认定', 'If that has changed, undo the finding first'),
    { value: id, status: 409 },
  )
