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
