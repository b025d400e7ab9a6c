import { sql } from 'kysely'
import {
  advance,
  type Cause,
  called,
  type Element,
  type Happening,
  type Process,
  type State,
  type Step,
  start,
  type Vars,
  varsOf,
  type Wait,
} from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import { decideOne, decisionOf } from '../rules/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { deadline } from './deadline.ts'
import { evaluator } from './expressions.ts'
import { FlowError, type ProcessDeclaration } from './process.ts'
import { type CaseRow, lockCase, saveStep, type TaskRow, type WaitRow, waitsBetween } from './rows.ts'
import { versionInUse, versionNumbered } from './versions.ts'

export interface NewCase {
  /** Id of the process. */
  readonly process: string
  readonly title: string
  readonly vars?: Vars
  /** What it is about. */
  readonly subject?: { readonly record: string; readonly id: string }
  readonly synthetic?: boolean
}

/**
 * Begins a case with the version of its process that is in use, and moves it as far as it goes by itself.
 * @returns its id
 * @throws GaoxinError FLOW_PROCESS
 */
export const startCase = (outer: Context, given: NewCase): Promise<string> =>
  outer.transaction(async (context) => {
    const version = await versionInUse(context, given.process)
    const now = context.now()
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
    }
    const first = start(version.process, evaluator(now), given.vars ?? {})
    await finishStep(context, { row, before: undefined, ...version, now, why: undefined }, first)
    return row.id
  }, given.title)

/**
 * Moves a case on: all that follows by itself is part of the same transaction.
 * @returns false where the case does not wait for that, or no longer
 * @throws GaoxinError FLOW_CASE_NOT_FOUND
 */
export const moveCase = (outer: Context, id: string, cause: Cause, why?: string): Promise<boolean> =>
  outer.transaction(async (context) => {
    const kept = await lockCase(context.db, id)
    if (!kept) throw noCase(id)
    const version = await versionNumbered(context, kept.row.process, kept.row.version)
    const now = context.now()
    const step = advance(version.process, evaluator(now), kept.state, cause)
    if (!step) return false
    await finishStep(context, { row: kept.row, before: kept.state, ...version, now, why }, step)
    return true
  }, why)

interface Moving {
  readonly row: CaseRow
  readonly before: State | undefined
  readonly process: Process
  readonly declaration: ProcessDeclaration
  readonly now: string
  readonly why: string | undefined
}

/** Does what the program does itself, until the case waits for somebody or something else; then keeps all of it. */
async function finishStep(context: Context, moving: Moving, first: Step): Promise<void> {
  const { row, before, process, now, why } = moving
  let step = first
  const happened: Happening[] = [...first.happened]
  for (let call = nextCall(process, step.state); call; call = nextCall(process, step.state)) {
    step = advance(process, evaluator(now), step.state, await answer(context, moving, call)) as Step
    happened.push(...step.happened)
  }
  const { begun, ended } = waitsBetween(process, before, step.state)
  await saveStep(context.db, {
    row,
    before,
    after: step.state,
    happened,
    at: now,
    actor: context.actor.id,
    why: why ?? null,
    tasks: begun.flatMap((wait) => taskOf(process, wait, now)),
    waits: begun.flatMap((wait) => waitOf(wait, now)),
    ended,
  })
  await context.changed('flow.cases', [row.id])
}

interface Call {
  readonly token: number
  readonly element: Element
  readonly vars: Vars
}

function nextCall(process: Process, state: State): Call | undefined {
  if (state.status !== 'running') return undefined
  for (const token of state.tokens.values()) {
    const element = process.elements.get(token.at) as Element
    if (token.waiting === 'work' && (element.kind === 'service' || element.kind === 'rule'))
      return { token: token.id, element, vars: varsOf(state, token.scope) }
  }
  return undefined
}

async function answer(
  context: Context,
  { row, declaration }: Moving,
  { token, element, vars }: Call,
): Promise<Cause> {
  try {
    const found =
      element.kind === 'rule'
        ? await decided(context, element, vars)
        : await declaration.services?.[element.given.service as string]?.(context, {
            case: row.id,
            element: element.id,
            vars,
          })
    return { type: 'done', token, vars: found ?? {} }
  } catch (error) {
    if (error instanceof FlowError) return { type: 'error', token, code: error.code, message: error.message }
    throw error
  }
}

/** A decision of kernel/rules over what the case knows; its answer by the name in `result`, or entry by entry. */
async function decided(context: Context, { calls, given }: Element, vars: Vars): Promise<Vars> {
  const { answer } = await decideOne(context, decisionOf(context, calls as string), { input: vars })
  if (given.result) return { [given.result]: answer }
  return typeof answer === 'object' && answer !== null ? (answer as Vars) : {}
}

function taskOf(
  process: Process,
  { token, element: id, event, vars }: Wait,
  now: string,
): readonly TaskRow[] {
  const element = process.elements.get(id) as Element
  if (event || element.kind !== 'user') return []
  const said = (name: string) => {
    const text = element.given[name]
    return text?.startsWith('=') ? (evaluator(now)(text.slice(1), vars) as string | null) : (text ?? null)
  }
  const limit = said('due')
  return [
    {
      token: token as number,
      element: id,
      name: called(element),
      office: said('office'),
      role: said('role'),
      due: limit ? (deadline(limit, now) ?? null) : null,
    },
  ]
}

function waitOf({ key, element, event, vars }: Wait, now: string): readonly WaitRow[] {
  if (!event) return []
  const { type, ref, timer } = event
  return [{ key, element, type, ref: ref ?? null, due: timer ? dueOf(timer, vars, now) : null }]
}

/** A time limit as it stands, or an expression that gives one, or a moment. */
function dueOf({ kind, text: said }: { kind: string; text: string }, vars: Vars, now: string): string {
  const limit = said.startsWith('=') ? String(evaluator(now)(said.slice(1), vars)) : said
  const at = kind === 'date' ? new Date(limit).toISOString() : deadline(limit.replace(/^R\d*\//, ''), now)
  if (at === undefined) throw badLimit(limit)
  return at
}

/** Whose time has come by an instant, the first due first; each is moved in a transaction of its own. */
export async function moveDue(context: Context, until: string, limit = 100): Promise<number> {
  const { rows } = await sql<{ case_id: string; key: string }>`select case_id, key from flow.waits
    where due <= ${until}::timestamptz order by due limit ${limit}`.execute(context.db)
  for (const { case_id, key } of rows) await moveCase(context, case_id, { type: 'event', wait: key })
  return rows.length
}

const noCase = (id: string) =>
  new GaoxinError(
    'FLOW_CASE_NOT_FOUND',
    text('没有这个办件', 'There is no such case'),
    text('请从待办或台账进入', 'Choose one from the inbox or the ledger'),
    { value: id, status: 404 },
  )

const badLimit = (limit: string) =>
  new GaoxinError(
    'FLOW_TIME_LIMIT',
    text('时限写法无法识别', 'A time limit cannot be read'),
    text('写作 5WD（工作日）、16WH（工作小时）、P3D 或 PT4H', 'Write 5WD, 16WH, P3D or PT4H'),
    { place: 'due', value: limit, status: 422 },
  )
