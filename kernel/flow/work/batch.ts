import { GaoxinError } from '../../errors.ts'
import type { Context } from '../../system.ts'

export interface TaskKey {
  readonly case: string
  readonly token: number
}
export interface Outcome extends TaskKey {
  /** Why it was not done; undefined where it was. */
  readonly problem?: GaoxinError
}

/**
 * 批量: does the same with many tasks, one after the other, each in a transaction of its own; one that cannot be done
 * keeps no other from it.
 * @throws what is no refusal: the rest is not tried
 */
export async function eachOf(
  context: Context,
  tasks: readonly TaskKey[],
  work: (context: Context, task: TaskKey) => Promise<unknown>,
): Promise<readonly Outcome[]> {
  if (context.db.isTransaction) throw new Error('a batch within a transaction would be all or nothing')
  const outcomes: Outcome[] = []
  for (const { case: id, token } of tasks) {
    const task = { case: id, token }
    try {
      await work(context, task)
      outcomes.push(task)
    } catch (error) {
      if (!(error instanceof GaoxinError)) throw error
      outcomes.push({ ...task, problem: error })
    }
  }
  return outcomes
}
