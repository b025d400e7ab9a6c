import type { Database } from './database.ts'

/** Of one statement, so that nobody waits for a very long one. */
const MOST = 64

interface Asking<Asked, Told> {
  readonly asked: Asked
  readonly told: (answer: Told) => void
  readonly failed: (error: unknown) => void
}

/**
 * Turns a statement for many into one for one: whoever asks while a statement is under way is part of the next, with all
 * who wait for it. Alone, nobody waits. What a transaction asks is asked by itself, within it.
 * Where a statement fails, each of it is asked for by itself, so that nobody fails by another's fault.
 * @param askAll answers in the order of what is asked
 */
export function together<Asked, Told>(
  askAll: (db: Database, asked: readonly Asked[]) => Promise<readonly Told[]>,
): (db: Database, asked: Asked) => Promise<Told> {
  const queues = new WeakMap<Database, (asked: Asked) => Promise<Told>>()
  return async (db, asked) => {
    if (db.isTransaction) return (await askAll(db, [asked]))[0] as Told
    const ask = queues.get(db) ?? queue((batch) => askAll(db, batch))
    queues.set(db, ask)
    return ask(asked)
  }
}

function queue<Asked, Told>(askAll: (asked: readonly Asked[]) => Promise<readonly Told[]>) {
  const waiting: Asking<Asked, Told>[] = []
  let underWay = false
  async function ask(batch: readonly Asking<Asked, Told>[]): Promise<void> {
    try {
      const answers = await askAll(batch.map(({ asked }) => asked))
      for (const [index, { told }] of batch.entries()) told(answers[index] as Told)
    } catch (error) {
      if (batch.length > 1) for (const each of batch) await ask([each])
      else for (const { failed } of batch) failed(error)
    }
  }
  async function go(): Promise<void> {
    underWay = true
    while (waiting.length > 0) await ask(waiting.splice(0, MOST))
    underWay = false
  }
  return (asked: Asked) =>
    new Promise<Told>((told, failed) => {
      waiting.push({ asked, told, failed })
      if (!underWay) void go()
    })
}
