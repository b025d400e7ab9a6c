import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  add,
  CalendarDate,
  civil,
  compare,
  DaysDuration,
  dateText,
  dayNumber,
  daysDurationText,
  divide,
  equal,
  multiply,
  numberText,
  parseDate,
  parseDuration,
  parseNumber,
  subtract,
  type Value,
} from './index.ts'

/** A decimal as digits and how many of them are behind the point. */
const decimal = fc.record({
  digits: fc.bigInt(-(10n ** 15n), 10n ** 15n),
  places: fc.integer({ min: 0, max: 9 }),
})
const spelled = ({ digits, places }: { digits: bigint; places: number }) => {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const cut = text.length - places
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${places > 0 ? `.${text.slice(cut)}` : ''}`
}
const number = (given: { digits: bigint; places: number }) => parseNumber(spelled(given)) as Value
const scaled = ({ digits, places }: { digits: bigint; places: number }, to: number) =>
  digits * 10n ** BigInt(to - places)

it('sums, products and order of decimals are those of their digits', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const places = Math.max(a.places, b.places)
      const sum = scaled(a, places) + scaled(b, places)
      expect(equal(add(number(a), number(b)), number({ digits: sum, places }))).toBe(true)
      expect(
        equal(
          multiply(number(a), number(b)),
          number({ digits: a.digits * b.digits, places: a.places + b.places }),
        ),
      ).toBe(true)
      const [x, y] = [scaled(a, places), scaled(b, places)]
      expect(compare(number(a), number(b))).toBe(x < y ? -1 : x > y ? 1 : 0)
    }),
  )
})

it('a number is read back from how it is written', () => {
  fc.assert(
    fc.property(decimal, (given) => {
      const value = number(given)
      expect(parseNumber(numberText(value as number))).toEqual(value)
    }),
  )
})

it('what is divided and multiplied again is there again, to 33 digits', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      fc.pre(b.digits !== 0n && a.digits !== 0n)
      const back = multiply(divide(number(a), number(b)) as Value, number(b))
      const off = divide(subtract(back, number(a)), number(a)) as Value
      expect(compare(off, parseNumber('1e-32') as Value)).toBe(-1)
      expect(compare(off, parseNumber('-1e-32') as Value)).toBe(1)
    }),
  )
})

it('days are numbered one by one, and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -365_000_000, max: 365_000_000 }), (n) => {
      const { year, month, day } = civil(n)
      expect(dayNumber(year, month, day)).toBe(n)
      const next = civil(n + 1)
      const date = CalendarDate.of(year, month, day) as CalendarDate
      expect(parseDate(dateText(date))).toEqual(date)
      expect(add(date, new DaysDuration(86_400_000_000_000n))).toEqual(
        CalendarDate.of(next.year, next.month, next.day),
      )
    }),
  )
})

it('a duration is read back from how it is written', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), (nanos) => {
      expect(parseDuration(daysDurationText(new DaysDuration(nanos)))).toEqual(new DaysDuration(nanos))
    }),
  )
})
