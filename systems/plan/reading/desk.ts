import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, insertRows, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readOffices } from '../ledger.ts'
import { sha256 } from '../sha256.ts'
import { type FindingRow, findings, type ReadingRow, type ReportRow, readings } from '../tables.ts'
import type { Paper } from '../words.ts'
import { foundIn, officeWords, plannedYear, sameTask, yearIn } from './found.ts'

/** Papers between being brought and being in the ledger. */

export interface Brought {
  readonly name: string
  readonly words: string
  readonly paper: Paper
  /** Told by the person where the paper itself does not say. */
  readonly year?: string | undefined
}

/**
 * Reads a paper and lays what was found ready to be looked over; nothing enters the ledger.
 * @returns the reading's id
 * @throws GaoxinError PLAN_PAPER_YEAR, PLAN_PAPER_KNOWN, PLAN_PAPER_NOTHING
 */
export const bring = (outer: Context, { name, words, paper, year }: Brought): Promise<string> =>
  outer.transaction(async (context) => {
    const told = year ?? yearIn(words, paper)
    if (told === undefined) throw yearUnknown(name)
    const hash = sha256(words)
    if (paper === 'report') await refuseKnown(context, hash)
    const found = await find(context, words, paper, Number(told))
    if (found.tasks.length === 0 && found.statements.length === 0) throw nothingFound(name, paper)
    const row = await createRow(context, readings, {
      file_name: name,
      paper,
      title: found.title || name.replace(/\.\w+$/, ''),
      year: String(told),
      publisher: found.head.发布机构 || null,
      issued_on: /^\d{4}-\d{2}-\d{2}$/.test(found.head.成文日期 ?? '') ? found.head.成文日期 : null,
      index_number: found.head.索引号 || null,
      starts_on: startOf(context, plannedYear(paper, Number(told))),
      text: words,
      sha256: hash,
      state: 'open',
      brought_by: context.actor.name,
      brought_on: context.today,
      report: null,
    })
    await layOut(context, String(row.id), found.tasks)
    return String(row.id)
  }, `读入《${name}》`)

export async function find(context: Context, words: string, paper: Paper, year: number) {
  const offices = officeWords((await readOffices(context.db)).values())
  return foundIn(words, paper, year, { catalogue: context.figures.catalogue, offices })
}

async function layOut(
  context: Context,
  reading: string,
  tasks: Awaited<ReturnType<typeof find>>['tasks'],
): Promise<void> {
  const known = await knownTasks(context, tasks[0]?.year ?? '')
  const rows = tasks.map(({ year: _, starts_on: __, ...task }, position) => ({
    ...task,
    reading,
    position: position + 1,
    lead_office: task.lead_office || null,
    kept: !known.has(sameTask(task.text)),
  }))
  await insertRows(context.db, findings, rows, {
    actor: context.actor,
    now: context.now(),
    newId: context.newId,
  })
}

/** Tasks of a year that the ledger has: their words → their code. */
export async function knownTasks({ db }: Context, year: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; text: string }>`select code, text from plan.granules
    where year = ${year}`.execute(db)
  return new Map(rows.map((row) => [sameTask(row.text), row.code]))
}

/** Another year moves every date and address: the paper is read anew, and what was corrected is as it was found. */
export async function readAnew(context: Context, reading: ReadingRow, year: string): Promise<void> {
  const paper = reading.paper as Paper
  const { tasks } = await find(context, reading.text, paper, Number(year))
  await sql`delete from plan.findings where reading = ${reading.id}`.execute(context.db)
  await layOut(context, reading.id, tasks)
  const starts_on = startOf(context, plannedYear(paper, Number(year)))
  await updateRow(context, readings, reading.id, { year, starts_on })
}

/** The first day of the planned year; today in that year, since no office is late for weeks before the plan was there. */
const startOf = ({ today }: Context, year: number): string =>
  today.slice(0, 4) === String(year) ? today : `${year}-01-01`

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function readingOf({ db }: Context, id: string): Promise<ReadingRow> {
  const { rows } = await sql<ReadingRow>`select * from plan.readings where id = ${id}`.execute(db)
  if (rows[0]) return rows[0]
  throw new GaoxinError(
    'RECORD_NOT_FOUND',
    text('没有这份读入的文件', 'There is no such paper'),
    text('请从“读入”重新打开', 'Open it again from the papers read in'),
    { place: readings.id, value: id, status: 404 },
  )
}

/** Holds a paper until the transaction ends. @throws GaoxinError RECORD_NOT_FOUND, PLAN_PAPER_CLOSED */
export async function openReading(context: Context, id: string): Promise<ReadingRow> {
  await sql`select 1 from plan.readings where id = ${id} for update`.execute(context.db)
  const reading = await readingOf(context, id)
  if (reading.state === 'open') return reading
  throw new GaoxinError(
    'PLAN_PAPER_CLOSED',
    reading.state === 'stored'
      ? text('这份文件已经入台账', 'This paper is in the ledger already')
      : text('这份文件已经放弃', 'This paper was dropped'),
    text('请在年度计划中办理，或重新上传', 'Go on in the yearly plan, or bring it again'),
    { place: readings.id, value: reading.state, status: 409 },
  )
}

export async function findingsOf({ db }: Context, reading: string): Promise<readonly FindingRow[]> {
  const { rows } = await sql<FindingRow>`select * from plan.findings where reading = ${reading}
    order by position`.execute(db)
  return rows
}

/** The report of the same year that would no longer be the one in use. */
export async function reportBefore(
  { db }: Context,
  { paper, year }: Pick<ReadingRow, 'paper' | 'year'>,
): Promise<Pick<ReportRow, 'id' | 'title'> | undefined> {
  if (paper !== 'report') return undefined
  const { rows } = await sql<Pick<ReportRow, 'id' | 'title'>>`select id, title from plan.reports
    where year = ${year} order by recorded_at desc limit 1`.execute(db)
  return rows[0]
}

/** @throws GaoxinError PLAN_PAPER_KNOWN */
export async function refuseKnown({ db }: Context, hash: string): Promise<void> {
  const { rows } = await sql<{
    title: string
  }>`select title from plan.reports where sha256 = ${hash}`.execute(db)
  if (!rows[0]) return
  throw new GaoxinError(
    'PLAN_PAPER_KNOWN',
    text(`这份报告已经读入过：${rows[0].title}`, `This report has been read in already: ${rows[0].title}`),
    text(
      '请在“报告”中查看；文字有改动才需重新读入',
      'See it under Report; only a changed text is read again',
    ),
    { place: readings.id, status: 409 },
  )
}

const yearUnknown = (name: string) =>
  new GaoxinError(
    'PLAN_PAPER_YEAR',
    text('看不出这份文件说的是哪一年', 'The paper does not say of which year it speaks'),
    text('请在上传处填写年度，再传一次', 'Fill in the year and bring it again'),
    { place: name, status: 422 },
  )

const nothingFound = (name: string, paper: Paper) =>
  new GaoxinError(
    'PLAN_PAPER_NOTHING',
    paper === 'report'
      ? text('没有读出任何数字和任务', 'Neither figures nor tasks were found')
      : text('没有读出任何任务', 'No tasks were found'),
    text(
      '请检查是否选对了文件和类别；正文应有“一、（一）1.”这样的层次',
      'Check the file and its kind; its text should have headings such as 一、（一）1.',
    ),
    { place: name, status: 422 },
  )
