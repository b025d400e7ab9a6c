import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of this system: its code, HTTP status, and what to do. What it says is filled in by the place that finds it. */
const REMEDIES = {
  ECONOMY_INDICATOR: [404, text('请从指标目录选择', 'Choose one from the catalogue')],
  ECONOMY_PERIOD: [422, text('请写成 2023、2023-09 或 2023-01..09', 'Write 2023, 2023-09 or 2023-01..09')],
  ECONOMY_RETURN_UNIT: [404, text('请从统计单位名录选择', 'Choose one from the register of units')],
  ECONOMY_RETURN_KIND: [
    422,
    text('请核对单位类别或换一项指标', 'Check the kind of unit, or choose another item'),
  ],
  ECONOMY_RETURN_MONTH: [
    422,
    text(
      '季报记在 3、6、9、12 月，年报记在 12 月',
      'A quarter stands under its last month, a year under December',
    ),
  ],
  ECONOMY_RETURN_FUTURE: [422, text('请待报告期开始后填报', 'File it when that period has begun')],
  ECONOMY_RETURN_SINCE: [
    422,
    text('请核对报告期，或先更正纳统月份', 'Check the period, or correct the month of entry'),
  ],
  ECONOMY_RETURN_AMOUNT: [
    422,
    text(
      '金额以万元计、用地以亩计，最多两位小数，请核对单位',
      'Give 10,000 yuan (mu for land), at most two decimals',
    ),
  ],
  ECONOMY_RETURN_COMPARABLE: [
    422,
    text(
      '地区生产总值和增加值须同时填可比价，其他指标不填',
      'GDP and value added are filed at both prices, other items at current prices only',
    ),
  ],
  ECONOMY_RETURN_EXISTS: [
    409,
    text('确要更正，请按更正报送（correct: true）', 'To correct it, file it as a correction (correct: true)'),
  ],
  ECONOMY_RETURN_JUMP: [
    409,
    text('核实无误后请确认报送（confirm: true）', 'If it is right, file it again with confirm: true'),
  ],
} as const satisfies Record<string, readonly [status: number, remedy: Text]>

export type EconomyErrorCode = keyof typeof REMEDIES

export function economyError(
  code: EconomyErrorCode,
  says: Text,
  at: { readonly place?: string; readonly value?: unknown } = {},
): GaoxinError {
  const [status, remedy] = REMEDIES[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
