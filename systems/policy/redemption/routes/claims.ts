import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS, type Role } from '../../../../kernel/access/actor.ts'
import { addFile } from '../../../../kernel/attachments/index.ts'
import { decimalShape } from '../../../../kernel/shapes.ts'
import { createRow, notFound, updateRow } from '../../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { assessAll, granuleOf, inForce } from '../../granule/index.ts'
import type { EventKind } from '../../words.ts'
import { act } from '../act.ts'
import { begin } from '../begin.ts'
import { claimOf, situationOf } from '../claims.ts'
import { mayRecover, recover } from '../clawback.ts'
import { materialsOf } from '../effects.ts'
import { redemptionError } from '../errors.ts'
import { needsEventDay } from '../event.ts'
import { caseSeen, latestCaseOf, processOf } from '../flow/case.ts'
import { stepsFor, stepsOf, waysOf } from '../flow/ways.ts'
import { mayAnswer } from '../onNotice.ts'
import { needsSubject } from '../period.ts'
import { proposal, propose } from '../propose.ts'
import { linesOf, openLines, potLines, speedLines, stateCounts } from '../read.ts'
import { PAYING_OFFICE } from '../settings.ts'
import { accounts, claims } from '../tables.ts'
import { DEAD } from '../words.ts'
import * as shapes from './shapes.ts'

const STAFF: readonly Role[] = [...OFFICERS, 'guest']
const PEOPLE: readonly Role[] = [...STAFF, 'enterprise']
/** Guests of the demonstration look; whoever acts is checked by the step. */
const ACTORS: readonly Role[] = ['officer', 'leader', 'enterprise']
const accountShape = z.object({
  bank: z.string(),
  account: z.string().describe('Masked'),
  confirmedOn: shapes.day,
})
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

const overviewRoute = defineRoute({
  method: 'GET',
  path: '/claims',
  summary: text(
    '兑现总览：来了什么、什么逾期、资金去向、多少天到账',
    'Claims: what came in, what is late, where the money is',
  ),
  allow: STAFF,
  input: z.object({
    office: z.string().optional(),
    state: shapes.state.optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    states: z.array(
      z.object({ state: shapes.state, claims: z.number(), late: z.number(), amount: decimalShape }),
    ),
    total: z.number(),
    lines: z.array(shapes.claimLine),
    pots: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        year: z.string(),
        office: z.string(),
        line: z.string(),
        budget: decimalShape,
        reserved: decimalShape,
        paid: decimalShape,
        left: decimalShape,
        claims: z.number(),
      }),
    ),
    speed: z.array(
      z.object({
        month: z.string(),
        claims: z.number(),
        paid: decimalShape,
        median: z.number().describe('Calendar days from submission to the money'),
        p90: z.number(),
      }),
    ),
  }),
  handle: async (context, { office, state, offset, limit }) => {
    const ofOffice = office ? sql`c.office = ${office}` : sql`true`
    const states = await stateCounts(context, ofOffice)
    const lines = state
      ? await linesOf(
          context,
          sql`c.state = ${state} and ${ofOffice}`,
          sql`c.due_on nulls last, c.submitted_on desc, c.number`,
          limit,
          offset,
        )
      : await openLines(context, ofOffice, limit, offset)
    const over = ['draft', 'paid', 'recovered', ...DEAD]
    const total = states
      .filter((one) => (state ? one.state === state : !over.includes(one.state)))
      .reduce((sum, one) => sum + one.claims, 0)
    return { states, total, lines, pots: await potLines(context), speed: await speedLines(context) }
  },
})

