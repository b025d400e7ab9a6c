import { z } from 'zod'
import { OFFICERS, type Role } from '../../../../kernel/access/actor.ts'
import { mayDecide, mayWrite, movesOf, VERSION_MOVES, type VersionMove } from '../../../../kernel/drafting.ts'
import {
  type DiagramRow,
  diagramNumbered,
  diagramsOf,
  discardDiagram,
  draftDiagram,
  englishNames,
  problemsInWords,
  processesOf,
  processOf,
  publishDiagram,
  returnDiagram,
  runningBy,
  saveDiagram,
  submitDiagram,
} from '../../../../kernel/flow/index.ts'
import { diagrams } from '../../../../kernel/flow/tables.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import { versionOf } from '../../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../../kernel/system.ts'
import { type Text, text } from '../../../../kernel/text.ts'
import { formShape } from './cases.ts'

/** How offices work is the zone's own; a demonstration shows it to its guest. */
export const READERS: readonly Role[] = [...OFFICERS, 'gridWorker', 'guest']

const id = z.string().max(200)
const number = z.coerce.number().int().positive().describe('Number of the version')
const ofVersion = z.object({ id, number })
const why = z.string().trim().min(1).max(500).describe('Kept in the history')
const note = z.string().trim().min(1).max(200)
const diagram = z.string().min(1).max(2_000_000).describe('BPMN XML')
const forms = z.record(z.string().max(100), formShape).describe('form-js schemas by key')

const problemShape = z.object({
  code: z.string(),
  place: z.string().describe('id of the element; empty: the whole'),
  what: z.string(),
  says: textShape,
})
const versionShape = z.object({
  number: z.number(),
  note: z.string(),
  state: z.enum(['draft', 'submitted', 'published']),
  editors: z.array(z.string()),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  running: z.number().describe('Cases under way, up to 10,000'),
  moves: z.array(z.enum(['save', 'discard', 'submit', 'recall', 'return', 'publish'])),
})
const processShape = z.object({
  id: z.string(),
  name: textShape,
  about: textShape,
  office: z.string(),
  services: z.array(z.string()).describe('What its service tasks may name'),
  inUse: z.number().nullable(),
  mayDraw: z.boolean(),
  mayMove: z.boolean().describe('Running cases, to another version'),
  versions: z.array(versionShape),
})
const wholeShape = versionShape.extend({
  diagram,
  forms,
  seen: z.number().nullable().describe('Of a draft, its row_version: an edit names the one it saw'),
  problems: z.array(problemShape),
})

