import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS, type Role } from '../../../../kernel/access/actor.ts'
import { decimalShape } from '../../../../kernel/shapes.ts'
import { getRow, notFound } from '../../../../kernel/store/index.ts'
import { type Bytes, type Context, defineRoute } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import {
  cancelBatch,
  closeBatch,
  compareBatch,
  makeBatch,
  readBankAnswer,
  settleAnswer,
  takeFile,
} from '../batches.ts'
import { redemptionError } from '../errors.ts'
import { PAYING_OFFICE } from '../settings.ts'
import { type BatchRow, batches } from '../tables.ts'
import * as shapes from './shapes.ts'

const STAFF: readonly Role[] = [...OFFICERS, 'guest']
const FILE_LIMIT = 10 * 1024 * 1024

/** Orders are the paying office's alone. @throws GaoxinError CLAIM_ROLE */
function requirePaying({ actor }: Context): void {
  if (actor.role !== 'officer' || actor.office !== PAYING_OFFICE)
    throw redemptionError('CLAIM_ROLE', { value: actor.office })
}
const byPaying = <T>(outer: Context, why: string, work: (context: Context) => Promise<T>): Promise<T> => {
  requirePaying(outer)
  return outer.transaction(work, why)
}

const batchShape = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['made', 'sent', 'closed', 'cancelled']),
  lines: z.number(),
  total: decimalShape,
  hash: z.string(),
  orderedOn: shapes.day,
  sentOn: shapes.day.nullable(),
  closedOn: shapes.day.nullable(),
})
type BatchShape = z.infer<typeof batchShape>
const shown = (row: BatchRow): BatchShape => ({
  id: row.id,
  number: row.number,
  state: row.state as BatchShape['state'],
  lines: row.lines,
  total: row.total,
  hash: row.hash,
  orderedOn: row.ordered_on,
  sentOn: row.sent_on,
  closedOn: row.closed_on,
})
const verdict = z.enum(['paid', 'returned', 'missing', 'amount', 'conflict', 'unknown', 'settled'])
const comparedShape = z.object({
  equal: z.boolean(),
  totals: z.object({ ordered: decimalShape, paid: decimalShape, returned: decimalShape, open: decimalShape }),
  lines: z.array(
    z.object({
      reference: z.string(),
      verdict,
      ordered: decimalShape.nullable(),
      answered: decimalShape.nullable(),
      difference: decimalShape,
    }),
  ),
})
const doneShape = z.object({ id: z.string(), state: batchShape.shape.state })

