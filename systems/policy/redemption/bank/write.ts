import { stringify } from 'csv-stringify/sync'
import { guarded } from '../../../../kernel/store/exchange/csv.ts'
import { redemptionError } from '../errors.ts'
import { fenOf, yuanOf } from '../money.ts'
import type { BankFormat, PaymentField } from '../settings.ts'
import { encodeGb18030 } from './gb18030.ts'

/** One line of a payment file; the amount in yuan. */
export type PaymentLine = Readonly<Record<PaymentField, string>>

/**
 * A sum over accounts and amounts: a line that was changed, lost or doubled on its way changes it. Last 8 digits of the
 * account plus the amount in fen, added over the lines; the last 12 digits.
 */
export function hashTotal(lines: readonly Pick<PaymentLine, 'account' | 'amount'>[]): string {
  const sum = lines.reduce(
    (total, { account, amount }) => total + BigInt(account.slice(-8)) + fenOf(amount),
    0n,
  )
  return (sum % 1_000_000_000_000n).toString().padStart(12, '0')
}

export const totalOf = (lines: readonly Pick<PaymentLine, 'amount'>[]): string =>
  yuanOf(lines.reduce((total, { amount }) => total + fenOf(amount), 0n))

/**
 * The file for the bank: heads, lines, and a last line with count, total and hash total.
 * Cells that a spreadsheet would run as a formula are kept text.
 * @throws GaoxinError BANK_LETTER
 */
export function bankFile(lines: readonly PaymentLine[], { encoding, columns }: BankFormat): Uint8Array {
  const cell = (line: PaymentLine, field: PaymentField) =>
    field === 'amount' ? yuanOf(fenOf(line.amount)) : guarded(line[field].replace(/[\r\n]+/g, ' '))
  const rows = [
    columns.map(([, head]) => head),
    ...lines.map((line) => columns.map(([field]) => cell(line, field))),
    ['合计', String(lines.length), totalOf(lines), hashTotal(lines)],
  ]
  const csv = stringify(rows, { record_delimiter: 'windows' })
  if (encoding === 'utf-8') return new TextEncoder().encode(`\ufeff${csv}`)
  const bytes = encodeGb18030(csv)
  if (!bytes) throw redemptionError('BANK_LETTER')
  return bytes
}
