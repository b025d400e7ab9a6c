import { z } from 'zod'
import { PUBLISHED } from '../../../../kernel/access/grants.ts'
import { runImport } from '../../../../kernel/store/exchange/index.ts'
import { createRow, defineRecord, insertRows, updateRow } from '../../../../kernel/store/index.ts'
import { defineRoute, defineSystem } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'

/** A system to be killed: rows by the batch, changes and imports, over the kernel's own ways of writing. */
export const notes = defineRecord({
  id: 'trial.notes',
  name: text('记录', 'Notes'),
  about: text('每行一次写入', 'One write a row'),
  title: 'key',
  grants: [PUBLISHED],
  columns: {
    key: { kind: 'text', name: text('键', 'Key') },
    batch: { kind: 'text', name: text('批次', 'Batch') },
    value: { kind: 'integer', name: text('值', 'Value') },
  },
  unique: [['key']],
  indexes: [{ on: ['batch'] }],
})

export const DEMONSTRATION_ROWS = 300
const rowsOf = (batch: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `${batch}-${at}`, batch, value: at }))
const batch = z.object({ batch: z.string(), count: z.number().int().min(1).max(5000) })
const done = z.object({ done: z.number() })

export default defineSystem({
  id: 'trial',
  name: text('试验', 'Trial'),
  group: 'self',
  office: 'office',
  about: text('供断电试验用', 'For tests that cut the power'),
  records: [notes],
  indicators: [],
  routes: [
    defineRoute({
      method: 'POST',
      path: '/batches',
      summary: text('写入一批', 'Write a batch'),
      allow: 'anyone',
      input: batch,
      output: done,
      handle: (outer, input) =>
        outer.transaction(async (context) => {
          for (const row of rowsOf(input.batch, input.count)) await createRow(context, notes, row)
          return { done: input.count }
        }),
    }),
    defineRoute({
      method: 'POST',
      path: '/imports',
      summary: text('导入一批', 'Import a batch'),
      allow: 'anyone',
      input: batch,
      output: done,
      handle: async (context, input) => {
        const lines = rowsOf(input.batch, input.count).map(
          ({ key, value }) => `${key},${input.batch},${value}`,
        )
        const file = Buffer.from(['键,批次,值', ...lines].join('\n'))
        const { written, new: rows } = await runImport(context, notes, file, { why: input.batch })
        return { done: written ? rows : 0 }
      },
    }),
    defineRoute({
      method: 'PATCH',
      path: '/notes/:id',
      summary: text('改一行', 'Change a row'),
      allow: 'anyone',
      input: z.object({ id: z.string(), value: z.number().int() }),
      output: done,
      handle: async (context, { id, value }) => {
        await updateRow(context, notes, id, { value })
        return { done: 1 }
      },
    }),
  ],
  async *demo({ db, actor, now, newId }) {
    await insertRows(db, notes, rowsOf('demonstration', DEMONSTRATION_ROWS), { actor, now: now(), newId })
    yield { step: text('记录', 'Notes'), done: DEMONSTRATION_ROWS, total: DEMONSTRATION_ROWS }
  },
})
