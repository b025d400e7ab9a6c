import { insertRows, updateRow } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { acted, requireAct } from '../acts.ts'
import { differences } from '../change.ts'
import { monthOf } from '../days.ts'
import { lockEntry, readOffices } from '../ledger.ts'
import { changes, granules } from '../tables.ts'
import { transit } from '../transitions.ts'
import { ChangeInput, DoneOutput, TransitionInput } from './shapes.ts'

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
  why: {
    reason?: string | undefined
    approvedBy?: string | undefined
    document?: string | undefined
  } = {},
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
        document: why.document || null,
        changed_by: context.actor.name,
        changed_on: context.today,
      },
    ],
    { actor: context.actor, now: context.now(), newId: context.newId },
  )

export const transitionRoute = defineRoute({
  method: 'POST',
  path: '/granules/:id/transition',
  summary: text('任务流转：印发、签收、启动、申请销号、退回、销号', 'Move a task on'),
  allow: ['officer', 'supervisor', 'leader'],
  input: TransitionInput,
  output: DoneOutput,
  handle: (outer, { id, action, reason }) =>
    outer.transaction(async (context) => {
      const { granule, standing, letters, evidence: files } = await lockEntry(context, id)
      const { to } = transit(
        action,
        {
          status: granule.status as never,
          leadOffice: granule.lead_office,
          evidence: files.length,
          actual: standing.actual,
          openLetters: letters.filter(({ state }) => state === 'open').length,
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
  handle: (outer, { id, dueOn, target, leadOffice, light, reason, document }) =>
    outer.transaction(async (context) => {
      const { granule } = await lockEntry(context, id)
      const offices = await readOffices(context.db)
      const changed = differences(
        granule,
        { due_on: dueOn, target, lead_office: leadOffice, override_light: light },
        (office) => offices.has(office),
      )
      for (const { field, before, after } of changed) {
        const kind = field === 'override_light' ? 'override' : 'change'
        // The leader who changes a target approves it by doing so; a light needs a reason only.
        requireAct(kind, acted(granule), context.actor)
        const approval = kind === 'change' ? { approvedBy: context.actor.name, document } : {}
        await note(context, id, { kind, field, before, after }, { reason, ...approval })
      }
      await updateRow(context, granules, id, {
        ...Object.fromEntries(changed.map(({ field, after }) => [field, after])),
        ...(changed.some(({ field }) => field === 'override_light')
          ? { override_reason: light === null ? null : reason }
          : {}),
      })
      return { id, granule: id }
    }),
})
