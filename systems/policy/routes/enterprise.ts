/** 可享政策: what one enterprise may have, what it lacks by how much, and of what nothing is known. */
import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import { permitFor } from '../../../kernel/access/grants.ts'
import { decimalShape } from '../../../kernel/shapes.ts'
import { notFound } from '../../../kernel/store/index.ts'
import { registerOf } from '../../../kernel/subjects/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { assessAll, inForce, SUBJECT } from '../granule/index.ts'
import { keyOf, needsSubject } from '../redemption/period.ts'
import { CLAIM_STATES, type ClaimState, DEAD } from '../redemption/words.ts'
import { type EventKind, MODES, STACKINGS, STANDINGS } from '../words.ts'
import { assessedShape } from './shapes.ts'

/** What counts of several that match in one group: the highest; others are told which. */
function countedIn<T extends { readonly stack: string | null; readonly amountYuan: string | null }>(
  granules: readonly T[],
): ReadonlyMap<string, T> {
  const best = new Map<string, T>()
  for (const each of granules) {
    if (each.stack === null) continue
    const before = best.get(each.stack)
    if (!before || Number(each.amountYuan ?? 0) > Number(before.amountYuan ?? 0)) best.set(each.stack, each)
  }
  return best
}

/** An enterprise learns of itself alone; a post that sees only part of the register learns of nobody. */
async function requireSeen(context: Context, id: string): Promise<void> {
  const record = registerOf(context.systems, SUBJECT)?.record
  const permit = record && permitFor(record, context.actor, 'read')
  const { rows } = permit
    ? await sql`select from enterprises.enterprises where id = ${id} and ${permit.where ?? sql`true`}`.execute(
        context.db,
      )
    : { rows: [] }
  if (record && rows.length === 0) throw notFound(record, id)
}

/** Where an enterprise's living claims of the time that is claimed now stand, by code and key. */
async function claimsOf({ db }: Context, enterprise: string): Promise<ReadonlyMap<string, ClaimState>> {
  const { rows } = await sql<{ granule_code: string; key: string; state: ClaimState }>`
    select granule_code, key, state from policy.claims
    where enterprise = ${enterprise} and state <> all(${DEAD}::text[])`.execute(db)
  return new Map(rows.map(({ granule_code, key, state }) => [`${granule_code} ${key}`, state]))
}

const KINDS = Object.keys(MODES) as [keyof typeof MODES]

export const enterpriseRoute = defineRoute({
  method: 'GET',
  path: '/enterprises/:id',
  summary: text(
    '一家企业可享的政策、差什么、缺哪些数据',
    'What one enterprise may have, lacks, or is not known of',
  ),
  allow: [...OFFICERS, 'guest', 'enterprise'],
  input: z.object({ id: z.string().max(200) }),
  output: z.object({
    asOf: z.string(),
    totalYuan: decimalShape.describe(
      'Of what matches with a sum and is not claimed yet, groups counted once',
    ),
    granules: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        benefit: z.string(),
        office: z.string(),
        mode: z.enum(KINDS),
        standing: z.enum(Object.keys(STANDINGS) as [keyof typeof STANDINGS]),
        verdict: z
          .enum(['match', 'near', 'unknown', 'claim'])
          .describe('claim: with evidence that a claim brings'),
        amountYuan: decimalShape.nullable().describe('Of a near miss, what it would be'),
        stack: z.string().nullable(),
        stacking: z.enum(Object.keys(STACKINGS) as [keyof typeof STACKINGS]),
        behind: z.string().nullable().describe('Title of the granule of the same group that counts instead'),
        claimed: z
          .enum(Object.keys(CLAIM_STATES) as [ClaimState])
          .nullable()
          .describe('Where the claim of it stands, for this year or this once'),
        given: z.array(z.string()),
        criteria: z.array(assessedShape),
      }),
    ),
  }),
  handle: async (context, { id }) => {
    await requireSeen(context, id)
    const granules = await inForce(context, context.today)
    const assessed = await assessAll(context, { enterprise: id, granules })
    const claims = await claimsOf(context, id)
    const claimedOf = ({ code, event }: { readonly code: string; readonly event: string }) =>
      needsSubject(event as EventKind)
        ? null
        : (claims.get(`${code} ${keyOf(event as EventKind, context.today, undefined).key}`) ?? null)
    const all = granules.flatMap(({ row, given }, i) => {
      const { verdict, criteria, trace } = assessed[i] as (typeof assessed)[number]
      if (verdict === 'no') return []
      const isOpen = criteria.some(({ open }) => open) || (given.length > 0 && trace.length === 0)
      if (isOpen && verdict === 'near') return []
      return [
        {
          id: row.id,
          code: row.code,
          title: row.title,
          benefit: row.benefit,
          office: row.office,
          mode: row.mode as 'automatic',
          standing: row.standing as 'sample',
          verdict: isOpen && verdict === 'match' ? ('claim' as const) : verdict,
          amountYuan: trace.at(-1)?.yuan ?? null,
          stack: row.stack,
          stacking: row.stacking as 'stackable',
          claimed: claimedOf(row),
          given: given.map(({ name, says }) => says ?? name),
          criteria: criteria.map(({ operand: _, ...each }) => each),
        },
      ]
    })
    const best = countedIn(all.filter(({ verdict }) => verdict === 'match'))
    const shown = all.map((each) => {
      const counted = each.stack !== null && each.verdict === 'match' ? best.get(each.stack) : undefined
      return { ...each, behind: counted && counted.id !== each.id ? counted.title : null }
    })
    const { rows } = await sql<{ total: string }>`select coalesce(sum(x::numeric), 0)::text as total
      from unnest(${shown.filter(({ verdict, behind, claimed }) => verdict === 'match' && behind === null && claimed === null).map(({ amountYuan }) => amountYuan ?? '0')}::text[]) x`.execute(
      context.db,
    )
    return { asOf: context.today, totalYuan: rows[0]?.total ?? '0', granules: shown }
  },
})
