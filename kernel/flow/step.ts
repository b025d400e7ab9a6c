import { sql } from 'kysely'
import {
  advance,
  type Cause,
  type Element,
  type Process,
  type State,
  type Step,
  start,
  type Thrown,
  type Vars,
  type Wait,
} from '../../engines/bpmn/index.ts'
import { faultPoint } from '../store/index.ts'
import type { Context } from '../system.ts'
import { askedOf } from './asked.ts'
import { noCase } from './errors.ts'
import { evaluator } from './expressions.ts'
import { post } from './outbox.ts'
import { hasWork, runProgram } from './program.ts'
import { type CaseRow, type Kept, lockCase, subjectOf } from './rows.ts'
import { saveStep, waitsBetween } from './save.ts'
import { startOn, type Version, versionInUse, versionNumbered } from './versions.ts'

export interface NewCase {
  /** Id of the process. */
  readonly process: string
  readonly title: string
  readonly vars?: Vars
  /** What it is about. */
  readonly subject?: { readonly record: string; readonly id: string } | undefined
  /** The message that begins it, where that is not a person. */
  readonly on?: string
  readonly synthetic?: boolean
}

/** A call activity of another case that begins one. */
interface Caller {
  readonly row: Pick<CaseRow, 'id' | 'root'>
  readonly token: number
}

/** Begins a case within a transaction. @returns its id */
export async function begin(context: Context, given: NewCase, caller?: Caller): Promise<string> {
  const { moving, first } = await beginning(context, given, caller)
  await keep(context, moving, first)
  return moving.row.id
}

/** Begins a case by one statement. @returns its id; undefined where that is more than one statement's work */
export async function beginAlone(context: Context, given: NewCase): Promise<string | undefined> {
  const { moving, first } = await beginning(context, given)
  return (await keptAlone(context, moving, first)) ? moving.row.id : undefined
}

async function beginning(context: Context, given: NewCase, caller?: Caller) {
  const version = await versionInUse(context, given.process)
  const now = context.moment()
  const row: CaseRow = {
    id: context.newId(),
    process: given.process,
    version: version.number,
    title: given.title,
    record: given.subject?.record ?? null,
    row_id: given.subject?.id ?? null,
    synthetic: given.synthetic ?? false,
    started_at: now,
    started_by: context.actor.id,
    steps: 0,
    root: caller ? (caller.row.root ?? caller.row.id) : null,
    parent: caller?.row.id ?? null,
    parent_token: caller?.token ?? null,
    head: null,
  }
  const moving: Moving = { row, before: undefined, version, now, why: undefined }
  const first = start(version.process, evaluator(now), given.vars ?? {}, startOn(version.process, given.on))
  return { moving, first }
}

/** Moves a case within a transaction. @throws GaoxinError FLOW_CASE_NOT_FOUND */
export async function move(context: Context, id: string, cause: Cause, why?: string): Promise<boolean> {
  const kept = await lockCase(context.db, id)
  if (!kept) throw noCase(id)
  return moveKept(context, kept, cause, why)
}

/** Moves a case that the transaction has locked and read. @returns false where it does not wait for that, or no longer */
export async function moveKept(
  context: Context,
  kept: Kept,
  cause: Cause,
  why?: string,
  undo?: number,
): Promise<boolean> {
  const { moving, step } = await movement(context, kept, cause, why, undo)
  if (!step) return false
  await keep(context, moving, step)
  return true
}

/**
 * Moves a case that was read and not locked, by one statement.
 * @returns false, and nothing is done, where somebody was quicker, or that is more than one statement's work
 */
export async function moveAlone(
  context: Context,
  kept: Kept,
  cause: Cause,
  why?: string,
  undo?: number,
): Promise<boolean> {
  const { moving, step } = await movement(context, kept, cause, why, undo)
  return step !== undefined && keptAlone(context, moving, step)
}

async function movement(context: Context, { row, state }: Kept, cause: Cause, why?: string, undo?: number) {
  const version = await versionNumbered(context, row.process, row.version)
  const now = context.moment()
  const moving: Moving = { row, before: state, version, now, why, undo }
  return { moving, step: advance(version.process, evaluator(now), state, cause) }
}

interface Moving {
  readonly row: CaseRow
  readonly before: State | undefined
  readonly version: Version
  readonly now: string
  readonly why: string | undefined
  /** Of a person's own step: the token of the task, so that it may be taken back. */
  readonly undo?: number | undefined
}

/** Does what the program does itself, keeps the step whole, and lets those know who are called or have called. */
async function keep(context: Context, moving: Moving, first: Step): Promise<void> {
  const { row, version, now } = moving
  const { process, declaration } = version
  const program = { case: row.id, subject: subjectOf(row), process, declaration, now }
  const step = await runProgram(context, program, first)
  const { begun, ended } = waitsBetween(process, moving.before, step.state)
  // The case is locked: it stands where it was read.
  if (!(await save(context, moving, step, begun, ended))) throw new Error(`case ${row.id} has moved`)
  faultPoint('step-kept')
  await tellOthers(context, moving, step.thrown)
  await endCalled(context, moving, ended)
  for (const wait of begun) if (isCall(process, wait)) await call(context, moving, wait)
  if (row.parent) await answerCaller(context, moving, step.state, step.thrown)
}

