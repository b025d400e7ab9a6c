import type { Writable } from 'node:stream'
import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../calendar/days.ts'
import { type ExportOptions, exportTable } from '../store/exchange/index.ts'
import type { Columns } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { type CaseHead, HEAD } from './ledger.ts'
import { seenBy } from './seen.ts'
import { processesOf } from './versions.ts'

export const CASE_STATES = {
  running: text('在办', 'Under way'),
  completed: text('办结', 'Completed'),
  terminated: text('作废', 'Ended'),
} as const

/** A case as the ledger lists it, with that of its open tasks which is due first. */
export interface CaseLine extends CaseHead {
  /** Where it stands, whose that is and until when; null where nothing is asked of anybody. */
  readonly step: string | null
  readonly office: string | null
  readonly holder: string | null
  readonly due: string | null
  /** Past a limit now; of a case that has ended: a step of it was done too late. */
  readonly late: boolean
}

/** What is asked of the ledger; all that is given holds. */
export interface AskedCases {
  readonly process?: string | undefined
  readonly state?: CaseHead['state'] | undefined
  /** That has or had a task of it. */
  readonly office?: string | undefined
  /** Part of the title, in capitals or not. */
  readonly title?: string | undefined
  readonly late?: boolean | undefined
  /** Begun from this day to that one, YYYY-MM-DD at Beijing, both counted. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** About this row. */
  readonly subject?: { readonly record: string; readonly id: string } | undefined
}

/** Where a list of cases goes on: after this one. */
export type AfterCase = Pick<CaseHead, 'started_at' | 'id'>

/** 办件台账: cases that an actor may see, the newest first, a page at a time. */
export async function casesOf(
  context: Context,
  of: AskedCases,
  page: { readonly limit: number; readonly after?: AfterCase | undefined },
): Promise<readonly CaseLine[]> {
  return (await sql<CaseLine>`${listing(context, of, page)}`.execute(context.db)).rows
}

/**
 * Writes what the ledger lists into `out`, and ends it.
 * @returns the number of cases
 * @throws GaoxinError EXPORT_TOO_LARGE
 */
export const exportCases = (
  context: Context,
  of: AskedCases,
  options: Pick<ExportOptions, 'format' | 'language' | 'onRows'>,
  out: Writable,
): Promise<number> =>
  exportTable(
    context.db,
    { id: CASES.id, name: CASES.name, columns: caseColumns(context) },
    listing(context, of),
    options,
    out,
  )

/** As exports name it. */
export const CASES = { id: 'flow.cases', name: text('办件台账', 'Ledger of cases') } as const

export const caseColumns = (context: Context): Columns => ({
  title: { kind: 'text', name: text('办件', 'Case') },
  process: {
    kind: 'choice',
    name: text('流程', 'Process'),
    choices: Object.fromEntries([...processesOf(context)].map(([id, { name }]) => [id, name])),
  },
  state: { kind: 'choice', name: text('状态', 'State'), choices: CASE_STATES },
  step: { kind: 'text', name: text('所处环节', 'Where it stands') },
  office: { kind: 'office', name: text('单位', 'Office') },
  due: { kind: 'instant', name: text('时限', 'Limit') },
  late: { kind: 'boolean', name: text('超时', 'Late') },
  started_at: { kind: 'instant', name: text('发起时间', 'Begun at') },
  ended_at: { kind: 'instant', name: text('办结时间', 'Ended at') },
  id: { kind: 'text', name: text('编号', 'ID') },
})

/** The newest of each process and state come by an index in their order, so that a page of all costs no sort of all. */
function listing(
  context: Context,
  of: AskedCases,
  { limit, after }: { readonly limit?: number; readonly after?: AfterCase | undefined } = {},
): RawBuilder<unknown> {
  const now = sql`${context.moment()}::timestamptz`
  const order = sql`order by c.started_at desc, c.id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`
  const common = [seenBy(context), ...conditions(of), ...(after ? [beyond(after)] : [])]
  const part = (...own: readonly RawBuilder<unknown>[]) =>
    sql`(select ${HEAD} from flow.cases c where ${sql.join([...own, ...common], sql` and `)} ${order})`
  const parts = of.process === undefined ? [...processesOf(context).keys()] : [of.process]
  const states = of.state === undefined ? (Object.keys(CASE_STATES) as CaseHead['state'][]) : [of.state]
  const each = parts.flatMap((process) =>
    states.map((state) =>
      part(sql`c.process = ${process}`, sql`c.state = ${state}`, ...isLate(of.late, state, now)),
    ),
  )
  return sql`select c.*, t.name as step, t.office, t.holder, t.due,
      case when c.state = 'running' then coalesce(t.due < ${now}, false)
        else exists (select from flow.handled h where h.case_id = c.id and h.ended > h.due) end as late
    from (${each.length > 0 ? sql.join(each, sql` union all `) : part(sql`false`)}) c
    left join lateral (select t.name, t.office, t.holder, t.due from flow.tasks t where t.case_id = c.id
      order by t.due nulls last, t.token limit 1) t on true
    ${order}`
}

const beyond = ({ started_at, id }: AfterCase) =>
  sql`(c.started_at, c.id) < (${started_at}::timestamptz, ${id})`

function conditions({ office, title, from, to, subject }: AskedCases): readonly RawBuilder<unknown>[] {
  const midnight = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`
  return [
    ...(office
      ? [
          sql`(exists (select from flow.tasks t where t.case_id = c.id and t.office = ${office})
            or exists (select from flow.handled h where h.case_id = c.id and h.office = ${office}))`,
        ]
      : []),
    ...(title ? [sql`strpos(lower(c.title), lower(${title})) > 0`] : []),
    ...(from ? [sql`c.started_at >= ${midnight(from)}`] : []),
    ...(to ? [sql`c.started_at < ${midnight(addDays(to, 1))}`] : []),
    ...(subject ? [sql`c.record = ${subject.record} and c.row_id = ${subject.id}`] : []),
  ]
}

/** As sets, which the database may begin with where few are late. */
function isLate(
  late: boolean | undefined,
  state: CaseHead['state'],
  now: RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  if (late === undefined) return []
  const those =
    state === 'running'
      ? sql`select t.case_id from flow.tasks t where t.due < ${now}`
      : sql`select h.case_id from flow.handled h where h.ended > h.due`
  return [late ? sql`c.id in (${those})` : sql`c.id not in (${those})`]
}