export const batchRoutes = [
  defineRoute({
    method: 'GET',
    path: '/batches',
    summary: text('付款批次', 'Payment batches'),
    allow: STAFF,
    input: z.object({}),
    output: z.object({
      waiting: z.number().describe('Claims that could be ordered now'),
      waitingYuan: decimalShape,
      batches: z.array(batchShape),
    }),
    handle: async ({ db }) => {
      const { rows } =
        await sql<BatchRow>`select * from policy.batches order by number desc limit 100`.execute(db)
      const { rows: waiting } = await sql<{ n: number; yuan: string }>`select count(*)::int as n,
        coalesce(sum(amount), 0)::text as yuan from policy.claims where state in ('cleared', 'bounced')`.execute(
        db,
      )
      return { waiting: waiting[0]!.n, waitingYuan: waiting[0]!.yuan, batches: rows.map(shown) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/batches/:id',
    summary: text(
      '一个批次的对账：逐行指令、回执和差额',
      'Reconciliation of a batch: orders, answers, differences',
    ),
    allow: STAFF,
    input: z.object({ id: z.string() }),
    output: z.object({
      batch: batchShape,
      compared: comparedShape,
      payees: z.record(
        z.string(),
        z.object({ holder: z.string(), claim: z.string(), bankReason: z.string().nullable() }),
      ),
      answers: z.array(
        z.object({
          id: z.string(),
          file: z.string(),
          line: z.number(),
          reference: z.string(),
          settled: z.string().nullable(),
        }),
      ),
      may: z.boolean().describe('The actor may act on it'),
    }),
    handle: async (context, { id }) => {
      const row = await getRow(context.db, batches, id)
      if (!row) throw notFound(batches, id)
      const { rows: lines } = await sql<{
        reference: string
        holder: string
        claim: string
        bankReason: string | null
      }>`
        select reference, holder, claim, bank_reason as "bankReason" from policy.payments where batch = ${id}`.execute(
        context.db,
      )
      const { rows: answers } = await sql<{
        id: string
        file: string
        line: number
        reference: string
        settled: string | null
      }>`
        select id, file, line, reference, settled from policy.answers where batch = ${id} order by recorded_at, line`.execute(
        context.db,
      )
      const { actor } = context
      return {
        batch: shown(row as unknown as BatchRow),
        compared: await compareBatch(context, id),
        payees: Object.fromEntries(lines.map(({ reference, ...line }) => [reference, line])),
        answers,
        may: actor.role === 'officer' && actor.office === PAYING_OFFICE,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/batches',
    summary: text('把待拨付的申报编成付款批次', 'Order the payment of all claims that wait for it'),
    allow: ['officer'],
    input: z.object({}),
    output: batchShape,
    handle: (context) => byPaying(context, '编制付款批次', async (inside) => shown(await makeBatch(inside))),
  }),
  defineRoute({
    method: 'POST',
    path: '/batches/:id/file',
    summary: text(
      '取付款文件：含完整账号，取用留痕',
      'Take the payment file, with account numbers in full; the taking is kept',
    ),
    allow: ['officer'],
    input: z.object({ id: z.string() }),
    output: { contentType: 'text/csv' },
    handle: (context, { id }) =>
      byPaying(context, '取付款文件', async (inside) => {
        const { name, bytes } = await takeFile(inside, id)
        return { fileName: name, contentType: 'text/csv', body: bytes }
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/batches/:id/cancel',
    summary: text('作废未送银行的批次', 'Cancel a batch that was not sent'),
    allow: ['officer'],
    input: z.object({ id: z.string() }),
    output: doneShape,
    handle: (context, { id }) =>
      byPaying(context, '作废付款批次', async (inside) => stateOf(await cancelBatch(inside, id))),
  }),
  defineRoute({
    method: 'POST',
    path: '/batches/:id/answers',
    summary: text('读入银行回执文件', 'Read the bank’s answer'),
    allow: ['officer'],
    input: z.object({ id: z.string(), name: z.string().min(1).max(300) }),
    output: comparedShape,
    receives: 'file',
    handle: async (context, { id, name }, body) => {
      requirePaying(context)
      const bytes = await whole(body)
      return context.transaction((inside) => readBankAnswer(inside, id, { name, bytes }), '读入银行回执')
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/answers/:id/settle',
    summary: text('说明一行不属于本批次的回执', 'Say what an answer is that is none of the batch’s'),
    allow: ['officer'],
    input: z.object({ id: z.string(), why: shapes.words }),
    output: z.object({ id: z.string() }),
    handle: (context, { id, why }) =>
      byPaying(context, '处理回执差异', async (inside) => {
        await settleAnswer(inside, id, why)
        return { id }
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/batches/:id/close',
    summary: text('对平并结束批次；不平不能结束', 'Close a batch that is reconciled, and no other'),
    allow: ['officer'],
    input: z.object({ id: z.string() }),
    output: doneShape,
    handle: (context, { id }) =>
      byPaying(context, '付款批次对平', async (inside) => stateOf(await closeBatch(inside, id))),
  }),
]

const stateOf = ({ id, state }: BatchRow) => ({ id, state: state as BatchShape['state'] })

/** A bank's answer is small; what is larger is none. @throws GaoxinError BANK_FILE */
async function whole(body: Bytes | undefined): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.length
    if (size > FILE_LIMIT) throw redemptionError('BANK_FILE', { value: size })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