const detailRoute = defineRoute({
  method: 'GET',
  path: '/claims/:id',
  summary: text(
    '一项申报：条件、金额、材料、可办理的步骤',
    'One claim: criteria, amount, evidence, what may be done',
  ),
  allow: PEOPLE,
  input: z.object({ id: z.string() }),
  output: z.object({
    claim: shapes.claimLine,
    benefit: z.string(),
    basis: z.string(),
    mode: z.string(),
    given: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        unit: z.string().nullable(),
        says: z.string().nullable(),
        value: z.unknown(),
      }),
    ),
    reason: z.string().nullable(),
    decidedReason: z.string().nullable(),
    pot: z.string().nullable(),
    assessed: z.unknown().describe('submitted, approved: verdict, criteria, trace'),
    materials: z.array(z.string()).describe('Asked for; what data show is not'),
    account: accountShape.nullable(),
    notice: z.object({ id: z.string(), from: shapes.day, to: shapes.day }).nullable(),
    objections: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        reason: z.string(),
        filedOn: shapes.day,
        state: z.string(),
        answer: z.string().nullable(),
      }),
    ),
    payments: z.array(
      z.object({
        id: z.string(),
        batch: z.string(),
        reference: z.string(),
        amount: decimalShape,
        state: z.string(),
        answeredOn: shapes.day.nullable(),
        bankReason: z.string().nullable(),
      }),
    ),
    clawback: z
      .object({
        reason: z.string(),
        basis: z.string(),
        amount: decimalShape,
        recovered: decimalShape,
        dueOn: shapes.day.nullable(),
      })
      .nullable(),
    steps: z.array(shapes.stepShape),
    case: z.string().nullable().describe('Its case, where it has one and the actor may see it'),
    own: z.boolean().describe('The enterprise that claims looks'),
    needsEventDay: z.boolean(),
    eventOn: shapes.day.nullable(),
    mayAnswer: z.boolean().describe('May answer its objections'),
    mayRecover: z.boolean().describe('May enter what came back'),
  }),
  handle: async (context, { id }) => detailOf(context, id),
})

/** The account of an enterprise, all but its last digits hidden. */
async function accountOf({ db, vault }: Context, enterprise: string) {
  const { rows } = await sql<{ id: string; bank: string; confirmed_on: string; account: string }>`
    select id, bank, confirmed_on, account from policy.accounts where enterprise = ${enterprise}`.execute(db)
  const [found] = rows
  if (!found) return null
  const plain = vault.decrypt(found.account, { record: accounts.id, column: 'account', row: found.id })
  return { bank: found.bank, account: `****${plain.slice(-4)}`, confirmedOn: found.confirmed_on }
}

async function detailOf(context: Context, id: string) {
  const { db } = context
  const claim = await claimOf(context, id)
  const [line] = await linesOf(context, sql`c.id = ${id}`, sql`c.id`, 1)
  const granule = await granuleOf(context, claim.granule)
  const ask = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows
  const account = await accountOf(context, claim.enterprise)
  const [notice] = await ask(sql<{
    id: string
    from: string
    to: string
  }>`select id, "from", "to" from policy.notices
    where id = ${claim.notice}`)
  const [clawback] = await ask(sql<{
    reason: string
    basis: string
    amount: string
    recovered: string
    dueOn: string | null
  }>`
    select reason, basis, amount::text as amount, recovered::text as recovered, due_on as "dueOn"
    from policy.clawbacks where claim = ${id}`)
  const [pot] = await ask(sql<{ name: string }>`select name from policy.pots where id = ${claim.pot}`)
  const given = claim.given as Readonly<Record<string, unknown>>
  const found = await latestCaseOf(context, id)
  const process = await processOf(context, found?.running ? found : undefined)
  const steps = stepsFor(stepsOf(waysOf(process)), await situationOf(context, claim, ''), context.actor)
  const isOwn = context.actor.role === 'enterprise'
  return {
    claim: line!,
    benefit: granule.row.benefit,
    basis: granule.row.basis,
    mode: granule.row.mode,
    given: granule.given.map(({ name, kind, unit, says }) => ({
      name,
      kind,
      unit: unit ?? null,
      says: says ?? null,
      value: given[name] ?? null,
    })),
    reason: claim.reason,
    decidedReason: claim.decided_reason,
    pot: pot?.name ?? null,
    assessed: claim.assessed ?? {},
    materials: materialsOf(granule).map(({ name }) => name),
    account,
    notice: notice ?? null,
    // Who objected is not told to the enterprise that is objected to.
    objections: (
      await ask(sql<{
        id: string
        by: string
        reason: string
        filedOn: string
        state: string
        answer: string | null
      }>`
        select id, by, reason, filed_on as "filedOn", state, answer from policy.objections where claim = ${id} order by filed_on`)
    ).map((one) => (isOwn ? { ...one, by: '—' } : one)),
    payments: await ask(sql<{
      id: string
      batch: string
      reference: string
      amount: string
      state: string
      answeredOn: string | null
      bankReason: string | null
    }>`
      select id, batch, reference, amount::text as amount, state, answered_on as "answeredOn", bank_reason as "bankReason"
      from policy.payments where claim = ${id} order by reference`),
    clawback: clawback ?? null,
    case: found && (await caseSeen(context, found.id)) ? found.id : null,
    own: isOwn,
    needsEventDay: needsEventDay(granule),
    eventOn: claim.event_on,
    mayAnswer: mayAnswer(context.actor, claim.office),
    mayRecover: claim.state === 'recovering' && mayRecover(context.actor),
    // Batches and notices move many at once; they are not buttons of one claim.
    steps: steps
      .filter((step) => !['order', 'cancel', 'pay', 'bounce', 'recover'].includes(step.act))
      .map((step) => ({
        act: step.act,
        name: step.name,
        needs: [
          ...(step.guards.includes('reason') ? (['reason'] as const) : []),
          ...(step.act === 'clawback' ? (['amount', 'basis'] as const) : []),
        ],
      })),
  }
}

