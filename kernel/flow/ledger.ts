import { sql } from 'kysely'
import { type Element, type Happening, type Process, type Scope, varsOf } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import { noCase } from './errors.ts'
import type { Form } from './forms.ts'
import { seenBy } from './seen.ts'
import { versionNumbered } from './versions.ts'
import { countToDecide, standing, type Verb, verbsOf, type WorkDone, type WorkVerb } from './work/index.ts'

/** A case as lists show it. */
export interface CaseHead {
  readonly id: string
  readonly process: string
  readonly version: number
  readonly title: string
  readonly record: string | null
  readonly row_id: string | null
  readonly state: 'running' | 'completed' | 'terminated'
  readonly synthetic: boolean
  readonly started_at: string
  readonly started_by: string
  readonly ended_at: string | null
}

/** An element as people know it: by its name, where the diagram gives it one. */
export interface Named {
  readonly element: string
  readonly kind: Element['kind']
  readonly name: string | null
}

export interface OpenTask extends Named {
  readonly token: number
  readonly office: string | null
  readonly role: string | null
  readonly holder: string | null
  readonly since: string
  readonly due: string | null
  readonly pausedUntil: string | null
  readonly urgedAt: string | null
  /** What the person who asks may do with it now. */
  readonly may: readonly Verb[]
  readonly form: Form | null
  /** What the case knows of what the form names. */
  readonly known: Readonly<Record<string, unknown>>
}

/** Who had a task, and for how long. */
export interface Held extends Named {
  readonly token: number
  readonly office: string | null
  readonly holder: string | null
  readonly since: string
  readonly due: string | null
  readonly ended: string
  /** null: the case went on without anybody doing it. */
  readonly by: string | null
}

/** What happened in a step: of the engine, or what people did with a task (`work`). */
export interface StepLine extends Named, Pick<WorkDone, 'from' | 'to' | 'due'> {
  readonly what: Happening['what'] | 'work'
  readonly ref: string | null
  readonly verb: WorkVerb | null
  /** Whose post the actor was lent. */
  readonly stoodFor: string | null
}

export interface CaseReading extends CaseHead {
  /** Tokens: where it stands, and what is the matter where it stands still. */
  readonly stands: readonly (Named & { readonly waiting: string; readonly failure: string | null })[]
  readonly tasks: readonly OpenTask[]
  readonly waits: readonly (Named & {
    readonly type: string
    readonly ref: string | null
    readonly due: string | null
  })[]
  readonly held: readonly Held[]
  /** Ids of elements and flows that it has passed. */
  readonly passed: readonly string[]
  readonly steps: readonly {
    readonly number: number
    readonly at: string
    readonly actor: string
    readonly why: string | null
    readonly happened: readonly StepLine[]
  }[]
  readonly stepCount: number
}

/** The newest steps of a case that its page shows. */
const MOST_STEPS = 200

export const HEAD = sql`c.id, c.process, c.version, c.title, c.record, c.row_id, c.state, c.synthetic, c.started_at,
  c.started_by, c.ended_at`

/** One case whole, as the actor may see it. @throws GaoxinError FLOW_CASE_NOT_FOUND */
export async function readCase(context: Context, id: string): Promise<CaseReading> {
  const { rows } = await sql<CaseHead & Kept>`select ${HEAD}, c.steps as "stepCount", c.scopes,
      ${listed(sql`select t.id, t.at, t.scope, t.waiting, t.more->'failure'->>'code' as failure from flow.tokens t
        where t.case_id = c.id order by t.id`)} as tokens,
      ${listed(sql`select * from flow.waits where case_id = c.id order by due nulls last, key`)} as waits,
      ${listed(sql`select * from flow.handled where case_id = c.id order by since, token`)} as held,
      ${listed(sql`select number, at, actor, why, happened from flow.steps where case_id = c.id
        order by number desc limit ${MOST_STEPS}`)} as steps,
      array(select distinct h->>'element' from flow.steps s, jsonb_array_elements(s.happened) h
        where s.case_id = c.id and h->>'what' in ('started', 'done')) as passed
    from flow.cases c where c.id = ${id} and ${seenBy(context)}`.execute(context.db)
  const [found] = rows
  if (!found) throw noCase(id)
  const { process, forms } = await versionNumbered(context, found.process, found.version)
  const tasks = found.state === 'running' ? await standing(context, id) : []
  const { tokens, waits, held, steps, scopes, stepCount, ...head } = found
  const named = (element: string) => nameOf(process, element)
  const state = { scopes: new Map(scopes.map((scope) => [scope.id, scope])) }
  return {
    ...head,
    stands: tokens.map(({ at, waiting, failure }) => ({ ...named(at), waiting, failure })),
    tasks: tasks.map((task) => {
      const form = forms[process.elements.get(task.element)?.given.form ?? ''] ?? null
      const scope = tokens.find(({ id: token }) => token === task.token)?.scope
      return {
        ...named(task.element),
        token: task.token,
        office: task.office,
        role: task.role,
        holder: task.holder,
        since: instant(task.since),
        due: instant(task.due),
        pausedUntil: instant(task.paused_until),
        urgedAt: instant(task.urged_at),
        may: verbsOf(task, context.actor),
        form,
        known: form && scope !== undefined ? namedIn(form, varsOf(state, scope)) : {},
      }
    }),
    waits: waits.map(({ element, type, ref, due }) => ({
      ...named(element),
      type,
      ref,
      due: instant(due),
    })),
    held: held.map(({ element, token, office, holder, since, due, ended, done_by }) => ({
      ...named(element),
      token,
      office,
      holder,
      since: instant(since),
      due: instant(due),
      ended: instant(ended),
      by: done_by,
    })),
    passed: passedOf(process, found.passed),
    steps: steps.map(({ happened, at, ...step }) => ({
      ...step,
      at: instant(at),
      happened: happened.map((each) => lineOf(named(each.element ?? ''), each)),
    })),
    stepCount,
  }
}

