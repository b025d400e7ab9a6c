import { Decimal } from 'decimal.js'
import { ownValues, type Slot, type SlotValue } from '../../../engines/report/index.ts'
import { amountInEnglish } from '../../../engines/report/write/unitWords.ts'
import type { Figure, FigureRef } from '../../../kernel/figures/figure.ts'
import { formatPeriod, parsePeriod } from '../../../kernel/figures/period.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { periodOf } from '../statements.ts'
import { convert } from './units.ts'

/**
 * Which figure a slot asks for, and what is written into it. Pure: the ledger is asked in between (`draft.ts`).
 */

/** The slot's figure in another year: 2023年上半年 becomes 2024-01..06. */
export function slotRef(slot: Slot, templateYear: number, year: number): FigureRef | undefined {
  const { binding, period } = slot.figure
  if (!binding) return undefined
  const own = parsePeriod(periodOf(period, templateYear))
  if (!own) return undefined
  return { ...binding, period: formatPeriod({ ...own, year: own.year + year - templateYear }) }
}

/** A whole year of which only some months are known. */
export function isYearToCome(period: string, lastMonth: string | undefined): boolean {
  const parsed = parsePeriod(period)
  return (
    lastMonth !== undefined &&
    parsed !== undefined &&
    parsed.from === 1 &&
    parsed.to === 12 &&
    lastMonth.startsWith(String(parsed.year)) &&
    lastMonth < `${parsed.year}-12`
  )
}

/** What is foreseen of a level or a growth, in the indicator's unit or %. */
export interface Foreseen {
  readonly value: string
  readonly low: string
  readonly high: string
  readonly level: number
  readonly unit: string
  readonly through: string
}

export interface Known {
  /** The ledger's answer for the slot's own period. */
  readonly figure?: Figure | undefined
  /** Where the year is not over: a forecast, or the latest 1—N月 figure. */
  readonly foreseen?: Foreseen | undefined
  readonly latest?: Figure | undefined
}

/**
 * computed for the period → as it is · year not over → forecast with its interval, else the latest 1—N月 with a note
 * · the report's own year → as stated · otherwise undefined, printed 〔待填〕
 */
export function slotValue(slot: Slot, known: Known, own: boolean): SlotValue | undefined {
  const { figure, foreseen, latest } = known
  if (figure?.status === 'computed' && figure.value !== null)
    return written(slot, figure.value, figure.unit, 'computed', [])
  if (own) return ownValues(slot)
  if (foreseen) {
    const { unit } = slot.figure
    const level = percent(foreseen.level)
    const [from, to] = range(slot, foreseen)
    return written(slot, foreseen.value, foreseen.unit, 'forecast', [
      text(
        `预计：按截至${Number(foreseen.through.slice(5))}月数据推算，${level}区间 ${from}—${to}${unit}`,
        `Forecast from the data to ${foreseen.through}; ${level} interval ${amountInEnglish(`${from} to ${to}`, unit)}`,
      ),
    ])
  }
  if (latest?.status === 'computed' && latest.value !== null)
    return written(slot, latest.value, latest.unit, 'forecast', [soFarNote(latest.ref.period)])
  return undefined
}

function written(
  slot: Slot,
  value: string,
  unit: string,
  status: SlotValue['status'],
  notes: readonly Text[],
): SlotValue | undefined {
  const number = convert(new Decimal(value), unit, slot.figure.unit)
  // Four places more than are printed: enough for rounding, and none of division's endless tail in notes.
  return number && { value: number.toDecimalPlaces(slot.form.decimals + 4).toFixed(), status, notes }
}

function range(slot: Slot, { low, high, unit }: Foreseen): readonly string[] {
  return [low, high].map((end) => {
    const number = convert(new Decimal(end), unit, slot.figure.unit) ?? new Decimal(end)
    return number.toDecimalPlaces(Math.max(1, slot.form.decimals)).toFixed()
  })
}

const percent = (level: number) => `${Math.round(level * 100)}%`

function soFarNote(period: string): Text {
  const parsed = parsePeriod(period)
  return parsed
    ? text(
        `截至${parsed.year}年1—${parsed.to}月，非全年数`,
        `Months 1–${parsed.to} of ${parsed.year}, not the whole year`,
      )
    : text(`截至${period}，非全年数`, `Up to ${period}, not the whole year`)
}