/** 流程: the processes of all systems and their versions; who may draw and publish is said by the kernel. */
export const diagramRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/processes/names',
    summary: text('环节的英文名', 'What steps are called in English, by their Chinese names'),
    allow: READERS,
    input: z.object({}),
    output: z.record(z.string(), z.string()),
    handle: (context) => englishNames(context),
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/processes',
    summary: text('流程清单', 'Processes and their versions'),
    allow: READERS,
    input: z.object({}),
    output: z.array(processShape),
    handle: async (context) => {
      const [rows, running] = [await diagramsOf(context), await runningBy(context)]
      return [...processesOf(context).keys()].map((each) => shownProcess(context, each, rows, running))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/processes/:id',
    summary: text('一个流程及其各版本', 'One process and its versions'),
    allow: READERS,
    input: z.object({ id }),
    output: processShape,
    handle: async (context, { id }) =>
      shownProcess(context, id, await diagramsOf(context, id), await runningBy(context, id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/processes/:id/versions/:number',
    summary: text('流程的一个版本：流程图、表单和检查结果', 'One version: diagram, forms, what is wrong'),
    allow: READERS,
    input: ofVersion,
    output: wholeShape,
    handle: whole,
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/processes/:id/check',
    summary: text('检查流程图和表单（不保存）', 'Checks a diagram and its forms; keeps nothing'),
    allow: READERS,
    input: z.object({ id, diagram, forms }),
    output: z.array(problemShape),
    handle: (context, { id, ...drawn }) => problemsInWords(processOf(context, id), drawn, context.now()),
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/processes/:id/drafts',
    summary: text('起草新版本', 'Begins a draft, drawn as another version is'),
    allow: OFFICERS,
    input: z.object({ id, like: number, note }),
    output: wholeShape,
    handle: async (context, { id, like, note }) =>
      whole(context, { id, number: await draftDiagram(context, id, like, note) }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/flow/processes/:id/versions/:number',
    summary: text('保存草稿', 'Saves a draft'),
    allow: OFFICERS,
    input: z
      .object({ note, diagram, forms })
      .partial()
      .extend({
        id,
        number,
        seen: z.number().int().describe('row_version of the draft that was edited'),
      }),
    output: wholeShape,
    handle: async (context, { id, number, seen, ...drawn }) => {
      await saveDiagram(context, id, number, JSON.parse(JSON.stringify(drawn)), seen)
      return whole(context, { id, number })
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/flow/processes/:id/versions/:number',
    summary: text('放弃草稿', 'Discards a draft'),
    allow: OFFICERS,
    input: ofVersion,
    output: ofVersion,
    handle: async (context, given) => {
      await discardDiagram(context, given.id, given.number)
      return given
    },
  }),
  moveRoute('submit', text('提交发布', 'Submits a draft'), ofVersion, (context, { id, number }) =>
    submitDiagram(context, id, number),
  ),
  moveRoute('recall', text('撤回', 'Takes a draft back'), ofVersion.extend({ why }), (context, given) =>
    returnDiagram(context, given.id, given.number, 'recall', given.why),
  ),
  moveRoute('return', text('退回修改', 'Returns a draft'), ofVersion.extend({ why }), (context, given) =>
    returnDiagram(context, given.id, given.number, 'return', given.why),
  ),
  moveRoute(
    'publish',
    text('发布', 'Publishes a version; takes a second person'),
    ofVersion,
    (context, { id, number }) => publishDiagram(context, id, number),
  ),
]

function moveRoute<I extends z.infer<typeof ofVersion>>(
  move: VersionMove,
  summary: Text,
  input: z.ZodType<I>,
  work: (context: Context, given: I) => Promise<void>,
): Route {
  return defineRoute({
    method: 'POST',
    path: `/flow/processes/:id/versions/:number/${move}`,
    summary,
    allow: OFFICERS,
    input,
    output: wholeShape,
    handle: async (context, given) => {
      await work(context, given)
      return whole(context, given)
    },
  })
}

async function whole(context: Context, { id, number }: { readonly id: string; readonly number: number }) {
  const process = processOf(context, id)
  const row = await diagramNumbered(context, id, number)
  const forms = (row.forms ?? {}) as z.infer<typeof wholeShape>['forms']
  return {
    ...shownVersion(context, row, await runningBy(context, id)),
    diagram: row.diagram,
    forms,
    seen: row.state === 'draft' ? await versionOf(context.db, diagrams, row.id) : null,
    problems: await problemsInWords(process, { diagram: row.diagram, forms }, context.now()),
  }
}

type Running = Awaited<ReturnType<typeof runningBy>>

function shownProcess(context: Context, id: string, rows: readonly DiagramRow[], running: Running) {
  const process = processOf(context, id)
  const own = rows.filter(({ process: of }) => of === id)
  const published = own.filter(({ state }) => state === 'published')
  return {
    id,
    name: process.name,
    about: process.about,
    office: process.office,
    services: Object.keys(process.services ?? {}),
    inUse: published.length > 0 ? Number(published.at(-1)?.number) : null,
    mayDraw: mayWrite(process.office, context.actor),
    mayMove: mayDecide(process.office, context.actor),
    versions: own.map((row) => shownVersion(context, row, running)),
  }
}

const shownVersion = (context: Context, row: DiagramRow, running: Running) => ({
  number: Number(row.number),
  note: row.note,
  state: row.state as z.infer<typeof versionShape>['state'],
  editors: (row.editors ?? []) as readonly string[],
  publishedBy: row.published_by,
  publishedAt: row.published_at && new Date(row.published_at).toISOString(),
  running: running.get(`${row.process}@${row.number}`) ?? 0,
  moves: movesOf(VERSION_MOVES, { ...row, office: processOf(context, row.process).office }, context.actor),
})
