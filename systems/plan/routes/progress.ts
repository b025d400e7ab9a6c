import { endOfMonth, monthOf } from '../../../kernel/calendar/days.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, updateRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { lockEntry } from '../ledger.ts'
import { plannedPercent } from '../path.ts'
import { granules, progress } from '../tables.ts'
import { kept, versionOf } from '../versions.ts'
import { DoneOutput, ProgressInput, VerifyInput } from './shapes.ts'

export const progressRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/progress',
  summary: text('填报月度进展', 'Report a month’s progress'),
  allow: ['officer'],
  input: ProgressInput,
  output: DoneOutput,
  handle: (outer, { id, month, actual, value, words, evidenceNote }) =>
    outer.transaction(async (context) => {
      const { granule, progress: before } = await lockEntry(context, id)
      requireAct('report', acted(granule), context.actor)
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
        verified_on: null,
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
        ? await updateRow(context, progress, old.id, { ...values, earlier: kept(old) })
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
  handle: (outer, { id, month, version, verified }) =>
    outer.transaction(async (context) => {
      const { granule, progress: reported } = await lockEntry(context, id)
      requireAct('verify', acted(granule), context.actor)
      const row = reported.find((each) => each.month === month)
      if (!row)
        throw new GaoxinError(
          'PLAN_NO_REPORT',
          text('这个月没有填报', 'Nothing was reported for this month'),
          text('请先由牵头单位填报', 'Let the lead office report first'),
          { value: month, status: 404 },
        )
      if (versionOf(row) !== version)
        throw new GaoxinError(
          'PLAN_STALE',
          text('这个月的进展在您查看之后又有变动', 'This month’s report changed after you saw it'),
          text('请刷新后查看最新填报，再核实', 'Reload, read the latest report, then verify'),
          { place: month, value: version, status: 409 },
        )
      await updateRow(context, progress, row.id, {
        verified,
        verified_by: context.actor.name,
        verified_on: context.today,
        earlier: kept(row),
      })
      await context.changed(granules.id, [id])
      return { id: row.id, granule: id }
    }),
})
