import { z } from 'zod'
import { VERBS } from '../../../kernel/access/grants.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'

/** Declarations as the wire carries them; the browser's types are made from these. */

export const knownOnShape = z.iso.date().optional().describe('As it was known at the end of this day')

export const grainShape = z.enum(['day', 'month', 'quarter', 'year'])
export const statusShape = z.enum(['computed', 'stated', 'inferred', 'forecast', 'missing'])

export const aheadShape = z
  .number()
  .describe(
    'Milliseconds by which the clock of the zone is ahead of the clock outside: 0 but in a demonstration',
  )

const columnShape = z.object({
  kind: z
    .enum([
      'text',
      'longText',
      'integer',
      'decimal',
      'boolean',
      'date',
      'month',
      'year',
      'instant',
      'choice',
      'reference',
      'office',
      'place',
      'data',
    ])
    .describe('Values: decimals as text; a place is {longitude, latitude} in degrees'),
  name: textShape,
  unit: z.string().optional(),
  help: textShape.optional(),
  optional: z.boolean().optional(),
  choices: z.record(z.string(), textShape).optional(),
  record: z.string().optional().describe('For a reference: the record pointed at'),
  quiet: z.boolean().optional(),
  shape: z.literal(true).optional().describe('It holds shapes of the map, as GeoJSON'),
  personal: z
    .enum(['idNumber', 'mobile', 'bankAccount', 'companyAccount', 'secret', 'creditCode', 'email', 'name'])
    .optional()
    .describe('What it tells of a person; values come masked'),
})

export const recordShape = z.object({
  id: z.string(),
  name: textShape,
  about: textShape,
  title: z.string(),
  valid: z.object({ from: z.string(), to: z.string().optional() }).optional(),
  edge: z
    .object({
      from: z.string(),
      to: z.string(),
      length: z.string().optional(),
      course: z.string().optional(),
      within: z.number().optional().describe('m from the ends of a drawn line'),
    })
    .optional()
    .describe('Its rows are the edges of a network, from a row to a row'),
  columns: z.record(z.string(), columnShape),
  groups: z.array(z.object({ name: textShape, columns: z.array(z.string()) })).optional(),
  whole: z.boolean().describe('Its rows are shown with all their columns, and so with their files'),
  may: z
    .partialRecord(z.enum(VERBS), z.array(z.string()))
    .describe('What the current person may do with some rows at least, and with which columns'),
  filledBy: z
    .array(textShape)
    .describe('The roles that enter or import its rows; none where they come of themselves'),
})

export const systemShape = z.object({
  id: z.string(),
  name: textShape,
  group: z.string(),
  office: z.string(),
  about: textShape,
  pages: z.array(z.object({ path: z.string(), name: textShape })),
  records: z.array(recordShape),
  indicators: z.number().int(),
})

export const officeShape = z.object({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  name_en: z.string(),
  parent: z.string().nullable(),
  kind: z.string(),
  leader: z.string(),
})

export const personShape = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  office: z.string(),
  grid: z.string().optional(),
})

export const indicatorShape = z.object({
  id: z.string(),
  name: textShape,
  synonyms: z.array(z.string()).optional(),
  unit: z.string(),
  grain: grainShape,
  nature: z.enum(['flow', 'stock', 'ratio']),
  direction: z.enum(['up', 'down', 'neutral']),
  office: z.string(),
  definition: textShape,
  source: textShape,
  decimals: z.number().int(),
})

export const indicatorSummaryShape = indicatorShape.extend({
  system: z.string(),
  computed: z.boolean(),
  latest: z
    .object({
      ref: z.string(),
      period: z.string(),
      value: decimalShape.nullable(),
      growth: decimalShape.nullable(),
      status: statusShape,
    })
    .nullable(),
  spark: z.array(z.object({ month: z.string(), value: decimalShape })),
})
