import { Decimal } from 'decimal.js'

/**
 * How a number was written, so that another can be written the same way: digits with their decimals,
 * 四 and 两, 1/3, 首位. Thousands separators are not kept: running text of this genre has none (11768万美元).
 */
export interface NumberForm {
  readonly style: 'digits' | 'han' | 'fraction' | 'first' | 'none'
  /** What stands around the number inside the figure's words: 连续|12|个月. */
  readonly before: string
  readonly number: string
  readonly after: string
  /** Digits after the point. */
  readonly decimals: number
  /** The step of the number: 0.1 for 145.7, 100 for 9800; approximations are rounded to it. */
  readonly step: number
  /** For a range, the words from the end of the first number: ` —5.5%` holds its second number. */
  readonly range?: { readonly between: string; readonly number: string; readonly after: string }
}

const DIGITS = /[-－−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/
const FRACTION = /\d+\s*[/／]\s*\d+|[一二三四五六七八九十百千]+分之[一二三四五六七八九十百千两]+/
const HAN = /[零〇一二两三四五六七八九十百千万]+/
const FIRST = /首位|榜首|第一|首|唯一|头名/

export function numberForm(words: string): NumberForm {
  return (
    formBy('fraction', FRACTION, words) ??
    formBy('digits', DIGITS, words) ??
    formBy('first', FIRST, words) ??
    formBy('han', HAN, words) ?? { style: 'none', before: words, number: '', after: '', decimals: 0, step: 1 }
  )
}

function formBy(style: NumberForm['style'], pattern: RegExp, words: string): NumberForm | undefined {
  const match = pattern.exec(words)
  if (!match) return undefined
  const number = match[0]
  const after = words.slice(match.index + number.length)
  const decimals = style === 'digits' ? (number.split('.')[1]?.length ?? 0) : 0
  const form = {
    style,
    before: words.slice(0, match.index),
    number,
    after,
    decimals,
    step: style === 'fraction' ? 0.01 : stepOf(number, decimals),
  }
  const second = style === 'digits' ? /^[^\d]{0,6}?[-—–~～至到－][^\d]{0,3}?(?=\d)/.exec(after) : null
  if (!second) return form
  const rest = after.slice(second[0].length)
  const other = DIGITS.exec(rest)![0]
  return { ...form, range: { between: second[0], number: other, after: rest.slice(other.length) } }
}

function stepOf(number: string, decimals: number): number {
  if (decimals > 0) return 10 ** -decimals
  const zeros = /0*$/.exec(number.replaceAll(',', ''))?.[0].length ?? 0
  return 10 ** Math.min(zeros, Math.max(0, number.length - 1))
}

/** The number as the form writes it, without the words around. Rounds half away from zero. */
export function writeNumber(form: NumberForm, value: number | string): string {
  const exact = new Decimal(value)
  switch (form.style) {
    case 'digits':
      return exact.toFixed(form.decimals, Decimal.ROUND_HALF_UP)
    case 'han':
    case 'first':
      return exact.isInteger() && exact.gte(0) && exact.lt(10000)
        ? hanNumber(exact.toNumber(), form.after)
        : exact.toString()
    case 'fraction':
      return `${exact.times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toString()}%`
    case 'none':
      return exact.toString()
  }
}

/** 12 → 十二, 105 → 一百零五; 2 before a measure word is 两, in a rank 二. Integers below 10,000. */
export function hanNumber(value: number, following = ''): string {
  if (value === 0) return '零'
  if (value === 2) return /^(?:位|名|季度|产)/.test(following) || following === '' ? '二' : '两'
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千']
  const figures = [...String(value)]
  let words = ''
  figures.forEach((figure, i) => {
    const unit = units[figures.length - 1 - i]!
    if (figure !== '0') words += digits[Number(figure)]! + unit
    else if (!words.endsWith('零') && figures.slice(i).some((later) => later !== '0')) words += '零'
  })
  return value >= 10 && value < 20 ? words.slice(1) : words
}
