/** What pages of redemption show, each list one question to the database. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import type { ClaimState } from './words.ts'

export interface ClaimLine {
  readonly id: string
  readonly number: string
  readonly enterprise: string
  readonly enterpriseName: string
  readonly granule: string
  readonly title: string
  readonly office: string
  readonly state: ClaimState
  readonly origin: 'applied' | 'proposed'
  readonly year: string
  readonly subject: string | null
  /** Yuan. */
  readonly amount: string | null
  readonly dueOn: string | null
  readonly late: boolean
  readonly submittedOn: string | null
  readonly paidOn: string | null
  readonly days: number | null
  readonly asked: string | null
}

const OVER = ['paid', 'recovered', 'withdrawn', 'rejected', 'lapsed']

/** @param where a condition on `c`, the claims @param order of claims */
export async function linesOf(
  { db, today }: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
  offset = 0,
): Promise<readonly ClaimLine[]> {
  const { rows } = await sql<ClaimLine>`
    select c.id, c.number, c.enterprise, e.name as "enterpriseName", c.granule, g.title, c.office, c.state, c.origin,
      c.year, c.subject, c.amount::text as amount, c.due_on as "dueOn",
      coalesce(c.due_on < ${today}::date, false) as late, c.submitted_on as "submittedOn", c.paid_on as "paidOn",
      c.days, c.asked
    from (select * from policy.claims c where ${where} order by ${order} limit ${limit} offset ${offset}) c
      join enterprises.enterprises e on e.id = c.enterprise join policy.granules g on g.id = c.granule
    order by ${order}`.execute(db)
  return rows
}

/** What waits for somebody, what is latest first. */
export const openLines = (context: Context, where: RawBuilder<unknown>, limit: number, offset: number) =>
  linesOf(
    context,
    sql`c.state <> all(${[...OVER, 'draft']}::text[]) and ${where}`,
    sql`c.due_on nulls last, c.number`,
    limit,
    offset,
  )

export interface PotLine {
  readonly id: string
  readonly name: string
  readonly year: string
  readonly office: string
  readonly line: string
  /** Yuan, each. */
  readonly budget: string
  readonly reserved: string
  readonly paid: string
  readonly left: string
  readonly claims: number
}

export async function potLines({ db }: Context): Promise<readonly PotLine[]> {
  const { rows } = await sql<PotLine>`
    select p.id, p.name, p.year, p.office, p.line, p.amount::text as budget, (p.committed - coalesce(c.paid, 0))::text as reserved,
      coalesce(c.paid, 0)::text as paid, (p.amount - p.committed)::text as left, coalesce(c.claims, 0)::int as claims
    from policy.pots p left join (
      select pot, count(*) as claims, sum(amount) filter (where state in ('paid', 'recovering', 'recovered')) as paid
      from policy.claims where state <> all(${['draft', 'proposed', 'withdrawn', 'rejected', 'lapsed']}::text[])
      group by pot) c on c.pot = p.id
    order by p.year desc, p.name`.execute(db)
  return rows
}

/** From a submission to the money, by the month in which it came: calendar days. */
export interface SpeedLine {
  readonly month: string
  readonly claims: number
  /** Yuan. */
  readonly paid: string
  readonly median: number
  readonly p90: number
}

export async function speedLines({ db }: Context): Promise<readonly SpeedLine[]> {
  const { rows } = await sql<SpeedLine>`
    select paid_month as month, count(*)::int as claims, sum(amount)::text as paid,
      percentile_cont(0.5) within group (order by days)::float as median,
      percentile_cont(0.9) within group (order by days)::float as p90
    from policy.claims where paid_month is not null group by 1 order by 1`.execute(db)
  return rows
}

export async function stateCounts(
  { db, today }: Context,
  where: RawBuilder<unknown>,
): Promise<
  readonly {
    readonly state: ClaimState
    readonly claims: number
    readonly late: number
    readonly amount: string
  }[]
> {
  const { rows } = await sql<{ state: ClaimState; claims: number; late: number; amount: string }>`
    select state, count(*)::int as claims, count(*) filter (where due_on < ${today}::date)::int as late,
      coalesce(sum(amount), 0)::text as amount
    from policy.claims c where ${where} group by state`.execute(db)
  return rows
}
