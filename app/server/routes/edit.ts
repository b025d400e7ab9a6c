import { z } from 'zod'
import { type BulkPermits, previewBulk, writeBulk } from '../../../kernel/access/bulk.ts'
import { changePermitted, createPermitted, denied, removePermitted } from '../../../kernel/access/edit.ts'
import { type Permit, permitFor, type Verb } from '../../../kernel/access/grants.ts'
import { undoChanges } from '../../../kernel/access/undo.ts'
import { REFUSALS } from '../../../kernel/access/verdicts.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { getRow, type RecordDefinition } from '../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { pathOf, permitted, shown } from './records.ts'

/** Creating, changing and removing rows of any record that is not closed, as far as its grants go. */
export const editRoutes = (zone: Zone): readonly Route[] =>
  [...allRecords(zone.systems).values()].flatMap((record) =>
    record.closed
      ? []
      : [createRoute(record), changeRoute(record), removeRoute(record), bulkRoute(record), undoRoute(record)],
  )

const why = z.string().trim().min(1).max(500).describe('Kept in the history')
const values = z.record(z.string(), z.unknown()).describe('Column → value')
const written = z.looseObject({ id: z.string() })

const createRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'POST',
    path: pathOf(record),
    summary: text(`新增${record.name.zh}`, `Create a row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({ values, why: why.optional() }),
    output: written,
    handle: async (context, input) => {
      const permit = mayDo(record, context, 'create')
      const id = await createPermitted(context, record, permit, input.values, input.why)
      return readBack(context, record, id)
    },
  })

const changeRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'PATCH',
    path: `${pathOf(record)}/:id`,
    summary: text(`修改一条${record.name.zh}`, `Change a row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({
      id: z.string().max(200),
      values,
      seen: z.number().int().describe('row_version of the row that was edited'),
      why: why.optional(),
    }),
    output: written,
    handle: async (context, { id, ...edit }) => {
      const permit = mayDo(record, context, 'change')
      await changePermitted(context, record, permit, id, edit).catch((error: unknown) => {
        throw told(error, permitFor(record, context.actor, 'read'))
      })
      return readBack(context, record, id)
    },
  })

const removeRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'DELETE',
    path: `${pathOf(record)}/:id`,
    summary: text(`删除一条${record.name.zh}`, `Remove a row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({
      id: z.string().max(200),
      seen: z.coerce.number().int().optional(),
      why: why.optional(),
    }),
    output: z.object({ id: z.string() }),
    handle: async (context, { id, ...edit }) => {
      const permit = mayDo(record, context, 'remove')
      await removePermitted(context, record, permit, id, edit).catch((error: unknown) => {
        throw told(error, permitFor(record, context.actor, 'read'))
      })
      return { id }
    },
  })

const count = z.number().int()

const bulkRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'POST',
    path: `${pathOf(record)}/bulk`,
    summary: text(`批量修改${record.name.zh}`, `Change many rows of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({
      rows: z.union([
        z.strictObject({ ids: z.array(z.string().max(200)).min(1).max(10_000) }),
        z.strictObject({
          filter: z.record(z.string().max(100), z.string().max(4000)).default({}),
          search: z.string().max(200).optional(),
          asOf: z.iso.date().optional(),
        }),
      ]),
      values,
      preview: z.boolean().default(false),
      token: z.string().max(100).optional().describe('From the preview'),
      why: why.optional().describe('Asked for when it is written'),
    }),
    output: z.object({
      matching: count.optional(),
      changed: count,
      unchanged: count.optional(),
      refused: z
        .array(z.object({ reason: z.enum(REFUSALS), rows: count, ids: z.array(z.string()) }))
        .optional(),
      sample: z.array(z.object({ id: z.string(), before: values })).optional(),
      token: z.string().optional(),
      transaction: z.string().optional().describe('By which the change is undone'),
    }),
    handle: async (context, { rows, values: change, preview, token, why: reason }) => {
      const permits: BulkPermits = {
        read: permitted(record, context.actor, 'read'),
        change: mayDo(record, context, 'change'),
      }
      const edit = { rows, values: change }
      if (preview) return previewBulk(context, record, permits, edit)
      if (token === undefined || reason === undefined) throw unconfirmed(record)
      return writeBulk(context, record, permits, { ...edit, token, why: reason })
    },
  })

const undoRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'POST',
    path: `${pathOf(record)}/undo`,
    summary: text(`撤销一次${record.name.zh}的修改`, `Undo a change of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({ transaction: z.string().max(100), why: why.default('撤销') }),
    output: z.object({
      restored: count,
      kept: count,
      rows: z.array(z.object({ id: z.string(), by: z.string().nullable(), at: z.string().nullable() })),
    }),
    handle: (context, { transaction, why: reason }) =>
      undoChanges(context, record, mayDo(record, context, 'change'), transaction, reason),
  })

/** @throws GaoxinError FORBIDDEN: the same for every row, there or not */
function mayDo(record: RecordDefinition, context: Context, verb: Verb): Permit {
  const permit = permitFor(record, context.actor, verb)
  if (permit) return permit
  throw denied()
}

/** The row as its writer may see it; its id alone where they may only write. */
async function readBack(context: Context, record: RecordDefinition, id: string): Promise<{ id: string }> {
  const permit = permitFor(record, context.actor, 'read')
  const row = permit && (await getRow(context.db, record, id, { where: permit.where, vault: context.vault }))
  return { ...(row ? shown(permit.record, row) : {}), id }
}

/** What somebody else changed meanwhile is told in the columns that the editor may see. */
function told(error: unknown, permit: Permit | undefined): unknown {
  if (!(error instanceof GaoxinError) || error.code !== 'RECORD_CHANGED') return error
  const { base, now, by } = error.value as Record<'base' | 'now', Record<string, unknown> | null> & {
    by?: string
  }
  const visible = (image: Record<string, unknown> | null) => permit && image && shown(permit.record, image)
  return new GaoxinError(error.code, error.says, error.remedy, {
    place: error.place ?? '',
    status: error.status,
    details: { base: visible(base), now: visible(now), by },
  })
}

const unconfirmed = (record: RecordDefinition) =>
  new GaoxinError(
    'BULK_UNCONFIRMED',
    text('批量修改要先预览，并写明理由', 'A bulk edit is previewed first, and says why'),
    text('请先以 preview 提交，再带上 token 与 why', 'Send it with preview, then with its token and why'),
    { place: record.id, status: 422 },
  )
