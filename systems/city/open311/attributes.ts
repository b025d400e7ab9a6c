import type { Text } from '../../../kernel/text.ts'
import { CLASS_KINDS, SEVERITIES } from '../words.ts'
import { open311Error } from './errors.ts'
import { isMoment } from './moments.ts'

type Kind = keyof typeof CLASS_KINDS

export interface Attribute {
  readonly code: string
  readonly datatype: 'string' | 'datetime' | 'singlevaluelist'
  readonly name: string
  readonly help: string
  readonly kinds: readonly Kind[]
  readonly values?: Readonly<Record<string, Text>>
}

const ALL = Object.keys(CLASS_KINDS) as readonly Kind[]

/** What may be told besides; none of it is required. How urgent a case is, the seat decides. */
export const ATTRIBUTES: readonly Attribute[] = [
  {
    code: 'severity',
    datatype: 'singlevaluelist',
    name: '您看有多严重',
    help: '供受理时参考',
    kinds: ALL,
    values: SEVERITIES,
  },
  {
    code: 'since',
    datatype: 'datetime',
    name: '何时发现',
    help: 'ISO 8601，带时区，如 2024-11-15T08:30:00+08:00',
    kinds: ALL,
  },
  { code: 'asset', datatype: 'string', name: '设施上的编号', help: '如灯杆号、井盖号', kinds: ['part'] },
]

const MOST = 200

/**
 * What was told as attributes, a line each, to stand below the description.
 * @param given `attribute[code]` or `attribute[code][]`, as the form has it
 * @throws GaoxinError OPEN311_ARGUMENT where an attribute is not of the service, or its value not of its type
 */
export function attributeLines(kind: Kind, given: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(given).flatMap(([place, value]) => {
    const code = /^attribute\[(.*?)\](?:\[\])?$/.exec(place)?.[1]
    if (code === undefined || value === '') return []
    const attribute = ATTRIBUTES.find((one) => one.code === code && one.kinds.includes(kind))
    const words = attribute && wordsOf(attribute, value)
    if (!words) throw open311Error('OPEN311_ARGUMENT', { place, value })
    return [`${attribute.name}：${words}`]
  })
}

function wordsOf({ datatype, values }: Attribute, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MOST || /[\r\n]/.test(value)) return undefined
  if (datatype === 'datetime') return isMoment(value) ? value : undefined
  if (!values) return value
  return Object.hasOwn(values, value) ? values[value]?.zh : undefined
}
