/** Policy papers between being sent and being papers with drafts of granules. */
import { sql } from 'kysely'
import { addFile, claimFile } from '../../../kernel/attachments/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { gathered, type PaperLimits, wordsOf } from '../../../kernel/paper.ts'
import { createRow, insertRows, notFound, updateRow } from '../../../kernel/store/index.ts'
import { traitsOf } from '../../../kernel/subjects/index.ts'
import type { Bytes, Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { SUBJECT } from '../granule/index.ts'
import { readPolicy } from './clauses.ts'
import { type Proposal, proposalsOf } from './propose.ts'
import { type FindingRow, type FindingState, findings, type ReadingRow, readings } from './tables.ts'
import { vocabularyOf } from './vocabulary.ts'

/** What a zone decides for itself: samples. */
const LIMITS: PaperLimits = { bytes: 20 * 1024 * 1024, length: 200_000 }
const MOST_CLAUSES = 600

/**
 * Reads a file, keeps it, and lays what was found ready to be looked over.
 * @returns the reading's id
 * @throws GaoxinError PAPER_SIZE, REPORT_*, ATTACHMENT_*, POLICY_PAPER_OFFICE, POLICY_PAPER_CLAUSES
 */
export async function bring(outer: Context, name: string, body: Bytes): Promise<string> {
  const { office } = outer.actor
  if (office === '') throw noOffice()
  const bytes = await gathered(body, name, LIMITS)
  const words = await wordsOf(bytes, name, LIMITS)
  const { head, clauses } = readPolicy(words)
  if (clauses.length === 0 || clauses.length > MOST_CLAUSES) throw noClauses(name, clauses.length)
  const file = await addFile(outer, undefined, { name, body: once(bytes) })
  const vocabulary = vocabularyOf(traitsOf(outer.systems, SUBJECT))
  return outer.transaction(async (context) => {
    const { actor, newId, today } = context
    const { issuedOn, ...said } = head
    const row = await createRow(context, readings, {
      ...said,
      title: head.title || null,
      issued_on: issuedOn,
      file_name: file.name,
      office,
      text: words,
      state: 'read',
      brought_by: actor.name,
      brought_on: today,
    })
    const reading = String(row.id)
    await claimFile(context, file.id, { record: readings.id, row: reading })
    const found = clauses.flatMap((clause) =>
      proposalsOf(clause, head.title, vocabulary).map((proposal) => ({ clause, proposal })),
    )
    await insertRows(
      context.db,
      findings,
      found.map(({ clause, proposal }, i) => ({
        reading,
        position: i + 1,
        number: clause.number,
        text: clause.text,
        proposal,
        // What promises nothing is a clause and no granule, unless a person says so.
        state: proposal.benefit === '' ? 'dropped' : 'open',
        granule: null,
      })),
      { actor, newId, now: context.now() },
    )
    return reading
  }, `读入《${name}》`)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Papers of an office are its own: to others there is none. @throws GaoxinError RECORD_NOT_FOUND */
export async function readingOf({ db, actor }: Context, id: string): Promise<ReadingRow> {
  const { rows } = await sql<ReadingRow>`select *, issued_on::text, "from"::text, "to"::text, brought_on::text
    from policy.readings where id = ${id} and office = ${actor.office} and office <> ''`.execute(db)
  if (!rows[0]) throw notFound(readings, id)
  return rows[0]
}

export async function findingsOf(
  { db }: Pick<Context, 'db'>,
  reading: string,
): Promise<readonly FindingRow[]> {
  const { rows } = await sql<FindingRow>`select * from policy.findings where reading = ${reading}
    order by position`.execute(db)
  return rows
}

/** Holds a paper until the transaction ends. @throws GaoxinError RECORD_NOT_FOUND */
export async function heldReading(context: Context, id: string): Promise<ReadingRow> {
  await sql`select 1 from policy.readings where id = ${id} for update`.execute(context.db)
  return readingOf(context, id)
}

/** @throws GaoxinError RECORD_NOT_FOUND, POLICY_PAPER_CLOSED */
async function openReading(context: Context, id: string): Promise<ReadingRow> {
  const reading = await heldReading(context, id)
  if (reading.state !== 'read') throw closed(reading)
  return reading
}

export type HeadWords = Partial<Pick<ReadingRow, 'title' | 'number' | 'issuer' | 'issued_on' | 'from' | 'to'>>

export const correctHead = (outer: Context, id: string, words: HeadWords): Promise<unknown> =>
  outer.transaction(async (context) => {
    await openReading(context, id)
    return updateRow(context, readings, id, words)
  })

/** What a person words of a finding; what the machine cited stays as it was. */
export const correctFinding = (
  outer: Context,
  { reading, finding }: { readonly reading: string; readonly finding: string },
  change: { readonly state?: FindingState | undefined; readonly proposal?: Partial<Proposal> | undefined },
): Promise<unknown> =>
  outer.transaction(async (context) => {
    await openReading(context, reading)
    const { rows } = await sql<FindingRow>`select * from policy.findings
      where id = ${finding} and reading = ${reading}`.execute(context.db)
    const [row] = rows
    if (!row) throw notFound(findings, finding)
    return updateRow(context, findings, finding, {
      ...(change.state ? { state: change.state } : {}),
      ...(change.proposal ? { proposal: { ...(row.proposal as Proposal), ...change.proposal } } : {}),
    })
  })

export const discard = (outer: Context, id: string): Promise<unknown> =>
  outer.transaction(async (context) => {
    await openReading(context, id)
    return updateRow(context, readings, id, { state: 'discarded', ...endedBy(context) })
  }, '放弃读入的政策文件')

export const endedBy = ({ actor, today }: Context) => ({ ended_by: actor.name, ended_on: today })

export const closed = ({ id, state }: ReadingRow) =>
  new GaoxinError(
    'POLICY_PAPER_CLOSED',
    state === 'confirmed'
      ? text('这份文件已经确认', 'This paper is confirmed already')
      : text('这份文件已经放弃', 'This paper was discarded'),
    text('请到颗粒草稿中修改，或重新上传', 'Change its drafts, or send it again'),
    { place: id, value: state, status: 409 },
  )

const noOffice = () =>
  new GaoxinError(
    'POLICY_PAPER_OFFICE',
    text('您没有所属单位', 'You belong to no office'),
    text('政策文件由牵头单位的经办人读入', 'An officer of the office that keeps the paper sends it'),
    { status: 403 },
  )

const noClauses = (name: string, count: number) =>
  new GaoxinError(
    'POLICY_PAPER_CLAUSES',
    count === 0
      ? text('没有读出任何条款', 'No clauses were found')
      : text(`条款超过 ${MOST_CLAUSES} 个`, `There are more than ${MOST_CLAUSES} clauses`),
    text(
      '正文应有“第一条”“一、”“（一）”这样的编号；Word 自动编号请先转为文字',
      'Its text should have numbers such as 第一条, 一、or （一）; turn automatic numbers of Word into text',
    ),
    { place: name, value: count, status: 422 },
  )
