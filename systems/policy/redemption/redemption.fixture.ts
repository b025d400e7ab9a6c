/** A granule that gives what a claim asks for, a pot, enterprises: what tests of redemption stand on. */
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { clauses, criteria, documents, granules, pots } from '../tables.ts'
import type { Stacking } from '../words.ts'
import { act } from './act.ts'
import { begin } from './begin.ts'
import { accounts, type ClaimRow } from './tables.ts'

export const TODAY = '2024-11-15'
const actor = (id: string, role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  role,
  office: 'science',
  ...more,
})
export const OFFICER = actor('o1', 'officer')
export const SECOND = actor('o2', 'officer')
export const LEADER = actor('l1', 'leader', { office: 'office' })
export const FINANCE = actor('f1', 'officer', { office: 'finance' })

export interface Firm {
  readonly id: string
  readonly code: string
  readonly actor: Actor
}

/** @param outer as some actor on some day @param actor another one than it has */
export const on = (outer: Context, today: string, actor: Actor = outer.actor): Context =>
  outer.with({ moment: () => `${today}T01:00:00.000Z`, actor })

export async function firmsOf(context: Context, count: number): Promise<readonly Firm[]> {
  const { rows } = await sql<{ id: string; code: string }>`select id, code from enterprises.enterprises
    where kind = 'enterprise' and cancelled_on is null and registered_on < '2023-01-01' order by code limit ${count}`.execute(
    context.db,
  )
  await context.transaction(({ db, now, newId, vault }) =>
    insertRows(
      db,
      accounts,
      rows.map(({ id }, i) => ({
        enterprise: id,
        bank: '示例银行',
        account: `33100${String(1e9 + i)}`,
        payer: 'finance',
        confirmed_on: TODAY,
      })),
      { actor: OFFICER, now: now(), newId, vault },
      'skip',
    ),
  )
  return rows.map(({ id, code }) => ({
    id,
    code,
    actor: actor(code, 'enterprise', { office: '', enterprise: code }),
  }))
}

export interface GranuleDraft {
  readonly id: string
  readonly code?: string
  readonly pot: string | null
  readonly stack?: string
  readonly stacking?: Stacking
  readonly mode?: string
  readonly event?: string
  readonly amount?: string
  readonly cap_year?: string
  readonly window_months?: number
  readonly evidence?: readonly { name: string; fromData: boolean }[]
  /** A trait that has to be known. */
  readonly known?: string
}

/** A published granule that pays the yuan that a claim asks for. */
export const enterGranule = (
  context: Context,
  { code, known, stacking = 'stackable', ...draft }: GranuleDraft,
): Promise<void> =>
  context.transaction(async ({ db, now, newId }) => {
    const origin = { actor: OFFICER, now: now(), newId }
    const document = {
      id: `document-${draft.id}`,
      title: draft.id,
      issuer: '甲',
      office: 'science',
      from: '2023-01-01',
      standing: 'sample',
      source: '测试',
    }
    const clause = {
      id: `clause-${draft.id}`,
      document: document.id,
      position: 1,
      number: '第1条',
      text: '甲',
    }
    await insertRows(db, documents, [document], origin)
    await insertRows(db, clauses, [clause], origin)
    await insertRows(
      db,
      granules,
      [
        {
          code: code ?? draft.id,
          version: 1,
          clause: clause.id,
          title: '测试补助',
          office: 'science',
          state: 'published',
          standing: 'official',
          from: '2023-01-01',
          event: 'yearly',
          given: [{ name: '申请额', kind: 'number' }],
          benefit: '按申请额',
          amount: '申请额',
          unit: 'yuan',
          rounding: 'fen',
          stacking,
          mode: 'reviewed',
          evidence: [],
          basis: '测试',
          editors: [],
          ...draft,
        },
      ],
      origin,
    )
    await insertRows(
      db,
      criteria,
      [
        { granule: draft.id, position: 1, says: '申请额大于零', operand: '申请额', test: '> 0' },
        ...(known
          ? [{ granule: draft.id, position: 2, says: known, operand: known, test: 'not(null)' }]
          : []),
      ],
      origin,
    )
  })

export const enterPot = (context: Context, id: string, amount: string): Promise<void> =>
  context.transaction(({ db, now, newId }) =>
    insertRows(
      db,
      pots,
      [{ id, year: '2024', name: id, line: '2060404', office: 'science', amount, committed: '0' }],
      { actor: OFFICER, now: now(), newId },
    ),
  )

export const committedOf = async ({ db }: Context, pot: string): Promise<string> =>
  (
    await sql<{
      committed: string
    }>`select committed::numeric(20,2)::text as committed from policy.pots where id = ${pot}`.execute(db)
  ).rows[0]!.committed

type As = (actor: Actor, today?: string) => Context

/** A claim begun, submitted and reviewed, in one transaction. */
export const reviewedClaim = (
  as: As,
  firm: Firm,
  granule: string,
  yuan: string | number,
): Promise<ClaimRow> =>
  as(firm.actor).transaction(async (own) => {
    const { id } = await begin(own, { granule, given: { 申请额: String(yuan) } })
    await act(own, id, 'submit')
    return act(on(own, own.today, OFFICER), id, 'review')
  })
