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
import type { Database } from '../store/index.ts'
import { stepHash } from './chain.ts'

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
  /** How many of those who were asked have not said their opinion. */
  readonly opinions: number
}

export interface Kept {
  readonly row: CaseRow
  readonly state: State
  readonly tasks: readonly OpenTask[]
}

/**
 * Reads a case and keeps others from moving it, and those that it called or that called it, until the transaction ends.
 * It is read by a statement of its own: one that waited for the lock would show its tokens as they were before.
 */
export async function lockCase(db: Database, id: string): Promise<Kept | undefined> {
  await sql`select from flow.cases
    where id = (select coalesce(root, id) from flow.cases where id = ${id}) for update`.execute(db)
  const { rows } = await sql<
    CaseRow & {
      state: State['status']
      next: number
      scopes: Scope[]
      tokens: KeptToken[]
      tasks: OpenTask[]
    }
  >`
    select c.*, encode(s.hash, 'hex') as head,
      coalesce((select jsonb_agg(to_jsonb(t) order by t.id) from flow.tokens t where t.case_id = c.id), '[]') as tokens,
      coalesce((select jsonb_agg(to_jsonb(t) order by t.token) from flow.tasks t where t.case_id = c.id), '[]') as tasks
    from flow.cases c left join flow.steps s on s.case_id = c.id and s.number = c.steps
    where c.id = ${id}`.execute(db)
  const [found] = rows
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

interface KeptToken extends Pick<Token, 'id' | 'at' | 'scope' | 'waiting'> {
  readonly more: Partial<Token>
}
const tokenOf = ({ id, at, scope, waiting, more }: KeptToken): Token => ({ id, at, scope, waiting, ...more })
const keptOf = ({ id, at, scope, waiting, ...more }: Token): KeptToken => ({ id, at, scope, waiting, more })

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

/** Writes a step whole, in one statement. */
export async function saveStep(db: Database, moved: Moved): Promise<void> {
  const { row, before, after, at, actor, happened, tasks, waits, ended } = moved
  const changed = [...after.tokens.values()].filter((token) => before?.tokens.get(token.id) !== token)
  const gone = before ? [...before.tokens.keys()].filter((id) => !after.tokens.has(id)) : []
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  const ends = after.status === 'running' ? null : at
  const kept = before
    ? sql`update flow.cases set state = ${after.status}, ended_at = ${ends}::timestamptz, steps = ${row.steps + 1},
        next = ${after.next}, scopes = ${json([...after.scopes.values()])} where id = ${row.id}`
    : sql`insert into flow.cases (id, process, version, title, record, row_id, state, synthetic, started_at, started_by,
        ended_at, steps, next, scopes, root, parent, parent_token)
        values (${row.id}, ${row.process}, ${row.version}, ${row.title}, ${row.record}, ${row.row_id}, ${after.status},
        ${row.synthetic}, ${row.started_at}::timestamptz, ${row.started_by}, ${ends}::timestamptz, ${row.steps + 1},
        ${after.next}, ${json([...after.scopes.values()])}, ${row.root}, ${row.parent}, ${row.parent_token})`
  await sql`with kept as (${kept}),
    gone as (delete from flow.tokens where case_id = ${row.id} and id = any(${gone}::integer[])),
    undone as (delete from flow.tasks where case_id = ${row.id} and 't' || token = any(${ended}::text[]) returning *),
    handled as (insert into flow.handled (case_id, token, element, name, office, role, holder, since, due, ended, done_by)
      select case_id, token, element, name, office, role, holder, since, due, ${at}::timestamptz,
        case when token = any(${doneTokens(happened)}::integer[]) then ${actor} end from undone),
    over as (delete from flow.waits where case_id = ${row.id} and key = any(${ended}::text[])),
    placed as (insert into flow.tokens (case_id, id, at, scope, waiting, more)
      select ${row.id}, t.id, t.at, t.scope, t.waiting, t.more
      from jsonb_to_recordset(${json(changed.map(keptOf))}) t(id integer, at text, scope integer, waiting text, more jsonb)
      on conflict (case_id, id) do update set waiting = excluded.waiting, more = excluded.more),
    asked as (insert into flow.tasks (case_id, token, element, name, process, office, role, since, due, warn_at, escalate)
      select ${row.id}, t.token, t.element, t.name, ${row.process}, t.office, t.role, ${at}::timestamptz, t.due, t.warn_at,
        t.escalate
      from jsonb_to_recordset(${json(tasks)}) t(token integer, element text, name text, office text, role text,
        due timestamptz, warn_at timestamptz, escalate text)),
    waiting as (insert into flow.waits (case_id, key, element, type, ref, due)
      select ${row.id}, w.key, w.element, w.type, w.ref, w.due
      from jsonb_to_recordset(${json(waits)}) w(key text, element text, type text, ref text, due timestamptz)),
    ${stepRow(moved)}`.execute(db)
}

/** What is kept of a step that moves no token: what people do with their tasks. */
export type Noted = Pick<Moved, 'row' | 'at' | 'actor' | 'why'> & { readonly happened: readonly object[] }

/** Adds a step that moves nothing to a locked case. */
export const noteStep = (db: Database, noted: Noted): Promise<unknown> =>
  sql`with counted as (update flow.cases set steps = steps + 1 where id = ${noted.row.id}),
    ${stepRow(noted)}`.execute(db)

function stepRow({ row, at, actor, why, happened }: Noted) {
  const hash = stepHash({ case: row.id, number: row.steps + 1, at, actor, why, happened }, row.head)
  return sql`unsealed as (insert into flow.unsealed values (${row.id}) on conflict do nothing)
    insert into flow.steps (case_id, number, at, actor, why, happened, hash)
    values (${row.id}, ${row.steps + 1}, ${at}::timestamptz, ${actor}, ${why}, ${JSON.stringify(happened)}::jsonb,
      decode(${hash}, 'hex'))`
}
