import { Decimal as Base } from 'decimal.js'

/** Decimals of 34 digits, rounded half to even: decimal128 of IEEE 754, as DMN 1.5 §10.3.2.3.1 asks. */
export const Decimal = Base.clone({
  precision: 34,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -6200,
  toExpPos: 6200,
  minE: -6176,
  maxE: 6144,
})
export type Decimal = Base

/**
 * A number of FEEL. A JavaScript number stands for the decimal that its shortest text spells, so that 0.1 is exactly
 * one tenth; a Decimal is only there where no double spells the value. Shortest texts are ordered as their doubles are:
 * two JavaScript numbers compare directly.
 */
export type FeelNumber = number | Decimal

export const isNumber = (value: unknown): value is FeelNumber =>
  typeof value === 'number' || value instanceof Decimal

export const toDecimal = (value: FeelNumber): Decimal =>
  typeof value === 'number' ? new Decimal(value) : value

/** The one form of a value; null for what is no number (an overflow, a division by zero). */
export function canonical(value: Decimal): FeelNumber | null {
  if (!value.isFinite()) return null
  const double = value.toNumber()
  if (!Number.isFinite(double)) return value
  // Up to 15 digits a double always spells its decimal.
  if (value.precision() <= 15 || new Decimal(double).eq(value)) return double === 0 ? 0 : double
  return value
}

/** @param text digits with an optional fraction and exponent @returns null when it is no number */
export function parseNumber(text: string): FeelNumber | null {
  if (!/^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null
  return canonical(new Decimal(text).toSignificantDigits(34))
}

export const isInteger = (value: FeelNumber): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : value.isInteger()

/** A whole number that an index or a count can be; undefined otherwise. */
export const asSafeInteger = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined

const safe = Number.isSafeInteger

export function addNumbers(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (safe(sum) && safe(a) && safe(b)) return sum
  }
  return canonical(Decimal.add(a, b))
}

export function subtractNumbers(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (safe(difference) && safe(a) && safe(b)) return difference
  }
  return canonical(Decimal.sub(a, b))
}

export function multiplyNumbers(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (safe(product) && safe(a) && safe(b)) return product === 0 ? 0 : product
  }
  return canonical(Decimal.mul(a, b))
}

export function divideNumbers(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) return null
    const quotient = a / b
    if (safe(quotient) && safe(a) && safe(b)) return quotient === 0 ? 0 : quotient
  } else if (toDecimal(b).isZero()) return null
  return canonical(Decimal.div(a, b))
}

export const powerNumbers = (a: FeelNumber, b: FeelNumber): FeelNumber | null => canonical(Decimal.pow(a, b))

export const negateNumber = (a: FeelNumber): FeelNumber =>
  typeof a === 'number' ? (a === 0 ? 0 : -a) : a.neg()

export function compareNumbers(a: FeelNumber, b: FeelNumber): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return toDecimal(a).cmp(b) as -1 | 0 | 1
}

/** Without exponent, as FEEL writes it. */
export function numberText(value: FeelNumber): string {
  if (typeof value !== 'number') return value.toFixed()
  const text = String(value)
  return text.includes('e') ? new Decimal(value).toFixed() : text
}
