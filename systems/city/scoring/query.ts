import { type RawBuilder, sql } from 'kysely'
import { hasPostgis, touchingSql } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { RECUR_DAYS } from '../settings.ts'
import { grids } from '../tables/index.ts'
import { OPEN, type ReportState } from '../words.ts'
import { type Counts, type Period, type Rates, ratesOf, scoreOf } from './rates.ts'

/** What is scored: areas, offices, and posts by who did the step. */
export const OBJECTS = {
  street: 'street',
  grid: 'grid',
  office: 'unit',
  collector: 'collector',
  seat: 'filed_by',
  dispatcher: 'dispatched_by',
} as const
export type ScoredObject = keyof typeof OBJECTS

export interface Score {
  /** The office, the cell or the person; null: nobody yet. */
  readonly key: string | null
  readonly counts: Counts
  readonly rates: Rates
  /** 综合得分, 0 to 100. */
  readonly score: number | null
}

/** The same counts as `countsOf`, for every area, office or post at once; the largest first. */
export async function scoresOf(
  { db }: Pick<Context, 'db'>,
  by: ScoredObject,
  period: Period,
  most = 500,
): Promise<readonly Score[]> {
  const { rows } = await sql<Counts & { key: string | null }>`
    select key, ${counted(period)} from (${counting(sql`r.${sql.ref(OBJECTS[by])}`, period)}) r
    group by key order by count(*) desc, key limit ${most}`.execute(db)
  return rows.map(({ key, ...counts }) => scored(key, counts))
}

/** Of the whole zone. */
export async function scoreOfAll({ db }: Pick<Context, 'db'>, period: Period): Promise<Score> {
  const { rows } = await sql<Counts>`
    select ${counted(period)} from (${counting(sql`null`, period)}) r`.execute(db)
  return scored(null, rows[0]!)
}

const scored = (key: string | null, counts: Counts): Score => {
  const rates = ratesOf(counts)
  return { key, counts, rates, score: scoreOf(rates) }
}

/** Reports that may count for a period, each way of counting by an index. */
const counting = (key: RawBuilder<unknown>, { from, to }: Period) => {
  const [begin, end] = [sql`${from}::timestamptz`, sql`${to}::timestamptz`]
  const within = (column: string) => sql`(r.${sql.ref(column)} >= ${begin} and r.${sql.ref(column)} < ${end})`
  return sql`select ${key} as key, r.returns, r.reworks, r.filed_at, r.handled_at, r.closed_at,
      ${within('reported_at')} as is_reported, coalesce(${within('dispatched_at')}, false) as is_dispatched,
      coalesce(r.state <> 'void' and ${within('due_at')}, false) as is_due,
      coalesce(r.state <> 'void' and r.due_at < ${begin} and (r.closed_at is null or r.closed_at >= ${begin}), false) as is_carried,
      coalesce(r.handled_at <= r.due_at, false) as on_time
    from city.reports r
    where r.state <> 'merged' and (${within('reported_at')} or ${within('dispatched_at')} or ${within('due_at')}
      or (r.state = any(${OPEN}::text[]) and r.due_at < ${begin}) or (r.closed_at >= ${begin} and r.due_at < ${begin}))`
}

const counted = ({ to }: Period) => {
  const by = (column: string) => sql`${sql.ref(column)} < ${to}::timestamptz`
  const count = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
  const toClose = sql`(is_due or is_carried)`
  return sql`${count(sql`is_reported`)} as reported,
    ${count(sql`is_reported and ${by('filed_at')}`)} as filed,
    ${count(sql`is_dispatched`)} as dispatched,
    ${count(sql`is_dispatched and returns = 0`)} as "dispatchedRight",
    ${count(sql`is_due`)} as "toHandle",
    ${count(sql`is_due and ${by('handled_at')}`)} as handled,
    ${count(sql`is_due and ${by('handled_at')} and on_time`)} as "handledOnTime",
    ${count(sql`is_due and reworks > 0`)} as reworked,
    ${count(toClose)} as "toClose",
    ${count(sql`${toClose} and ${by('closed_at')}`)} as closed,
    ${count(sql`${toClose} and ${by('closed_at')} and on_time`)} as "closedOnTime"`
}

