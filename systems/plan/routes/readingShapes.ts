import { z } from 'zod'
import { textShape } from '../../../kernel/shapes.ts'
import { COMPARATORS, MEASURES, PAPERS, READING_STATES } from '../words.ts'
import { OfficeShape } from './shapes.ts'

const keys = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]]
const date = z.iso.date()
const year = z.string().regex(/^20\d{2}$/)
const id = z.string().min(1).max(200)

export const PaperName = z
  .enum(keys(PAPERS))
  .describe('report: 总结与安排; plan: 年度工作计划; livelihood: 民生实事清单')

export const BringInput = z.object({
  name: z.string().trim().min(1).max(200).describe('File name'),
  paper: PaperName,
  year: year.optional().describe('Where the paper does not say: of a report the year summed up'),
})
export const ReadingInput = z.object({ id: id.describe('Id of the reading') })
export const HeadInput = ReadingInput.extend({
  title: z.string().trim().min(1).max(300).optional(),
  publisher: z.string().trim().max(200).optional(),
  issuedOn: date.nullable().optional(),
  startsOn: date.optional().describe('Planned start of its tasks'),
  year: year.optional().describe('Reads the paper anew: what was corrected is as it was found'),
})
export const CorrectInput = ReadingInput.extend({
  tasks: z.array(id).min(1).max(2000).describe('Ids of the tasks that the change is for'),
  kept: z.boolean().optional(),
  text: z.string().trim().min(1).max(5000).optional(),
  office: z.string().min(1).max(100).optional().describe('Lead office by id'),
  dueOn: date.optional(),
  measure: z.enum(keys(MEASURES)).optional().describe('measured needs a target; the others have none'),
  comparator: z.enum(keys(COMPARATORS)).optional(),
  target: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,6})?$/)
    .optional(),
  unit: z.string().trim().max(50).optional(),
}).refine(({ tasks, text }) => text === undefined || tasks.length === 1, {
  path: ['text'],
  message: 'The words of one task at a time',
})
export const StoreInput = ReadingInput.extend({
  issue: z.boolean().default(false).describe('Hands the tasks to their offices at once'),
})

const head = {
  id: z.string(),
  fileName: z.string(),
  paper: PaperName,
  title: z.string(),
  year: z.string().describe('Of a report the year summed up, of a plan the year planned'),
  state: z.enum(keys(READING_STATES)),
  broughtBy: z.string(),
  broughtOn: date,
}
export const ReadingsOutput = z.object({
  mayRead: z.boolean().describe('Whether the acting person may bring papers'),
  rows: z.array(
    z.object({
      ...head,
      tasks: z.number().int(),
      unled: z.number().int().describe('Kept, without lead office'),
    }),
  ),
})
export const ReadingOutput = z.object({
  ...head,
  planYear: z.string(),
  publisher: z.string().nullable(),
  issuedOn: date.nullable(),
  startsOn: date,
  report: z.string().nullable().describe('Once stored'),
  mayIssue: z.boolean(),
  replaces: z.string().nullable().describe('Title of the report of the same year that is there already'),
  figures: z.array(
    z.object({
      start: z.number().int(),
      text: z.string(),
      indicatorText: z.string(),
      ref: z
        .string()
        .nullable()
        .describe('Address of the figure; null where the catalogue has no such indicator'),
      name: textShape.nullable(),
      period: z.string(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      position: z.number().int(),
      text: z.string(),
      section: z.string().nullable(),
      measure: z.enum(keys(MEASURES)),
      comparator: z.enum(keys(COMPARATORS)).nullable(),
      target: z.string().nullable(),
      unit: z.string().nullable(),
      office: OfficeShape.nullable(),
      dueOn: date,
      kept: z.boolean(),
      known: z.string().nullable().describe('Code of the same task in the ledger'),
    }),
  ),
})
export const ReadingDone = z.object({ id: z.string() })
export const StoredOutput = z.object({
  id: z.string(),
  report: z.string().nullable(),
  granules: z.number().int(),
  planYear: z.string(),
})
