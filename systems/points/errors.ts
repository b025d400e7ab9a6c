import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of this system: its code, HTTP status, and what to do. */
const REMEDIES = {
  POINTS_WEIGHTS: [
    422,
    text(
      '请使每个阶段各项权重都不为负、合计 100 分（加分、扣分项不计）',
      'Give each stage weights that are not negative and add up to 100 points, bonus and deduction aside',
    ),
  ],
  POINTS_BENCHMARK: [
    422,
    text('请填写大于 0 的基准值，或正确的分档', 'Give a benchmark above 0, or bands that can be read'),
  ],
  POINTS_STAGES: [
    422,
    text('请至少设一个阶段，各阶段起点依次增大', 'Give one stage at least, their bounds rising'),
  ],
  POINTS_SHARES: [
    422,
    text(
      '请使各榜比例都不为负且合计不超过 100%',
      'Give shares of lists that are not negative, 100 % at most together',
    ),
  ],
  POINTS_EXPRESSION: [
    422,
    text(
      '请用数据项清单里的名称写出结果为数值的公式',
      'Write a formula over names from the list of what is known, that gives a number',
    ),
  ],
  POINTS_SAMPLE: [
    409,
    text(
      '请录入公布的权重、基准值和阶段划分，建立正式方案后重新算分',
      'Enter the published weights, benchmarks and stages as an official scheme, and score by it',
    ),
  ],
  POINTS_STEP: [409, text('请先完成前一步', 'Take the step before it first')],
  POINTS_NOTICE: [
    422,
    text('请核对公示的起止日期，至少 5 天', 'Check the days of the notice: five at least'),
  ],
  POINTS_KEEPER: [403, text('请由积分方案的主管单位办理', 'Have the office that keeps the scheme do it')],
  POINTS_SECOND: [403, text('请由另一人公布', 'Have another person publish it')],
  POINTS_OPEN: [409, text('请先答复全部异议', 'Answer all objections first')],
  POINTS_STALE: [409, text('请重新确认数据、算分并公示', 'Confirm the data, score and put on notice again')],
  POINTS_UNPUBLISHED: [409, text('请等积分公布后再出具', 'Issue it once the score is published')],
  POINTS_EMPTY: [
    422,
    text(
      '请先录入方案的指标和企业的营业收入',
      'Enter the indicators of the scheme and the revenue of enterprises first',
    ),
  ],
} as const satisfies Record<string, readonly [status: number, remedy: Text]>

export type PointsErrorCode = keyof typeof REMEDIES

export function pointsError(
  code: PointsErrorCode,
  says: Text,
  at: { readonly place?: string; readonly value?: unknown } = {},
): GaoxinError {
  const [status, remedy] = REMEDIES[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
