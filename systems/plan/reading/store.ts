import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import { statements } from '../../../kernel/figures/tables.ts'
import { insertRows, type NewRow, type RecordDefinition, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readOffices } from '../ledger.ts'
import { changes, type FindingRow, granules, type ReadingRow, readings, reports } from '../tables.ts'
import { requireRole, TRANSITIONS } from '../transitions.ts'
import type { Paper } from '../words.ts'
import { find, findingsOf, openReading, refuseKnown } from './desk.ts'
import { plannedYear } from './found.ts'

export interface Stored {
  readonly report: string | null
  readonly granules: readonly string[]
}

/** Posts that may hand tasks out the moment they are in the ledger. */
export const ISSUERS = TRANSITIONS.find(({ action }) => action === 'issue')?.roles ?? []

/**
 * Enters a paper that was looked over: the report with its figures, the tasks that are kept as granules.
 * @param issue hands them to their offices at once; only for posts that may issue
 * @throws GaoxinError PLAN_PAPER_CLOSED, PLAN_PAPER_KNOWN, PLAN_PAPER_OFFICE, PLAN_PAPER_NOTHING, PLAN_ROLE
 */
export const storeReading = (outer: Context, id: string, issue: boolean): Promise<Stored> =>
  outer.transaction(async (context) => {
    if (issue) requireRole(context.actor, ISSUERS)
    const reading = await openReading(context, id)
    const kept = (await findingsOf(context, id)).filter((task) => task.kept)
    refuseUnled(kept)
    if (reading.paper !== 'report' && kept.length === 0) throw nothingKept()
    const report = reading.paper === 'report' ? await storeReport(context, reading) : null
    const ids = await storeTasks(context, { reading, kept, report, issue })
    await updateRow(context, readings, id, { state: 'stored', report })
    return { report, granules: ids }
  }, `读入确认〔${id}〕`)

const insert = (context: Context, record: RecordDefinition, rows: readonly NewRow[]) =>
  insertRows(context.db, record, rows, { actor: context.actor, now: context.now(), newId: context.newId })

async function storeReport(context: Context, reading: ReadingRow): Promise<string> {
  await refuseKnown(context, reading.sha256)
  const id = context.newId()
  const { title, year, publisher, issued_on, index_number, text: words, sha256 } = reading
  await insert(context, reports, [
    { id, title, year, publisher: publisher ?? '', issued_on, index_number, text: words, sha256 },
  ])
  const found = await find(context, words, 'report', Number(year))
  await insert(
    context,
    statements,
    found.statements.map((statement, index) => ({ id: `${id}:${index + 1}`, report: id, ...statement })),
  )
  await context.changed(reports.id, [id])
  await context.changed(statements.id, [])
  return id
}

interface ToStore {
  readonly reading: ReadingRow
  readonly kept: readonly FindingRow[]
  readonly report: string | null
  readonly issue: boolean
}

async function storeTasks(
  context: Context,
  { reading, kept, report, issue }: ToStore,
): Promise<readonly string[]> {
  const year = String(plannedYear(reading.paper as Paper, Number(reading.year)))
  const list = reading.paper === 'livelihood' ? 'livelihood' : 'work'
  const offices = await readOffices(context.db)
  const codeOf = await codes(context, year)
  const status = issue ? 'issued' : 'drafted'
  const rows = kept.map((task) => {
    const { text: words, section, verb, object, measure, comparator, target, target_unit, indicator } = task
    const spans = report === null ? { span_start: null, span_end: null } : task
    return {
      id: context.newId(),
      code: codeOf(list === 'livelihood' ? `${year}-MS` : task.code.replace(/-\d+$/, '')),
      list,
      year,
      text: words,
      section,
      report,
      span_start: spans.span_start,
      span_end: spans.span_end,
      verb,
      object,
      measure,
      comparator,
      target,
      target_unit,
      indicator,
      lead_office: task.lead_office,
      support_offices: [],
      leader: offices.get(task.lead_office ?? '')?.leader ?? '',
      starts_on: task.due_on < reading.starts_on ? `${year}-01-01` : reading.starts_on,
      due_on: task.due_on,
      path: null,
      status,
    }
  })
  await insert(context, granules, rows)
  const line = { kind: 'status', field: 'status', changed_by: context.actor.name, changed_on: context.today }
  // Lines of one moment are told in the order of their ids.
  const why = `读入《${reading.title}》`
  await insert(
    context,
    changes,
    rows.flatMap(({ id }) => [
      { ...line, id: `${id}:1`, granule: id, before: null, after: 'drafted', reason: why },
      ...(issue
        ? [{ ...line, id: `${id}:2`, granule: id, before: 'drafted', after: 'issued', reason: null }]
        : []),
    ]),
  )
  const ids = rows.map(({ id }) => id)
  await context.changed(granules.id, ids)
  return ids
}

/** The next free code behind a prefix: a year's tasks come from more than one paper. */
async function codes({ db }: Context, year: string): Promise<(prefix: string) => string> {
  const { rows } = await sql<{ prefix: string; last: number }>`
    select regexp_replace(code, '-\\d+$', '') as prefix, max(substring(code from '-(\\d+)$')::int) as last
    from plan.granules where year = ${year} and code ~ '-\\d{1,6}$' group by 1`.execute(db)
  const last = new Map(rows.map((row) => [row.prefix, row.last]))
  return (prefix) => {
    const number = (last.get(prefix) ?? 0) + 1
    last.set(prefix, number)
    return `${prefix}-${String(number).padStart(2, '0')}`
  }
}

function refuseUnled(kept: readonly FindingRow[]): void {
  const unled = kept.filter((task) => task.lead_office === null)
  if (unled.length === 0) return
  throw new GaoxinError(
    'PLAN_PAPER_OFFICE',
    text(`还有 ${unled.length} 项任务没有牵头单位`, `${unled.length} tasks have no lead office yet`),
    text(
      '请逐项或成批指定牵头单位，或选择不入台账',
      'Give each an office, one by one or many at once, or leave it out',
    ),
    { place: unled[0]!.id, value: unled.length, status: 422 },
  )
}

const nothingKept = () =>
  new GaoxinError(
    'PLAN_PAPER_NOTHING',
    text('没有选中任何任务', 'No task is kept'),
    text('请至少保留一项任务，或放弃这份文件', 'Keep one task at least, or drop the paper'),
    { status: 422 },
  )