const ofEnterpriseRoute = defineRoute({
  method: 'GET',
  path: '/enterprises/:id/claims',
  summary: text('一家企业的申报与兑现', 'Claims of one enterprise'),
  allow: PEOPLE,
  input: z.object({ id: z.string() }),
  output: z.object({
    own: z.boolean().describe('The enterprise itself looks: it may claim'),
    account: accountShape.nullable(),
    paid: decimalShape,
    claims: z.array(shapes.claimLine),
    open: z.array(
      z.object({
        granule: z.string(),
        title: z.string(),
        benefit: z.string(),
        office: z.string(),
        verdict: z.string(),
        amount: decimalShape.nullable(),
        event: z.string(),
        needsSubject: z.boolean(),
        needsEventDay: z.boolean().describe('No system knows when it happened'),
        given: z.array(
          z.object({
            name: z.string(),
            kind: z.string(),
            unit: z.string().nullable(),
            says: z.string().nullable(),
          }),
        ),
        materials: z.array(z.string()),
      }),
    ),
  }),
  handle: async (context, { id }) => {
    const { rows } = await sql<{
      code: string
    }>`select code from enterprises.enterprises where id = ${id}`.execute(context.db)
    const own = context.actor.role === 'enterprise'
    if (!rows[0] || (own && rows[0].code !== context.actor.enterprise)) throw notFound(claims, id)
    const lines = await linesOf(
      context,
      sql`c.enterprise = ${id}`,
      sql`c.submitted_on desc nulls first, c.number`,
      200,
    )
    const granules = (await inForce(context, context.today)).filter(
      ({ row }) =>
        row.standing !== 'sample' &&
        (row.window_from === null || row.window_from <= context.today) &&
        (row.window_to === null || row.window_to >= context.today),
    )
    const living = new Set(
      lines.filter(({ state }) => !(DEAD as readonly string[]).includes(state)).map(({ granule }) => granule),
    )
    // Of a project or a lease there may be another.
    const free = granules.filter(({ row }) => needsSubject(row.event as EventKind) || !living.has(row.id))
    const judged = await assessAll(context, { granules: free, enterprise: id })
    return {
      own,
      account: await accountOf(context, id),
      paid: (
        await sql<{ paid: string }>`select coalesce(sum(amount), 0)::text as paid from policy.claims
          where enterprise = ${id} and state = 'paid'`.execute(context.db)
      ).rows[0]!.paid,
      claims: lines,
      open: free.flatMap((granule, i) => {
        const { verdict, amountYuan } = judged[i]!
        if (verdict !== 'match' && verdict !== 'unknown') return []
        return [
          {
            granule: granule.row.id,
            title: granule.row.title,
            benefit: granule.row.benefit,
            office: granule.row.office,
            verdict,
            amount: amountYuan,
            event: granule.row.event,
            needsSubject: needsSubject(granule.row.event as EventKind),
            needsEventDay: needsEventDay(granule),
            given: granule.given.map(({ name, kind, unit, says }) => ({
              name,
              kind,
              unit: unit ?? null,
              says: says ?? null,
            })),
            materials: materialsOf(granule).map(({ name }) => name),
          },
        ]
      }),
    }
  },
})

const beginRoute = defineRoute({
  method: 'POST',
  path: '/claims',
  summary: text('企业开始一项申报', 'An enterprise begins a claim'),
  allow: ['enterprise'],
  input: z.object({
    granule: z.string(),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    subject: z.string().trim().max(200).optional(),
    given: facts.optional(),
  }),
  output: shapes.doneShape,
  handle: (context, input) =>
    context.transaction(async (inside) => done(await begin(inside, input)), '开始申报'),
})

