import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, insertRows, updateRow } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { endOfMonth, monthOf } from '../days.ts'
import { readEntry } from '../ledger.ts'
import { plannedPercent } from '../path.ts'
import { ANSWER_DAYS, LETTER_NUMBER } from '../settings.ts'
import { changes, granules, type LetterRow, letters, progress } from '../tables.ts'
import { requireLeadOffice, requireRole, transit } from '../transitions.ts'
import { addWorkdays } from '../workdays.ts'
import {
  AnswerInput,
  ChangeInput,
  DoneOutput,
  LetterInput,
  ProgressInput,
  TransitionInput,
  VerifyInput,
} from './shapes.ts'

const ENDED = ['closed', 'adjusted']

/** A line of history: the old value beside the new. */
const note = (
  context: Context,
  granule: string,
  line: {
    kind: 'status' | 'change' | 'override'
    field: string
    before: string | null
    after: string | null
  },
  why: { reason?: string | undefined; approvedBy?: string | undefined } = {},
) =>
  insertRows(
    context.db,
    changes,
    [
      {
        granule,
        ...line,
        reason: why.reason || null,
        approved_by: why.approvedBy || null,
        changed_by: context.actor.name,
        changed_on: context.today,
      },
    ],
    { actor: context.actor, now: context.now(), newId: context.newId },
  )

export const progressRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/progress',
  summary: text('填报月度进展', 'Report a month’s progress'),
  allow: ['officer'],
  input: ProgressInput,
  output: DoneOutput,
  handle: (outer, { id, month, actual, value, words, evidenceNote }) =>
    outer.transaction(async (context) => {
      const { granule, progress: before } = await readEntry(context, id)
      requireLeadOffice(context.actor, granule.lead_office)
      if (ENDED.includes(granule.status)) throw ended(id)
      if (month > monthOf(context.today) || month < monthOf(granule.starts_on))
        throw new GaoxinError(
          'PLAN_MONTH',
          text(
            '只能填报任务期内、不晚于本月的月份',
            'Only months of the task up to this one can be reported',
          ),
          text(
            '请改填任务开始以后、本月以前的月份',
            'Choose a month since the task began and not after this one',
          ),
          { value: month, status: 422 },
        )
      const values = {
        planned_percent: String(
          plannedPercent(
            { startsOn: granule.starts_on, dueOn: granule.due_on, path: granule.path as never },
            endOfMonth(month),
          ),
        ),
        actual_percent: String(actual),
        value: value ?? null,
        words,
        evidence_note: evidenceNote || null,
        reported_by: context.actor.name,
        reported_on: context.today,
        verified: 'pending',
        verified_by: null,
      }
      const old = before.find((row) => row.month === month)
      if (old?.verified === 'verified')
        throw new GaoxinError(
          'PLAN_VERIFIED',
          text('这个月的进展已经核实', 'This month’s report is verified already'),
          text('如需更正，请督查室先退回', 'Ask the supervision office to return it first'),
          { value: month, status: 409 },
        )
      const row = old
        ? await updateRow(context, progress, old.id, values)
        : await createRow(context, progress, { granule: id, month, ...values })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }),
})

export const verifyProgressRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/verify',
  summary: text('核实或退回一个月的进展', 'Verify or return a month’s report'),
  allow: ['supervisor'],
  input: VerifyInput,
  output: DoneOutput,
  handle: (outer, { id, month, verified }) =>
    outer.transaction(async (context) => {
      requireRole(context.actor, ['supervisor'])
      const row = (await readEntry(context, id)).progress.find((each) => each.month === month)
      if (!row)
        throw new GaoxinError(
          'PLAN_NO_REPORT',
          text('这个月没有填报', 'Nothing was reported for this month'),
          text('请先由牵头单位填报', 'Let the lead office report first'),
          { value: month, status: 404 },
        )
      await updateRow(context, progress, row.id, { verified, verified_by: context.actor.name })
      await context.changed(granules.id, [id])
      return { id: row.id, granule: id }
    }),
})

export const letterRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/letters',
  summary: text('签发督办单', 'Issue a supervision letter'),
  allow: ['supervisor'],
  input: LetterInput,
  output: DoneOutput,
  handle: (outer, { id, colour, reason }) =>
    outer.transaction(async (context) => {
      requireRole(context.actor, ['supervisor'])
      await readEntry(context, id)
      const year = context.today.slice(0, 4)
      // One letter at a time: two issued at once would take the same number.
      await sql`select pg_advisory_xact_lock(hashtext('plan.letters'))`.execute(context.db)
      const { rows } = await sql<{ last: number | null }>`
        select max(substring(number from '〕([0-9]+)号')::int) as last from plan.letters
        where number like ${`%〔${year}〕%`}`.execute(context.db)
      const row = await createRow(context, letters, {
        number: LETTER_NUMBER(year, (rows[0]?.last ?? 0) + 1),
        granule: id,
        colour,
        reason,
        issued_on: context.today,
        issued_by: context.actor.name,
        answer_due_on: addWorkdays(context.today, ANSWER_DAYS[colour]),
        state: 'open',
      })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }),
})

