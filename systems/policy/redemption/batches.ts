/** 付款批次: orders to the bank, its answer, and reconciliation; nothing is closed while they differ. */
import { sql } from 'kysely'
import { reveals } from '../../../kernel/access/reveals.ts'
import { createRow, getRow, insertRows, LOCKS, notFound, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from './act.ts'
import { readAnswer } from './bank/read.ts'
import { isOpen, type Reconciliation, reconcile } from './bank/reconcile.ts'
import { bankFile, hashTotal, type PaymentLine, totalOf } from './bank/write.ts'
import { lockClaims } from './claims.ts'
import { redemptionError } from './errors.ts'
import { BANK_FORMAT } from './settings.ts'
import { accounts, answers, type BatchRow, batches, payments } from './tables.ts'
import type { BatchState, Outcome } from './words.ts'

/** Orders the payment of every claim that is cleared or was returned. @throws GaoxinError BATCH_EMPTY, CLAIM_ROLE */
export async function makeBatch(context: Context): Promise<BatchRow> {
  const { actor, now, newId, vault } = context
  await sql`select pg_advisory_xact_lock(${LOCKS.numberingBatches})`.execute(context.db)
  const ids = await lockClaims(context, sql`c.state in ('cleared', 'bounced')`)
  if (ids.length === 0) throw redemptionError('BATCH_EMPTY')
  const number = await nextNumber(context)
  const lines = await linesOf(context, ids, number)
  const batch = (await createRow(context, batches, {
    number,
    state: 'made',
    lines: lines.length,
    total: totalOf(lines),
    hash: hashTotal(lines),
    ordered_by: actor.id,
    ordered_on: context.today,
  })) as unknown as BatchRow
  for (const id of ids) await act(context, id, 'order', { batch: batch.id })
  const rows = lines.map((line) => ({ ...line, batch: batch.id, state: 'ordered' }))
  await insertRows(context.db, payments, rows, { actor, now: now(), newId, vault })
  await context.changed(payments.id, [])
  return batch
}

async function nextNumber({ db, today }: Context): Promise<string> {
  const day = today.replaceAll('-', '')
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from policy.batches where ordered_on = ${today}::date`.execute(db)
  return `${day}-${String((rows[0]?.n ?? 0) + 1).padStart(3, '0')}`
}

type OrderLine = PaymentLine & { readonly claim: string; readonly credit_code: string }

async function linesOf(
  { db, vault }: Context,
  ids: readonly string[],
  number: string,
): Promise<readonly OrderLine[]> {
  const { rows } = await sql<{
    claim: string
    credit_code: string
    holder: string
    bank: string
    amount: string
    purpose: string
    row: string
    account: string
  }>`select c.id as claim, c.credit_code, e.name as holder, a.bank, c.amount::text as amount, g.title as purpose,
      a.id as row, a.account
    from policy.claims c join enterprises.enterprises e on e.id = c.enterprise
      join policy.granules g on g.id = c.granule left join policy.accounts a on a.enterprise = c.enterprise
    where c.id = any(${ids}::text[]) order by c.number`.execute(db)
  return rows.map(({ row, account, ...line }, i) => {
    if (row === null) throw redemptionError('CLAIM_ACCOUNT', { place: line.holder })
    return {
      ...line,
      account: vault.decrypt(account, { record: accounts.id, column: 'account', row }),
      reference: `P${number.replace('-', '')}${String(i + 1).padStart(4, '0')}`,
    }
  })
}

/**
 * The payment file. Who took it, with all account numbers in full, is kept like every such reading; the first taking is
 * the sending. @throws GaoxinError BATCH_STEP, BANK_LETTER
 */
export async function takeFile(
  context: Context,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const batch = await lockBatch(context, id)
  requireBatch(batch, ['made', 'sent'])
  const { rows } = await sql<Record<'id' | keyof PaymentLine, string>>`
    select id, reference, account, holder, bank, amount::text as amount, purpose from policy.payments
    where batch = ${id} order by reference`.execute(context.db)
  const { actor, now, newId, vault } = context
  const lines = rows.map((line) => ({
    ...line,
    account: vault.decrypt(line.account, { record: payments.id, column: 'account', row: line.id }),
  }))
  const reason = `付款文件 ${batch.number}`
  await insertRows(
    context.db,
    reveals,
    rows.map((line) => ({ record: payments.id, row_id: line.id, column_name: 'account', reason })),
    { actor, now: now(), newId },
  )
  if (batch.state === 'made') await updateRow(context, batches, id, { state: 'sent', sent_on: context.today })
  return { name: `付款${batch.number}.csv`, bytes: bankFile(lines, BANK_FORMAT) }
}

/** Undoes a batch that was not sent: its claims wait for payment again. @throws GaoxinError BATCH_STEP */
export async function cancelBatch(context: Context, id: string): Promise<BatchRow> {
  const batch = await lockBatch(context, id)
  requireBatch(batch, ['made'])
  const ids = await lockClaims(
    context,
    sql`c.id in (select claim from policy.payments where batch = ${id} and state = 'ordered')`,
  )
  await setPayments(context, sql`batch = ${id}`, sql`state = 'cancelled'`)
  for (const claim of ids) await act(context, claim, 'cancel', { batch: id })
  return (await updateRow(context, batches, id, { state: 'cancelled' })) as unknown as BatchRow
}

/**
 * Reads the bank's answer: claims that it says were paid or returned at their amount move on, everything else stays as a
 * difference. A file may be read twice, and answers may come in several files.
 * @throws GaoxinError BATCH_STEP, BANK_FILE
 */
export async function readBankAnswer(
  context: Context,
  id: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Reconciliation> {
  const batch = await lockBatch(context, id)
  requireBatch(batch, ['sent'])
  const { actor, now, newId } = context
  const lines = readAnswer(file.bytes, BANK_FORMAT)
  await insertRows(
    context.db,
    answers,
    lines.map(({ reason, ...line }) => ({
      ...line,
      batch: id,
      file: file.name.slice(0, 200),
      bank_reason: reason,
      received_on: context.today,
    })),
    { actor, now: now(), newId },
  )
  await context.changed(answers.id, [])
  const compared = await compareBatch(context, id)
  const reasons = new Map(lines.map(({ reference, reason }) => [reference, reason]))
  for (const { reference, verdict } of compared.lines)
    if (verdict === 'paid' || verdict === 'returned')
      await settlePayment(context, reference, verdict, reasons.get(reference) ?? null)
  return compared
}

async function settlePayment(
  context: Context,
  reference: string,
  outcome: Outcome,
  reason: string | null,
): Promise<void> {
  const { rows } = await sql<{ claim: string; batch: string }>`select claim, batch from policy.payments
    where reference = ${reference} and state = 'ordered'`.execute(context.db)
  const [payment] = rows
  if (!payment) return
  await setPayments(
    context,
    sql`reference = ${reference}`,
    sql`state = ${outcome}, answered_on = ${context.today}::date, bank_reason = ${reason}`,
  )
  await act(context, payment.claim, outcome === 'paid' ? 'pay' : 'bounce', { batch: payment.batch })
}

/** Says what a line is that is none of the batch's. @throws GaoxinError BATCH_STEP, CLAIM_REASON */
export async function settleAnswer(context: Context, id: string, why: string): Promise<void> {
  const { rows } = await sql<{ batch: string; reference: string }>`
    select batch, reference from policy.answers where id = ${id}`.execute(context.db)
  const [answer] = rows
  if (!answer) throw notFound(answers, id)
  requireBatch(await lockBatch(context, answer.batch), ['sent'])
  if (why.trim() === '') throw redemptionError('CLAIM_REASON')
  const { lines } = await compareBatch(context, answer.batch)
  if (lines.find(({ reference }) => reference === answer.reference)?.verdict !== 'unknown')
    throw redemptionError('BATCH_STEP', { place: answer.reference })
  await updateRow(context, answers, id, { settled: why.trim(), settled_by: context.actor.id })
}

/** @throws GaoxinError BATCH_UNEQUAL, its value the number of lines that differ */
export async function closeBatch(context: Context, id: string): Promise<BatchRow> {
  requireBatch(await lockBatch(context, id), ['sent'])
  const { equal, lines } = await compareBatch(context, id)
  const open = lines.filter(({ verdict }) => isOpen(verdict))
  if (!equal) throw redemptionError('BATCH_UNEQUAL', { value: open.length, details: { lines: open } })
  return (await updateRow(context, batches, id, {
    state: 'closed',
    closed_on: context.today,
    closed_by: context.actor.id,
  })) as unknown as BatchRow
}

export async function compareBatch({ db }: Context, id: string): Promise<Reconciliation> {
  const { rows: ordered } = await sql<{ reference: string; amount: string }>`
    select reference, amount::text as amount from policy.payments where batch = ${id} and state <> 'cancelled'
    order by reference`.execute(db)
  const { rows: answered } = await sql<{
    reference: string
    amount: string
    outcome: Outcome
    settled: boolean
  }>`
    select reference, amount::text as amount, outcome, settled is not null as settled from policy.answers
    where batch = ${id} order by recorded_at, line`.execute(db)
  return reconcile(ordered, answered)
}

async function setPayments(
  context: Context,
  where: ReturnType<typeof sql>,
  sets: ReturnType<typeof sql>,
): Promise<void> {
  const { now, actor, db } = context
  const { rows } = await sql<{ id: string }>`update policy.payments
    set ${sets}, recorded_at = ${now()}, recorded_by = ${actor.id} where ${where} and state = 'ordered' returning id`.execute(
    db,
  )
  await context.changed(
    payments.id,
    rows.map(({ id }) => id),
  )
}

async function lockBatch({ db }: Context, id: string): Promise<BatchRow> {
  await sql`select from policy.batches where id = ${id} for update`.execute(db)
  const batch = await getRow(db, batches, id)
  if (!batch) throw notFound(batches, id)
  return batch as unknown as BatchRow
}

function requireBatch({ state }: BatchRow, among: readonly BatchState[]): void {
  if (!among.includes(state as BatchState))
    throw redemptionError('BATCH_STEP', { place: 'state', value: state })
}
