import { z } from 'zod'
import { COORDINATES } from '../../../kernel/geo/index.ts'
import { textShape } from '../../../kernel/shapes.ts'

/** A file that was brought to be imported, as its person follows it. */

const problem = z.object({
  code: z.string(),
  says: textShape,
  remedy: textShape,
  status: z.number(),
  place: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
})

const fileColumn = z.object({
  header: z.string(),
  column: z.string().nullable().describe("The record's column by id"),
  sureness: z.enum(['chosen', 'same', 'near']).nullable().describe('How sure the match is'),
  refused: z.boolean().describe('A column that the person may not import'),
  kept: z.boolean().describe('A column that the store keeps by itself'),
  sample: z.array(z.string()).describe('First values; of personal columns only that there are some'),
})

/** What a person says of a file when it is checked. */
export const saidShape = {
  chosen: z
    .record(z.string().max(500), z.string().max(100).nullable())
    .describe("Header → the record's column by id; null leaves it out"),
  filled: z
    .record(z.string().max(500), z.record(z.string().max(100), z.string().max(500)).nullable())
    .optional()
    .describe(
      'What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out',
    ),
  within: z
    .number()
    .gt(0)
    .max(50)
    .optional()
    .describe('How far from the ends of drawn lines their nodes may lie, m'),
  coordinates: z
    .enum(COORDINATES)
    .optional()
    .describe(
      'What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)',
    ),
}

export const jobShape = z.object({
  id: z.string(),
  record: z.string(),
  file: z.object({ name: z.string(), size: z.number(), hash: z.string().describe('SM3') }),
  state: z
    .enum([
      'brought',
      'checking',
      'checked',
      'writing',
      'done',
      'undone',
      'partly',
      'refused',
      'cancelled',
      'failed',
      'interrupted',
    ])
    .describe(
      'brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back',
    ),
  said: z.object(saidShape).nullable().describe('What was said of it when it was last checked'),
  sheets: z.array(z.object({ sheet: z.string(), header: z.number().int(), columns: z.array(fileColumn) })),
  progress: z.object({ step: textShape, done: z.number(), total: z.number() }).nullable(),
  counts: z
    .object({
      total: z.number(),
      new: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      badRows: z.number(),
      linked: z.number().optional().describe('Good rows that refer to rows which this file brings'),
      joined: z.number().optional().describe('Good rows whose nodes were found at the ends of their lines'),
    })
    .nullable(),
  badCells: z.number().int(),
  more: z.boolean().describe('There are more bad cells than are listed'),
  skipped: z.array(z.string()).describe('Sheets in which nothing was found to read'),
  problem: problem.nullable(),
  written: z
    .object({ at: z.string().nullable().describe('What the rows bear as recorded_at'), why: z.string() })
    .nullable(),
  held: z.boolean().describe('The file is still here: it can be worked on, and given back marked'),
})
export type JobAnswer = z.infer<typeof jobShape>

export const badCellShape = z.object({
  sheet: z.string(),
  row: z.number().int(),
  cell: z.string().describe('As the spreadsheet names it: C5'),
  column: z.string().describe("The record's column by id; empty for the whole row"),
  header: z.string(),
  value: z.string(),
  reason: textShape,
})