export interface HotCell {
  readonly grid: string
  readonly street: string | null
  readonly longitude: number
  readonly latitude: number
  readonly reports: number
  /** 高发: told again within `RECUR_DAYS` days, of the same class. */
  readonly again: number
  /** Reports in the cells whose outlines touch it; of the worst only, null of the others. */
  readonly around: number | null
}

/** So many of the worst cells are looked around. */
const LOOKED_AROUND = 10

/** Cells by how much was reported of them in a period, the worst first. */
export async function hotCells(
  { db }: Pick<Context, 'db'>,
  { from, to }: Period,
  most: number,
): Promise<readonly HotCell[]> {
  const touching = touchingSql(grids, 'outline', await hasPostgis(db), sql`a.id in (select id from worst)`)
  const { rows } = await sql<HotCell>`
    with told as materialized (
      select grid, count(*)::int as reports,
        count(*) filter (where reported_at - before <= ${RECUR_DAYS} * interval '1 day')::int as again
      from (
        select grid, reported_at, lag(reported_at) over (partition by class, grid order by reported_at) as before
        from city.reports where state not in ('void', 'merged') and grid is not null and class is not null
          and reported_at >= ${from}::timestamptz - ${RECUR_DAYS} * interval '1 day' and reported_at < ${to}::timestamptz) each_told
      where reported_at >= ${from}::timestamptz group by grid),
    listed as materialized (
      select g.id, g.code as grid, g.street, g.centre[0] as longitude, g.centre[1] as latitude, told.reports, told.again
      from told join city.grids g on g.code = told.grid order by told.reports desc, told.again desc, g.code limit ${most}),
    worst as materialized (select id from listed order by reports desc, again desc, grid limit ${LOOKED_AROUND}),
    beside as (
      select t.id, sum(told.reports)::int as around
      from (${touching}) t join city.grids g on g.id = t.other join told on told.grid = g.code group by t.id)
    select grid, street, longitude, latitude, reports, again,
      case when id in (select id from worst) then coalesce(around, 0) end as around
    from listed left join beside using (id) order by reports desc, again desc, grid`.execute(db)
  return rows
}

export interface Now {
  readonly states: Readonly<Partial<Record<ReportState, number>>>
  /** 超时未处置. */
  readonly late: number
}

/** What is under way, and how much of it is late, at a moment. */
export async function underWay({ db }: Pick<Context, 'db'>, moment: string): Promise<Now> {
  const { rows } = await sql<{
    state: ReportState
    n: number
    late: number
  }>`select state, count(*)::int as n,
      (count(*) filter (where state = 'handling' and due_at < ${moment}::timestamptz))::int as late
    from city.reports where state = any(${OPEN}::text[]) group by state`.execute(db)
  return {
    states: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  }
}

export interface Day {
  readonly day: string
  readonly reported: number
  readonly closed: number
}

/** Reported and closed by day at Beijing, days without any too. */
export async function daysOf({ db }: Pick<Context, 'db'>, { from, to }: Period): Promise<readonly Day[]> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`
  const between = (column: string) =>
    sql`${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${to}::timestamptz`
  const { rows } = await sql<Day>`
    select d::date::text as day, coalesce(r.n, 0)::int as reported, coalesce(c.n, 0)::int as closed
    from generate_series((${from}::timestamptz at time zone 'Asia/Shanghai')::date,
      ((${to}::timestamptz - interval '1 millisecond') at time zone 'Asia/Shanghai')::date, interval '1 day') d
    left join (select ${day('reported_at')} as on_day, count(*) as n from city.reports
      where ${between('reported_at')} group by 1) r on r.on_day = d::date
    left join (select ${day('closed_at')} as on_day, count(*) as n from city.reports
      where ${between('closed_at')} group by 1) c on c.on_day = d::date
    order by d`.execute(db)
  return rows
}
