import { z } from 'zod'
import { DATUMS, turned } from '../geo/datum.ts'
import { geometryIn } from '../geo/geometry.ts'
import { type Text, text } from '../text.ts'
import type { Column, Columns } from './column.ts'
import { TEXT_FORMATS, type TextRule } from './formats.ts'
import { PERSONAL, type PersonalKind } from './personal/kinds.ts'
import { isKept, PLACE_FORMAT } from './place.ts'

/** What may be entered in a record's columns; the browser's forms and the server check by this one file. */

const kinds: Readonly<Record<Column['kind'], (column: Column) => z.ZodType>> = {
  text: () => z.string().trim().min(1).max(500),
  longText: () => z.string().trim().min(1).max(1_000_000),
  integer: () => z.number().int(),
  decimal: () => z.string().regex(/^-?\d{1,20}(\.\d{1,8})?$/),
  boolean: () => z.boolean(),
  date: () => z.iso.date(),
  month: () => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  year: () => z.string().regex(/^\d{4}$/),
  instant: () => z.iso.datetime({ offset: true }),
  choice: (column) => z.enum(Object.keys(column.choices ?? {}) as [string, ...string[]]),
  reference: () => z.string().min(1).max(200),
  office: () => z.string().min(1).max(100),
  place: () =>
    z
      .strictObject({ longitude: degree(180), latitude: degree(90), datum: z.enum(DATUMS).optional() })
      .overwrite(turned),
  data: () => z.unknown(),
}

const degree = (most: number) => z.number().min(-most).max(most).refine(isKept)

const personal = (kind: PersonalKind): z.ZodType =>
  z
    .string()
    .max(500)
    .refine((given) => PERSONAL[kind].check(PERSONAL[kind].normalise(given)))

const code = ({ normalise, check }: TextRule): z.ZodType =>
  z.string().max(500).overwrite(normalise).refine(check)

const checkOf = (column: Column): z.ZodType => {
  if (column.personal) return personal(column.personal)
  if (column.shape) return kinds[column.kind](column).refine((given) => geometryIn(given) !== undefined)
  return column.format ? code(TEXT_FORMATS[column.format]) : kinds[column.kind](column)
}

type Schema = z.ZodObject<Record<string, z.ZodType>>

/** Made once of each declaration: to make one takes longer than to ask it many times. */
const made = new WeakMap<Columns, { readonly whole: Schema; readonly partial: Schema }>()

/**
 * The schema of what a person may enter: declared columns only, standard ones are the store's.
 * @param partial true when the rest of the row stays as it is
 */
export function schemaFor({ columns }: { readonly columns: Columns }, partial = false): Schema {
  const schema = made.get(columns) ?? makeSchema(columns)
  made.set(columns, schema)
  return partial ? schema.partial : schema.whole
}

function makeSchema(columns: Columns) {
  const shape = Object.entries(columns).map(([name, column]) => {
    const schema = checkOf(column).describe(column.name.zh)
    return [name, column.optional ? schema.nullish() : schema] as const
  })
  const whole: Schema = z.strictObject(Object.fromEntries(shape))
  return { whole, partial: whole.partial() as Schema }
}

/** What is wrong with the value of one column. */
export interface ColumnProblem {
  readonly column: string
  readonly says: Text
  readonly remedy: Text
}

/** @param partial true when the rest of the row stays as it is. @returns the first problem of each column that does not fit */
export function problemsOf(
  record: { readonly columns: Columns },
  values: unknown,
  partial = false,
): readonly ColumnProblem[] {
  const result = schemaFor(record, partial).safeParse(values)
  const names = (result.error?.issues ?? []).flatMap((issue) =>
    issue.path.length === 0 && 'keys' in issue && Array.isArray(issue.keys)
      ? issue.keys.map(String)
      : [String(issue.path[0] ?? '')],
  )
  return [...new Set(names)].map((name) => problemOf(record, name))
}

function problemOf({ columns }: { readonly columns: Columns }, name: string): ColumnProblem {
  const column = columns[name]
  if (!column)
    return {
      column: name,
      says: text(`“${name}”的值不合要求`, `The value of "${name}" does not fit`),
      remedy: text('没有这一栏，请删去', 'There is no such column; leave it out'),
    }
  const format = formatOf(column)
  return {
    column: name,
    says: text(`“${column.name.zh}”的值不合要求`, `The value of "${column.name.en}" does not fit`),
    remedy: text(`请按格式填写：${format.zh}`, `Expected ${format.en}`),
  }
}

/** How a value of a column is written, in words. */
export const formatOf = ({ kind, personal, format, shape }: Column): Text => {
  if (personal) return PERSONAL[personal].format
  if (shape) return SHAPE_FORMAT
  return format ? TEXT_FORMATS[format].format : FORMATS[kind]
}

const SHAPE_FORMAT = text(
  'GeoJSON 的点、线或面，十进制度，经度在前',
  'points, lines or areas of GeoJSON in degrees, longitude first',
)

const FORMATS: Readonly<Record<Column['kind'], Text>> = {
  text: text('不超过 500 字的文字', 'a line of at most 500 characters'),
  longText: text('文字', 'text'),
  integer: text('整数', 'a whole number'),
  decimal: text('数字，最多 8 位小数', 'a number with at most 8 decimals, as text'),
  boolean: text('是或否', 'true or false'),
  date: text('日期，如 2024-11-15', 'a date such as 2024-11-15'),
  month: text('月份，如 2024-11', 'a month such as 2024-11'),
  year: text('年份，如 2024', 'a year such as 2024'),
  instant: text('时间，如 2024-11-15T09:00:00+08:00', 'a time such as 2024-11-15T09:00:00+08:00'),
  choice: text('所列选项之一', 'one of the options'),
  reference: text('所引用记录的编号', 'the id of the record referred to'),
  office: text('单位编号', 'an office id'),
  place: PLACE_FORMAT,
  data: text('结构化数据', 'structured data'),
}
