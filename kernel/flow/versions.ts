import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { checkProcess, type Problem, type Process, readProcesses } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import { insertRows, LOCKS } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { problemOf } from './expressions.ts'
import type { ProcessDeclaration } from './process.ts'
import { type DiagramRow, diagrams } from './tables.ts'

export interface Version {
  readonly number: number
  readonly process: Process
  readonly declaration: ProcessDeclaration
}

export const processesOf = ({ systems }: Pick<Context, 'systems'>): ReadonlyMap<string, ProcessDeclaration> =>
  new Map(systems.flatMap(({ processes = [] }) => processes.map((each) => [each.id, each] as const)))

/** @throws GaoxinError FLOW_PROCESS */
export const versionInUse = (context: Context, id: string): Promise<Version> =>
  versionBy(context, id, sql`state = 'published' order by number desc limit 1`)

/** @throws GaoxinError FLOW_PROCESS */
export const versionNumbered = (context: Context, id: string, number: number): Promise<Version> =>
  versionBy(context, id, sql`number = ${number}`)

async function versionBy(context: Context, id: string, which: ReturnType<typeof sql>): Promise<Version> {
  const declaration = processesOf(context).get(id)
  const {
    rows: [row],
  } = await sql<Pick<DiagramRow, 'number' | 'diagram'>>`select number, diagram from flow.diagrams
    where process = ${id} and ${which}`.execute(context.db)
  if (!declaration || !row) throw noProcess(id)
  return { number: Number(row.number), process: await processIn(row.diagram), declaration }
}

/** Processes that were read lately, by their diagram. */
const kept = new Map<string, Promise<Process>>()
const MOST_KEPT = 64

function processIn(diagram: string): Promise<Process> {
  const key = createHash('sha256').update(diagram).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const read = readProcesses(diagram).then(({ processes }) => processes[0] as Process)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(key, read)
  return read
}

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

const noProcess = (id: string) =>
  new GaoxinError(
    'FLOW_PROCESS',
    text('没有这个流程，或没有已发布的版本', 'There is no such process, or no version of it is published'),
    text('请先发布流程图', 'Publish its diagram first'),
    { place: 'process', value: id, status: 404 },
  )
