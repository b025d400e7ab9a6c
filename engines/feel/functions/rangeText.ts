import {
  compare,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumber,
  parseTemporal,
  parseTime,
  Range,
  unescaped,
  type Value,
} from '../values/index.ts'

/** What has no quotation marks, or has them in pairs: two points within a text part nothing. */
const END = String.raw`((?:"(?:[^"\\]|\\.)*"|[^"])*?)`
const INTERVAL = new RegExp(String.raw`^([[(\]])${END}\.\.${END}([\])[])$`, 's')
const COMPARISON = /^\(\s*(<=|>=|!=|<|>|=)(.*)\)$/s
const CALL = /^(date and time|date|time|duration)\s*\(\s*"([^"]*)"\s*\)$/
const TEXT = /^"((?:[^"\\]|\\.)*)"$/s

/**
 * `range("[18..21)")`: ends are literals of one kind. An end that is left out is open: `(..21]` is `(<= 21)`, which may
 * be spelled so too, as `string()` spells it.
 */
export function parseRange(text: string): Value {
  const compared = COMPARISON.exec(text.trim())
  if (compared) {
    const bound = endPoint(compared[2] as string)
    return bound === undefined || bound === null
      ? null
      : Range.of(compared[1] as NonNullable<Range['operator']>, bound)
  }
  const match = INTERVAL.exec(text.trim())
  if (!match) return null
  const [, open, from = '', to = '', close] = match
  const [start, end] = [endPoint(from), endPoint(to)]
  if (start === undefined || end === undefined) return null
  const [startIncluded, endIncluded] = [open === '[', close === ']']
  // What is not there is not included.
  if (start === null) return end === null || startIncluded ? null : Range.of(endIncluded ? '<=' : '<', end)
  if (end === null) return endIncluded ? null : Range.of(startIncluded ? '>=' : '>', start)
  const order = compare(start, end)
  return order === null || order > 0 ? null : new Range(start, end, startIncluded, endIncluded)
}

/** @returns undefined for what is no literal of an ordered kind; null for what is left out */
function endPoint(spelled: string): Value | undefined {
  const text = spelled.trim()
  if (text === '') return null
  if (text.startsWith('@"') && text.endsWith('"')) return parseTemporal(text.slice(2, -1)) ?? undefined
  const quoted = TEXT.exec(text)
  if (quoted) return unescaped(quoted[1] as string) ?? undefined
  const call = CALL.exec(text)
  if (!call) return parseNumber(text) ?? undefined
  const [, name, content = ''] = call
  if (name === 'date') return parseDate(content) ?? undefined
  if (name === 'time') return parseTime(content) ?? undefined
  if (name === 'duration') return parseDuration(content) ?? undefined
  return parseDateTime(content) ?? undefined
}
