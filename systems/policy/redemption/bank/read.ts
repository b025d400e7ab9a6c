import { parse } from 'csv-parse/sync'
import { text } from '../../../../kernel/text.ts'
import { redemptionError } from '../errors.ts'
import { fenOf, yuanOf } from '../money.ts'
import type { BankFormat } from '../settings.ts'
import type { Outcome } from '../words.ts'

/** One line of the bank's answer; the amount in yuan with two digits. */
export interface AnswerLine {
  /** As a spreadsheet numbers it: the first line under the heads is 2. */
  readonly line: number
  readonly reference: string
  readonly amount: string
  readonly outcome: Outcome
  readonly reason: string | null
}

/**
 * Reads the bank's answer, all of it or nothing: a file of which one line says nothing clear is refused with that line.
 * Lines without a reference, such as totals at the foot, are passed over.
 * @throws GaoxinError BANK_FILE, its place the line
 */
export function readAnswer(bytes: Uint8Array, { answer, outcomes }: BankFormat): readonly AnswerLine[] {
  const rows = cellsOf(bytes)
  const heads = rows[0]?.map((head) => head.trim()) ?? []
  const at = (field: keyof typeof answer) => heads.indexOf(answer[field])
  for (const field of ['reference', 'amount', 'outcome'] as const)
    if (at(field) < 0) throw unreadable(1, text(`缺少“${answer[field]}”列`, `no column "${answer[field]}"`))
  return rows.slice(1).flatMap((cells, i) => {
    const line = i + 2
    const cell = (field: keyof typeof answer) => (cells[at(field)] ?? '').trim()
    const reference = cell('reference')
    if (reference === '' || reference === '合计') return []
    const said = cell('outcome')
    const outcome = (['paid', 'returned'] as const).find((one) => outcomes[one].includes(said))
    if (!outcome)
      throw unreadable(line, text(`看不懂结果“${said}”`, `the outcome "${said}" says nothing known`))
    return [
      { line, reference, amount: amountOf(cell('amount'), line), outcome, reason: cell('reason') || null },
    ]
  })
}

function cellsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const csv = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return parse(csv, { relax_column_count: true, skip_empty_lines: true, bom: true }) as string[][]
    } catch (error) {
      if (!(error instanceof TypeError)) throw redemptionError('BANK_FILE', { cause: error })
    }
  }
  throw redemptionError('BANK_FILE', { more: text('文字编码无法识别', 'its encoding is not known') })
}

function amountOf(cell: string, line: number): string {
  try {
    const fen = fenOf(cell.replace(/[,，¥￥\s]/g, ''))
    if (fen > 0n) return yuanOf(fen)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw unreadable(line, text(`“${cell}”不是金额`, `"${cell}" is no amount`))
}

const unreadable = (line: number, more: ReturnType<typeof text>) =>
  redemptionError('BANK_FILE', { place: `line ${line}`, value: line, more })
