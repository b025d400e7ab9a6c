import {
  compare,
  kindOf,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumber,
  parseTemporal,
  parseTime,
  Range,
  type Value,
} from '../values/index.ts'

const INTERVAL = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s
const CALL = /^(date and time|date|time|duration)\s*\(\s*"([^"]*)"\s*\)$/

/** `range("[18..21)")`: ends are literals of one kind; an end that is left out is open. */
export function parseRange(text: string): Value {
  const match = INTERVAL.exec(text)
  if (!match) return null
  const [, open, from = '', to = '', close] = match
  const [start, end] = [endPoint(from), endPoint(to)]
  if (start === undefined || end === undefined || (start === null && end === null)) return null
  const [startIncluded, endIncluded] = [open === '[', close === ']']
  // What is not there is not included.
  if ((start === null && startIncluded) || (end === null && endIncluded)) return null
  if (start !== null && end !== null) {
    const order = kindOf(start) === kindOf(end) ? compare(start, end) : null
    if (order === null || order > 0) return null
  }
  return new Range(start, end, startIncluded, endIncluded)
}

/** @returns undefined for what is no literal of an ordered kind; null for what is left out */
function endPoint(text: string): Value | undefined {
  if (text === '') return null
  if (text.startsWith('@"') && text.endsWith('"')) return parseTemporal(text.slice(2, -1)) ?? undefined
  if (text.startsWith('"'))
    return /^"(?:[^"\\]|\\.)*"$/s.test(text) ? (JSON.parse(text) as string) : undefined
  const call = CALL.exec(text)
  if (!call) return parseNumber(text) ?? undefined
  const [, name, spelled = ''] = call
  if (name === 'date') return parseDate(spelled) ?? undefined
  if (name === 'time') return parseTime(spelled) ?? undefined
  if (name === 'duration') return parseDuration(spelled) ?? undefined
  return parseDateTime(spelled) ?? undefined
}
