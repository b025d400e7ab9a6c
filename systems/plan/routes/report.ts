import { z } from 'zod'
import { countDraft, toDocx, toHtml, toMarkdown } from '../../../engines/report/index.ts'
import { formatRef } from '../../../kernel/figures/figure.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { type Context, defineRoute, type FileAnswer } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { bulletinDocx } from '../bulletin/docx.ts'
import { readBulletin } from '../bulletin/read.ts'
import { bulletinXlsx } from '../bulletin/xlsx.ts'
import { MONTH, monthAsked, YEAR, yearAsked } from '../report/asked.ts'
import { verifyReport } from '../report/check.ts'
import { draftReport } from '../report/draft.ts'

// Described here, checked by the handlers, which say what is wrong and what to give.
const year = z.string().meta({ pattern: YEAR.source, example: '2023' })
const month = z.string().meta({ pattern: MONTH.source, example: '2024-09' })

const VerifyOutput = z.object({
  report: z.object({ id: z.string(), title: z.string(), year: z.string() }),
  rows: z.array(
    z.object({
      id: z.string(),
      start: z.number().int().describe('Place in the text, UTF-16 units'),
      text: z.string(),
      indicatorText: z.string(),
      ref: z.string().nullable().describe('Address of the figure: economy.gdp:growth@2023'),
      period: z.string(),
      stated: z.string(),
      unit: z.string(),
      bound: z.string(),
      computed: z.string().nullable().describe('Exact decimal in computedUnit'),
      computedUnit: z.string(),
      verdict: z.enum(['equal', 'different', 'stated', 'missing']),
      by: z.string().nullable().describe('computed − stated in the stated unit'),
      rows: z.number().int().nullable(),
      synthetic: z.boolean(),
    }),
  ),
  score: z.object({
    figures: z.object({
      total: z.number().int(),
      computed: z.number().int(),
      equal: z.number().int(),
      different: z.number().int(),
      stated: z.number().int(),
      missing: z.number().int(),
    }),
    granules: z.object({
      total: z.number().int(),
      measured: z.number().int(),
      tracked: z.number().int(),
      loose: z.number().int(),
    }),
  }),
})

export const verifyRoute = defineRoute({
  method: 'GET',
  path: '/verify',
  summary: text('报告所列数字与由记录计算的数字', 'Stated figures beside computed ones'),
  allow: 'anyone',
  input: z.object({
    period: year.optional().describe('The year summed up; the latest report when left out'),
  }),
  output: VerifyOutput,
  handle: async (context, { period }) => {
    const { report, rows, score } = await verifyReport(
      context,
      period === undefined ? undefined : yearAsked(period, 'period'),
    )
    return { report, rows: [...rows], score }
  },
})

const RunShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('words'), text: z.string() }),
  z.object({
    type: z.literal('figure'),
    text: z.string(),
    status: z.enum(['computed', 'stated', 'forecast', 'missing']),
    slot: z.number().int(),
    indicator: z.string().describe('The words for what the figure measures'),
    ref: z
      .string()
      .nullable()
      .describe('Address of the figure; null where the catalogue has no such indicator'),
    notes: z.array(textShape),
  }),
])
const ReportOutput = z.object({
  title: z.string(),
  year: z.number().int(),
  template: z.object({ id: z.string(), title: z.string(), year: z.string() }),
  forecast: z.boolean().describe('True when the year is not over'),
  counts: z.object({
    computed: z.number().int(),
    stated: z.number().int(),
    forecast: z.number().int(),
    missing: z.number().int(),
    broken: z.number().int(),
  }),
  blocks: z.array(
    z.object({
      kind: z.enum(['head', 'title', 'heading', 'paragraph', 'foot']),
      level: z.number().int(),
      runsOn: z.boolean().describe('Stands on the same line as the heading before it'),
      sentences: z.array(
        z.object({
          runs: z.array(RunShape),
          broken: z.array(textShape.extend({ code: z.string() })),
        }),
      ),
    }),
  ),
})

export const reportRoute = defineRoute({
  method: 'GET',
  path: '/report/:period',
  summary: text('由台账写出的年度报告', 'The report of a year, written from the ledger'),
  allow: 'anyone',
  input: z.object({ period: year.describe('Year, 2023') }),
  output: ReportOutput,
  handle: async (context, { period }) => {
    const { draft, template, year, forecast, refs } = await draftReport(context, yearAsked(period, 'period'))
    const { figures, broken } = countDraft(draft)
    return {
      title: draft.title,
      year,
      template,
      forecast,
      counts: { ...figures, broken },
      blocks: draft.blocks.map(({ kind, level, runsOn, sentences }) => ({
        kind,
        level,
        runsOn,
        sentences: sentences.map((sentence) => ({
          broken: sentence.broken,
          runs: sentence.runs.map((run) => {
            if (run.type === 'words') return { type: run.type, text: run.text }
            const ref = refs.get(run.slot)
            return { ...run, ref: ref ? formatRef(ref) : null }
          }),
        })),
      })),
    }
  },
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const reportFile = (
  format: string,
  contentType: string,
  body: (context: Context, period: string) => Promise<Uint8Array | string>,
) =>
  defineRoute({
    method: 'GET',
    path: `/report/:period/${format}`,
    summary: text(`下载年度报告（${format}）`, `Download the report (${format})`),
    allow: 'anyone',
    input: z.object({ period: year }),
    output: { contentType },
    handle: async (context, { period }): Promise<FileAnswer> => ({
      fileName: `report-${period}.${format}`,
      contentType,
      body: await body(context, yearAsked(period, 'period')),
    }),
  })

const bulletinFile = (
  format: 'docx' | 'xlsx',
  contentType: string,
  body: (bulletin: Awaited<ReturnType<typeof readBulletin>>) => Promise<Uint8Array>,
) =>
  defineRoute({
    method: 'GET',
    path: `/bulletin/:month/${format}`,
    summary: text(`下载督查通报（${format}）`, `Download the monthly bulletin (${format})`),
    allow: 'anyone',
    input: z.object({ month }),
    output: { contentType },
    handle: async (context, { month }): Promise<FileAnswer> => {
      const bulletin = await readBulletin(context, monthAsked(month, 'month'))
      return { fileName: `${bulletin.title}.${format}`, contentType, body: await body(bulletin) }
    },
  })

export const reportRoutes = [
  verifyRoute,
  reportRoute,
  reportFile('docx', DOCX, async (context, period) =>
    toDocx((await draftReport(context, period)).draft, { today: new Date(`${context.today}T00:00:00Z`) }),
  ),
  reportFile('html', 'text/html; charset=utf-8', async (context, period) =>
    toHtml((await draftReport(context, period)).draft),
  ),
  reportFile('md', 'text/markdown; charset=utf-8', async (context, period) =>
    toMarkdown((await draftReport(context, period)).draft),
  ),
  bulletinFile('docx', DOCX, bulletinDocx),
  bulletinFile('xlsx', XLSX, bulletinXlsx),
]
