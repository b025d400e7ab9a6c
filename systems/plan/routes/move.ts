import { monthOf } from '../../../kernel/calendar/days.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { lockEntry } from '../ledger.ts'
import { granules } from '../tables.ts'
import { transit } from '../transitions.ts'
import { note } from './note.ts'
import { DoneOutput, TransitionInput } from './shapes.ts'

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
