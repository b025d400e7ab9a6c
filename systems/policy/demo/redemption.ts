/**
 * Claims of two years in every state: enterprises that the register shows to qualify, sums by rule, days that grow fewer.
 * Nobody filed any of it.
 */
import { sql } from 'kysely'
import { addDays, daysBetween } from '../../../kernel/calendar/days.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { enterFirstDiagrams } from '../../../kernel/flow/index.ts'
import { factsOf } from '../../../kernel/rules/index.ts'
import { enterSamples } from '../../../kernel/sample/enter.ts'
import { random } from '../../../kernel/sample/random.ts'
import { populationOf } from '../../../kernel/subjects/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { askedNames, assessRow, type Granule, kindsOf, loadGranules, SUBJECT } from '../granule/index.ts'
import { hashTotal, totalOf } from '../redemption/bank/write.ts'
import { dueOn } from '../redemption/begin.ts'
import { beginCase } from '../redemption/flow/case.ts'
import { fenOf, yuanOf } from '../redemption/money.ts'
import { normalised } from '../redemption/period.ts'
import { NOTICE_DAYS, PAYING_OFFICE } from '../redemption/settings.ts'
import {
  accounts,
  answers,
  batches,
  type ClaimRow,
  claims,
  clawbacks,
  notices,
  objections,
  payments,
  reliefs,
} from '../redemption/tables.ts'
import { type ClaimState, DEAD, HOLDING } from '../redemption/words.ts'
import { spending } from '../spending/index.ts'
import { pots } from '../tables.ts'
import { makeReliefs } from './reliefs.ts'
import { makeSpending } from './spending.ts'

const SEED = 2023
/** Which honour makes which granule due. */
const BY_HONOUR: Readonly<Record<string, string>> = {
  'high-tech-centre': 'GX-KC-10',
  'technology-centre': 'GX-KC-11',
  'key-laboratory': 'GX-KC-15',
  'provincial-institute': 'GX-KC-16',
  'key-institute': 'GX-KC-17',
}
const RESEARCH = 'GX-KC-18'
const MOST_RESEARCH = 40
/** 科技创新券: claimed all year round, reviewed by a person. */
const VOUCHER = 'GX-KC-07'
const EVERY_DAYS = 9
const [REVIEWER, APPROVER, PAYER] = ['officer-science', 'leader', 'officer-finance']

interface Event {
  readonly enterprise: string
  readonly code: string
  readonly name: string
  readonly granule: string
  /** The day of the claim. */
  readonly on: string
  readonly subject?: string
  readonly given?: Readonly<Record<string, unknown>>
}

export async function* redemptionDemo(context: Context): AsyncIterable<Progress> {
  const made = await makeClaims(context)
  const { db } = context
  const enter = enterSamples(context)
  await enter(pots, LAST_YEAR)
  const held = new Map<string, bigint>()
  for (const { state, pot, amount } of made.claims)
    if ((HOLDING as readonly string[]).includes(state)) held.set(pot, (held.get(pot) ?? 0n) + fenOf(amount))
  for (const [pot, fen] of held)
    await sql`update policy.pots set committed = ${yuanOf(fen)}::numeric where id = ${pot}`.execute(db)
  for (const [record, rows] of [
    [accounts, made.accounts],
    [notices, made.notices],
    [claims, made.claims],
    [objections, made.objections],
    [batches, made.batches],
    [payments, made.payments],
    [answers, made.answers],
    [clawbacks, made.clawbacks],
    [reliefs, makeReliefs(SEED)],
    [spending, makeSpending(SEED)],
  ] as const)
    await enter(record, rows)
  await enterFirstDiagrams(context)
  await beginCases(context)
  yield { step: text('惠企政策兑现', 'Claims'), done: made.claims.length, total: made.claims.length }
}

/** What is under way is a case that stands where its claim does; what is over, or waits for an enterprise to confirm, is none. */
async function beginCases(context: Context): Promise<void> {
  const { rows } = await sql<ClaimRow>`select * from policy.claims
    where state <> all(${['draft', 'proposed', 'paid', 'recovered', ...DEAD]}::text[]) order by id`.execute(
    context.db,
  )
  for (const claim of rows) await beginCase(context, claim)
}

const LAST_YEAR = [
  {
    id: 'policy-pot-2023-science',
    year: '2023',
    name: '2023 年科技创新专项资金（示例）',
    line: '206 科学技术支出',
    office: 'science',
    amount: '100000000',
    committed: '0',
    recorded_at: '2023-01-09T09:00:00+08:00',
  },
]

