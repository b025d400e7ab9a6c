import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../../kernel/access/actor.ts'
import { addDays } from '../../../../kernel/calendar/days.ts'
import {
  decideRequest,
  inboxOf,
  moveDue,
  requestTime,
  submitTask,
  takeTask,
  verifyCases,
} from '../../../../kernel/flow/index.ts'
import { testZone } from '../../../../test/zone.ts'
import { act } from '../act.ts'
import { makeBatch } from '../batches.ts'
import { begin } from '../begin.ts'
import { answerObjection, clearAll, object, publicize } from '../notices.ts'
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
  reviewedClaim,
  SECOND,
  TODAY,
} from '../redemption.fixture.ts'
import type { ClaimState } from '../words.ts'

const opened = testZone()
const as = (actor: Actor, today = TODAY) => on(opened.zone.context(actor), today)
let firms: readonly Firm[] = []
beforeAll(async () => {
  firms = await firmsOf(as(LEADER), 5)
  await enterPot(as(LEADER), 'cases', '10000')
  await enterGranule(as(LEADER), { id: 'cases', pot: 'cases' })
})

const SCIENCE_LEADER: Actor = { ...LEADER, id: 'l2', office: 'science' }

const stateOf = async (claim: string) =>
  (await sql<{ state: string }>`select state from policy.claims where id = ${claim}`.execute(as(LEADER).db))
    .rows[0]?.state
/** The case of a claim, with what is asked of people, and of nobody. */
async function caseOf(claim: string) {
  const { rows } = await sql<{
    id: string
    state: string
    task: string | null
    token: number
    due: Date | null
    waits: string[]
  }>`
    select c.id, c.state, t.element as task, t.token, t.due,
      array(select w.element from flow.waits w where w.case_id = c.id order by 1) as waits
    from flow.cases c left join flow.tasks t on t.case_id = c.id
    where c.record = 'policy.claims' and c.row_id = ${claim} order by c.started_at desc limit 1`.execute(
    as(LEADER).db,
  )
  return rows[0]!
}
const codeOf = (work: Promise<unknown>) => work.then(String, ({ code }) => code)
const submit = async (firm: Firm) => {
  const { id } = await as(firm.actor).transaction(async (own) => {
    const claim = await begin(own, { granule: 'cases', given: { 申请额: '1000' } })
    return act(own, claim.id, 'submit')
  })
  return id
}
const answer = async (actor: Actor, claim: string, vars: object) => {
  const { id, token } = await caseOf(claim)
  return submitTask(as(actor), id, token, { ...vars })
}

it('a claim that is submitted is in the inbox of its office by its limit, and is reviewed and approved there', async () => {
  const claim = await submit(firms[0]!)
  const { id } = await caseOf(claim)
  const inbox = await inboxOf(as(OFFICER), 'office', { limit: 500 })
  expect(inbox.find((task) => task.case === id)).toMatchObject({
    name: '审核',
    process: 'policy.redemption',
    due: expect.anything(),
  })
  expect(await codeOf(answer(OFFICER, claim, { act: 'approve' }))).toBe('FLOW_FORM')
  expect(await codeOf(answer(OFFICER, claim, { act: 'reject' }))).toBe('CLAIM_REASON')
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['submitted', 'submitted'])
  await answer(OFFICER, claim, { act: 'review' })
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['reviewed', 'reviewed'])
  // Who reviewed it does not approve it, from the inbox as little as from its page.
  expect(await codeOf(answer(OFFICER, claim, { act: 'approve' }))).toBe('CLAIM_SECOND')
  await answer(SECOND, claim, { act: 'approve' })
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['approved', 'approved'])
  expect(await committedOf(as(LEADER), 'cases')).toBe('1000.00')
})

it('a claim whose review is given more time is due as much later; one that is refused it is not', async () => {
  const claim = await submit(firms[4]!)
  const { id, token, due } = await caseOf(claim)
  await takeTask(as(OFFICER), id, token)
  const dueOn = async () =>
    (
      await sql<{ day: string }>`select due_on::text as day from policy.claims where id = ${claim}`.execute(
        as(LEADER).db,
      )
    ).rows[0]?.day as string
  const first = await dueOn()
  const until = new Date(Date.parse(String(due)) + 7 * 86_400_000).toISOString()
  const ask = () => requestTime(as(OFFICER), id, token, { kind: 'extension', until, why: '现场核查' })
  const decide = (request: string, approve: boolean) =>
    decideRequest(as(SCIENCE_LEADER), id, request, { approve, why: '阅' })
  await decide(await ask(), false)
  expect(await dueOn()).toBe(first)
  await decide(await ask(), true)
  expect(await dueOn()).toBe(addDays(first, 7))
  expect(new Date(String((await caseOf(claim)).due)).toISOString()).toBe(until)
})

