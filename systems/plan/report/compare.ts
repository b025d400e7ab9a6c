import { Decimal } from 'decimal.js'
import type { Bound } from '../../../engines/report/types.ts'
import { convert } from './units.ts'

/**
 * Does a computed value bear out a stated one? Compared at the precision with which it was stated:
 *
 *   exact          rounded half up to the stated decimals, the two are the same: 7.76% bears out 8%, 7.4% does not
 *   over, 超过 突破  strictly above (民法典 art. 1259: 超过 excludes the number itself); about to the stated decimals
 *   atLeast, 以上   not below (ibid.: 以上 includes it)
 *   atMost, 以内    not above · under, 低于: strictly below
 *   about, 约 左右  within 5% of the stated value, or within half of its last significant place
 *   near, 近       at most the stated value and not more than 10% below it, or the same once rounded
 *   streaks        连续12个月 stays true when there are more
 *
 * Ranks and counts are whole numbers, so `exact` decides them.
 */
export interface Stated {
  /** Exact decimal as text, falls negative. */
  readonly value: string
  readonly unit: string
  readonly bound: Bound
  /** The words: their decimals are the stated precision. */
  readonly text: string
  readonly streak?: boolean
}

export type Comparison =
  | { readonly equal: true }
  /** `by`: computed − stated in the stated unit; undefined where the units do not meet. */
  | { readonly equal: false; readonly by: string | undefined }

const ABOUT = new Decimal('0.05')
const NEAR = new Decimal('0.1')

export function compare(stated: Stated, computed: string, unit: string): Comparison {
  const wanted = new Decimal(stated.value)
  const found = convert(new Decimal(computed), unit, stated.unit)
  if (!found) return { equal: false, by: undefined }
  if (holds(stated, wanted, found)) return { equal: true }
  return {
    equal: false,
    by: found
      .minus(wanted)
      .toDecimalPlaces(decimalsOf(stated) + 2)
      .toFixed(),
  }
}

function holds(stated: Stated, wanted: Decimal, found: Decimal): boolean {
  const rounded = found.toDecimalPlaces(decimalsOf(stated), Decimal.ROUND_HALF_UP)
  if (stated.streak) return found.gte(wanted)
  switch (stated.bound) {
    case 'exact':
      return rounded.eq(wanted)
    case 'over':
      return found.gt(wanted)
    case 'atLeast':
      return found.gte(wanted)
    case 'atMost':
      return found.lte(wanted)
    case 'under':
      return found.lt(wanted)
    case 'about':
      return found
        .minus(wanted)
        .abs()
        .lte(Decimal.max(wanted.abs().times(ABOUT), lastPlace(wanted).div(2)))
    case 'near':
      return rounded.eq(wanted) || (found.lte(wanted) && found.gte(wanted.times(new Decimal(1).minus(NEAR))))
  }
}

/** Decimals that the words show: 14.73亿元 two, 6% none; 第四位 and 1/3 as the value has them. */
export function decimalsOf({ text, value }: Pick<Stated, 'text' | 'value'>): number {
  const shown = /\d+(?:[.．](\d+))?(?!\s*[/／]\s*\d)/.exec(text.replace(/[０-９]/g, halfWidth))
  if (!shown || /\d\s*[/／]\s*\d/.test(text)) return new Decimal(value).decimalPlaces()
  return shown[1]?.length ?? 0
}
const halfWidth = (digit: string) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)

/** The place of the last digit that is not a trailing zero: 9800 → 100, 0.25 → 0.01. */
function lastPlace(value: Decimal): Decimal {
  if (value.isZero()) return new Decimal(1)
  if (value.decimalPlaces() > 0) return new Decimal(10).pow(-value.decimalPlaces())
  const zeros = /0*$/.exec(value.abs().toFixed(0))?.[0].length ?? 0
  return new Decimal(10).pow(zeros)
}
