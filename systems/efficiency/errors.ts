import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of this system: its code, HTTP status, and what to do. */
const REMEDIES = {
  EFFICIENCY_WEIGHTS: [422, text('请把各项权重调整为合计 100 分', 'Make the weights add up to 100 points')],
  EFFICIENCY_BENCHMARK: [422, text('请填写大于 0 的基准值', 'Give a benchmark above 0')],
  EFFICIENCY_SHARES: [
    422,
    text(
      '请使 A、B、C 类比例都不为负且合计不超过 100%',
      'Give shares of A, B and C that are not negative, 100 % at most together',
    ),
  ],
  EFFICIENCY_SAMPLE: [
    409,
    text(
      '请录入本区公布的权重、基准值和分档比例，建立正式方案后重新评价',
      'Enter the weights, benchmarks and shares that the zone published as an official scheme, and evaluate by it',
    ),
  ],
  EFFICIENCY_STEP: [409, text('请先完成前一步', 'Take the step before it first')],
  EFFICIENCY_NOTICE: [422, text('请核对公示的起止日期', 'Check the days of the notice')],
  EFFICIENCY_SECOND: [403, text('请由另一人公布', 'Have another person publish it')],
  EFFICIENCY_OPEN: [409, text('请先答复全部异议', 'Answer all objections first')],
  EFFICIENCY_STALE: [409, text('请重新评价并公示', 'Evaluate anew and put it on notice again')],
  EFFICIENCY_JOINED: [
    422,
    text(
      '请把“并入企业”改为同年度、自身不再并入别家的企业',
      'Join it to a firm of the same year that is not itself joined to another',
    ),
  ],
  EFFICIENCY_EMPTY: [
    422,
    text(
      '请先录入该年度该分组的评价数据和指标',
      'Enter the data and indicators of this group and year first',
    ),
  ],
} as const satisfies Record<string, readonly [status: number, remedy: Text]>

export type EfficiencyErrorCode = keyof typeof REMEDIES

export function efficiencyError(
  code: EfficiencyErrorCode,
  says: Text,
  at: { readonly place?: string; readonly value?: unknown } = {},
): GaoxinError {
  const [status, remedy] = REMEDIES[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
