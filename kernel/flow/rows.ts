import { sql } from 'kysely'
import {
  type Happening,
  type Process,
  type Scope,
  type State,
  type Token,
  type Wait,
  waitsOf,
} from '../../engines/bpmn/index.ts'
import { type Database, PLANNED_ONCE } from '../store/index.ts'
import { stepHash } from './chain.ts'

const ONCE = sql.raw(PLANNED_ONCE)

/** A case as it is kept, apart from where it stands. */
export interface CaseRow {
  readonly id: string
  readonly process: string
  readonly version: number
  readonly title: string
  readonly record: string | null
  readonly row_id: string | null
  readonly synthetic: boolean
  readonly started_at: string
  readonly started_by: string
  readonly steps: number
  /** The first case of the family, where a call activity began this one; and by which token of which case. */
  readonly root: string | null
  readonly parent: string | null
  readonly parent_token: number | null
  /** SM3 of the last step, in hex; none before the first. */
  readonly head: string | null
}

export const subjectOf = ({ record, row_id }: Pick<CaseRow, 'record' | 'row_id'>) =>
  record && row_id ? { record, id: row_id } : undefined

/** Work that a person may have taken. */
export interface OpenTask {
  readonly token: number
  readonly element: string
  readonly name: string
  readonly office: string | null
  readonly role: string | null
  readonly holder: string | null
  readonly since: string
  readonly due: string | null
  /** Who handed it to its holder, and which office to this one. */
  readonly sent_by: string | null
  readonly sent_office: string | null
  readonly urged_at: string | null
  readonly warn_at: string | null
  readonly escalate: string | null
  /** The limit as it was first set, where it is another now. */
  readonly first_due: string | null
  readonly paused_at: string | null
  readonly paused_until: string | null
  readonly late_told: boolean
  /** How many of those who were asked have not said their opinion. */
  readonly opinions: number
}

export interface Kept {
  readonly row: CaseRow
  readonly state: State
  readonly tasks: readonly OpenTask[]
}

/** Reads a case and keeps others from moving it, and those that it called or that called it, until the transaction ends. */
export const lockCase = async (db: Database, id: string): Promise<Kept | undefined> =>
  keptAs(await sql<Found>`${ONCE} select flow.lock_case(${id}) as found`.execute(db))

/** Reads a case as it stands; others may move it. */
export const readCase = async (db: Database, id: string): Promise<Kept | undefined> =>
  keptAs(await sql<Found>`${ONCE} select flow.read_case(${id}) as found`.execute(db))

interface Found {
  readonly found: KeptCase | null
}

function keptAs({ rows }: { readonly rows: readonly Found[] }): Kept | undefined {
  const found = rows[0]?.found
  if (!found) return undefined
  const { state: status, next, scopes, tokens, tasks, ...row } = found
  return {
    row,
    tasks,
    state: {
      status,
      next,
      scopes: new Map(scopes.map((scope) => [scope.id, scope])),
      tokens: new Map(tokens.map((token) => [token.id, tokenOf(token)])),
    },
  }
}

interface KeptCase extends CaseRow {
  readonly state: State['status']
  readonly next: number
  readonly scopes: readonly Scope[]
  readonly tokens: readonly KeptToken[]
  readonly tasks: readonly OpenTask[]
}
interface KeptToken extends Pick<Token, 'id' | 'at' | 'scope' | 'waiting'> {
  readonly more: Partial<Token>
}
const tokenOf = ({ id, at, scope, waiting, more }: KeptToken): Token => ({ id, at, scope, waiting, ...more })
export const keptOf = ({ id, at, scope, waiting, ...more }: Token): KeptToken => ({
  id,
  at,
  scope,
  waiting,
  more,
})

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

const doneTokens = (happened: readonly Happening[]): readonly number[] =>
  happened.flatMap(({ what, token }) => (what === 'done' && token !== undefined ? [token] : []))

const scopesOf = (state: State | undefined) => [...(state?.scopes.values() ?? [])]
/** Key of a wait that is an activity's own. */
const TASK = /^t\d+$/
const filled = (lists: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))

/** Writes a step whole. @returns false, and nothing is written, where the case has moved since it was read */
export async function saveStep(db: Database, moved: Moved): Promise<boolean> {
  const { row, before, after, at, tasks, waits, ended } = moved
  // Of a case that has ended nothing is taken back.
  const undo = after.status === 'running' ? moved.undo : undefined
  const { head: _, ...kept } = row
  const whole = {
    row: {
      ...kept,
      state: after.status,
      ended_at: after.status === 'running' ? null : at,
      steps: row.steps + 1,
      next: after.next,
      scopes: scopesOf(after),
    },
    step: stepOf(moved),
    // What is empty is left out: a statement that touches no row costs as much as one that does.
    ...filled({
      tokens: [...after.tokens.values()]
        .filter((token) => before?.tokens.get(token.id) !== token)
        .map(keptOf),
      gone: before ? [...before.tokens.keys()].filter((id) => !after.tokens.has(id)) : [],
      tasks,
      waits,
      endedTasks: ended.filter((key) => TASK.test(key)).map((key) => Number(key.slice(1))),
      endedWaits: ended.filter((key) => !TASK.test(key)),
      done: doneTokens(moved.happened),
    }),
    ...(undo === undefined ? {} : { undo: { token: undo, scopes: scopesOf(before) } }),
  }
  const { rows } = await sql<{
    saved: boolean
  }>`${ONCE} select flow.save_step(${JSON.stringify(whole)}::jsonb) as saved`.execute(db)
  return rows[0]?.saved === true
}

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
