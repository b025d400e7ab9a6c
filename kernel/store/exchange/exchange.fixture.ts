import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { text } from '../../text.ts'
import type { Database } from '../database.ts'
import { difference, schemaOf } from '../ddl.ts'
import { defineRecord } from '../record.ts'

/** A record with a column of every kind; for tests. */
export const things = defineRecord({
  id: 'exchange.things',
  name: text('物件', 'Things'),
  about: text('测试用', 'For tests'),
  title: 'name',
  columns: {
    code: { kind: 'text', name: text('编号', 'Code') },
    name: { kind: 'longText', name: text('名称', 'Name'), help: text('全称', 'In full') },
    amount: { kind: 'decimal', name: text('金额', 'Amount'), unit: '万元' },
    count: { kind: 'integer', name: text('数量', 'Count'), optional: true },
    open: { kind: 'boolean', name: text('是否开放', 'Open') },
    on: { kind: 'date', name: text('日期', 'Date'), optional: true },
    month: { kind: 'month', name: text('报告期', 'Month'), optional: true },
    year: { kind: 'year', name: text('年度', 'Year'), optional: true },
    at: { kind: 'instant', name: text('时刻', 'At'), optional: true },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: { red: text('红', 'Red'), blue: text('蓝', 'Blue'), dark: text('深蓝', 'Dark blue') },
    },
    unit: { kind: 'reference', name: text('单位', 'Unit'), record: 'economy.units', optional: true },
    office: { kind: 'office', name: text('牵头单位', 'Office'), optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    extra: { kind: 'data', name: text('其他', 'Other'), optional: true, quiet: true },
  },
  unique: [['code']],
})

/** A record whose rows nothing names but all they say. */
export const notes = defineRecord({
  id: 'exchange.notes',
  name: text('便笺', 'Notes'),
  about: text('测试用', 'For tests'),
  title: 'words',
  columns: {
    words: { kind: 'text', name: text('内容', 'Words') },
    on: { kind: 'date', name: text('日期', 'Date'), optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})

/** A record whose rows refer to each other: a part and what it belongs to. */
export const parts = defineRecord({
  id: 'exchange.parts',
  name: text('部件', 'Parts'),
  about: text('测试用', 'For tests'),
  title: 'code',
  columns: {
    code: { kind: 'text', name: text('代码', 'Code') },
    of: { kind: 'reference', name: text('上级', 'Part of'), record: 'exchange.parts', optional: true },
    weight: { kind: 'integer', name: text('重量', 'Weight'), optional: true },
  },
  unique: [['code']],
})

/** A record of which an office may import its own rows, and not every column. */
export const duties = defineRecord({
  id: 'exchange.duties',
  name: text('职责', 'Duties'),
  about: text('测试用', 'For tests'),
  title: 'code',
  grants: [
    {
      roles: ['officer'],
      verbs: ['read', 'export', 'import'],
      rows: { column: 'office', of: 'office' },
      fields: ['code', 'office', 'amount'],
    },
    { roles: ['statistician'], verbs: ['import'], fields: ['code', 'amount'] },
  ],
  columns: {
    code: { kind: 'text', name: text('编号', 'Code') },
    office: { kind: 'office', name: text('单位', 'Office') },
    amount: { kind: 'integer', name: text('数量', 'Amount') },
    remark: { kind: 'text', name: text('批注', 'Remark'), optional: true },
  },
  unique: [['code']],
})

/** Makes the tables, with their history. */
export async function createTables(db: Database): Promise<void> {
  await sql`create schema if not exists exchange`.execute(db)
  for (const statement of difference({}, schemaOf([things, notes, duties, parts])).sql)
    await sql.raw(statement).execute(db)
  for (const { id } of [things, notes, duties, parts]) await sql`select audit.watch(${id})`.execute(db)
}

/** What a function that writes to a stream writes. */
export async function written(work: (out: Writable) => Promise<unknown>): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), work(out)])
  return bytes
}

/** A workbook of one sheet, or of several by name. */
export async function workbook(
  sheets: readonly (readonly unknown[])[] | Readonly<Record<string, readonly (readonly unknown[])[]>>,
): Promise<Buffer> {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(Array.isArray(sheets) ? { Sheet1: sheets } : sheets))
    book.addWorksheet(name).addRows(rows as unknown[][])
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const csv = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))
