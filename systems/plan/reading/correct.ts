import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readOffices } from '../ledger.ts'
import { type FindingRow, findings } from '../tables.ts'
import type { Comparator, MeasureKind } from '../words.ts'
import { openReading } from './desk.ts'
import { plannedYear } from './found.ts'

export interface Correction {
  readonly kept?: boolean | undefined
  readonly text?: string | undefined
  readonly office?: string | undefined
  readonly dueOn?: string | undefined
  readonly measure?: MeasureKind | undefined
  readonly comparator?: Comparator | undefined
  readonly target?: string | undefined
  readonly unit?: string | undefined
}

/**
 * One change for one task or many of a paper that is being looked over.
 * @throws GaoxinError RECORD_NOT_FOUND, PLAN_PAPER_CLOSED, PLAN_OFFICE, PLAN_PAPER_DUE, PLAN_PAPER_TARGET
 */
export const correct = (
  outer: Context,
  reading: string,
  ids: readonly string[],
  change: Correction,
): Promise<void> =>
  outer.transaction(async (context) => {
    const { paper, year } = await openReading(context, reading)
    const planned = plannedYear(paper as never, Number(year))
    if (change.office !== undefined && !(await readOffices(context.db)).has(change.office))
      throw refused('PLAN_OFFICE', change.office, text('没有这个单位', 'There is no such office'), PICK)
    if (change.dueOn !== undefined && change.dueOn < `${planned}-01-01`)
      throw refused(
        'PLAN_PAPER_DUE',
        change.dueOn,
        text(`时限早于 ${planned} 年`, `Due before ${planned}`),
        text('请填计划年度内或以后的日期', 'Give a day in the planned year or later'),
      )
    const { rows } = await sql<FindingRow>`select * from plan.findings
      where reading = ${reading} and id = any(${ids}::text[])`.execute(context.db)
    if (rows.length !== new Set(ids).size)
      throw refused(
        'RECORD_NOT_FOUND',
        reading,
        text('有的任务已不在这份文件里', 'Some tasks are no longer in this paper'),
        text('请刷新后再改', 'Load the page again'),
        404,
      )
    await writePlain(context, ids, change)
    if ([change.measure, change.comparator, change.target, change.unit].some((given) => given !== undefined))
      for (const row of rows) await updateRow(context, findings, row.id, measureOf(row, change))
  })

/** What is the same for every task, in one statement: a plan has hundreds. */
async function writePlain(
  { db, actor, now }: Context,
  ids: readonly string[],
  { kept, text: words, office, dueOn }: Correction,
): Promise<void> {
  await sql`update plan.findings set
      kept = coalesce(${kept ?? null}::boolean, kept),
      text = coalesce(${words ?? null}::text, text),
      lead_office = coalesce(${office ?? null}::text, lead_office),
      due_on = coalesce(${dueOn ?? null}::date, due_on),
      recorded_at = ${now()}, recorded_by = ${actor.id}
    where id = any(${ids}::text[])`.execute(db)
}

/** A number belongs to what is measured by one, and to nothing else. */
function measureOf(row: FindingRow, change: Correction): Readonly<Record<string, unknown>> {
  const measure = change.measure ?? row.measure
  if (measure !== 'measured')
    return { measure, comparator: null, target: null, target_unit: null, indicator: null }
  const target = change.target ?? row.target
  if (target === null)
    throw refused(
      'PLAN_PAPER_TARGET',
      row.id,
      text('按数量衡量须有目标值', 'What is measured by a number needs a target'),
      text('请填目标值，或改为按节点、定性', 'Give the target, or measure by milestones or in words'),
    )
  const unit = change.unit === undefined ? row.target_unit : change.unit || null
  return {
    measure,
    target,
    comparator: change.comparator ?? row.comparator ?? 'atLeast',
    target_unit: unit,
    // Another unit is another thing: what computed the old one does not compute this.
    indicator: unit === row.target_unit ? row.indicator : null,
  }
}

const PICK = text('请从机构名册中选择', 'Choose one of the register')

const refused = (
  code: string,
  value: string,
  says: ReturnType<typeof text>,
  remedy: ReturnType<typeof text>,
  status = 422,
) => new GaoxinError(code, says, remedy, { place: findings.id, value, status })
