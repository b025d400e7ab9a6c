import { sql } from 'kysely'
import { isBy, mayWrite, VERSION_MOVES, type VersionMove } from '../drafting.ts'
import { GaoxinError } from '../errors.ts'
import { createRow, LOCKS, removeRow, updateRow } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { noProcess } from './errors.ts'
import { type DiagramProblem, problemsInWords } from './problems.ts'
import type { ProcessDeclaration } from './process.ts'
import { type DiagramRow, diagrams } from './tables.ts'
import { processesOf } from './versions.ts'

export const processOf = (context: Pick<Context, 'systems'>, id: string): ProcessDeclaration => {
  const found = processesOf(context).get(id)
  if (!found) throw noProcess(id)
  return found
}

/** Versions of processes, the first first; without their diagrams. */
export async function diagramsOf({ db }: Context, id?: string): Promise<readonly DiagramRow[]> {
  const { rows } =
    await sql<DiagramRow>`select id, process, number, note, state, editors, published_by, published_at,
      '' as diagram, null as forms, synthetic, recorded_at, recorded_by
    from flow.diagrams where ${id === undefined ? sql`true` : sql`process = ${id}`} order by process, number`.execute(
      db,
    )
  return rows
}

/** One version whole. @throws GaoxinError FLOW_PROCESS */
export async function diagramNumbered(
  { db }: Context,
  id: string,
  number: number,
  lock = false,
): Promise<DiagramRow> {
  const { rows } =
    await sql<DiagramRow>`select * from flow.diagrams where process = ${id} and number = ${number}
    ${lock ? sql`for update` : sql``}`.execute(db)
  if (!rows[0]) throw noProcess(id)
  return rows[0]
}

/** A new draft, drawn as another version is. @throws GaoxinError FLOW_DIAGRAM_FORBIDDEN, FLOW_PROCESS */
export const draftDiagram = (outer: Context, id: string, like: number, note: string): Promise<number> =>
  outer.transaction(async (context) => {
    const process = processOf(context, id)
    if (!mayWrite(process.office, context.actor)) throw forbidden(id)
    await sql`select pg_advisory_xact_lock(${LOCKS.enteringProcesses}, hashtext(${id}))`.execute(context.db)
    const { diagram, forms } = await diagramNumbered(context, id, like)
    const { rows } = await sql<{ next: number }>`select (max(number) + 1)::integer as next from flow.diagrams
      where process = ${id}`.execute(context.db)
    const number = rows[0]?.next ?? 1
    const editors = [context.actor.id]
    await createRow(context, diagrams, { process: id, number, note, state: 'draft', editors, diagram, forms })
    return number
  }, note)

/** @param seen row_version that the writer had before them @throws GaoxinError RECORD_CHANGED */
export const saveDiagram = (
  outer: Context,
  id: string,
  number: number,
  drawn: Partial<Pick<DiagramRow, 'note' | 'diagram' | 'forms'>>,
  seen: number,
): Promise<void> =>
  moved(outer, id, number, 'save', (context, row) =>
    updateRow(
      context,
      diagrams,
      row.id,
      { ...drawn, editors: [...new Set([...((row.editors ?? []) as readonly string[]), context.actor.id])] },
      seen,
    ),
  )

export const discardDiagram = (outer: Context, id: string, number: number): Promise<void> =>
  moved(outer, id, number, 'discard', (context, row) => removeRow(context, diagrams, row.id, []))

/** @throws GaoxinError FLOW_DIAGRAM_UNSOUND: its details say what is wrong, by element */
export const submitDiagram = (outer: Context, id: string, number: number): Promise<void> =>
  moved(outer, id, number, 'submit', async (context, row) => {
    await requireSound(context, row)
    await updateRow(context, diagrams, row.id, { state: 'submitted' })
  })

export const returnDiagram = (
  outer: Context,
  id: string,
  number: number,
  move: 'recall' | 'return',
  why: string,
): Promise<void> =>
  moved(
    outer,
    id,
    number,
    move,
    (context, row) => updateRow(context, diagrams, row.id, { state: 'draft' }),
    why,
  )

/** New cases follow it from now on; those under way keep the version that they began with. */
export const publishDiagram = (outer: Context, id: string, number: number): Promise<void> =>
  moved(outer, id, number, 'publish', async (context, row) => {
    await requireSound(context, row)
    await updateRow(context, diagrams, row.id, {
      state: 'published',
      published_by: context.actor.id,
      published_at: context.now(),
    })
  })

const moved = (
  outer: Context,
  id: string,
  number: number,
  move: VersionMove,
  work: (context: Context, row: DiagramRow) => Promise<unknown>,
  why?: string,
): Promise<void> =>
  outer.transaction(async (context) => {
    const { office } = processOf(context, id)
    const row = await diagramNumbered(context, id, number, true)
    const { from, by } = VERSION_MOVES[move]
    if (!isBy(by, { office, editors: row.editors }, context.actor)) throw forbidden(id)
    if (row.state !== from) throw movedOn(id, row)
    await work(context, row)
  }, why)

async function requireSound(context: Context, row: DiagramRow): Promise<void> {
  const drawn = { diagram: row.diagram, forms: (row.forms ?? {}) as Record<string, unknown> }
  const problems = await problemsInWords(processOf(context, row.process), drawn, context.now())
  if (problems.length > 0) throw unsound(row.process, problems)
}

const forbidden = (place: string) =>
  new GaoxinError(
    'FLOW_DIAGRAM_FORBIDDEN',
    text('不能办理这个流程的这个版本', 'You may not do this with this version'),
    text(
      '起草由流程所属单位办理；发布须由没有参与起草的第二人办理',
      'Its office drafts it; publishing takes a second person who drew none of it',
    ),
    { place, status: 403 },
  )
const movedOn = (place: string, { number, state }: DiagramRow) =>
  new GaoxinError(
    'FLOW_DIAGRAM_STATE',
    text('这个版本的状态已经变了', 'The version has moved on meanwhile'),
    text('请刷新后再办', 'Reload the page'),
    { place: `${place} ${number}`, value: state, status: 409 },
  )
const unsound = (place: string, problems: readonly DiagramProblem[]) =>
  new GaoxinError(
    'FLOW_DIAGRAM_UNSOUND',
    text(problems.map(({ says }) => says.zh).join('；'), problems.map(({ says }) => says.en).join('; ')),
    text('请改正流程图后再提交', 'Correct the diagram, then submit it again'),
    { place, status: 422, details: { problems } },
  )
