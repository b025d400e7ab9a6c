import { sql } from 'kysely'
import {
  adopt,
  type Mapping,
  type Process,
  type State,
  type Unfit,
  waitsOf,
} from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { askedOf } from './asked.ts'
import { keptOf, lockCase } from './rows.ts'
import { noteStep, type WaitRow } from './save.ts'
import { type Version, versionNumbered } from './versions.ts'

export interface MoveOfVersion {
  readonly process: string
  readonly from: number
  readonly to: number
  /** Where elements of the old version stand in the new one; what is not named keeps its id. */
  readonly mapping: Mapping
}

/** A running case that cannot go on by the new version. */
export interface UnfitCase {
  readonly case: string
  readonly title: string
  readonly unfit: readonly Unfit[]
}

export interface Tried {
  readonly cases: number
  readonly unfit: readonly UnfitCase[]
}

/** Cases that cannot be moved are told up to so many. */
const MOST_TOLD = 100

/**
 * Sets every running case of a version beside another one, and changes nothing.
 * @throws GaoxinError FLOW_PROCESS
 */
export async function tryVersion(context: Context, move: MoveOfVersion): Promise<Tried> {
  const [from, to] = await versionsOf(context, move)
  const unfit: UnfitCase[] = []
  const ids = await runningOf(context, move)
  for (const id of ids) {
    const kept = await lockCase(context.db, id)
    if (!kept) continue
    const outcome = adopt(from.process, to.process, kept.state, move.mapping)
    if ('unfit' in outcome && unfit.length < MOST_TOLD)
      unfit.push({ case: id, title: kept.row.title, unfit: outcome.unfit })
  }
  return { cases: ids.length, unfit }
}

/**
 * Moves every running case of a version to another one: all or none. Tasks keep who holds them and their limits; what is
 * asked for only by the new version is asked from now on.
 * @returns how many
 * @throws GaoxinError FLOW_PROCESS, FLOW_UNFIT (409) with the first case that does not fit
 */
export const moveVersion = (outer: Context, move: MoveOfVersion, why: string): Promise<number> =>
  outer.transaction(async (context) => {
    const [from, to] = await versionsOf(context, move)
    const ids = await runningOf(context, move)
    for (const id of ids) await moveOne(context, id, from.process, to, move, why)
    await context.changed('flow.cases', ids)
    return ids.length
  }, why)

const versionsOf = (context: Context, { process, from, to }: MoveOfVersion) =>
  Promise.all([versionNumbered(context, process, from), versionNumbered(context, process, to)])

async function runningOf({ db }: Context, { process, from }: MoveOfVersion): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from flow.cases
    where process = ${process} and state = 'running' and version = ${from} order by coalesce(root, id), id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

async function moveOne(
  context: Context,
  id: string,
  from: Process,
  to: Version,
  move: MoveOfVersion,
  why: string,
): Promise<void> {
  const { db, actor } = context
  const kept = await lockCase(db, id)
  // It may have ended since it was listed.
  if (kept?.state.status !== 'running') return
  const outcome = adopt(from, to.process, kept.state, move.mapping)
  if ('unfit' in outcome) throw unfitCase(kept.row.title, outcome.unfit)
  const { state } = outcome
  const now = context.moment()
  const waits = waitsOf(to.process, state)
  const { tasks: asked, waits: awaited } = await askedOf(db, to.process, waits, now)
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`update flow.cases set version = ${to.number}, scopes = ${json([...state.scopes.values()])} where id = ${id}`.execute(
    db,
  )
  await sql`update flow.tokens t set at = n.at, more = n.more
    from jsonb_to_recordset(${json([...state.tokens.values()].map(keptOf))}) n(id integer, at text, more jsonb)
    where t.case_id = ${id} and t.id = n.id`.execute(db)
  await sql`update flow.tasks t set element = n.element, name = n.name, office = n.office, role = n.role, escalate = n.escalate,
      holder = case when n.office is not distinct from t.office and n.role is not distinct from t.role then t.holder end
    from jsonb_to_recordset(${json(asked)}) n(token integer, element text, name text, office text, role text, escalate text)
    where t.case_id = ${id} and t.token = n.token`.execute(db)
  await moveWaits(context, id, keysOf(from, kept.state, to.process, state, move.mapping), awaited)
  await sql`delete from flow.undo where case_id = ${id}`.execute(db)
  await noteStep(db, {
    row: kept.row,
    at: now,
    actor: actor.id,
    why,
    happened: [{ what: 'version', from: move.from, to: move.to, mapping: move.mapping }],
  })
}

/** Old keys of waits by the new ones that go on waiting for the same. */
function keysOf(
  from: Process,
  before: State,
  to: Process,
  after: State,
  mapping: Mapping,
): ReadonlyMap<string, string> {
  const renamed = (key: string) =>
    key
      .split(':')
      .map((part) => mapping[part] ?? part)
      .join(':')
  const now = new Set(waitsOf(to, after).map(({ key }) => key))
  return new Map(
    waitsOf(from, before).flatMap(({ key }) => (now.has(renamed(key)) ? [[renamed(key), key] as const] : [])),
  )
}

/** A wait that goes on keeps its time; others end, and new ones begin now. */
async function moveWaits(
  { db }: Context,
  id: string,
  keys: ReadonlyMap<string, string>,
  awaited: readonly WaitRow[],
): Promise<void> {
  const all = awaited.map((wait) => ({ ...wait, was: keys.get(wait.key) ?? null }))
  await sql`with old as (delete from flow.waits where case_id = ${id} returning *)
    insert into flow.waits (case_id, key, element, type, ref, due)
    select ${id}, n.key, n.element, n.type, n.ref, coalesce(old.due, n.due)
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      n(key text, element text, type text, ref text, due timestamptz, was text)
    left join old on old.key = n.was`.execute(db)
}

const unfitCase = (title: string, [first]: readonly Unfit[]) =>
  new GaoxinError(
    'FLOW_UNFIT',
    text(`办件「${title}」不能按新版本继续`, `The case “${title}” cannot go on by the new version`),
    text(
      `请为环节「${first?.what}」指定新版本中对应的环节，并重新试运行`,
      `Name the element of the new version that stands for “${first?.what}”, and try again`,
    ),
    { place: first?.place ?? '', value: first?.code ?? '', status: 409 },
  )
