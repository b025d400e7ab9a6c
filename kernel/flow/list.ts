import type { Writable } from 'node:stream'
import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../calendar/days.ts'
import { type ExportOptions, exportTable } from '../store/exchange/index.ts'
import type { Columns } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { type CaseHead, HEAD } from './ledger.ts'
import { hadToDoWith, seesAll, toDoWith, WORKERS } from './seen.ts'
import { keptBy, processesOf } from './versions.ts'

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

/**
 * 办件台账: cases that an actor may see, the newest first, a page at a time.
 * @param page `few`: up to how many cases are looked up one by one rather than looked for among all
 */
export async function casesOf(
  context: Context,
  of: AskedCases,
  page: { readonly limit: number; readonly after?: AfterCase | undefined; readonly few?: number },
): Promise<readonly CaseLine[]> {
  return (await sql<CaseLine>`${await listing(context, of, page)}`.execute(context.db)).rows
}

/**
 * Writes what the ledger lists into `out`, and ends it.
 * @returns the number of cases
 * @throws GaoxinError EXPORT_TOO_LARGE
 */
export const exportCases = async (
  context: Context,
  of: AskedCases,
  options: Pick<ExportOptions, 'format' | 'language' | 'onRows'>,
  out: Writable,
): Promise<number> =>
  exportTable(
    context.db,
    { id: CASES.id, name: CASES.name, columns: caseColumns(context) },
    await listing(context, of),
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

/** The ids of cases that meet one of the conditions, where these are few enough to begin with. */
type Few = RawBuilder<unknown> | undefined

/**
 * Where few cases meet one of the conditions, the page begins with these. Else the newest of each process and state come by
 * an index in their order until the page is full, each looked up by itself: so neither way reads all cases.
 */
async function listing(
  context: Context,
  of: AskedCases,
  {
    limit,
    after,
    few: most = FEW,
  }: { readonly limit?: number; readonly after?: AfterCase | undefined; readonly few?: number } = {},
): Promise<RawBuilder<unknown>> {
  const now = sql`${context.moment()}::timestamptz`
  const order = sql`order by c.started_at desc, c.id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`
  const each = limit === undefined ? sql`` : sql`offset 0`
  const states = of.state === undefined ? (Object.keys(CASE_STATES) as CaseHead['state'][]) : [of.state]
  const common = [...conditions(of, now, each), ...(after ? [beyond(after)] : [])]
  const select = (from: RawBuilder<unknown>, own: readonly RawBuilder<unknown>[]) =>
    sql`(select ${HEAD} from ${from} where ${sql.join([...own, ...common], sql` and `)} ${order})`

  const { kept, others } = processesSeenBy(context, of)
  const few = await fewest(context, most, setsOf(of, now))
  const fewTied = others.length > 0 ? await fewest(context, most, [toDoWith(context.actor)]) : undefined
  const parts = (processes: readonly string[], begin: Few, own: readonly RawBuilder<unknown>[]) =>
    begin
      ? [
          select(
            sql`(select distinct * from (${begin}) m (id)) m
              cross join lateral (select * from flow.cases where id = m.id offset 0) c`,
            [sql`c.process = any(${processes}::text[])`, sql`c.state = any(${states}::text[])`, ...own],
          ),
        ]
      : processes.flatMap((process) =>
          states.map((state) =>
            select(sql`flow.cases c`, [sql`c.process = ${process}`, sql`c.state = ${state}`, ...own]),
          ),
        )
  const all = [
    ...(kept.length > 0 ? parts(kept, few, []) : []),
    ...(others.length > 0 ? parts(others, few ?? fewTied, [hadToDoWith(context.actor, each)]) : []),
  ]
  return sql`select c.*, t.name as step, t.office, t.holder, t.due,
      case when c.state = 'running' then coalesce(t.due < ${now}, false)
        else exists (select from flow.handled h where h.case_id = c.id and h.ended > h.due) end as late
    from (${all.length > 0 ? sql.join(all, sql` union all `) : select(sql`flow.cases c`, [sql`false`])}) c
    left join lateral (select t.name, t.office, t.holder, t.due from flow.tasks t where t.case_id = c.id
      order by t.due nulls last, t.token limit 1) t on true
    ${order}`
}

/** Of the processes asked for: those of which the actor sees every case, and those where they see what they had to do with. */
function processesSeenBy(context: Context, { process }: AskedCases) {
  const { actor } = context
  const asked = process === undefined ? [...processesOf(context).keys()] : [process]
  if (seesAll(actor)) return { kept: asked, others: [] }
  if (!WORKERS.includes(actor.role)) return { kept: [], others: [] }
  const own = keptBy(context)
  const isOwn = (id: string) => own.includes(id)
  return { kept: asked.filter(isOwn), others: asked.filter((id) => !isOwn(id)) }
}

const FEW = 5000

/** The smallest of sets of ids that are no larger than that, and counted no further. */
async function fewest({ db }: Context, most: number, sets: readonly RawBuilder<unknown>[]): Promise<Few> {
  let found: { readonly size: number; readonly set: RawBuilder<unknown> } | undefined
  for (const set of sets) {
    const least = found?.size ?? most
    const { rows } = await sql<{ size: number }>`select count(*)::integer as size
      from (select from (${set}) s limit ${least + 1}) s`.execute(db)
    const size = rows[0]?.size ?? 0
    if (size <= least) found = { size, set }
  }
  return found?.set
}

/** What is asked for as sets of ids, of what an index leads to. */
function setsOf({ office, title, late, subject }: AskedCases, now: RawBuilder<unknown>) {
  const pairs = sql`array_remove(gaoxin.bigrams(${title ?? ''}::text), right(lower(${title ?? ''}::text), 1))`
  return [
    ...(subject
      ? [sql`select id from flow.cases where record = ${subject.record} and row_id = ${subject.id}`]
      : []),
    ...(office
      ? [
          sql`select case_id from flow.tasks where office = ${office} and holder is null
            union all select case_id from flow.tasks where office = ${office} and holder is not null
            union all select case_id from flow.handled where office = ${office}`,
        ]
      : []),
    ...(title && [...title].length > 1
      ? [sql`select id from flow.cases where gaoxin.bigrams(title) @> ${pairs}`]
      : []),
    ...(late
      ? [
          sql`select case_id from flow.tasks where due < ${now}
            union all select case_id from flow.handled where ended > due`,
        ]
      : []),
  ]
}

const beyond = ({ started_at, id }: AfterCase) =>
  sql`(c.started_at, c.id) < (${started_at}::timestamptz, ${id})`

function conditions(
  { office, title, from, to, subject, late }: AskedCases,
  now: RawBuilder<unknown>,
  each: RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  const midnight = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`
  const isLate = sql`(case when c.state = 'running'
    then exists (select from flow.tasks t where t.case_id = c.id and t.due < ${now} ${each})
    else exists (select from flow.handled h where h.case_id = c.id and h.ended > h.due ${each}) end)`
  return [
    ...(office
      ? [
          sql`(exists (select from flow.tasks t where t.case_id = c.id and t.office = ${office} ${each})
            or exists (select from flow.handled h where h.case_id = c.id and h.office = ${office} ${each}))`,
        ]
      : []),
    ...(title ? [sql`strpos(lower(c.title), lower(${title})) > 0`] : []),
    ...(from ? [sql`c.started_at >= ${midnight(from)}`] : []),
    ...(to ? [sql`c.started_at < ${midnight(addDays(to, 1))}`] : []),
    ...(subject ? [sql`c.record = ${subject.record} and c.row_id = ${subject.id}`] : []),
    ...(late === undefined ? [] : [late ? isLate : sql`not ${isLate}`]),
  ]
}
