import { type Place, placeIn } from '../../../kernel/store/place.ts'
import type { Language } from '../../../kernel/text.ts'
import type { MetaColumn } from '../client/types.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { formatDate, formatInstant, formatMonth, formatNumber, formatPlace } from './format.ts'
import { Reference } from './Reference.tsx'
import { useOffice } from './useOffice.ts'
import { usePost } from './usePost.ts'

/** Kinds whose values never break over a line. */
const SHORT = new Set<MetaColumn['kind']>(['date', 'month', 'instant', 'choice'])

type Cell = (column: MetaColumn, value: unknown) => React.ReactNode

/** Shows a value by its column's kind. A reference is a link, named where the server sent its name. */
export function useCell(): Cell {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const office = useOffice()
  const marks = useMarks()
  const post = usePost()
  const show: Record<MetaColumn['kind'], (value: string, column: MetaColumn) => React.ReactNode> = {
    text: post,
    longText: (value) => <span className="clamp">{post(value)}</span>,
    integer: (value) => formatNumber(value),
    decimal: (value) => formatNumber(value),
    boolean: (value) => words(value === 'true' ? 'yes' : 'no'),
    date: (value) => formatDate(value, language),
    month: (value) => formatMonth(value, language),
    year: (value) => value,
    instant: (value) => formatInstant(value, language),
    choice: (value, column) => say(column.choices?.[value]) || value,
    office: (value) => <span className="office-name">{office(value)}</span>,
    reference: (value) => value,
    place: (value) => value,
    data: () => '',
  }
  return (column, value) => {
    if (value === null || value === undefined || value === '') return <span className="second">—</span>
    if (column.kind === 'place') return <span className="nowrap">{placeCell(value, language, words)}</span>
    if (column.kind === 'data') return dataCell(value, office, marks.list)
    if (column.kind === 'reference' && column.record)
      return <Reference record={column.record} id={String(value)} />
    const shown = show[column.kind](String(value), column)
    return SHORT.has(column.kind) ? <span className="nowrap">{shown}</span> : shown
  }
}

/** A place, as a row has it or as a form or a filter writes it: there also a box, or none at all. */
function placeCell(value: unknown, language: Language, words: ReturnType<typeof useWords>): string {
  if (typeof value === 'object') return formatPlace(value as Place, language)
  if (value === 'none') return words('placeNone')
  const found = placeIn(String(value))
  return 'place' in found ? formatPlace(found.place, language) : words('placeBox')
}

/** Structured data are never shown raw: a list of office ids is named, anything else counted. */
function dataCell(value: unknown, office: (id: string) => string, separator: string): React.ReactNode {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((id) => office(id)).join(separator)
  return '…'
}
