import type { MovedLimit } from '../../../kernel/flow/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { lockReport } from '../report/read.ts'
import { reports } from '../tables/index.ts'

/**
 * 延期、挂账: the report is due as much later as the task of 处置 is; its first limit stays beside it. By how much and not
 * when: tasks go by the clock outside, rows of a demonstration by its day.
 */
export async function moveLimit(context: Context, moved: MovedLimit): Promise<void> {
  const { case: id, element, from, due } = moved
  if (element !== 'handle' || from === null || due === null) return
  const report = await lockReport(context, id)
  if (report.due_at === null) return
  const later = Date.parse(due) - Date.parse(from)
  await updateRow(context, reports, report.id, {
    due_at: new Date(Date.parse(report.due_at) + later).toISOString(),
  })
}
