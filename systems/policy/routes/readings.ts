/** 政策文件 come in: sent, looked over, confirmed. Until then they are their own office's alone. */
import { sql } from 'kysely'
import { z } from 'zod'
import { filesOf, KNOWN_TYPES, openFile } from '../../../kernel/attachments/index.ts'
import { notFound } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { confirm } from '../reading/confirm.ts'
import { bring, correctFinding, correctHead, discard, findingsOf, readingOf } from '../reading/desk.ts'
import { missingIn, type Proposal } from '../reading/index.ts'
import { FINDING_STATES, READING_STATES, type ReadingRow, readings } from '../reading/tables.ts'
import { criterionShape, wordsShape } from './shapes.ts'

const OFFICER = ['officer'] as const
const id = z.string().min(1).max(200)
const one = z.object({ id })
const done = z.object({ id: z.string() })
const state = <T extends object>(words: T) => z.enum(Object.keys(words) as [keyof T & string])

const headShape = z.object({
  title: z.string().trim().max(200).nullable(),
  number: z.string().trim().max(60).nullable(),
  issuer: z.string().trim().max(100).nullable(),
  issued_on: z.iso.date().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
})
const proposalShape = wordsShape
  .pick({
    title: true,
    given: true,
    amount: true,
    unit: true,
    cap_item: true,
    cap_year: true,
    stack: true,
    stacking: true,
    pot: true,
    window_from: true,
    window_to: true,
    window_months: true,
  })
  .extend({
    title: z.string().trim().max(200),
    benefit: z.string().trim().max(2000),
    criteria: z.array(criterionShape.extend({ cites: z.string().max(5000) })).max(30),
    event: wordsShape.shape.event.nullable(),
    mode: wordsShape.shape.mode.nullable(),
  })
const lineShape = z.object({
  id: z.string(),
  fileName: z.string(),
  title: z.string().nullable(),
  state: state(READING_STATES),
  broughtBy: z.string(),
  broughtOn: z.string(),
})

export const readingRoutes = [
  defineRoute({
    method: 'GET',
    path: '/readings',
    summary: text('本单位读入的政策文件', 'Policy papers that one’s office read in'),
    allow: OFFICER,
    input: z.object({}),
    output: z.array(lineShape.extend({ clauses: z.number(), open: z.number(), taken: z.number() })),
    handle: async ({ db, actor }) => {
      const { rows } = await sql<ReadingRow & { clauses: number; open: number; taken: number }>`
        select r.id, r.file_name, r.title, r.state, r.brought_by, r.brought_on::text, f.*
        from (select * from policy.readings where office = ${actor.office} and office <> ''
          order by brought_on desc, recorded_at desc limit 100) r
        join lateral (select count(distinct number)::int as clauses,
          count(*) filter (where state = 'open')::int as open,
          count(*) filter (where state = 'taken')::int as taken
          from policy.findings where reading = r.id) f on true
        order by r.brought_on desc, r.recorded_at desc`.execute(db)
      return rows.map((row) => ({ ...line(row), clauses: row.clauses, open: row.open, taken: row.taken }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings',
    summary: text('上传政策文件', 'Send a policy paper: its bytes are the body'),
    allow: OFFICER,
    receives: 'file',
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    output: done,
    handle: async (context, { name }, body) => ({ id: await bring(context, name, body!) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/readings/:id',
    summary: text('一份政策文件读出了什么', 'What was found in a paper'),
    allow: OFFICER,
    input: one,
    output: lineShape.extend({
      head: headShape,
      force: z.string().nullable(),
      endedBy: z.string().nullable(),
      pots: z.array(z.object({ id: z.string(), name: z.string() })),
      findings: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          text: z.string(),
          state: state(FINDING_STATES),
          proposal: proposalShape.extend({
            cites: z.record(z.string(), z.string()),
            left: z.array(z.string()),
          }),
          missing: z.array(z.string()).describe('test 2: of the second criterion'),
          granule: z.string().nullable(),
        }),
      ),
    }),
    handle: async (context, given) => shown(context, await readingOf(context, given.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/readings/:id/file',
    summary: text('政策文件原件', 'The file as it was sent'),
    allow: OFFICER,
    input: one,
    output: { contentType: [...Object.keys(KNOWN_TYPES), 'application/octet-stream'] },
    handle: async (context, given) => {
      await readingOf(context, given.id)
      const [file] = await filesOf(context, { record: readings.id, row: given.id })
      if (!file) throw notFound(readings, given.id)
      const pieces = await openFile(context, file)
      return {
        fileName: file.name,
        contentType: file.content_type,
        pieces,
        sent: { size: Number(file.size), inline: false },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/head',
    summary: text('改正标题、文号、日期', 'Correct title, number and dates'),
    allow: OFFICER,
    input: one.extend({ head: headShape.partial() }),
    output: done,
    handle: async (context, { id: reading, head }) => {
      await correctHead(context, reading, given(head))
      return { id: reading }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/findings/:finding',
    summary: text('改正、取用或不取一项建议', 'Correct, take or drop what was proposed'),
    allow: OFFICER,
    input: one.extend({
      finding: id,
      state: state(FINDING_STATES).optional(),
      proposal: proposalShape.partial().optional(),
    }),
    output: done,
    handle: async (context, { id: reading, finding, state: to, proposal }) => {
      await correctFinding(
        context,
        { reading, finding },
        { state: to, ...(proposal ? { proposal: given(proposal) as Partial<Proposal> } : {}) },
      )
      return { id: finding }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/confirm',
    summary: text(
      '确认：成为政策文件、条款和颗粒草稿',
      'Confirm: a paper, its clauses and drafts of granules',
    ),
    allow: OFFICER,
    input: one,
    output: z.object({ id: z.string(), document: z.string() }),
    handle: async (context, { id: reading }) => ({ id: reading, document: await confirm(context, reading) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/readings/:id/discard',
    summary: text('放弃读入的政策文件', 'Discard a paper'),
    allow: OFFICER,
    input: one,
    output: done,
    handle: async (context, { id: reading }) => {
      await discard(context, reading)
      return { id: reading }
    },
  }),
]

/** What was left out is not changed; '' is nothing. */
const given = (words: object) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))

const line = (row: ReadingRow) => ({
  id: row.id,
  fileName: row.file_name,
  title: row.title,
  state: row.state as 'read',
  broughtBy: row.brought_by,
  broughtOn: row.brought_on,
})

async function shown(context: Context, reading: ReadingRow) {
  const { title, number, issuer, issued_on, from, to } = reading
  const { rows: pots } = await sql<{ id: string; name: string }>`select id, name from policy.pots
    where office = ${reading.office} order by year desc, name limit 200`.execute(context.db)
  return {
    ...line(reading),
    head: { title, number, issuer, issued_on, from, to },
    force: reading.force,
    endedBy: reading.ended_by,
    pots,
    findings: (await findingsOf(context, reading.id)).map((row) => ({
      id: row.id,
      number: row.number,
      text: row.text,
      state: row.state as 'open',
      proposal: row.proposal as never,
      missing: [...missingIn(row.proposal as Proposal)],
      granule: row.granule,
    })),
  }
}
