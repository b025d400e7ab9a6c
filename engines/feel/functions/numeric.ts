import type { Decimal as Base } from 'decimal.js'
import {
  asSafeInteger,
  canonical,
  DaysDuration,
  Decimal,
  type FeelNumber,
  toDecimal,
  type Value,
  YearsDuration,
} from '../values/index.ts'
import { define } from './define.ts'

type Rounding = Base.Rounding

const [LEAST_SCALE, MOST_SCALE] = [-6111, 6176]

/** Rounded to a number of decimals, which may be negative. */
const rounded =
  (mode: Rounding) =>
  (n: FeelNumber, scale: FeelNumber | null = 0): Value => {
    const places = scale === null ? null : toDecimal(scale).trunc().toNumber()
    if (places === null || places < LEAST_SCALE || places > MOST_SCALE) return null
    if (places === 0) return canonical(toDecimal(n).toDecimalPlaces(0, mode))
    const value = toDecimal(n)
    if (places > 0) return canonical(value.toDecimalPlaces(places, mode))
    const unit = new Decimal(10).pow(-places)
    return canonical(value.div(unit).toDecimalPlaces(0, mode).mul(unit))
  }

const named = (name: string, mode: Rounding) =>
  define(name, 'number', 'n: number, scale: number', rounded(mode))

export const numeric = [
  define('decimal', 'number', 'n: number, scale: number', rounded(Decimal.ROUND_HALF_EVEN)),
  define('floor', 'number', 'n: number, scale?: number', rounded(Decimal.ROUND_FLOOR)),
  define('ceiling', 'number', 'n: number, scale?: number', rounded(Decimal.ROUND_CEIL)),
  named('round up', Decimal.ROUND_UP),
  named('round down', Decimal.ROUND_DOWN),
  named('round half up', Decimal.ROUND_HALF_UP),
  named('round half down', Decimal.ROUND_HALF_DOWN),
  define('abs', 'number', 'n: number', (n: FeelNumber) => canonical(toDecimal(n).abs())),
  define('abs', 'Any', 'n: days', ({ nanos }: DaysDuration) => new DaysDuration(nanos < 0n ? -nanos : nanos)),
  define('abs', 'Any', 'n: years', ({ months }: YearsDuration) => new YearsDuration(Math.abs(months))),
  define('modulo', 'number', 'dividend: number, divisor: number', modulo),
  define('sqrt', 'number', 'number: number', (n: FeelNumber) => canonical(toDecimal(n).sqrt())),
  define('log', 'number', 'number: number', (n: FeelNumber) =>
    toDecimal(n).lte(0) ? null : canonical(toDecimal(n).ln()),
  ),
  define('exp', 'number', 'number: number', (n: FeelNumber) => canonical(toDecimal(n).exp())),
  define('odd', 'boolean', 'number: number', (n: FeelNumber) => remainderOfTwo(n) === 1),
  define('even', 'boolean', 'number: number', (n: FeelNumber) => remainderOfTwo(n) === 0),
]

/** With the sign of the divisor (§10.3.4.5). */
function modulo(dividend: FeelNumber, divisor: FeelNumber): Value {
  const by = toDecimal(divisor)
  if (by.isZero()) return null
  const rest = toDecimal(dividend).mod(by)
  return canonical(rest.isZero() || rest.isNegative() === by.isNegative() ? rest : rest.plus(by))
}

function remainderOfTwo(n: FeelNumber): number {
  const whole = asSafeInteger(n)
  return whole !== undefined ? Math.abs(whole % 2) : toDecimal(n).mod(2).abs().toNumber()
}
