/** Digits and signs of a paper as the reader expects them, character for character, so that places stay the same. */
export const plain = (words: string): string =>
  words
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('％', '%')
    .replaceAll(/[\u3000\u00a0\t]/g, ' ')

/** 2024年3月1日 → 2024-03-01; null for anything else and for days that no calendar has. */
export function dayOf(words: string): string | null {
  const [, year, month, day] = /((?:19|20)\d{2})年\s*(\d{1,2})月\s*(\d{1,2})日/.exec(words) ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
