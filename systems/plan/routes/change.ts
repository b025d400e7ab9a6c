import type { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, updateRow } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { type Difference, differences, type Wanted } from '../change.ts'
import { passOn } from '../flow/index.ts'
import { type Entry, lockEntry, readOffices } from '../ledger.ts'
import { applications, granules } from '../tables.ts'
import { note, type Why } from './note.ts'
import { ApplyInput, ChangeInput, DecideInput, DoneOutput } from './shapes.ts'

/** 调整: the lead office applies and a leader decides, or a leader changes at once; 亮灯 is set by hand. */

const wantedOf = ({
  dueOn,
  target,
  leadOffice,
}: Omit<z.infer<typeof ApplyInput>, 'id' | 'reason'>): Wanted => ({
  due_on: dueOn,
  target,
  lead_office: leadOffice,
})

async function differing(context: Context, { granule }: Entry, wanted: Wanted) {
  const offices = await readOffices(context.db)
  return differences(granule, wanted, (office) => offices.has(office))
}

/** Writes a change and its lines of history. A leader who changes a target approves it; a light needs a reason only. */
async function write(context: Context, { granule }: Entry, changed: readonly Difference[], why: Why) {
  for (const { field, before, after } of changed) {
    const kind = field === 'override_light' ? 'override' : 'change'
    requireAct(kind, acted(granule), context.actor)
    await note(
      context,
      granule.id,
      { kind, field, before, after },
      kind === 'change' ? { ...why, approvedBy: context.actor.name } : { reason: why.reason },
    )
  }
  const light = changed.find(({ field }) => field === 'override_light')
  await updateRow(context, granules, granule.id, {
    ...Object.fromEntries(changed.map(({ field, after }) => [field, after])),
    ...(light ? { override_reason: light.after === null ? null : why.reason } : {}),
  })
  if (changed.some(({ field }) => field === 'lead_office')) await passOn(context, granule.id)
}

export const changeRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/change',
  summary: text('调整目标、时限、牵头单位或亮灯', 'Change target, date, lead office or light'),
  allow: ['supervisor', 'leader'],
  input: ChangeInput,
  output: DoneOutput,
  handle: (outer, { id, light, reason, document, ...wanted }) =>
    outer.transaction(async (context) => {
      const entry = await lockEntry(context, id)
      const changed = await differing(context, entry, { ...wantedOf(wanted), override_light: light })
      await write(context, entry, changed, { reason, document })
      return { id, granule: id }
    }),
})

export const applyRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/applications',
  summary: text('申请调整目标、时限或牵头单位', 'Apply for a change of target, date or lead office'),
  allow: ['officer'],
  input: ApplyInput,
  output: DoneOutput,
  handle: (outer, { id, reason, ...wanted }) =>
    outer.transaction(async (context) => {
      const entry = await lockEntry(context, id)
      requireAct('applyChange', acted(entry.granule), context.actor)
      if (entry.applications.some(({ state }) => state === 'pending'))
        throw new GaoxinError(
          'PLAN_APPLICATION_PENDING',
          text('已有一份调整申请待批', 'An application awaits its decision already'),
          text('请等领导批复后再申请', 'Apply again once a leader has decided'),
          { value: id, status: 409 },
        )
      const changed = await differing(context, entry, wantedOf(wanted))
      const row = await createRow(context, applications, {
        granule: id,
        ...Object.fromEntries(changed.map(({ field, after }) => [field, after])),
        reason,
        applied_by: context.actor.name,
        applied_on: context.today,
        state: 'pending',
      })
      await context.changed(granules.id, [id])
      return { id: String(row.id), granule: id }
    }),
})

export const decideRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/applications/:application',
  summary: text('批准或不批准调整申请', 'Approve or refuse an application for a change'),
  allow: ['leader'],
  input: DecideInput,
  output: DoneOutput,
  handle: (outer, { id, application, decision, remark, document }) =>
    outer.transaction(async (context) => {
      const entry = await lockEntry(context, id)
      requireAct('change', acted(entry.granule), context.actor)
      const asked = entry.applications.find((each) => each.id === application)
      if (asked?.state !== 'pending')
        throw new GaoxinError(
          'PLAN_APPLICATION',
          text('没有待批的这份调整申请', 'No such application awaits a decision'),
          text('请刷新任务查看', 'Reload the task'),
          { value: application, status: asked ? 409 : 404 },
        )
      if (decision === 'refused' && !remark)
        throw new GaoxinError(
          'PLAN_NO_REASON',
          text('没有写明理由', 'No reason is given'),
          text('不批准请写明理由', 'Say why it is refused'),
          { place: 'remark', status: 422 },
        )
      if (decision === 'approved') {
        const { due_on, target, lead_office, reason } = asked
        const wanted = { due_on: due_on ?? undefined, target: target ?? undefined }
        const changed = await differing(context, entry, { ...wanted, lead_office: lead_office ?? undefined })
        await write(context, entry, changed, { reason, document })
      }
      await updateRow(context, applications, application, {
        state: decision,
        decided_by: context.actor.name,
        decided_on: context.today,
        remark: remark ?? null,
        document: document ?? null,
      })
      await context.changed(granules.id, [id])
      return { id: application, granule: id }
    }),
})
