/** The proleptic Gregorian calendar in whole numbers: no Date, so that years reach ±999999999. */

export const MOST_YEARS = 999_999_999

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)

const floorDiv = (a: number, b: number) => Math.floor(a / b)

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year
  const era = floorDiv(y, 400)
  const ofEra = y - era * 400
  const ofYear = floorDiv(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1
  return era * 146_097 + ofEra * 365 + floorDiv(ofEra, 4) - floorDiv(ofEra, 100) + ofYear - 719_468
}

export function civil(number: number): { year: number; month: number; day: number } {
  const shifted = number + 719_468
  const era = floorDiv(shifted, 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = floorDiv(
    ofEra - floorDiv(ofEra, 1460) + floorDiv(ofEra, 36_524) - floorDiv(ofEra, 146_096),
    365,
  )
  const ofYear = ofEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100))
  const shiftedMonth = floorDiv(5 * ofYear + 2, 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - floorDiv(153 * shiftedMonth + 2, 5) + 1,
  }
}

/** Monday 1 to Sunday 7, as ISO 8601 counts. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Week of ISO 8601: the first is the one with the year's first Thursday. */
export function weekOfYear(number: number): number {
  const thursday = number + 4 - weekday(number)
  return floorDiv(thursday - dayNumber(civil(thursday).year, 1, 1), 7) + 1
}
