import { sql } from 'kysely'
import { checkProcess, type Problem, type Process, readProcesses } from '../../engines/bpmn/index.ts'
import { insertRows, LOCKS, PLANNED_ONCE, together } from '../store/index.ts'
import type { Context } from '../system.ts'
import { noProcess } from './errors.ts'
import { problemOf } from './expressions.ts'
import type { Forms } from './forms.ts'
import type { ProcessDeclaration } from './process.ts'
import { type DiagramRow, diagrams } from './tables.ts'

const ONCE = sql.raw(PLANNED_ONCE)

export interface Version {
  readonly number: number
  readonly process: Process
  readonly declaration: ProcessDeclaration
  readonly forms: Forms
}

export const processesOf = ({ systems }: Pick<Context, 'systems'>): ReadonlyMap<string, ProcessDeclaration> =>
  new Map(systems.flatMap(({ processes = [] }) => processes.map((each) => [each.id, each] as const)))

/** The processes that an actor's office keeps, by id. */
export const keptBy = ({ systems, actor }: Pick<Context, 'systems' | 'actor'>): readonly string[] =>
  [...processesOf({ systems }).values()].filter(({ office }) => office === actor.office).map(({ id }) => id)

/** @throws GaoxinError FLOW_PROCESS */
export async function versionInUse(context: Context, id: string): Promise<Version> {
  const number = await numberInUse(context.db, id)
  if (number === undefined) throw noProcess(id)
  return versionNumbered(context, id, number)
}

const numberInUse = together(
  async (db, processes: readonly string[]): Promise<readonly (number | undefined)[]> => {
    const { rows } = await sql<{ process: string; number: string }>`${ONCE}
    select process, max(number) as number from flow.diagrams
    where process = any(${[...new Set(processes)]}) and state = 'published' group by process`.execute(db)
    const numbers = new Map(rows.map(({ process, number }) => [process, Number(number)]))
    return processes.map((process) => numbers.get(process))
  },
)

/** @throws GaoxinError FLOW_PROCESS */
export async function versionNumbered(context: Context, id: string, number: number): Promise<Version> {
  const known = read.get(context.systems) ?? new Map<string, Version>()
  read.set(context.systems, known)
  const key = `${id}@${number}`
  const version = known.get(key) ?? (await readVersion(context, id, number))
  known.set(key, version)
  return version
}

/** What was published never changes, so a version of a zone is read once. */
const read = new WeakMap<Context['systems'], Map<string, Version>>()

async function readVersion(context: Context, id: string, number: number): Promise<Version> {
  const declaration = processesOf(context).get(id)
  const { rows } = await sql<Pick<DiagramRow, 'diagram' | 'forms'>>`select diagram, forms from flow.diagrams
    where process = ${id} and number = ${number} and state = 'published'`.execute(context.db)
  const [row] = rows
  if (!declaration || !row) throw noProcess(id)
  const { processes } = await readProcesses(row.diagram)
  return { number, process: processes[0] as Process, declaration, forms: (row.forms ?? {}) as Forms }
}

/** The start event that a message begins; undefined for the one by which people begin. */
export const startOn = ({ id, elements }: Process, message: string | undefined): string | undefined =>
  message === undefined
    ? undefined
    : [...elements.values()].find(
        ({ kind, within, event }) => kind === 'start' && within === id && event?.ref === message,
      )?.id

/** What keeps a diagram from being published: what cannot be run, and services that the process has not. */
export async function problemsOf(
  { services = {} }: Pick<ProcessDeclaration, 'services'>,
  diagram: string,
  now: string,
): Promise<readonly Problem[]> {
  const { processes, problems } = await readProcesses(diagram)
  const [process, second] = processes
  if (problems.some(({ code }) => code === 'XML')) return problems
  if (!process || second)
    return [
      ...problems,
      { code: 'PROCESSES', place: '', what: 'definitions', value: String(processes.length) },
    ]
  const unserved = [...process.elements.values()]
    .filter(
      ({ kind, given }) =>
        kind === 'service' && !(given.service !== undefined && Object.hasOwn(services, given.service)),
    )
    .map(
      ({ id, name, given }): Problem => ({
        code: 'UNSAID',
        place: id,
        what: name ?? id,
        value: given.service ?? 'service',
      }),
    )
  return [...problems, ...checkProcess(process, (expression) => problemOf(expression, now)), ...unserved]
}

/** Enters the first version of every process that has none yet. @throws Error where a shipped diagram cannot be run */
export async function enterFirstDiagrams(outer: Context): Promise<void> {
  if ((await unentered(outer)).length === 0) return
  await outer.transaction(async (context) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.enteringProcesses})`.execute(context.db)
    const now = context.now()
    const rows = []
    for (const declaration of await unentered(context)) {
      const problems = await problemsOf(declaration, declaration.diagram, now)
      if (problems.length > 0) throw new Error(`process ${declaration.id}: ${JSON.stringify(problems)}`)
      rows.push({
        process: declaration.id,
        number: 1,
        note: '随系统交付的首个版本',
        state: 'published',
        published_by: context.actor.id,
        published_at: now,
        diagram: declaration.diagram,
        forms: declaration.forms ?? null,
        synthetic: false,
      })
    }
    await insertRows(context.db, diagrams, rows, { actor: context.actor, now, newId: context.newId })
  }, '随系统交付的流程')
}

async function unentered(context: Context): Promise<readonly ProcessDeclaration[]> {
  const declared = [...processesOf(context).values()]
  if (declared.length === 0) return []
  const { rows } = await sql<{ process: string }>`select distinct process from flow.diagrams`.execute(
    context.db,
  )
  return declared.filter(({ id }) => !rows.some(({ process }) => process === id))
}