async function makeClaims(context: Context) {
  const events = await eventsOf(context)
  const granules = new Map((await granulesOf(context)).map((granule) => [granule.row.code, granule]))
  const rowOf = await traitsOf(context, [...granules.values()], events)
  const before = new Map<string, bigint>()
  const chance = random(SEED, 'policy', 'redemption')
  const drafted = events.flatMap((event, i) => {
    const granule = granules.get(event.granule)
    const row = rowOf.get(event.enterprise)
    if (!granule || !row) return []
    const group = `${event.enterprise} ${granule.row.stack ?? event.granule} ${event.subject ?? ''}`
    const paid = { group: yuanOf(before.get(group) ?? 0n) }
    const assessment = assessRow(context, granule, row, { given: event.given ?? {}, asOf: event.on, paid })
    const amount = assessment.amountYuan
    if (assessment.verdict !== 'match' || amount === null || fenOf(amount) <= 0n) return []
    before.set(group, (before.get(group) ?? 0n) + fenOf(amount))
    const on = event.on
    return [
      {
        event,
        granule,
        amount: yuanOf(fenOf(amount)),
        assessed: { submitted: { on, ...assessment } },
        i,
        days: pace(on, chance.below(4)),
      },
    ]
  })
  return rowsOf(context, drafted)
}

/** Working days of each step: what took weeks in the beginning takes days in the end. */
function pace(on: string, some: number) {
  const early = Math.max(0, 1 - daysBetween('2023-01-01', on) / 680)
  return {
    review: 1 + Math.round(11 * early) + (some % 2),
    approve: 1 + Math.round(6 * early),
    order: 1 + Math.round(8 * early) + (some > 2 ? 2 : 0),
  }
}

