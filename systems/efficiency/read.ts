/** What the pages of the evaluation ask for. What a query returns is paged and summed in the database. */
import { type RawBuilder, sql } from 'kysely'
import { notFound } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import type { Points } from './scoring/index.ts'
import { results, rounds } from './tables.ts'

export interface SchemeLine {
  readonly id: string
  readonly name: string
  readonly year: string
  readonly segment: string
  readonly official: boolean
  readonly firms: number
  readonly confirmed: number
  readonly round: RoundLine | null
}
export interface RoundLine {
  readonly id: string
  readonly state: string
  readonly evaluated: number
  readonly computedBy: string
  readonly noticeFrom: string | null
  readonly noticeTo: string | null
  readonly publishedBy: string | null
  readonly publishedOn: string | null
  readonly open: number
}

/** Every scheme, newest year first, with how far its evaluation has come. */
export async function schemeLines({ db }: Context): Promise<readonly SchemeLine[]> {
  const { rows } = await sql<SchemeLine>`
    with counted as (
      select segment, period, count(*)::int as firms, count(confirmed_on)::int as confirmed
      from efficiency.firms group by segment, period)
    select s.id, s.name, s.year, s.segment, s.standing = 'official' and not s.synthetic as official,
      coalesce(c.firms, 0) as firms, coalesce(c.confirmed, 0) as confirmed, ${ROUND} as round
    from efficiency.schemes s
    left join counted c on c.segment = s.segment and c.period = s.year || '-12'
    left join efficiency.rounds o on o.scheme = s.id
    order by s.year desc, array_position(array['above', 'below', 'small', 'tenant'], s.segment), s."from", s.id`.execute(
    db,
  )
  return rows
}

const ROUND = sql`case when o.id is not null then jsonb_build_object('id', o.id, 'state', o.state, 'evaluated', o.evaluated,
  'computedBy', o.computed_by, 'noticeFrom', o.notice_from, 'noticeTo', o.notice_to, 'publishedBy', o.published_by,
  'publishedOn', o.published_on, 'open', (select count(*) from efficiency.objections b
    where b.round = o.id and b.state = 'filed')) end`

export interface Share {
  readonly class: string
  readonly firms: number
  /** Score of the last firm that has the class by its place; null for firms that are not ranked. */
  readonly least: string | null
  readonly most: string | null
  readonly byFloor: number
  readonly byVeto: number
}

export async function sharesOf({ db }: Context, round: string): Promise<readonly Share[]> {
  const { rows } = await sql<Share>`
    select class, count(*)::int as firms, min(score) filter (where by_rank = class)::text as least,
      max(score) filter (where by_rank = class)::text as most, count(*) filter (where moved = 'floor')::int as "byFloor",
      count(*) filter (where moved = 'veto')::int as "byVeto"
    from efficiency.results where round = ${round} group by class order by class`.execute(db)
  return rows
}

export interface Reasons {
  readonly exemptions: readonly { readonly reason: string; readonly firms: number }[]
  readonly vetoes: readonly { readonly kind: string; readonly firms: number }[]
}

export async function reasonsOf({ db }: Context, round: string): Promise<Reasons> {
  const { rows: exemptions } = await sql<{ reason: string; firms: number }>`
    select exemption as reason, count(*)::int as firms from efficiency.results
    where round = ${round} and exemption is not null group by 1 order by 2 desc, 1`.execute(db)
  const { rows: vetoes } = await sql<{ kind: string; firms: number }>`
    select one->>'kind' as kind, count(distinct firm)::int as firms
    from efficiency.results, jsonb_array_elements(found) one
    where round = ${round} and found <> '[]' group by 1 order by 2 desc, 1`.execute(db)
  return { exemptions, vetoes }
}

export interface ObjectionLine {
  readonly id: string
  readonly result: string | null
  readonly name: string
  readonly reason: string
  readonly filedOn: string
  readonly state: string
  readonly answer: string | null
  readonly decidedOn: string | null
}

export async function objectionsIn(
  { db }: Context,
  round: string,
  firm: string | null = null,
): Promise<readonly ObjectionLine[]> {
  const { rows } = await sql<ObjectionLine>`
    select b.id, r.id as result, f.name, b.reason, b.filed_on::text as "filedOn", b.state, b.answer,
      b.decided_on::text as "decidedOn"
    from efficiency.objections b join efficiency.firms f on f.id = b.firm
    left join efficiency.results r on r.round = b.round and r.firm = b.firm
    where b.round = ${round} and (${firm}::text is null or b.firm = ${firm})
    order by b.state = 'filed' desc, b.filed_on desc, b.id limit 200`.execute(db)
  return rows
}

export interface ResultLine {
  readonly id: string
  readonly name: string
  readonly score: string
  readonly rank: number | null
  readonly class: string
  readonly byRank: string | null
  readonly moved: string | null
  readonly exemption: string | null
}

export const PAGE = 50

export async function resultLines(
  { db }: Context,
  round: string,
  { only, search, offset }: { readonly only: string; readonly search: string; readonly offset: number },
): Promise<{ readonly total: number; readonly rows: readonly ResultLine[] }> {
  const where = sql`round = ${round} and (${only} = '' or class = ${only})
    and (${search} = '' or position(${search} in name) > 0)`
  const { rows } = await sql<ResultLine>`
    select id, name, score::text as score, rank::int as rank, class, by_rank as "byRank", moved, exemption
    from efficiency.results where ${where} order by rank nulls last, id limit ${PAGE} offset ${offset}`.execute(
    db,
  )
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from efficiency.results where ${where}`.execute(db)
  return { total: counted[0]!.n, rows }
}

export interface Explained extends ResultLine {
  readonly firm: string
  readonly ranked: number
  readonly deducted: string | null
  readonly points: readonly Points[]
  readonly found: readonly { readonly kind: string; readonly best: string }[]
  readonly members: readonly { readonly firm: string; readonly name: string }[]
  readonly synthetic: boolean
  readonly round: string
  readonly scheme: string
  /** Lowest score with the next better class by place; null for the best class and for who is not ranked. */
  readonly next: string | null
}

/** One result that the given condition shows. @throws GaoxinError RECORD_NOT_FOUND */
export async function explained(
  { db }: Context,
  where: RawBuilder<unknown>,
  asked: string,
): Promise<Explained> {
  const { rows } = await sql<Explained>`
    select r.id, r.firm, r.name, r.score::text as score, r.rank::int as rank, r.ranked::int as ranked, r.class,
      r.by_rank as "byRank", r.moved, r.exemption, r.deducted::text as deducted, r.points, coalesce(r.found, '[]') as found,
      coalesce(r.members, '[]') as members, r.synthetic, r.round, o.scheme,
      (select min(b.score)::text from efficiency.results b where b.round = r.round and b.by_rank = chr(ascii(r.by_rank) - 1)
        and (not s.by_industry or exists (select from efficiency.firms x, efficiency.firms y
          where x.id = b.firm and y.id = r.firm and x.industry = y.industry))) as next
    from (select * from efficiency.results where ${where}) r
    join efficiency.rounds o on o.id = r.round join efficiency.schemes s on s.id = o.scheme
    order by s.year desc, o.id desc limit 1`.execute(db)
  if (!rows[0]) throw notFound(results, asked)
  return rows[0]
}

export async function lineOfRound(
  context: Context,
  id: string,
): Promise<SchemeLine & { readonly round: RoundLine }> {
  const line = (await schemeLines(context)).find(({ round }) => round?.id === id)
  if (!line?.round) throw notFound(rounds, id)
  return { ...line, round: line.round }
}
