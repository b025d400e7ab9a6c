import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/access/actor.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { pots } from '../tables.ts'
import { act } from './act.ts'
import { makeBatch, readBankAnswer, takeFile } from './batches.ts'
import { begin } from './begin.ts'
import { recover } from './clawback.ts'
import { clearAll, publicize } from './notices.ts'
import {
  committedOf,
  enterGranule,
  enterPot,
  FINANCE,
  type Firm,
  firmsOf,
  LEADER,
  OFFICER,
  on,
  SECOND,
  TODAY,
} from './redemption.fixture.ts'
import type { Act } from './verbs.ts'
import { type ClaimState, DEAD, HOLDING, SPENT } from './words.ts'

const opened = testZone()
const LATER = '2024-12-20'
const as = (actor: Actor, today = TODAY) => on(opened.zone.context(actor), today)
let firms: readonly Firm[] = []
beforeAll(async () => {
  firms = await firmsOf(as(LEADER), 4)
  await endOthers()
})
/** What others left to be paid is none of this test's. */
const endOthers = () =>
  sql`update policy.claims set state = 'rejected' where state in ('cleared', 'bounced', 'notice')`.execute(
    as(LEADER).db,
  )

/** All that matters of redemption, without a database: whole yuan, one claim a firm at a time. */
interface Model {
  budget: number
  readonly claims: { firm: number; state: ClaimState; yuan: number }[]
}
interface Real {
  readonly pot: string
  readonly ids: string[]
}

const among = (states: readonly ClaimState[]) => (state: ClaimState) => states.includes(state)
const [dead, holding, spent] = [among(DEAD), among(HOLDING), among(SPENT)]
const committed = ({ claims }: Model) =>
  claims.filter(({ state }) => holding(state)).reduce((sum, { yuan }) => sum + yuan, 0)

/** The code of what is refused, or undefined. */
const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error) => String(error.code),
  )

async function agree(model: Model, { pot, ids }: Real): Promise<void> {
  const { db } = as(LEADER)
  const { rows } = await sql<{ id: string; state: string; amount: string | null }>`
    select id, state, amount::text as amount from policy.claims where id = any(${ids}::text[])`.execute(db)
  const stateOf = new Map(rows.map(({ id, state }) => [id, state]))
  expect(ids.map((id) => stateOf.get(id))).toEqual(model.claims.map(({ state }) => state))
  expect(Number(await committedOf(as(LEADER), pot))).toBe(committed(model))
  const { rows: paid } = await sql<{ n: number; yuan: string }>`
    select count(*)::int as n, coalesce(sum(amount), 0)::text as yuan from policy.payments
    where state = 'paid' and claim = any(${ids}::text[])`.execute(db)
  const out = model.claims.filter(({ state }) => spent(state))
  expect(paid[0]!.n).toBe(out.length)
  expect(Number(paid[0]!.yuan)).toBe(out.reduce((sum, { yuan }) => sum + yuan, 0))
  expect(Number(paid[0]!.yuan)).toBeLessThanOrEqual(model.budget)
}

type Command = fc.AsyncCommand<Model, Real>
const command = (name: string, step: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await step(model, real)
    for (const { state } of model.claims) reached.add(state)
    await agree(model, real)
  },
  toString: () => name,
})
/** What the runs came to: a model that never pays proves nothing of payments. */
const reached = new Set<string>()

const claim = (firm: number, yuan: number) =>
  command(`claim(${firm}, ${yuan})`, async (model, real) => {
    const given = { granule: real.pot, given: { 申请额: yuan } }
    const work = as(firms[firm]!.actor).transaction((inside) => begin(inside, given))
    const has = model.claims.some((one) => one.firm === firm && !dead(one.state))
    expect(await codeOf(work)).toBe(has ? 'ALREADY_CLAIMED' : undefined)
    if (has) return
    real.ids.push((await work).id)
    model.claims.push({ firm, state: 'draft', yuan })
  })

/** What each step needs, where it leads, and by whom: the whole of the rules, said once more and by hand. */
const STEPS: Partial<Record<Act, { from: readonly ClaimState[]; to: ClaimState; who: 'firm' | Actor }>> = {
  submit: { from: ['draft', 'asked'], to: 'submitted', who: 'firm' },
  review: { from: ['submitted'], to: 'reviewed', who: OFFICER },
  approve: { from: ['reviewed'], to: 'approved', who: SECOND },
  reject: { from: ['submitted', 'reviewed'], to: 'rejected', who: OFFICER },
  return: { from: ['reviewed', 'approved', 'notice', 'cleared'], to: 'submitted', who: SECOND },
  withdraw: {
    from: ['draft', 'asked', 'submitted', 'reviewed', 'approved', 'notice', 'cleared'],
    to: 'withdrawn',
    who: 'firm',
  },
  clawback: { from: ['paid'], to: 'recovering', who: LEADER },
}
const step = (i: number, what: Act) =>
  command(`${what}(${i})`, async (model, { ids }) => {
    const claim = model.claims[i]
    if (!claim) return
    const { from, to, who } = STEPS[what]!
    const given = { reason: '理由', basis: '第1条', amount: String(claim.yuan) }
    const context = as(who === 'firm' ? firms[claim.firm]!.actor : who)
    const got = await codeOf(context.transaction((inside) => act(inside, ids[i]!, what, given)))
    const open = from.includes(claim.state)
    const fits = what !== 'approve' || committed(model) + claim.yuan <= model.budget
    expect([what, got]).toEqual([what, open ? (fits ? undefined : 'POT_EMPTY') : 'CLAIM_STEP'])
    if (got) reached.add(got)
    if (open && fits) claim.state = to
  })

