import type { WordedAnswer } from '../../../kernel/system.ts'

export const FORMATS = { xml: 'text/xml', json: 'application/json' } as const
export type Format = keyof typeof FORMATS
export const isFormat = (format: unknown): format is Format => Object.hasOwn(FORMATS, String(format))

/** What the elements of each list are called in XML; in JSON they have no name. */
const ITEMS = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
} as const

/** An answer under the name of its root in either format, in UTF-8. What is undefined is left out, null is empty. */
export const worded = (format: Format, root: string, value: unknown, status = 200): WordedAnswer => ({
  status,
  contentType: `${FORMATS[format]}; charset=utf-8`,
  body:
    format === 'json'
      ? JSON.stringify(value)
      : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}`,
})

function element(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (value === null) return `<${name}/>`
  return `<${name}>${inside(name, value)}</${name}>`
}

function inside(name: string, value: unknown): string {
  if (Array.isArray(value))
    return value.map((one) => element(ITEMS[name as keyof typeof ITEMS], one)).join('')
  if (typeof value === 'object')
    return Object.entries(value as object)
      .map(([key, one]) => element(key, one))
      .join('')
  return escaped(String(value))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser would read it as the end of a line.
  '\r': '&#13;',
}
/** What XML 1.0 cannot hold at all. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu
const escaped = (words: string): string =>
  words.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (sign) => ENTITIES[sign] as string)
