import { sql } from 'kysely'
import { doTask, moveCase } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'

/** What can be done with a case: its tasks and what it waits for, by the engine's own keys. */
export interface Option {
  readonly key: string
  readonly kind: 'task' | 'event'
}

/**
 * What is done next, by nothing but where the case stands: so that a case that was cut off goes on as it would have.
 * After a while only tasks are done, since some events may come without end.
 */
export function choose(options: readonly Option[], steps: number): Option | undefined {
  const sorted = options.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const tasks = sorted.filter(({ kind }) => kind === 'task')
  const among = steps > 6 && tasks.length > 0 ? tasks : sorted
  return among[(steps * 5 + 3) % (among.length || 1)]
}

/** What people say: the work of a loop is good at last. */
export const said = (steps: number) => ({ good: steps > 4, opinion: `第${steps}次` })

/**
 * Plays a case to its end.
 * @param among each step is part of more that happens in its transaction
 * @param acknowledged is told of each step that the program has been answered for
 */
export async function play(
  context: Context,
  id: string,
  among: boolean,
  acknowledged: (steps: number) => void,
): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ steps: number; tasks: string[]; waits: string[] }>`select c.steps,
        array(select 't' || token from flow.tasks where case_id = c.id) as tasks,
        array(select key from flow.waits where case_id = c.id) as waits
      from flow.cases c where c.id = ${id} and state = 'running'`.execute(context.db)
    const [at] = rows
    if (!at) return
    const next = choose(
      [
        ...at.tasks.map((key) => ({ key, kind: 'task' as const })),
        ...at.waits.map((key) => ({ key, kind: 'event' as const })),
      ],
      at.steps,
    )
    if (!next) throw new Error(`case ${id} stands still`)
    const step = async (by: Context) => {
      if (next.kind === 'task') await doTask(by, id, Number(next.key.slice(1)), said(at.steps))
      else await moveCase(by, id, { type: 'event', wait: next.key, vars: said(at.steps) })
    }
    await (among ? context.transaction(step) : step(context))
    acknowledged(at.steps + 1)
  }
}
