import { NOT_UNITS } from './units.ts'

/** Reasons why a number is part of a name, each told by what stands around it in normalised text. */
interface Around {
  /** The characters before and after the number with its unit, some twelve each way. */
  readonly before: string
  readonly after: string
  readonly number: string
  readonly unit: string
}

const REASONS: readonly (readonly [reason: string, holds: (around: Around) => boolean])[] = [
  [
    'a code: glued to a Latin letter or to a dot',
    ({ before, after, unit }) =>
      /[A-Za-z·_#@&+*×]$/.test(before) ||
      /^[·_+×*]/.test(after) ||
      (/^[A-Za-z]/.test(after) && !/[A-Za-z]$/.test(unit)),
  ],
  [
    'part of a longer number',
    ({ before }) => /\d[.,/:-]?$/.test(before) && !/[%\u4e00-\u9fa5]-$/.test(before),
  ],
  ['a date or a duration', ({ unit, after }) => NOT_UNITS.test(unit || after) && !/^个百分/.test(unit)],
  ['an ordinal', ({ before }) => /第$/.test(before)],
  [
    'an item number',
    ({ before, after, unit }) => unit === '' && /(^|\n)\s*[(]?$/.test(before) && /^[.、)]/.test(after),
  ],
  [
    'a threshold within a name: 50亿以上供应链龙头企业',
    ({ after }) =>
      /^(?:\(?含?\)?)(?:及|级)?以[上下](?!的?[,.;。、)]|等|增长|水平|时)[\u4e00-\u9fa5A-Za-z0-9]/.test(after),
  ],
  [
    'a class within a name: 万吨级, 100强',
    ({ after }) => /^(?:级|强|型|岁|届|版|期|号|代|米内|线城市)/.test(after),
  ],
  [
    'an enumeration of aspects: 从6个维度',
    ({ unit, after }) => unit === '个' && /^(?:方面|维度|层面|环节|字)/.test(after),
  ],
  [
    'a distance or time within which: 50米内, 15分钟生活圈',
    ({ after }) => /^(?:内|范围|生活圈|健身圈|服务圈|通勤圈|交通圈)/.test(after),
  ],
]

/** Whether the number is part of a name, a date or a code rather than a figure. */
export function isName(
  text: string,
  start: number,
  end: number,
  unit: string,
  groups: Readonly<Record<string, string | undefined>>,
): boolean {
  const around: Around = {
    before: text.slice(Math.max(0, start - 12), start),
    after: text.slice(end, end + 12),
    number: groups.number ?? '',
    unit,
  }
  return inShortQuotes(text, start, end) || REASONS.some(([, holds]) => holds(around))
}

/** “28+10”, “两个10亿元”: a number inside a short quotation is part of a name. */
function inShortQuotes(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const open = before.lastIndexOf('"')
  if (open < 0) return false
  const close = text.slice(end, end + 14).indexOf('"')
  if (close < 0) return false
  const inside = before.slice(open + 1) + text.slice(end, end + close)
  return inside.length <= 16 && !/[,。;]/.test(inside) && oddQuotes(text, start)
}

/** Quotes are folded to one sign, so inside means an odd number of them since the line began (or the window). */
function oddQuotes(text: string, at: number): boolean {
  let count = 0
  for (
    let index = at - 1;
    index >= 0 && at - index < 400 && text[index] !== '\n' && text[index] !== '。';
    index--
  )
    if (text[index] === '"') count++
  return count % 2 === 1
}