it('what a colleague has taken is not done beside them, and nobody is paid from the inbox', async () => {
  const claim = await submit(firms[1]!)
  const { id, token } = await caseOf(claim)
  await takeTask(as(SECOND), id, token)
  const review = (actor: Actor) => as(actor).transaction((inside) => act(inside, claim, 'review'))
  expect(await codeOf(review(OFFICER))).toBe('FLOW_TAKEN')
  await review(SECOND)
  await as(LEADER).transaction((inside) => act(inside, claim, 'approve'))
  await as(OFFICER).transaction((inside) => publicize(inside, [claim]))
  await as(OFFICER, '2024-12-20').transaction(clearAll)
  expect((await caseOf(claim)).task).toBe('cleared')
  expect(await codeOf(answer(FINANCE, claim, {}))).toBe('CLAIM_STEP')
  await as(FINANCE, '2024-12-20').transaction(makeBatch)
  expect(await codeOf(answer(FINANCE, claim, {}))).toBe('CLAIM_STEP')
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['ordered', 'ordered'])
})

it('a notice waits for its last day and for who objects; an objection upheld sends the claim back with its money', async () => {
  const { id: claim } = await reviewedClaim(as, firms[2]!, 'cases', 500)
  const committed = await committedOf(as(LEADER), 'cases')
  await as(LEADER).transaction((inside) => act(inside, claim, 'approve'))
  await answer(OFFICER, claim, { act: 'publicize' })
  expect(await caseOf(claim)).toMatchObject({
    task: null,
    waits: ['noticeClosed', 'noticeOver', 'objected', 'publicityReturned', 'publicityWithdrawn'],
  })
  const objecting = (reason: string) =>
    as(firms[3]!.actor).transaction((inside) => object(inside, claim, undefined, reason))
  await objecting('甲')
  const second = await objecting('乙')
  expect((await caseOf(claim)).task).toBe('objection')
  await answer(OFFICER, claim, { upheld: 'no', answer: '相符' })
  expect((await caseOf(claim)).task).toBe('objection')
  await as(OFFICER).transaction((inside) => answerObjection(inside, second.id, 'rejected', '相符'))
  expect((await caseOf(claim)).waits).toContain('noticeOver')
  await objecting('丙')
  await answer(OFFICER, claim, { upheld: 'yes', answer: '不符' })
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['submitted', 'submitted'])
  expect(await committedOf(as(LEADER), 'cases')).toBe(committed)
})

it('once its days are over by the clock, ending a notice is asked of its office', async () => {
  const { id: claim } = await reviewedClaim(as, firms[3]!, 'cases', 500)
  await as(LEADER).transaction((inside) => act(inside, claim, 'approve'))
  await answer(OFFICER, claim, { act: 'publicize' })
  const { id } = await caseOf(claim)
  const { rows } = await sql<{ due: string }>`select due from flow.waits
    where case_id = ${id} and element = 'noticeOver'`.execute(as(LEADER).db)
  await moveDue(as(LEADER), rows[0]!.due, { limit: 10_000 })
  expect((await caseOf(claim)).task).toBe('notice')
  expect(await codeOf(answer(OFFICER, claim, { act: 'clear' }))).toBe('NOTICE_OPEN')
  await as(OFFICER, '2024-12-20').transaction((inside) => act(inside, claim, 'clear'))
  expect([await stateOf(claim), (await caseOf(claim)).task]).toEqual(['cleared', 'cleared'])
  await as(firms[3]!.actor).transaction((own) => act(own, claim, 'withdraw'))
  expect([await stateOf(claim), (await caseOf(claim)).state]).toEqual(['withdrawn', 'terminated'])
})

it('claims of the demonstration that are under way stand where their cases do, and those that are over have none', async () => {
  const { db } = as(LEADER)
  const { rows } = await sql<{ state: ClaimState; task: string | null; waits: boolean; n: number }>`
    select c.state, t.element as task, f.id is not null and t.element is null as waits, count(*)::int as n
    from policy.claims c left join flow.cases f on f.record = 'policy.claims' and f.row_id = c.id
      left join flow.tasks t on t.case_id = f.id
    where c.id like 'policy-claim-%' and f.state is distinct from 'terminated' group by 1, 2, 3`.execute(db)
  const over = ['draft', 'proposed', 'paid', 'recovered', 'rejected', 'withdrawn', 'lapsed']
  for (const { state, task, waits } of rows) {
    if (over.includes(state)) expect([state, task, waits]).toEqual([state, null, false])
    else if (state === 'notice') expect(waits || ['objection', 'notice'].includes(task ?? '')).toBe(true)
    else expect([state, task]).toEqual([state, state])
  }
  expect(rows.filter(({ state }) => !over.includes(state)).length).toBeGreaterThan(3)
  expect((await verifyCases(db)).findings).toEqual([])
})
