/** 梯度: where one enterprise stands on each rung, what it holds and until when, and what is missing. */
import { sql } from 'kysely'
import { permitFor } from '../../kernel/access/grants.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import {
  type Decided,
  type Decision,
  decideOne,
  type Missing,
  missingOf,
  modelOf,
  requireInForce,
  waysOf,
} from '../../kernel/rules/index.ts'
import { notFound } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { highTechGate, innovativeSme, littleGiant, nationalTechSme, specialisedSme } from './rules.ts'
import { SCHEMES, type Scheme } from './schemes.ts'
import { enterprises, honours } from './tables.ts'

export interface Rung {
  readonly scheme: Scheme
  /** Who passes by the facts; left out where no wording of it is entered. */
  readonly decision?: Decision
}

/** From the ground up; what is beside the ladder (lists, marks, bodies of research) is no rung. */
export const LADDER: readonly Rung[] = [
  { scheme: 'national-tech-sme', decision: nationalTechSme },
  { scheme: 'provincial-tech-sme' },
  { scheme: 'high-tech', decision: highTechGate },
  { scheme: 'innovative-sme', decision: innovativeSme },
  { scheme: 'specialised-sme', decision: specialisedSme },
  { scheme: 'little-giant', decision: littleGiant },
  { scheme: 'provincial-little-giant' },
  { scheme: 'champion' },
  { scheme: 'leading-tech' },
  { scheme: 'eagle' },
  { scheme: 'listed' },
]

/** So many days before something ends its holder is told to apply again. */
export const RENEWAL_DAYS = [30, 90, 180] as const
export type RenewalDays = (typeof RENEWAL_DAYS)[number]

/** The narrowest of the alarms that a day falls into; undefined where it is far, or past. */
export function alarmOf(validTo: string | null, today: string): RenewalDays | undefined {
  if (validTo === null || validTo <= today) return undefined
  const days = daysUntil(validTo, today)
  return RENEWAL_DAYS.find((limit) => days <= limit)
}

export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)

/** What an enterprise was granted and has, or asked for and waits for. */
export interface Held {
  readonly scheme: Scheme
  readonly state: 'granted' | 'applied'
  /** Granted, or applied for, on this day. */
  readonly on: string | null
  readonly validTo: string | null
  readonly alarm?: RenewalDays
}

/** How a rule in force judges an enterprise. */
export interface Verdict {
  readonly decision: Decision
  readonly version: number | null
  readonly says: string
  /** `missing`: something is not filed; `near`: but one thing is missing that can be mended. */
  readonly standing: 'passes' | 'near' | 'fails' | 'unknown'
  readonly missing: readonly Missing[]
  /** The smallest single changes that reach a better verdict. */
  readonly whatIf: Decided['whatIf']
}

export interface Ladder {
  readonly id: string
  readonly held: readonly Held[]
  readonly rungs: readonly (Rung & {
    readonly held: Held | undefined
    /** null: nothing is filed that it could be judged by; undefined: there is no rule. */
    readonly verdict: Verdict | null | undefined
  })[]
}

/** @throws GaoxinError RECORD_NOT_FOUND where there is no such enterprise, or it is not theirs to see */
export async function ladderOf(context: Context, id: string): Promise<Ladder> {
  await requireSeen(context, id)
  const held = await heldBy(context, id)
  const rungs = []
  for (const rung of LADDER)
    rungs.push({
      ...rung,
      held:
        held.find(({ scheme, state }) => scheme === rung.scheme && state === 'granted') ??
        held.find(({ scheme }) => scheme === rung.scheme),
      verdict: rung.decision && (await verdictOf(context, rung.decision, id)),
    })
  return { id, held, rungs }
}

async function requireSeen({ db, actor }: Context, id: string): Promise<void> {
  const permit = permitFor(enterprises, actor, 'read')
  const { rows } = permit
    ? await sql`select from enterprises.enterprises where id = ${id} and ${permit.where ?? sql`true`}`.execute(
        db,
      )
    : { rows: [] }
  if (rows.length === 0) throw notFound(enterprises, id)
}

async function heldBy({ db, actor, today }: Context, id: string): Promise<readonly Held[]> {
  const permit = permitFor(honours, actor, 'read')
  if (!permit) return []
  const { rows } = await sql<Omit<Held, 'alarm'>>`
    select distinct on (scheme, state) scheme, state, coalesce(granted_on, applied_on)::text as on,
      valid_to::text as "validTo"
    from enterprises.honours
    where enterprise = ${id} and ${permit.where ?? sql`true`}
      and ((state = 'granted' and granted_on <= ${today}::date and (valid_to is null or valid_to > ${today}::date))
        or state = 'applied')
    order by scheme, state, granted_on desc`.execute(db)
  const order = Object.keys(SCHEMES)
  return rows
    .map((row) => {
      const alarm = row.state === 'granted' ? alarmOf(row.validTo, today) : undefined
      return { ...row, ...(alarm ? { alarm } : {}) }
    })
    .sort((a, b) => order.indexOf(a.scheme) - order.indexOf(b.scheme))
}

async function verdictOf(context: Context, decision: Decision, id: string): Promise<Verdict | null> {
  let decided: Decided
  try {
    decided = await decideOne(context, decision, { subject: id })
  } catch (error) {
    // Who filed nothing of the last year is not judged; nor is whose facts one may not see.
    if (error instanceof GaoxinError && error.code === 'RECORD_NOT_FOUND') return null
    throw error
  }
  const { model } = await requireInForce(context, decision.id, {})
  const missing = missingOf(decided, waysOf(decision, modelOf(model, context.today)))
  const { verdict = '', order } = decision.outcome
  const says = String((decided.answer as Readonly<Record<string, unknown>> | null)?.[verdict] ?? '')
  const best = says === order.at(-1)
  return {
    decision,
    version: decided.version,
    says,
    standing: best
      ? 'passes'
      : missing.length === 1 && !missing[0]?.unknown
        ? 'near'
        : missing.some(({ unknown }) => unknown)
          ? 'unknown'
          : 'fails',
    missing: best ? [] : missing,
    whatIf: decided.whatIf,
  }
}
