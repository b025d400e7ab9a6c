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

/** Characters of which a number below ten thousand is written. */
export const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千'

/** 十五 → 15, 一百二十 → 120, 二〇二三 → 2023. @returns undefined for anything else. */
export function parseChinese(source: string): number | undefined {
  if (source === '') return undefined
  if ([...source].every((character) => character in DIGITS) && source.length > 1)
    return Number([...source].map((character) => DIGITS[character]).join(''))
  let total = 0
  let digit = 0
  for (const character of source) {
    const power = POWERS[character]
    if (power !== undefined) {
      total += (digit || 1) * power
      digit = 0
    } else {
      const value = DIGITS[character]
      if (value === undefined) return undefined
      digit = value
    }
  }
  return total + digit
}

/** A number as written, in Arabic or Chinese digits, grouped or not. */
export function parseNumber(source: string): number | undefined {
  if (/^\d/.test(source)) return Number(source.replaceAll(',', ''))
  const [whole, fraction] = source.split('点')
  const value = parseChinese(whole ?? '')
  if (value === undefined || fraction === undefined) return value
  const digits = [...fraction].map((character) => DIGITS[character])
  return digits.includes(undefined) ? undefined : Number(`${value}.${digits.join('')}`)
}
