/**
 * Reading numerals, Arabic and Chinese.
 *
 * Only values below 万 are composed here: 万, 亿 and 万亿 belong to the unit as written (1800多万套 is 1800 万套).
 */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** More digits than a double holds exactly: no amount in a report, but a document or telephone number. */
const MAX_DIGITS = 15

/** 二十三 → 23, 千 → 1000, 一百零五 → 105, 二〇二五 → 2025, 三点五 → 3.5; undefined when it is no numeral. */
export function chineseNumber(words: string): number | undefined {
  const [whole = '', fraction] = words.split('点')
  if (whole === '' || words.length > MAX_DIGITS) return undefined
  let total = 0
  let pending: number | undefined
  let powers = 0
  for (const char of whole) {
    const power = POWERS[char]
    if (power !== undefined) {
      total += (pending ?? 1) * power
      pending = undefined
      powers += 1
      continue
    }
    const digit = DIGITS[char]
    if (digit === undefined) return undefined
    // Without 十百千 the numerals are read one by one, as in a year.
    pending = powers === 0 && pending !== undefined ? pending * 10 + digit : digit
  }
  total += pending ?? 0
  if (fraction === undefined) return total
  const digits = [...fraction].map((char) => DIGITS[char])
  if (digits.length === 0 || digits.includes(undefined)) return undefined
  return Number(`${total}.${digits.join('')}`)
}

/** 12,408.7 → 12408.7; undefined when there are more digits than a number can hold. */
export function arabicNumber(words: string): number | undefined {
  const plain = words.replaceAll(',', '')
  return plain.length > MAX_DIGITS ? undefined : Number(plain)
}

export function readNumber(words: string): number | undefined {
  return /^\d/.test(words) ? arabicNumber(words) : chineseNumber(words)
}

/** 1/3 and 三分之一 → 0.3333, to the four places that the labels of reports use. */
export function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000
}
