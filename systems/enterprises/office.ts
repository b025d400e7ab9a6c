/** 梯度培育 for the offices: how many hold a rung, who could, who is one step away, what ends soon. All of it counted by the database. */
import { type RawBuilder, sql } from 'kysely'
import {
  type Decision,
  modelOf,
  type NotAsked,
  seesSubjects,
  standingOf,
  versionInForce,
  type Way,
} from '../../kernel/rules/index.ts'
import type { Context } from '../../kernel/system.ts'
import { LADDER, RENEWAL_DAYS } from './ladder.ts'
import type { Scheme } from './schemes.ts'

export interface RungCounts {
  readonly scheme: Scheme
  readonly holders: number
  /** A year ago. */
  readonly before: number
  readonly applied: number
  /** How many end within 30, 90, 180 days and are not held beyond. */
  readonly ending: Readonly<Record<string, number>>
}

const holds = (on: RawBuilder<unknown>) => sql`h.state = 'granted' and h.granted_on <= ${on}
  and (h.valid_to is null or h.valid_to > ${on})`

/** What ends in the days to come and is held by nothing later: the last certificate of each. */
const ending = (today: string, days: number) => sql`
  h.state = 'granted' and h.valid_to > ${today}::date and h.valid_to <= ${today}::date + ${days}::int
  and h.granted_on <= ${today}::date
  and not exists (select from enterprises.honours n where n.enterprise = h.enterprise and n.scheme = h.scheme
    and n.state = 'granted' and n.granted_on <= ${today}::date and (n.valid_to is null or n.valid_to > h.valid_to))`

export async function countRungs({ db, today }: Context): Promise<readonly RungCounts[]> {
  const schemes = LADDER.map(({ scheme }) => scheme)
  const yearAgo = sql`(${today}::date - interval '1 year')::date`
  const within = RENEWAL_DAYS.map(
    (days) =>
      sql`(count(distinct h.enterprise) filter (where ${ending(today, days)}))::int as ${sql.ref(`d${days}`)}`,
  )
  const { rows } = await sql<{ scheme: Scheme } & Record<string, number>>`
    select h.scheme,
      (count(distinct h.enterprise) filter (where ${holds(sql`${today}::date`)}))::int as holders,
      (count(distinct h.enterprise) filter (where ${holds(yearAgo)}))::int as before,
      (count(distinct h.enterprise) filter (where h.state = 'applied'))::int as applied,
      ${sql.join(within)}
    from enterprises.honours h where h.scheme = any(${schemes}::text[]) group by 1`.execute(db)
  const found = new Map(rows.map((row) => [row.scheme, row]))
  return schemes.map((scheme) => {
    const row = found.get(scheme)
    return {
      scheme,
      holders: row?.holders ?? 0,
      before: row?.before ?? 0,
      applied: row?.applied ?? 0,
      ending: Object.fromEntries(RENEWAL_DAYS.map((days) => [String(days), row?.[`d${days}`] ?? 0])),
    }
  })
}

/** Everybody by the rule in force of a rung, who does not hold it: the query of `standingOf`, narrowed. */
interface Without {
  readonly query: RawBuilder<unknown>
  readonly ways: readonly Way[]
}

/** @returns undefined where no wording holds, or the person may not be told of single subjects */
async function withoutRung(
  context: Context,
  scheme: Scheme,
  decision: Decision,
): Promise<Without | NotAsked | undefined> {
  const { db, actor, today } = context
  const version = seesSubjects(decision, actor) ? await versionInForce(context, decision.id) : undefined
  if (!version) return undefined
  const standing = await standingOf(db, decision, modelOf(version.model, today), today)
  if (!('query' in standing)) return standing
  const query = sql`select s.* from (${standing.query}) s where (s.passes or s.way is not null)
    and not exists (select from enterprises.honours h where h.enterprise = s.id and h.scheme = ${scheme}
      and (h.state = 'applied' or ${holds(sql`${today}::date`)}))`
  return { query, ways: standing.ways }
}

export interface Reach {
  /** Pass by the facts and neither hold it nor asked for it. */
  readonly ready: number
  readonly near: number
}

