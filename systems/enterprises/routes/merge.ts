import { sql } from 'kysely'
import { z } from 'zod'
import { accessRecords } from '../../../kernel/access/records.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { setApart, undoApart } from '../merge/apart.ts'
import { candidatesOf } from '../merge/duplicates.ts'
import { merge, undoMerge } from '../merge/merge.ts'
import { lockBoth, planOf } from '../merge/plan.ts'
import { enterprises } from '../tables.ts'

const id = z.string().min(1).max(200)
const why = z.string().trim().min(1).max(200)

export const duplicatesRoute = defineRoute({
  method: 'GET',
  path: '/duplicates',
  summary: text('疑似重复登记的企业', 'Rows of the register that may be one enterprise'),
  allow: ['officer'],
  input: z.object({
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(
      z.object({
        a: z.object({ id: z.string(), name: z.string(), code: z.string() }),
        b: z.object({ id: z.string(), name: z.string(), code: z.string() }),
        whys: z.array(z.enum(['name', 'organisation', 'mobile', 'representative', 'address'])),
      }),
    ),
  }),
  handle: async (context, page) => {
    const { total, rows } = await candidatesOf(context, page)
    const ids = rows.flatMap(({ a, b }) => [a, b])
    const { rows: named } = await sql<{ id: string; name: string; code: string }>`
      select id, name, code from enterprises.enterprises where id = any(${ids}::text[])`.execute(context.db)
    const of = (wanted: string) =>
      named.find((each) => each.id === wanted) ?? { id: wanted, name: '', code: '' }
    return { total, rows: rows.map(({ a, b, whys }) => ({ a: of(a), b: of(b), whys })) }
  },
})

export const mergePlanRoute = defineRoute({
  method: 'POST',
  path: '/merges/plan',
  summary: text(
    '合并预演：会移动什么、哪些要选定（不保存）',
    'What a merge would move and what must be decided; keeps nothing',
  ),
  allow: ['officer'],
  input: z.object({ survivor: id, merged: id }),
  output: z.object({
    moves: z.array(z.object({ record: z.string(), name: textShape, column: z.string(), rows: z.number() })),
    collisions: z.array(
      z.object({
        key: z.string(),
        record: z.string(),
        name: textShape,
        survivorRow: z.string(),
        mergedRow: z.string(),
        same: z.boolean(),
      }),
    ),
    differ: z.array(z.string()).describe('Columns in which the two rows differ and which can be taken over'),
  }),
  handle: (outer, { survivor, merged }) =>
    outer.transaction(async (context) => {
      const both = await lockBoth(context, survivor, merged)
      const { moves, collisions } = await planOf(context, both)
      const names = new Map(
        [...context.systems.flatMap(({ records }) => records), ...accessRecords].map(
          (each) => [each.id, each.name] as const,
        ),
      )
      const nameOf = (record: string) => names.get(record) ?? enterprises.name
      return {
        moves: moves.map(({ record, column, ids }) => ({
          record,
          name: nameOf(record),
          column,
          rows: ids.length,
        })),
        collisions: collisions.map(({ key, record, survivorRow, mergedRow, same }) => ({
          key,
          record,
          name: nameOf(record),
          survivorRow,
          mergedRow,
          same,
        })),
        differ: Object.entries(enterprises.columns)
          .filter(([name, column]) => !('personal' in column) && name !== 'code' && name !== 'merged_into')
          .map(([name]) => name)
          .filter((name) => JSON.stringify(both.survivor[name]) !== JSON.stringify(both.merged[name])),
      }
    }),
})

export const mergeRoute = defineRoute({
  method: 'POST',
  path: '/merges',
  summary: text('把两条登记合为一家', 'Makes two rows of the register one enterprise'),
  allow: ['officer'],
  input: z.object({
    survivor: id,
    merged: id,
    why,
    take: z.array(z.string().max(50)).max(50).default([]),
    keep: z.record(z.string().max(500), z.enum(['survivor', 'merged'])).default({}),
  }),
  output: z.object({ id: z.string() }),
  handle: (context, asked) => merge(context, asked),
})

export const undoMergeRoute = defineRoute({
  method: 'POST',
  path: '/merges/:id/undo',
  summary: text('撤销合并', 'Undoes a merge'),
  allow: ['officer'],
  input: z.object({ id, why }),
  output: z.object({ id: z.string() }),
  handle: async (context, asked) => {
    await undoMerge(context, asked.id, asked.why)
    return { id: asked.id }
  },
})

export const apartRoute = defineRoute({
  method: 'POST',
  path: '/distinctions',
  summary: text('认定两条登记不是同一家', 'Says that two rows of the register are two enterprises'),
  allow: ['officer'],
  input: z.object({ a: id, b: id, why }),
  output: z.object({ id: z.string() }),
  handle: (context, asked) => setApart(context, asked),
})

export const undoApartRoute = defineRoute({
  method: 'POST',
  path: '/distinctions/:id/undo',
  summary: text('撤销“不是同一家”的认定', 'Undoes that two rows were said to be two enterprises'),
  allow: ['officer'],
  input: z.object({ id, why }),
  output: z.object({ id: z.string() }),
  handle: async (context, asked) => {
    await undoApart(context, asked.id, asked.why)
    return { id: asked.id }
  },
})
