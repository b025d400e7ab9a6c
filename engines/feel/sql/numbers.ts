import type { Columns } from './columns.ts'
import { type Scalar, type ScalarType, scalar } from './term.ts'

/**
 * Decimals of 34 digits over PostgreSQL's `numeric`, which adds, subtracts and multiplies exactly and has more digits
 * than that: what is made is rounded, half to even. Numbers of up to 17 digits on either side of the point, nearly all,
 * pass with three comparisons; longer ones of common size are rounded at once, unless they could lie in the middle.
 */
export function rounded(columns: Columns, made: Scalar): Scalar {
  const { sql: x, needs } = columns.bind(made)
  const plain = `scale(${x}) <= 17 and ${x} between -1e17 and 1e17`
  // Digits before the point; of a fraction, less the zeros that lead it.
  const whole = `width_bucket(abs(${x}), ${POWERS}) - 10`
  const common = `abs(${x}) >= 1e-10 and abs(${x}) < 1e17 and scale(trim_scale(${x})) <> 35 - (${whole})`
  const sql = `case when ${plain} then ${x} when ${common} then round(${x}, 34 - (${whole})) else ${toDigits(x)} end`
  return scalar(made.type, sql, needs)
}

const POWERS = `'{${Array.from({ length: 28 }, (_, i) => `1e${i - 10}`).join(',')}}'::numeric[]`

/** The long way, for numbers that may have more digits; what is not finite is null. `x` is a column. */
function toDigits(x: string): string {
  const fraction = `split_part(abs(${x})::text, '.', 2)`
  const whole = `length(trunc(abs(${x}))::text)`
  // Decimals that are left: zeros that lead a fraction are no digits of it.
  const places = `34 + case when abs(${x}) >= 1 then -${whole} else length(${fraction}) - length(ltrim(${fraction}, '0')) end`
  const odd = `mod(div(abs(cut), unit), 2) = 1`
  return `(select case when ${x} in ('NaN', 'Infinity', '-Infinity') then null when ${x} = 0 then 0
    when abs(${x} - cut) * 2 > unit or (abs(${x} - cut) * 2 = unit and ${odd}) then cut + sign(${x}) * unit else cut end
    from (select trunc(${x}, places) as cut, ('1e' || -places)::numeric as unit from (select ${places} as places) a) b)`.replaceAll(
    /\s+/g,
    ' ',
  )
}

/** Every operator on two numbers, rounded as the language rounds it; null for what is divided by nothing. */
export const ARITHMETIC = {
  '+': (a: string, b: string) => `${a} + ${b}`,
  '-': (a: string, b: string) => `${a} - ${b}`,
  '*': (a: string, b: string) => `${a} * ${b}`,
  // A quotient has as many decimals as its operands: enough zeros are added for more than 34 digits of it.
  '/': (a: string, b: string) =>
    `(${a} + case when abs(${a}) * 1e20 >= abs(${b}) then ${zeros(60)} else ${zeros(1000)} end) / nullif(${b}, 0)`,
} as const

const zeros = (decimals: number) => `'0e-${decimals}'::numeric`

export function arithmetic(
  columns: Columns,
  operator: keyof typeof ARITHMETIC,
  left: Scalar,
  right: Scalar,
  type: ScalarType = 'number',
): Scalar {
  const [a, b] = operator === '/' ? [columns.bind(left), columns.bind(right)] : [left, right]
  const sql = ARITHMETIC[operator](wrapped(a.sql), wrapped(b.sql))
  return rounded(columns, scalar(type, sql, Math.max(a.needs, b.needs)))
}

/** An operand that is more than a name stands in brackets. */
export const wrapped = (sql: string) => (/^[\w.]+$/.test(sql) ? sql : `(${sql})`)

/** Powers of ten as they are written, which `numeric` reads exactly. */
const unit = (scale: number) => `'1e${-scale}'::numeric`

/** Rounding to decimals, by the name of the function; `n` is a column. */
export const ROUNDINGS: Readonly<Record<string, (n: string, scale: number) => string>> = {
  floor: (n, scale) =>
    `trunc(${n}, ${scale}) - case when ${n} < trunc(${n}, ${scale}) then ${unit(scale)} else 0 end`,
  ceiling: (n, scale) =>
    `trunc(${n}, ${scale}) + case when ${n} > trunc(${n}, ${scale}) then ${unit(scale)} else 0 end`,
  'round down': (n, scale) => `trunc(${n}, ${scale})`,
  'round up': (n, scale) =>
    `trunc(${n}, ${scale}) + case when ${n} <> trunc(${n}, ${scale}) then sign(${n}) * ${unit(scale)} else 0 end`,
  'round half up': (n, scale) => `round(${n}, ${scale})`,
  'round half down': (n, scale) => nearest(n, scale, 'false'),
  decimal: (n, scale) => nearest(n, scale, `mod(div(abs(trunc(${n}, ${scale})), ${unit(scale)}), 2) = 1`),
}

/** To the nearest; what lies in the middle goes away from zero where `away` holds. */
const nearest = (n: string, scale: number, away: string) =>
  `trunc(${n}, ${scale}) + case when abs(${n} - trunc(${n}, ${scale})) * 2 > ${unit(scale)} or (abs(${n} - trunc(${n}, ${scale})) * 2 = ${unit(scale)} and ${away}) then sign(${n}) * ${unit(scale)} else 0 end`