/** How many could go up and how many are one step away; null where the database cannot judge, or nobody does. */
export async function reachOf(context: Context, scheme: Scheme, decision: Decision): Promise<Reach | null> {
  const without = await withoutRung(context, scheme, decision)
  if (!without || !('query' in without)) return null
  const { rows } = await sql<Reach>`select (count(*) filter (where passes))::int as ready,
    (count(*) filter (where not passes))::int as near from (${without.query}) s`.execute(context.db)
  return rows[0] ?? null
}

export interface NearRow {
  readonly id: string
  readonly title: string
  readonly way: number | null
  readonly input: number | null
  readonly unknown: boolean | null
  /** Exact texts. */
  readonly value: string | null
  readonly short: string | null
}

export interface NearAsked {
  readonly scheme: Scheme
  readonly kind: 'near' | 'ready'
  /** `way.input`: only who lacks this. */
  readonly test?: string | undefined
  readonly sort: 'gap' | '-gap' | 'title' | '-title'
  readonly offset: number
  readonly limit: number
}

export interface NearPage {
  readonly ways: readonly Way[]
  readonly total: number
  readonly tests: readonly { readonly way: number; readonly input: number; readonly count: number }[]
  readonly rows: readonly NearRow[]
}

// Constant texts, chosen by name.
const ORDERS: Readonly<Record<NearAsked['sort'], string>> = {
  gap: 'gap asc nulls last, title, id',
  '-gap': 'gap desc nulls last, title, id',
  title: 'title, id',
  '-title': 'title desc, id',
}

/** @returns undefined where there is no rule that the database can ask */
export async function nearPage(context: Context, asked: NearAsked): Promise<NearPage | undefined> {
  const decision = LADDER.find(({ scheme }) => scheme === asked.scheme)?.decision
  const without = decision && (await withoutRung(context, asked.scheme, decision))
  if (!without || !('query' in without)) return undefined
  const kind = asked.kind === 'ready' ? sql`passes` : sql`not passes`
  const test = asked.test === undefined ? sql`true` : sql`way || '.' || input = ${asked.test}`
  const { rows } = await sql<NearRow & { readonly total: number; readonly tests: NearPage['tests'] | null }>`
    with asked as materialized (select * from (${without.query}) s where ${kind}),
      chosen as (select * from asked where ${test})
    select p.*, t.total, t.tests from (select (select count(*)::int from chosen) as total,
        (select jsonb_agg(jsonb_build_object('way', way, 'input', input, 'count', n) order by n desc, way, input)
          from (select way, input, count(*)::int as n from asked where way is not null group by 1, 2) each) as tests) t
      left join lateral (select id, title, way, input, unknown, value::text, short::text from chosen
        order by ${sql.raw(ORDERS[asked.sort])} limit ${asked.limit} offset ${asked.offset}) p on true`.execute(
    context.db,
  )
  return {
    ways: without.ways,
    total: rows[0]?.total ?? 0,
    tests: rows[0]?.tests ?? [],
    rows: rows.filter(({ id }) => id !== null),
  }
}

export interface Renewal {
  readonly id: string
  readonly enterprise: string
  readonly title: string
  readonly scheme: Scheme
  readonly validTo: string
}

export async function renewalsDue(
  { db, today }: Context,
  asked: {
    readonly scheme?: Scheme | undefined
    readonly within: number
    readonly offset: number
    readonly limit: number
  },
): Promise<{ readonly total: number; readonly rows: readonly Renewal[] }> {
  const among = sql`from enterprises.honours h join enterprises.enterprises e on e.id = h.enterprise
    where ${ending(today, asked.within)} and e.cancelled_on is null
      and h.scheme = any(${asked.scheme ? [asked.scheme] : LADDER.map(({ scheme }) => scheme)}::text[])`
  const { rows } = await sql<Renewal>`select h.id, e.id as enterprise, e.name as title, h.scheme,
    h.valid_to::text as "validTo" ${among}
    order by h.valid_to, e.name, h.id limit ${asked.limit} offset ${asked.offset}`.execute(db)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n ${among}`.execute(db)
  return { total: counted[0]?.n ?? 0, rows }
}
