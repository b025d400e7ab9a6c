/**
 * Years move with the report: 2023年 → 2024年 where it reports on 2023 and plans 2024. Only these two years
 * move; 2020年 stays what it was, and so does “十四五”. O(length).
 */
export function shiftYears(words: string, year: number, by: number): string {
  if (by === 0 || year === 0) return words
  return words
    .replace(ARABIC, (found) => (moves(Number(found), year) ? String(Number(found) + by) : found))
    .replace(HAN, (found) => {
      const value = fromHan(found)
      return moves(value, year) ? toHan(value + by) : found
    })
}

/** A year is followed by 年, by a list's name (2023中国企业500强), or by the other end of a span. */
const ARABIC = /(?<!\d)20\d{2}(?=年|年度|中国|世界|全国|全球|[-—–~～至]20\d{2}年)/g
const HAN = /二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/g
const DIGITS = '〇一二三四五六七八九'

function moves(value: number, year: number): boolean {
  return value === year || value === year + 1
}

function fromHan(words: string): number {
  return Number([...words.replace(/[○零]/g, '〇')].map((char) => DIGITS.indexOf(char)).join(''))
}

function toHan(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('')
}