export const answerRoute = defineRoute({
  method: 'POST',
  path: '/letters/:id/answer',
  summary: text('答复督办单', 'Answer a supervision letter'),
  allow: ['officer'],
  input: AnswerInput,
  output: DoneOutput,
  handle: (outer, { id, answer }) =>
    outer.transaction(async (context) => {
      const { rows } = await sql<LetterRow>`select * from plan.letters where id = ${id} for update`.execute(
        context.db,
      )
      const letter = rows[0]
      if (letter?.state !== 'open')
        throw new GaoxinError(
          'PLAN_LETTER',
          text('没有待答复的这份督办单', 'No such letter awaits an answer'),
          text('请刷新任务查看', 'Reload the task'),
          { value: id, status: letter ? 409 : 404 },
        )
      const { granule } = await readEntry(context, letter.granule)
      requireLeadOffice(context.actor, granule.lead_office)
      await updateRow(context, letters, id, {
        answer,
        answered_on: context.today,
        answered_by: context.actor.name,
        state: 'answered',
      })
      await context.changed(granules.id, [granule.id])
      return { id, granule: granule.id }
    }),
})

export const transitionRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/transition',
  summary: text('任务流转：印发、签收、启动、申请销号、退回、销号', 'Move a task on'),
  allow: ['officer', 'supervisor', 'leader'],
  input: TransitionInput,
  output: DoneOutput,
  handle: (outer, { id, action, reason }) =>
    outer.transaction(async (context) => {
      await sql`select 1 from plan.granules where id = ${id} for update`.execute(context.db)
      const { granule, standing, evidence: files } = await readEntry(context, id)
      const { to } = transit(
        action,
        {
          status: granule.status as never,
          leadOffice: granule.lead_office,
          evidence: files.length,
          actual: standing.actual,
          reason,
        },
        context.actor,
      )
      await updateRow(context, granules, id, {
        status: to,
        ...(to === 'closed' ? { closed_on: context.today, closed_month: monthOf(context.today) } : {}),
      })
      await note(
        context,
        id,
        { kind: 'status', field: 'status', before: granule.status, after: to },
        { reason },
      )
      return { id, granule: id }
    }),
})

export const changeRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/change',
  summary: text('调整目标、时限、牵头单位或亮灯', 'Change target, date, lead office or light'),
  allow: ['supervisor', 'leader'],
  input: ChangeInput,
  output: DoneOutput,
  handle: (outer, { id, dueOn, target, leadOffice, light, reason, approvedBy }) =>
    outer.transaction(async (context) => {
      requireRole(context.actor, ['supervisor', 'leader'])
      await sql`select 1 from plan.granules where id = ${id} for update`.execute(context.db)
      const { granule } = await readEntry(context, id)
      if (ENDED.includes(granule.status)) throw ended(id)
      const wanted = { due_on: dueOn, target, lead_office: leadOffice }
      const moved = Object.entries(wanted).filter(([, value]) => value !== undefined) as [
        keyof typeof wanted,
        string,
      ][]
      if (moved.length > 0 && context.actor.role !== 'leader' && !approvedBy)
        throw new GaoxinError(
          'PLAN_NOT_APPROVED',
          text(
            '调整目标、时限或牵头单位须经领导批准',
            'A change of target, date or office needs a leader’s approval',
          ),
          text('请写明批准人', 'Name who approved'),
          { place: moved[0]?.[0] ?? '', status: 409 },
        )
      for (const [field, after] of moved)
        await note(
          context,
          id,
          { kind: 'change', field, before: granule[field], after },
          { reason, approvedBy: approvedBy ?? context.actor.name },
        )
      if (light !== undefined)
        await note(
          context,
          id,
          { kind: 'override', field: 'override_light', before: granule.override_light, after: light },
          { reason },
        )
      await updateRow(context, granules, id, {
        ...Object.fromEntries(moved),
        ...(light === undefined
          ? {}
          : { override_light: light, override_reason: light === null ? null : reason }),
      })
      return { id, granule: id }
    }),
})

const ended = (id: string) =>
  new GaoxinError(
    'PLAN_ENDED',
    text('任务已销号或已调整出清单', 'The task is closed or off the list'),
    text('已结束的任务不再变动', 'What has ended no longer changes'),
    { value: id, status: 409 },
  )
