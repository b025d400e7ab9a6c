/** From what a formula says to what is paid: every step is kept. Exact decimals, in yuan. */
import { Decimal } from '../../../kernel/figures/index.ts'
import type { MoneyUnit, Rounding, Stacking } from '../words.ts'
import { STEP_YUAN, YUAN_IN } from './wording.ts'

/** In this order: formula, cap of one claim, what the group was paid, cap of the year, budget, rounding. */
export const STEPS = ['raw', 'item', 'group', 'year', 'budget', 'rounding'] as const
export type StepName = (typeof STEPS)[number]

export interface AmountStep {
  readonly step: StepName
  /** What is left after it, exact yuan. */
  readonly yuan: string
  /** The cap, payment, money left or step of rounding that it went by, exact yuan; absent where there is none. */
  readonly by?: string
}

/** What was paid already, exact yuan; redemption knows. */
export interface Paid {
  /** For granules of the same group: 补差 ever, the others in the same year. */
  readonly group?: string | undefined
  /** For this granule, to this enterprise, in the same year. */
  readonly year?: string | undefined
}

export interface AmountRule {
  readonly unit: MoneyUnit
  readonly cap_item: string | null
  readonly cap_year: string | null
  readonly stacking: Stacking
  readonly rounding: Rounding
}

/**
 * @param raw what the formula says, in the unit of the rule
 * @param left yuan that the budget has left; without it the budget is not asked
 */
export function amountSteps(
  raw: string,
  rule: AmountRule,
  paid: Paid = {},
  left?: string,
): readonly AmountStep[] {
  const inYuan = (value: string) => new Decimal(value).mul(YUAN_IN[rule.unit])
  const steps: AmountStep[] = []
  let amount = inYuan(raw)
  const step = (name: StepName, after: Decimal, by?: Decimal) => {
    amount = after
    steps.push({ step: name, yuan: after.toFixed(), ...(by === undefined ? {} : { by: by.toFixed() }) })
  }
  step('raw', amount)
  const cap = rule.cap_item === null ? undefined : inYuan(rule.cap_item)
  step('item', Decimal.max(0, cap ? Decimal.min(amount, cap) : amount), cap)
  const had = rule.stacking === 'stackable' ? undefined : new Decimal(paid.group ?? 0)
  step('group', afterGroup(amount, rule.stacking, had), had)
  const year =
    rule.cap_year === null
      ? undefined
      : Decimal.max(0, inYuan(rule.cap_year).minus(new Decimal(paid.year ?? 0)))
  step('year', year ? Decimal.min(amount, year) : amount, year)
  const budget = left === undefined ? undefined : Decimal.max(0, new Decimal(left))
  step('budget', budget ? Decimal.min(amount, budget) : amount, budget)
  const unit = new Decimal(STEP_YUAN[rule.rounding])
  step('rounding', amount.div(unit).floor().mul(unit), unit)
  return steps
}

/** With the highest only, as with a promotion, what was paid before is part of it. */
function afterGroup(amount: Decimal, stacking: Stacking, had: Decimal | undefined): Decimal {
  if (!had || had.lte(0)) return amount
  return stacking === 'exclusive' ? new Decimal(0) : Decimal.max(0, amount.minus(had))
}