const accountRoute = defineRoute({
  method: 'POST',
  path: '/account',
  summary: text('企业确认收款账户', 'An enterprise confirms the account to be paid to'),
  allow: ['enterprise'],
  input: z.object({ bank: words(100), account: z.string().min(1).max(60) }),
  output: z.object({ id: z.string() }),
  handle: (outer, { bank, account }) =>
    outer.transaction(async (context) => {
      const { rows } = await sql<{ id: string; known: string | null }>`select e.id, a.id as known
        from enterprises.enterprises e left join policy.accounts a on a.enterprise = e.id
        where e.code = ${context.actor.enterprise ?? ''} for update of e`.execute(context.db)
      const [firm] = rows
      if (!firm) throw notFound(accounts, context.actor.enterprise ?? '')
      const values = { bank, account, confirmed_on: context.today }
      const row = firm.known
        ? await updateRow(context, accounts, firm.known, values)
        : await createRow(context, accounts, { ...values, enterprise: firm.id, payer: PAYING_OFFICE })
      return { id: String(row.id) }
    }, '确认收款账户'),
})

const actRoute = defineRoute({
  method: 'POST',
  path: '/claims/:id/acts',
  summary: text('办理一步：提交、审核、补正、审定、撤回、退回、追回', 'Take a step with a claim'),
  allow: ACTORS,
  input: z.object({
    id: z.string(),
    act: shapes.act.exclude(['order', 'cancel', 'pay', 'bounce', 'recover', 'publicize']),
    reason: z.string().max(2000).optional(),
    decidedAmount: shapes.yuan.optional(),
    amount: shapes.yuan.optional(),
    basis: z.string().max(500).optional(),
    facts: facts.optional(),
    eventOn: shapes.day.optional().describe('With a submission: when it happened'),
  }),
  output: shapes.doneShape,
  handle: (context, { id, act: what, ...given }) =>
    context.transaction(
      async (inside) => done(await act(inside, id, what, given)),
      given.reason || `申报办理：${what}`,
    ),
})

const recoverRoute = defineRoute({
  method: 'POST',
  path: '/claims/:id/recovered',
  summary: text('登记追回的资金', 'Enter money that came back'),
  allow: ['officer'],
  input: z.object({ id: z.string(), amount: shapes.yuan }),
  output: z.object({ id: z.string(), recovered: decimalShape }),
  handle: (context, { id, amount }) =>
    context.transaction(async (inside) => {
      const row = await recover(inside, id, amount)
      return { id: row.id, recovered: row.recovered }
    }, '登记追回'),
})

const proposeRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/propose',
  summary: text(
    '免申即享：向匹配符合的企业推送，每次一批，以资金池为限',
    'Propose claims to those who match, some at a time, as far as the pot reaches',
  ),
  allow: ['officer'],
  input: z.object({ id: z.string() }),
  output: z.object({ proposed: z.number(), more: z.number().describe('Still to come: ask again') }),
  handle: (context, { id }) => context.transaction((inside) => propose(inside, id), '免申即享推送'),
})

const proposalRoute = defineRoute({
  method: 'GET',
  path: '/granules/:id/proposal',
  summary: text(
    '免申即享推送预览：多少企业、多少钱、资金池余额',
    'What proposing would do: how many, how much, what the pot has left',
  ),
  allow: ['officer'],
  input: z.object({ id: z.string() }),
  output: z.object({
    matching: z.number(),
    claimed: z.number(),
    late: z.number(),
    open: z.number(),
    amount: decimalShape,
    left: decimalShape,
    within: z.number(),
    withinAmount: decimalShape,
  }),
  handle: (context, { id }) => proposal(context, id),
})

const fileRoute = defineRoute({
  method: 'POST',
  path: '/claims/:id/files',
  summary: text('企业上传申报材料', 'An enterprise attaches evidence'),
  allow: ['enterprise'],
  input: z.object({ id: z.string(), name: z.string().min(1).max(300) }),
  output: z.object({ id: z.string() }),
  receives: 'file',
  handle: async (context, { id, name }, body) => {
    // Its own claim, and one that it may still submit: what was judged does not change.
    const { state } = await claimOf(context, id)
    if (!['draft', 'proposed', 'asked'].includes(state))
      throw redemptionError('CLAIM_STEP', { place: 'files', value: state })
    const file = await addFile(context, { record: claims.id, row: id }, { name, body: body ?? none() })
    return { id: file.id }
  },
})

async function* none(): AsyncGenerator<Uint8Array> {}

const done = ({ id, state }: { readonly id: string; readonly state: string }) => ({
  id,
  state: state as z.infer<typeof shapes.state>,
})

function words(max: number) {
  return z.string().trim().min(1).max(max)
}

export const claimRoutes = [
  overviewRoute,
  detailRoute,
  ofEnterpriseRoute,
  beginRoute,
  accountRoute,
  actRoute,
  recoverRoute,
  proposalRoute,
  proposeRoute,
  fileRoute,
]