interface Kept {
  readonly stepCount: number
  readonly scopes: readonly Scope[]
  readonly tokens: readonly {
    id: number
    at: string
    scope: number
    waiting: string
    failure: string | null
  }[]
  readonly waits: readonly { element: string; type: string; ref: string | null; due: string | null }[]
  readonly held: readonly (Omit<Held, 'by' | 'kind' | 'name'> & { done_by: string | null })[]
  readonly steps: readonly {
    number: number
    at: string
    actor: string
    why: string | null
    happened: readonly (Happening | WorkDone)[]
  }[]
  readonly passed: readonly string[]
}

const listed = (query: ReturnType<typeof sql>) =>
  sql`coalesce((select jsonb_agg(to_jsonb(each)) from (${query}) each), '[]')`

/** JSON of the database says instants in its own way. */
function instant<T extends string | null>(at: T): T {
  return (at === null ? null : new Date(at as string).toISOString()) as T
}

function lineOf(named: Named, each: Happening | WorkDone): StepLine {
  if (each.what !== 'work')
    return { ...named, what: each.what, ref: each.ref ?? null, verb: null, stoodFor: null }
  const { what, verb, from, to, due, for: stoodFor = null } = each
  return {
    ...named,
    what,
    ref: null,
    verb,
    stoodFor,
    ...(from && { from }),
    ...(to && { to }),
    ...(due && { due }),
  }
}

function nameOf(process: Process, id: string): Named {
  const element = process.elements.get(id)
  return { element: id, kind: element?.kind ?? 'pass', name: element?.name?.trim() || null }
}

/** Only what the form's own words name, so that a form shows no more than it was drawn to. */
function namedIn(form: Form, vars: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const words = JSON.stringify(form)
  return Object.fromEntries(Object.entries(vars).filter(([name]) => words.includes(name)))
}

/** Elements that were done, and the flows between two of them. */
function passedOf({ flows }: Process, elements: readonly string[]): readonly string[] {
  const done = new Set(elements)
  return [
    ...done,
    ...[...flows.values()].filter(({ from, to }) => done.has(from) && done.has(to)).map(({ id }) => id),
  ]
}

export interface DoneTask {
  readonly case: string
  readonly token: number
  readonly name: string
  readonly process: string
  readonly title: string
  readonly state: CaseHead['state']
  readonly since: string
  readonly due: string | null
  readonly ended: string
}
export type AfterDone = Pick<DoneTask, 'ended' | 'case' | 'token'>

/** 已办: the tasks that the actor has done, the last first. */
export async function doneBy(
  { db, actor }: Context,
  { limit, after }: { readonly limit: number; readonly after?: AfterDone | undefined },
): Promise<readonly DoneTask[]> {
  const beyond = after
    ? sql`and (h.ended < ${after.ended}::timestamptz or (h.ended = ${after.ended}::timestamptz
        and (h.case_id, h.token) > (${after.case}, ${after.token}::integer)))`
    : sql``
  const { rows } =
    await sql<DoneTask>`select h.case_id as "case", h.token, h.name, c.process, c.title, c.state, h.since,
      h.due, h.ended
    from flow.handled h join flow.cases c on c.id = h.case_id
    where h.done_by = ${actor.id} ${beyond} order by h.ended desc, h.case_id, h.token limit ${limit}`.execute(
      db,
    )
  return rows
}

export interface Counts {
  readonly mine: number
  /** Of mine: past their time limit. */
  readonly late: number
  /** For the office, taken by nobody. */
  readonly office: number
  /** 待我审批: time that others ask for. */
  readonly decide: number
}
/** Counted no further: the navigation says 99+. */
export const MOST_COUNTED = 100

/** What the navigation shows beside the inbox. */
export async function countsOf(context: Context): Promise<Counts> {
  const { db, actor, moment } = context
  // In the order of the inbox, whose index then answers, however few of a large table are theirs.
  const count = (where: ReturnType<typeof sql>) =>
    sql`(select count(*)::integer from (select from flow.tasks t where ${where}
      order by coalesce(t.due, 'infinity'), t.since, t.case_id, t.token limit ${MOST_COUNTED}) each)`
  const { rows } = await sql<Counts>`select
    ${count(sql`t.holder = ${actor.id}`)} as mine,
    ${count(sql`t.holder = ${actor.id} and coalesce(t.due, 'infinity') < ${moment()}::timestamptz`)} as late,
    ${count(sql`t.office = ${actor.office} and t.holder is null and (t.role is null or t.role = ${actor.role})`)}
      as office,
    ${countToDecide(context, MOST_COUNTED)} as decide`.execute(db)
  return rows[0] as Counts
}
