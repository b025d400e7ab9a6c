import { sql } from 'kysely'
import { z } from 'zod'
import { formatRef } from '../../../kernel/figures/figure.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readOffices } from '../ledger.ts'
import { correct } from '../reading/correct.ts'
import {
  bring,
  find,
  findingsOf,
  knownTasks,
  openReading,
  readAnew,
  readingOf,
  reportBefore,
} from '../reading/desk.ts'
import { textOf } from '../reading/document.ts'
import { plannedYear, sameTask } from '../reading/found.ts'
import { ISSUERS, storeReading } from '../reading/store.ts'
import { refOf } from '../report/verify.ts'
import { READERS } from '../settings.ts'
import { type FindingRow, type ReadingRow, readings } from '../tables.ts'
import type { Comparator, MeasureKind, Paper } from '../words.ts'
import { presentOffice } from './present.ts'
import {
  BringInput,
  CorrectInput,
  HeadInput,
  ReadingDone,
  ReadingInput,
  ReadingOutput,
  ReadingsOutput,
  StoredOutput,
  StoreInput,
} from './readingShapes.ts'

/** Reports and plans come in: brought, looked over, stored. Until stored they are the readers' alone. */

const mayRead = ({ actor }: Context): boolean => READERS.some((role) => role === actor.role)

export const readingRoutes = [
  defineRoute({
    method: 'GET',
    path: '/readings',
    summary: text('读入的文件', 'Papers read in'),
    allow: 'anyone',
    input: z.object({}),
    output: ReadingsOutput,
    handle: async (context) => {
      if (!mayRead(context)) return { mayRead: false, rows: [] }
      const { rows } = await sql<Omit<ReadingRow, 'text'> & { tasks: number; unled: number }>`
        select r.id, r.file_name, r.paper, r.title, r.year, r.state, r.brought_by, r.brought_on,
          count(f.id) filter (where f.kept)::int as tasks,
          count(f.id) filter (where f.kept and f.lead_office is null)::int as unled
        from plan.readings r left join plan.findings f on f.reading = r.id
        where r.state <> 'dropped' group by r.id order by r.brought_on desc, r.recorded_at desc limit 100`.execute(
        context.db,
      )
      return {
        mayRead: true,
        rows: rows.map(({ tasks, unled, ...row }) => ({ ...presentHead(row), tasks, unled })),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings',
    summary: text('上传报告或计划', 'Bring a report or plan'),
    allow: READERS,
    receives: 'file',
    input: BringInput,
    output: ReadingDone,
    handle: async (context, { name, paper, year }, body) => ({
      id: await bring(context, { name, paper, year, words: await textOf(body!, name) }),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/readings/:id',
    summary: text('一份文件读出了什么', 'What was found in a paper'),
    allow: READERS,
    input: ReadingInput,
    output: ReadingOutput,
    handle: async (context, { id }) => present(context, await readingOf(context, id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/head',
    summary: text('改正标题、年度、日期', 'Correct title, year and dates'),
    allow: READERS,
    input: HeadInput,
    output: ReadingDone,
    handle: (outer, { id, title, publisher, issuedOn, startsOn, year }) =>
      outer.transaction(async (context) => {
        const reading = await openReading(context, id)
        if (year !== undefined && year !== reading.year) await readAnew(context, reading, year)
        const given = { title, publisher, issued_on: issuedOn, starts_on: startsOn }
        const patch = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
        if (Object.keys(patch).length > 0) await updateRow(context, readings, id, patch)
        return { id }
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/tasks',
    summary: text('改正读出的任务，可成批', 'Correct tasks that were found, many at once'),
    allow: READERS,
    input: CorrectInput,
    output: ReadingDone,
    handle: async (context, { id, tasks, ...change }) => {
      await correct(context, id, tasks, change)
      return { id }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/store',
    summary: text('确认入台账', 'Confirm: into the ledger'),
    allow: READERS,
    input: StoreInput,
    output: StoredOutput,
    handle: async (context, { id, issue }) => {
      const { report, granules } = await storeReading(context, id, issue)
      const { paper, year } = await readingOf(context, id)
      return {
        id,
        report,
        granules: granules.length,
        planYear: String(plannedYear(paper as Paper, Number(year))),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/drop',
    summary: text('放弃读入的文件', 'Drop a paper'),
    allow: READERS,
    input: ReadingInput,
    output: ReadingDone,
    handle: (outer, { id }) =>
      outer.transaction(async (context) => {
        await openReading(context, id)
        await updateRow(context, readings, id, { state: 'dropped' })
        return { id }
      }),
  }),
]

const presentHead = (row: Omit<ReadingRow, 'text'>) => ({
  id: row.id,
  fileName: row.file_name,
  paper: row.paper as Paper,
  title: row.title,
  year: row.year,
  state: row.state as 'open' | 'stored' | 'dropped',
  broughtBy: row.brought_by,
  broughtOn: row.brought_on,
})

async function present(context: Context, reading: ReadingRow) {
  const paper = reading.paper as Paper
  const planYear = String(plannedYear(paper, Number(reading.year)))
  const [offices, tasks, known, before, found] = await Promise.all([
    readOffices(context.db),
    findingsOf(context, reading.id),
    knownTasks(context, planYear),
    reportBefore(context, reading),
    find(context, reading.text, paper, Number(reading.year)),
  ])
  const stored = reading.state === 'stored'
  return {
    ...presentHead(reading),
    planYear,
    publisher: reading.publisher,
    issuedOn: reading.issued_on,
    startsOn: reading.starts_on,
    report: reading.report,
    mayIssue: ISSUERS.includes(context.actor.role),
    replaces: stored ? null : (before?.title ?? null),
    figures: found.statements.map((statement) => {
      const ref = refOf(statement)
      return {
        start: statement.start,
        text: statement.text,
        indicatorText: statement.indicator_text,
        ref: ref ? formatRef(ref) : null,
        name: ref ? (context.figures.indicators.get(ref.indicator)?.name ?? null) : null,
        period: statement.period,
      }
    }),
    tasks: tasks.map((task: FindingRow) => ({
      id: task.id,
      position: Number(task.position),
      text: task.text,
      section: task.section,
      measure: task.measure as MeasureKind,
      comparator: task.comparator as Comparator | null,
      target: task.target,
      unit: task.target_unit,
      office: task.lead_office === null ? null : presentOffice(offices, task.lead_office),
      dueOn: task.due_on,
      kept: task.kept,
      known: stored ? null : (known.get(sameTask(task.text)) ?? null),
    })),
  }
}
