import { sql } from 'kysely'
import { type Happening, type Process, type State, type Wait, waitsOf } from '../../engines/bpmn/index.ts'
import { type Database, PLANNED_ONCE, together } from '../store/index.ts'
import { stepHash } from './chain.ts'
import { type CaseRow, keptOf } from './rows.ts'

const ONCE = sql.raw(PLANNED_ONCE)

/** Work for a person, as its task says it. */
export interface TaskRow {
  readonly token: number
  readonly element: string
  readonly name: string
  readonly office: string | null
  readonly role: string | null
  readonly due: string | null
  readonly warn_at: string | null
  /** The role that is told once it is late. */
  readonly escalate: string | null
}
export interface WaitRow {
  readonly key: string
  readonly element: string
  readonly type: string
  readonly ref: string | null
  readonly due: string | null
}

export interface Moved {
  readonly row: CaseRow
  readonly before: State | undefined
  readonly after: State
  readonly happened: readonly Happening[]
  readonly at: string
  readonly actor: string
  readonly why: string | null
  /** Says of a wait that began what is kept of it. */
  readonly tasks: readonly TaskRow[]
  readonly waits: readonly WaitRow[]
  /** Keys of waits that ended; `t7` was a task. */
  readonly ended: readonly string[]
  /** The token of the task that the actor did, where the step may be taken back: what was before it is kept. */
  readonly undo?: number | undefined
}

/** Which waits began and which ended by a step. */
export function waitsBetween(process: Process, before: State | undefined, after: State) {
  const old = new Map((before ? waitsOf(process, before) : []).map((wait) => [wait.key, wait]))
  const now = waitsOf(process, after)
  const keys = new Set(now.map(({ key }) => key))
  return {
    begun: now.filter(({ key }) => !old.has(key)) as readonly Wait[],
    ended: [...old.keys()].filter((key) => !keys.has(key)),
  }
}

const scopesOf = (state: State | undefined) => [...(state?.scopes.values() ?? [])]
/** Key of a wait that is an activity's own. */
const TASK = /^t\d+$/

/** What a step adds to and takes from each table, by the name under which `flow.save_steps` takes it. */
function listsOf(moved: Moved): Readonly<Record<string, readonly object[]>> {
  const { row, before, after, at, actor, ended } = moved
  const case_id = row.id
  const steps = row.steps + 1
  const { case: _, ...step } = stepOf(moved)
  const stands = {
    state: after.status,
    ended_at: after.status === 'running' ? null : at,
    steps,
    next: after.next,
    scopes: scopesOf(after),
  }
  const done = new Set(moved.happened.flatMap(({ what, token }) => (what === 'done' ? [token] : [])))
  // Of a case that has ended nothing is taken back.
  const undone = moved.undo !== undefined && after.status === 'running'
  const { head: _head, ...first } = row
  return {
    begun: before ? [] : [{ ...first, ...stands }],
    moved: before ? [{ case_id, ...stands }] : [],
    steps: [{ case_id, ...step }],
    undo: undone ? [{ case_id, step: steps, actor, token: moved.undo, scopes: scopesOf(before) }] : [],
    tokens: [...after.tokens.values()]
      .filter((token) => before?.tokens.get(token.id) !== token)
      .map((token) => ({ case_id, ...keptOf(token) })),
    gone: [...(before?.tokens.keys() ?? [])]
      .filter((id) => !after.tokens.has(id))
      .map((id) => ({ case_id, id })),
    tasks: moved.tasks.map((task) => ({ case_id, process: row.process, since: at, ...task })),
    waits: moved.waits.map((wait) => ({ case_id, ...wait })),
    endedTasks: ended
      .filter((key) => TASK.test(key))
      .map((key) => Number(key.slice(1)))
      .map((token) => ({ case_id, token, ended: at, done_by: done.has(token) ? actor : null })),
    endedWaits: ended.filter((key) => !TASK.test(key)).map((key) => ({ case_id, key })),
  }
}

/** Writes a step whole. @returns false, and nothing is written, where the case has moved since it was read, or is held */
export const saveStep = together(async (db, steps: readonly Moved[]): Promise<readonly boolean[]> => {
  // Of two steps of one case the first is made.
  const made = new Map(steps.toReversed().map((moved) => [moved.row.id, moved]))
  const given: Record<string, object[]> = {}
  // What is empty is left out: a statement that touches no row costs as much as one that does.
  for (const moved of made.values())
    for (const [name, list] of Object.entries(listsOf(moved)))
      if (list.length > 0) {
        given[name] ??= []
        given[name].push(...list)
      }
  const { rows } = await sql<{
    refused: readonly string[]
  }>`${ONCE} select flow.save_steps(${JSON.stringify(given)}::jsonb) as refused`.execute(db)
  const refused = new Set(rows[0]?.refused)
  return steps.map((moved) => made.get(moved.row.id) === moved && !refused.has(moved.row.id))
})

/** What is kept of a step that moves no token: what people do with their tasks. */
export type Noted = Pick<Moved, 'row' | 'at' | 'actor' | 'why'> & { readonly happened: readonly object[] }

/** Adds a step that moves nothing to a locked case. */
export const noteStep = (db: Database, noted: Noted): Promise<unknown> =>
  sql`with counted as (update flow.cases set steps = steps + 1 where id = ${noted.row.id})
    select flow.add_step(${JSON.stringify(stepOf(noted))}::jsonb)`.execute(db)

function stepOf({ row, at, actor, why, happened }: Noted) {
  const step = { case: row.id, number: row.steps + 1, at, actor, why, happened }
  return { ...step, hash: stepHash(step, row.head) }
}