async function eventsOf({ db, today }: Context): Promise<readonly Event[]> {
  const { rows } = await sql<Event & { scheme: string }>`
    select e.id as enterprise, e.code, e.name, h.scheme, (h.granted_on + 21)::text as "on"
    from enterprises.honours h join enterprises.enterprises e on e.id = h.enterprise
    where h.scheme = any(${Object.keys(BY_HONOUR)}::text[]) and h.state = 'granted'
      and h.granted_on >= '2023-01-01' and h.granted_on + 21 <= ${today}::date
      and e.cancelled_on is null and e.listed is null
    order by "on", e.code`.execute(db)
  const { rows: research } = await sql<Event>`
    select e.id as enterprise, e.code, e.name, '' as granule, '' as "on" from enterprises.enterprises e
    join enterprises.facts r on r.enterprise = e.id and r.item = 'research' and r.year = '2023' and r.value > 200
    join enterprises.facts b on b.enterprise = e.id and b.item = 'research' and b.year = '2022' and b.value < r.value
    where e.cancelled_on is null and e.listed is null order by r.value - b.value desc, e.code limit ${MOST_RESEARCH}`.execute(
    db,
  )
  const fees = random(SEED, 'policy', 'vouchers')
  const first = '2023-02-06'
  const vouchers = Array.from({ length: Math.floor(daysBetween(first, today) / EVERY_DAYS) + 1 }, (_, i) => ({
    ...research[i % research.length]!,
    granule: VOUCHER,
    on: addWorkdays(addDays(first, i * EVERY_DAYS - 1), 1),
    subject: `检测服务（示例 ${i + 1}）`,
    given: { 服务费: String(5 + fees.below(60)) },
  })).filter(({ on, enterprise }) => on <= today && enterprise !== undefined)
  return [
    ...vouchers,
    ...rows.map(({ scheme, ...event }) => ({ ...event, granule: BY_HONOUR[scheme]! })),
    // 免申即享: pushed from June on, when the year's facts are in; the last of them yesterday.
    ...research.map((event, i) => ({
      ...event,
      granule: RESEARCH,
      on:
        i < 26
          ? addDays('2024-06-12', i * 5)
          : addDays('2024-10-21', Math.round(((i - 26) * 24) / (MOST_RESEARCH - 26))),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.code < b.code ? -1 : 1))
}

const granulesOf = (context: Context): Promise<readonly Granule[]> =>
  loadGranules(
    context,
    sql`g.code = any(${[...Object.values(BY_HONOUR), RESEARCH, VOUCHER]}::text[]) and g.state = 'published'`,
  )

/** What is known of the enterprises, in one question. */
async function traitsOf(context: Context, granules: readonly Granule[], events: readonly Event[]) {
  const kinds = kindsOf(context)
  const names = [...new Set(granules.flatMap((granule) => askedNames(granule, kinds)))]
  const only = [...new Set(events.map(({ enterprise }) => enterprise))]
  const { subjects } = populationOf(context.systems, SUBJECT, names, only)
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from (${subjects(factsOf(context.today))}) q`.execute(context.db)
  return new Map(rows.map((row) => [String(row.id), row]))
}

interface Draft {
  readonly event: Event
  readonly granule: Granule
  readonly amount: string
  readonly assessed: object
  readonly i: number
  readonly days: ReturnType<typeof pace>
}

/** States that a step did not lead to in time: one in so many of those under way. */
const ASIDE: readonly ClaimState[] = ['asked', 'rejected', 'withdrawn', 'asked']

function rowsOf({ today, newId }: Context, drafts: readonly Draft[]) {
  const firms = new Map(drafts.map(({ event }) => [event.enterprise, event]))
  const bank = new Map([...firms.keys()].map((id, i) => [id, `33100${String(1_000_000_001 + i * 7919)}`]))
  const noticesMade = new Map<
    string,
    { id: string; title: string; office: string; from: string; to: string; recorded_at: string }
  >()
  const made = drafts.map((draft, at) => claimOf(draft, at))
  const ordered = made.filter(({ ordered_on }) => ordered_on !== null)
  const byDay = [...new Set(ordered.map(({ ordered_on }) => ordered_on!))].sort()
  const lastSent = byDay.findLast((day) => addWorkdays(day, 2) <= today)
  const files = byDay.map((day) => batchOf(day))
  const recovering = made.find(({ state, year }) => state === 'paid' && year === '2023')
  if (recovering)
    Object.assign(recovering, {
      state: 'recovering',
      due_on: addWorkdays('2024-11-04', 30),
      reason: '核查发现认定材料不实',
    })

  return {
    accounts: [...firms.values()].map(({ enterprise, on }) => ({
      id: `policy-account-${enterprise}`,
      enterprise,
      bank: '示例银行高新区支行',
      account: bank.get(enterprise),
      payer: PAYING_OFFICE,
      confirmed_on: on,
      recorded_at: at9(on),
    })),
    notices: [...noticesMade.values()],
    claims: made,
    objections: made
      .filter(({ state }) => state === 'notice')
      .slice(0, 1)
      .map(({ id }) => ({
        claim: id,
        by: '示例企业',
        reason: '认为该中心与另一企业共建，应按首位单位兑现',
        filed_on: today,
        state: 'filed',
        recorded_at: at9(today),
      })),
    batches: files.map(({ batch }) => batch),
    payments: files.flatMap(({ lines }) => lines),
    answers: files.flatMap(({ answered }) => answered),
    clawbacks: recovering
      ? [
          {
            claim: recovering.id,
            credit_code: recovering.credit_code,
            reason: '核查发现认定材料不实（示例）',
            basis: '弄虚作假、骗取资金的，追回已付资金并列入失信记录',
            amount: recovering.amount,
            recovered: yuanOf(fenOf(recovering.amount) / 2n),
            state: 'open',
            decided_by: APPROVER,
            decided_on: '2024-11-04',
            due_on: addWorkdays('2024-11-04', 30),
            recorded_at: at9('2024-11-04'),
          },
        ]
      : [],
  }

  function claimOf({ event, granule, amount, assessed, i, days }: Draft, at: number) {
    const { row } = granule
    const pushed = event.granule === RESEARCH
    const reviewed = pushed ? event.on : addWorkdays(event.on, days.review)
    const approved = addWorkdays(reviewed, days.approve)
    const from = addWorkdays(approved, 1)
    const to = addWorkdays(from, NOTICE_DAYS)
    const ordered = payday(addWorkdays(to, days.order))
    const paid = addWorkdays(ordered, 2)
    const reached = (day: string) => day <= today
    const under = !reached(ordered)
    // The last few of them the data propose, and nobody has answered yet.
    const proposed = pushed && daysBetween(event.on, today) < 6
    const state: ClaimState = proposed
      ? 'proposed'
      : under && at % 5 === 2
        ? ASIDE[at % ASIDE.length]!
        : reached(paid)
          ? 'paid'
          : !under
            ? 'ordered'
            : to < today
              ? 'cleared'
              : reached(from)
                ? 'notice'
                : reached(approved)
                  ? 'approved'
                  : reached(reviewed)
                    ? 'reviewed'
                    : 'submitted'
    const holds = (HOLDING as readonly string[]).includes(state)
    const seen = holds || state === 'reviewed'
    const year = pushed ? '2023' : event.on.slice(0, 4)
    const id = `policy-claim-${String(i + 1).padStart(4, '0')}`
    return {
      id,
      number: `DX${event.on.replaceAll('-', '')}-${String(i + 1).padStart(4, '0')}`,
      enterprise: event.enterprise,
      credit_code: event.code,
      granule: row.id,
      granule_code: row.code,
      office: row.office,
      stack: row.stacking === 'stackable' ? null : row.stack,
      year,
      key: event.subject ? `${year}/${normalised(event.subject)}` : year,
      subject: event.subject ?? null,
      origin: pushed ? 'proposed' : 'applied',
      state,
      due_on: dueOf(state, { event, reviewed, approved, to, ordered }),
      amount,
      given: event.given ?? {},
      assessed: holds ? { ...assessed, approved: { on: approved } } : assessed,
      decided_amount: null,
      decided_reason: null,
      pot: event.on < '2024' ? 'policy-pot-2023-science' : row.pot!,
      reason: state === 'rejected' ? '同一平台已由上级补助，不重复兑现（示例）' : null,
      asked: state === 'asked' ? '请补充：认定文件原件；开户许可证（一次性告知，示例）' : null,
      notice: holds && reached(from) ? noticeOf(from, to) : null,
      submitted_on: proposed ? null : event.on,
      reviewed_on: seen ? reviewed : null,
      reviewed_by: seen ? (pushed ? 'gaoxin' : REVIEWER!) : null,
      approved_on: holds ? approved : null,
      approved_by: holds ? APPROVER! : null,
      ordered_on: ['ordered', 'paid'].includes(state) ? ordered : null,
      paid_on: state === 'paid' ? paid : null,
      paid_month: state === 'paid' ? paid.slice(0, 7) : null,
      days: state === 'paid' ? daysBetween(event.on, paid) : null,
      recorded_at: at9(state === 'paid' ? paid : event.on),
      holder: event.name,
      title: row.title,
    }
  }

  function noticeOf(from: string, to: string): string {
    const id = `policy-notice-${from}`
    if (!noticesMade.has(id))
      noticesMade.set(id, {
        id,
        title: `${Number(from.slice(0, 4))}年${Number(from.slice(5, 7))}月惠企政策兑现公示`,
        office: 'science',
        from,
        to,
        recorded_at: at9(from),
      })
    return id
  }

  function batchOf(day: string) {
    const own = ordered.filter(({ ordered_on }) => ordered_on === day)
    const paid = addWorkdays(day, 2)
    const done = paid <= today
    const number = `${day.replaceAll('-', '')}-001`
    const batch = `policy-batch-${day}`
    const lines = own.map((claim, n) => {
      const returned = day === lastSent && n === 0
      if (returned)
        Object.assign(claim, {
          state: 'bounced',
          paid_on: null,
          paid_month: null,
          days: null,
          due_on: dueOn('bounced', paid),
        })
      return {
        id: newId(),
        batch,
        claim: claim.id,
        credit_code: claim.credit_code,
        reference: `P${number.replace('-', '')}${String(n + 1).padStart(4, '0')}`,
        holder: claim.holder,
        bank: '示例银行高新区支行',
        account: bank.get(claim.enterprise)!,
        amount: claim.amount,
        purpose: claim.title,
        state: returned ? 'returned' : done ? 'paid' : 'ordered',
        answered_on: done ? paid : null,
        bank_reason: returned ? '账号户名不符（示例）' : null,
        recorded_at: at9(day),
      }
    })
    return {
      lines,
      batch: {
        id: batch,
        number,
        state: done ? 'closed' : 'sent',
        lines: lines.length,
        total: totalOf(lines),
        hash: hashTotal(lines),
        ordered_by: PAYER,
        ordered_on: day,
        sent_on: day,
        closed_on: done ? paid : null,
        closed_by: done ? PAYER : null,
        recorded_at: at9(day),
      },
      answered: done
        ? lines.map((line, n) => ({
            batch,
            file: `回执${number}.csv`,
            line: n + 2,
            reference: line.reference,
            amount: line.amount,
            outcome: line.state === 'returned' ? 'returned' : 'paid',
            bank_reason: line.bank_reason,
            received_on: paid,
            settled: null,
            settled_by: null,
            recorded_at: at9(paid),
          }))
        : [],
    }
  }
}

/** Orders go to the bank on the 8th, 18th and 28th, or the working day after. */
function payday(from: string): string {
  const dates = ['08', '18', '28'].map((day) => `${from.slice(0, 7)}-${day}`)
  const next = dates.find((day) => day >= from)
  if (next === undefined) return payday(`${addDays(`${from.slice(0, 7)}-28`, 5).slice(0, 7)}-01`)
  return addWorkdays(addDays(next, -1), 1)
}

function dueOf(
  state: ClaimState,
  on: {
    readonly event: Event
    readonly reviewed: string
    readonly approved: string
    readonly to: string
    readonly ordered: string
  },
): string | null {
  if (state === 'notice') return addWorkdays(on.to, 1)
  const since = { reviewed: on.reviewed, approved: on.approved, cleared: on.to, ordered: on.ordered }[
    state as string
  ]
  return dueOn(state, since ?? on.event.on)
}

const at9 = (day: string): string => `${day}T09:00:00+08:00`