const of = (model: Model, ...states: ClaimState[]) =>
  model.claims.filter(({ state }) => states.includes(state))
const move = (some: Model['claims'], to: ClaimState) => {
  for (const claim of some) claim.state = to
}
/** All that waits moves on together, as an office does it. */
const BULK = [
  command('publicize', async (model, { ids }) => {
    if (of(model, 'approved').length === 0) return
    const approved = ids.filter((_, i) => model.claims[i]!.state === 'approved')
    await as(OFFICER).transaction((inside) => publicize(inside, approved))
    move(of(model, 'approved'), 'notice')
  }),
  command('clear', async (model) => {
    expect(await as(OFFICER, LATER).transaction(clearAll)).toBe(of(model, 'notice').length)
    move(of(model, 'notice'), 'cleared')
  }),
  command('order', async (model) => {
    const waiting = of(model, 'cleared', 'bounced')
    const got = await codeOf(as(FINANCE, LATER).transaction(makeBatch))
    expect(got).toBe(waiting.length > 0 ? undefined : 'BATCH_EMPTY')
    move(waiting, 'ordered')
  }),
]

/** The bank answers one order; the same file is read twice. */
const bank = (i: number, pays: boolean) =>
  command(`bank(${i}, ${pays ? 'pays' : 'returns'})`, async (model, { ids }) => {
    const claim = model.claims[i]
    if (claim?.state !== 'ordered') return
    const finance = as(FINANCE, LATER)
    const { rows } = await sql<{
      batch: string
      reference: string
    }>`select batch, reference from policy.payments
      where claim = ${ids[i]} and state = 'ordered'`.execute(finance.db)
    const { batch, reference } = rows[0]!
    await finance.transaction((inside) => takeFile(inside, batch))
    const csv = `流水号,金额,处理结果,失败原因\n${reference},${claim.yuan}.00,${pays ? '成功' : '退票'},`
    const file = { name: '回执.csv', bytes: new TextEncoder().encode(csv) }
    await finance.transaction((inside) => readBankAnswer(inside, batch, file))
    await finance.transaction((inside) => readBankAnswer(inside, batch, file))
    claim.state = pays ? 'paid' : 'bounced'
  })

const comesBack = (i: number) =>
  command(`recover(${i})`, async (model, { ids }) => {
    const claim = model.claims[i]
    if (claim?.state !== 'recovering') return
    const part = (yuan: number) =>
      codeOf(as(FINANCE).transaction((inside) => recover(inside, ids[i]!, String(yuan))))
    expect(await part(claim.yuan + 1)).toBe('CLAWBACK_AMOUNT')
    expect(await part(claim.yuan)).toBeUndefined()
    claim.state = 'recovered'
  })

const budget = (yuan: number) =>
  command(`budget(${yuan})`, async (model, { pot }) => {
    const fits = yuan >= committed(model)
    const got = await codeOf(updateRow(as(OFFICER), pots, pot, { amount: String(yuan) }))
    expect(got).toBe(fits ? undefined : 'RECORD_LIMIT')
    if (got) reached.add(got)
    if (fits) model.budget = yuan
  })

/** The step that comes next for a claim, so that runs get as far as the money. */
const onward = (i: number, pays: boolean) =>
  command(`onward(${i}, ${pays})`, async (model, real) => {
    const state = model.claims[i]?.state
    const next: Partial<Record<ClaimState, Command>> = {
      draft: step(i, 'submit'),
      submitted: step(i, 'review'),
      reviewed: step(i, 'approve'),
      approved: BULK[0]!,
      notice: BULK[1]!,
      cleared: BULK[2]!,
      bounced: BULK[2]!,
      ordered: bank(i, pays),
      paid: step(i, 'clawback'),
      recovering: comesBack(i),
    }
    if (state) await next[state]?.run(model, real)
  })

const at = fc.nat(2)
const often = <T>(times: number, one: T): T[] => Array.from({ length: times }, () => one)
const ANY = ['submit', 'review', 'approve', 'reject', 'return', 'withdraw', 'clawback'] as const
const commands = fc.commands(
  [
    ...often(
      3,
      fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 60 })).map(([firm, yuan]) => claim(firm, yuan)),
    ),
    ...often(
      16,
      fc.tuple(at, fc.boolean()).map(([i, pays]) => onward(i, pays)),
    ),
    ...ANY.map((what) => at.map((i) => step(i, what))),
    ...BULK.map((one) => fc.constant(one)),
    fc.tuple(at, fc.boolean()).map(([i, pays]) => bank(i, pays)),
    at.map(comesBack),
    ...often(2, fc.integer({ min: 0, max: 200 }).map(budget)),
  ],
  { maxCommands: 80, size: 'max' },
)

it('whatever is done in whatever order, the database says what a model of a page says', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(commands, async (cmds) => {
      const pot = `model-${run++}`
      await enterPot(as(LEADER), pot, '100')
      await enterGranule(as(LEADER), { id: pot, pot })
      const setup = () => ({ model: { budget: 100, claims: [] } as Model, real: { pot, ids: [] } as Real })
      await fc.asyncModelRun(setup, cmds)
      await endOthers()
    }),
    // One seed: what the runs come to is checked below.
    { numRuns: 24, seed: 2024 },
  )
  const ends: string[] = [
    'paid',
    'bounced',
    'recovered',
    'rejected',
    'withdrawn',
    'POT_EMPTY',
    'RECORD_LIMIT',
    'CLAIM_STEP',
  ]
  expect(ends.filter((end) => !reached.has(end))).toEqual([])
}, 180_000)