/**
 * A step of a case that is nobody's call, in which the program does nothing itself and nobody else hears of anything, is
 * one statement, and needs neither lock nor transaction. Most steps are such.
 */
async function keptAlone(context: Context, moving: Moving, step: Step): Promise<boolean> {
  const { process } = moving.version
  if (context.db.isTransaction || moving.row.root || step.thrown.length > 0) return false
  if (hasWork(process, step.state)) return false
  const { begun, ended } = waitsBetween(process, moving.before, step.state)
  if (begun.some((wait) => isCall(process, wait)) || callsAmong(moving, ended).length > 0) return false
  const saved = await save(context, moving, step, begun, ended)
  faultPoint('step-kept')
  return saved
}

async function save(
  context: Context,
  { row, before, version, now, why, undo }: Moving,
  { state, happened }: Step,
  begun: readonly Wait[],
  ended: readonly string[],
): Promise<boolean> {
  const asked = await askedOf(context.db, version.process, begun, now)
  faultPoint('step-made')
  const saved = await saveStep(context.db, {
    row,
    before,
    after: state,
    happened,
    at: now,
    actor: context.actor.id,
    why: why ?? null,
    ...asked,
    ended,
    undo,
  })
  if (saved) await context.changed('flow.cases', [row.id])
  return saved
}

/**
 * Messages and signals leave with the step and reach other cases, and what is outside, after it: so no step holds two
 * families of cases, and none waits for another in a ring.
 */
async function tellOthers({ db }: Context, { row, now }: Moving, thrown: readonly Thrown[]): Promise<void> {
  for (const [index, { type, ref, vars }] of thrown.entries())
    if (type !== 'escalation')
      await post(db, {
        key: `${row.id}/${row.steps + 1}/${index}`,
        case: row.id,
        process: row.process,
        effect: `${type}:${ref}`,
        vars,
        at: now,
      })
}

const isCall = (process: Process, { element, event }: Wait) =>
  !event && process.elements.get(element)?.kind === 'call'

/** Begins the case of a call activity; it is given what `pass` names, or all that the caller knows. */
async function call(context: Context, { row, version }: Moving, wait: Wait): Promise<void> {
  // What began beside it may have ended it already.
  const { rows } =
    await sql`select from flow.tokens where case_id = ${row.id} and id = ${wait.token}`.execute(context.db)
  if (rows.length === 0) return
  const { calls, given } = version.process.elements.get(wait.element) as Element
  const names = given.pass?.split(/[\s,，]+/).filter(Boolean)
  await begin(
    context,
    {
      process: calls as string,
      title: row.title,
      vars: names ? Object.fromEntries(names.map((name) => [name, wait.vars[name]])) : wait.vars,
      subject: subjectOf(row),
      synthetic: row.synthetic,
    },
    { row, token: wait.token as number },
  )
}

/** Of waits that ended, the calls of other cases. */
const callsAmong = ({ before, version: { process } }: Moving, ended: readonly string[]) =>
  ended.filter((key) => {
    const token = before?.tokens.get(Number(key.slice(1)))
    return token && process.elements.get(token.at)?.kind === 'call'
  })

/** A case that its caller no longer waits for ends with the call. */
async function endCalled(context: Context, moving: Moving, ended: readonly string[]): Promise<void> {
  const calls = callsAmong(moving, ended)
  if (calls.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from flow.cases where parent = ${moving.row.id}
    and 't' || parent_token = any(${calls}::text[]) and state = 'running'`.execute(context.db)
  for (const { id } of rows) await move(context, id, { type: 'end' })
}

/** Its caller learns what a called case escalates, what it knows once it is done, or the error it ends in. */
async function answerCaller(
  context: Context,
  { row, version: { process } }: Moving,
  state: State,
  thrown: readonly Thrown[],
): Promise<void> {
  const caller = row.parent as string
  const token = row.parent_token as number
  for (const { type, ref: code, vars } of thrown)
    if (type === 'escalation') await move(context, caller, { type, token, code, vars })
  if (state.status === 'completed') {
    const [outermost] = [...state.scopes.values()].filter(({ parent }) => parent === undefined)
    await move(context, caller, { type: 'done', token, vars: outermost?.vars ?? {} })
    return
  }
  const failed = [...state.tokens.values()].find(
    ({ waiting, failure }) => waiting === 'failed' && process.throws.includes(failure?.code ?? ''),
  )
  if (!failed?.failure) return
  await move(context, row.id, { type: 'end' })
  await move(context, caller, { type: 'error', token, ...failed.failure })
}
