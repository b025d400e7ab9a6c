import { isNumber, numberText } from './number.ts'
import { CalendarDate, DateTime, DaysDuration, Time } from './temporal.ts'
import { dateText, dateTimeText, daysDurationText, timeText, yearsDurationText } from './temporalText.ts'
import { FunctionValue, isContext, isList, Range, type Value } from './types.ts'

/** `string(value)`: null has no text; a text is itself. */
export const stringOf = (value: Value): string | null =>
  value === null ? null : typeof value === 'string' ? value : literal(value)

/** A value as an expression would spell it; texts within lists and contexts are quoted. */
export function literal(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `"${value.replace(/[\\"]/g, '\\$&')}"`
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  if (isList(value)) return `[${value.map(literal).join(', ')}]`
  if (value instanceof CalendarDate) return dateText(value)
  if (value instanceof Time) return timeText(value)
  if (value instanceof DateTime) return dateTimeText(value)
  if (value instanceof DaysDuration) return daysDurationText(value)
  if (value instanceof Range) return rangeText(value)
  if (value instanceof FunctionValue)
    return `function(${value.parameters.map(({ name }) => name).join(', ')})`
  if (isContext(value))
    return `{${Object.entries(value)
      .map(([name, entry]) => `${plainName(name) ? name : `"${name}"`}: ${literal(entry)}`)
      .join(', ')}}`
  return yearsDurationText(value)
}

const plainName = (name: string) => /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name)

function rangeText({ start, end, startIncluded, endIncluded, operator }: Range): string {
  if (operator) return `(${operator} ${literal(operator.startsWith('<') ? end : start)})`
  return `${startIncluded ? '[' : '('}${literal(start)}..${literal(end)}${endIncluded ? ']' : ')'}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
}

/**
 * A text as it stands between quotation marks: `\n`, `\u4E2D`, `\U01F680`. A backslash before any other sign stands
 * for itself. @returns null where there is no such character
 */
export function unescaped(text: string): string | null {
  let beyond = false
  const plain = text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g,
    (whole, four?: string, six?: string, sign?: string) => {
      const digits = four ?? six
      if (digits === undefined) return ESCAPES[sign ?? ''] ?? whole
      const code = Number.parseInt(digits, 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      beyond = true
      return ''
    },
  )
  return beyond ? null : plain
}
