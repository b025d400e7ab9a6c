import { asSafeInteger, type FeelNumber, isList, toDecimal, type Value } from '../values/index.ts'
import { define } from './define.ts'
import { regexOf } from './regex.ts'

/** Characters are code points throughout: an emoji counts once. */
export const string = [
  define('substring', 'string', 'string: string, start position: number, length?: number|null', substring),
  define('string length', 'number', 'string: string', (text: string) => [...text].length),
  define('upper case', 'string', 'string: string', (text: string) => text.toUpperCase()),
  define('lower case', 'string', 'string: string', (text: string) => text.toLowerCase()),
  define('substring before', 'string', 'string: string, match: string', (text: string, match: string) => {
    const at = text.indexOf(match)
    return at < 0 ? '' : text.slice(0, at)
  }),
  define('substring after', 'string', 'string: string, match: string', (text: string, match: string) => {
    const at = text.indexOf(match)
    return at < 0 ? '' : text.slice(at + match.length)
  }),
  define('contains', 'boolean', 'string: string, match: string', (text: string, match: string) =>
    text.includes(match),
  ),
  define('starts with', 'boolean', 'string: string, match: string', (text: string, match: string) =>
    text.startsWith(match),
  ),
  define('ends with', 'boolean', 'string: string, match: string', (text: string, match: string) =>
    text.endsWith(match),
  ),
  define(
    'matches',
    'boolean',
    'input: string, pattern: string, flags?: string|null',
    (text: string, pattern: string, flags: string | null = null) =>
      regexOf(pattern, flags ?? '')?.test(text) ?? null,
  ),
  define(
    'replace',
    'string',
    'input: string, pattern: string, replacement: string, flags?: string|null',
    replace,
  ),
  define('split', { kind: 'list', of: 'string' }, 'string: string, delimiter: string', split),
  define('string join', 'string', 'list: list, delimiter?: string|null', join),
  define(
    'string join',
    'string',
    'list: list, delimiter: string|null, prefix: string|null, suffix: string|null',
    join,
  ),
]

function substring(text: string, start: FeelNumber, length: FeelNumber | null = null): Value {
  const signs = [...text]
  const from = asSafeInteger(toDecimal(start).trunc().toNumber())
  if (from === undefined || from === 0 || Math.abs(from) > signs.length) return null
  const size = length === null ? undefined : toDecimal(length).trunc().toNumber()
  if (size !== undefined && size < 1) return null
  const begin = from > 0 ? from - 1 : signs.length + from
  return signs.slice(begin, size === undefined ? undefined : begin + size).join('')
}

/** JavaScript puts what groups found between the parts; they are left out. */
function split(text: string, pattern: string): Value {
  const regex = regexOf(pattern, '')
  if (!regex) return null
  const groups = (new RegExp(`${regex.source}|`, regex.flags).exec('')?.length ?? 1) - 1
  return text.split(regex).filter((_, i) => i % (groups + 1) === 0)
}

/** `$1` is a group, `\$` a dollar; a pattern that also finds an empty text is wrong. */
function replace(text: string, pattern: string, replacement: string, flags: string | null = null): Value {
  const regex = regexOf(pattern, flags ?? '', 'g')
  if (!regex || ''.search(regex) === 0) return null
  if (flags?.includes('q')) return text.replace(regex, () => replacement)
  if (!/^(?:[^\\$]|\\[\\$]|\$\d)*$/.test(replacement)) return null
  return text.replace(regex, (...found) =>
    replacement.replace(/\\([\\$])|\$(\d+)/g, (_, escaped?: string, digits?: string) =>
      escaped !== undefined ? escaped : groupOf(digits as string, found as unknown[]),
    ),
  )
}

/** As many digits as there are groups to name; the rest is text. */
function groupOf(digits: string, found: readonly unknown[]): string {
  const count = found.findIndex((part, i) => i > 0 && typeof part === 'number') - 1
  for (let size = digits.length; size > 0; size--) {
    const group = Number(digits.slice(0, size))
    if (group <= count) return String(found[group] ?? '') + digits.slice(size)
    if (size === 1) return digits.slice(1)
  }
  return ''
}

function join(
  list: readonly Value[],
  delimiter: string | null = null,
  prefix: string | null = null,
  suffix: string | null = null,
): Value {
  if (!isList(list) || list.some((each) => each !== null && typeof each !== 'string')) return null
  return `${prefix ?? ''}${list.filter((each) => each !== null).join(delimiter ?? '')}${suffix ?? ''}`
}
