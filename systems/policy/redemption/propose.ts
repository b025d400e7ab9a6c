/** 免申即享: claims that the data propose to everybody who matches, as far as the pot reaches. */
import { sql } from 'kysely'
import { factsOf } from '../../../kernel/rules/index.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import { populationOf } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { askedNames, type Granule, kindsOf, SUBJECT } from '../granule/index.ts'
import { pots } from '../tables.ts'
import type { EventKind } from '../words.ts'
import { dueOn, numberOf, openGranule } from './begin.ts'
import { redemptionError } from './errors.ts'
import { eventNames, isLate, needsEventDay } from './event.ts'
import { keyOf } from './period.ts'
import { claims } from './tables.ts'

/** Claims that one transaction proposes; a page goes on until nobody is left and shows how far it is. */
const AT_ONCE = 200
/** The pot has not committed their amounts yet, and they will ask for them. */
const PENDING = ['proposed', 'submitted', 'asked', 'reviewed']

export interface Proposal {
  /** Who matches now, with a sum. */
  readonly matching: number
  /** Of them: have a claim for the same year already, or did not want it. */
  readonly claimed: number
  /** Of the rest: whose months after the event have passed. */
  readonly late: number
  /** The others, and their yuan. */
  readonly open: number
  readonly amount: string
  /** Yuan that the pot has neither committed nor to keep for claims under way. */
  readonly left: string
  /** Of the open ones: whom that reaches, and their yuan. */
  readonly within: number
  readonly withinAmount: string
}

/**
 * What proposing would do now.
 * @throws GaoxinError CLAIM_OPEN_GRANULE, CLAIM_WINDOW, CLAIM_ROLE, CLAIM_APPLIED, POT_NONE
 */
export async function proposal(context: Context, id: string): Promise<Proposal> {
  const granule = await automaticGranule(context, id)
  const left = await leftOf(context, granule)
  const late = await lateOf(context, granule)
  const { rows } = await sql<Omit<Proposal, 'left' | 'late'>>`with open as (${openOf(context, granule, late)})
    select (select count(*) from policy.matches m join enterprises.enterprises e on e.id = m.enterprise
        where m.granule = ${id} and m.verdict = 'match' and m.amount > 0 and e.cancelled_on is null)::int as matching,
      count(*)::int as open, coalesce(sum(amount), 0)::text as amount,
      count(*) filter (where running <= ${left}::numeric)::int as within,
      coalesce(sum(amount) filter (where running <= ${left}::numeric), 0)::text as "withinAmount"
    from open`.execute(context.db)
  const found = rows[0]!
  return { ...found, left, late: late.length, claimed: found.matching - late.length - found.open }
}

/**
 * Proposes to the next of those who match, who matched first of all, until the pot would be exceeded.
 * @returns how many were proposed, and how many are still to come
 * @throws GaoxinError what `proposal` throws
 */
export async function propose(
  context: Context,
  id: string,
): Promise<{ readonly proposed: number; readonly more: number }> {
  const granule = await automaticGranule(context, id)
  const { row } = granule
  // Two that propose from one pot see each other's.
  await sql`select from policy.pots where id = ${row.pot} for update`.execute(context.db)
  const left = await leftOf(context, granule)
  const { rows } = await sql<{ enterprise: string; code: string; amount: string; all: number }>`
    with open as (${openOf(context, granule, await lateOf(context, granule))})
    select enterprise, code, amount::text as amount, count(*) over ()::int as "all" from open
    where running <= ${left}::numeric order by running limit ${AT_ONCE}`.execute(context.db)
  const period = periodOf(context, granule)
  const made = rows.map(({ enterprise, code, amount }) => ({
    id: context.newId(),
    number: numberOf(context),
    enterprise,
    credit_code: code,
    granule: row.id,
    granule_code: row.code,
    office: row.office,
    stack: row.stacking === 'stackable' ? null : row.stack,
    ...period,
    origin: 'proposed',
    state: 'proposed',
    due_on: dueOn('proposed', context.today),
    amount,
    given: {},
    pot: row.pot,
  }))
  const { db, actor, now, newId } = context
  // Who begins a claim at this moment has it, and is passed over.
  await insertRows(db, claims, made, { actor, now: now(), newId }, 'skip')
  await context.changed(
    claims.id,
    made.map((one) => one.id),
  )
  return { proposed: made.length, more: (rows[0]?.all ?? 0) - made.length }
}

async function automaticGranule(context: Context, id: string): Promise<Granule> {
  const granule = await openGranule(context, id)
  const { mode, office, pot } = granule.row
  if (context.actor.role !== 'officer' || context.actor.office !== office)
    throw redemptionError('CLAIM_ROLE', { place: 'propose', value: context.actor.role })
  if (mode !== 'automatic') throw redemptionError('CLAIM_APPLIED', { value: mode })
  if (!pot) throw redemptionError('POT_NONE')
  return granule
}

const periodOf = ({ today }: Context, { row }: Granule) => keyOf(row.event as EventKind, today, undefined)

/** Those who match and have no claim of the period, with the sum of their amounts and of all before them. */
const openOf = (context: Context, granule: Granule, late: readonly string[]) =>
  sql`select m.enterprise, e.code, m.amount, sum(m.amount) over (order by m.known_at, e.code) as running
    ${unclaimed(context, granule)} and m.enterprise <> all(${late}::text[])`

/** Whose claim would be refused, since it happened too long ago; by the function that a submission asks. */
async function lateOf(context: Context, granule: Granule): Promise<readonly string[]> {
  if (granule.row.window_months === null || needsEventDay(granule)) return []
  const { rows: waiting } = await sql<{ enterprise: string }>`
    select m.enterprise ${unclaimed(context, granule)}`.execute(context.db)
  if (waiting.length === 0) return []
  const kindOf = kindsOf(context)
  const names = eventNames(askedNames(granule, kindOf)).filter(kindOf)
  const ids = waiting.map(({ enterprise }) => enterprise)
  const { subjects } = populationOf(context.systems, SUBJECT, names, ids)
  const { rows } = await sql<Readonly<Record<string, unknown>> & { readonly id: string }>`
    select * from (${subjects(factsOf(context.today))}) q`.execute(context.db)
  return rows.filter((row) => isLate(granule, row, context.today)).map(({ id }) => id)
}

function unclaimed(context: Context, granule: Granule) {
  return sql`from policy.matches m join enterprises.enterprises e on e.id = m.enterprise
    where m.granule = ${granule.row.id} and m.verdict = 'match' and m.amount > 0 and e.cancelled_on is null
      and not exists (select from policy.claims c where c.enterprise = m.enterprise
        and c.granule_code = ${granule.row.code} and c.key = ${periodOf(context, granule).key} and c.state <> 'lapsed')`
}

async function leftOf({ db }: Context, { row }: Granule): Promise<string> {
  const { rows } = await sql<{ left: string }>`
    select greatest(p.amount - p.committed - coalesce((select sum(c.amount) from policy.claims c
      where c.pot = p.id and c.state = any(${PENDING}::text[])), 0), 0)::text as "left"
    from policy.pots p where p.id = ${row.pot}`.execute(db)
  if (!rows[0]) throw redemptionError('POT_NONE', { place: pots.id, value: row.pot })
  return rows[0].left
}
