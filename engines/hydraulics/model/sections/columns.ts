import type { Quantity, Thing, Words } from '../types.ts'

/** One cell of a row: what may stand there. Of such columns, as data, all sections are made. */
export interface Column {
  readonly key: string
  readonly says: Words
  readonly kind: 'id' | 'ref' | 'number' | 'integer' | 'word' | 'date' | 'yearday' | 'time' | 'text'
  /** It and what follows may be left out. */
  readonly optional?: boolean
  /** What stands for none. */
  readonly blank?: readonly string[]
  /** Of an offset: `*` is the bottom of the node, where offsets are elevations. */
  readonly bottom?: boolean
  /** Of an id: what it defines; of a ref: what it may refer to. */
  readonly to?: readonly Thing[]
  /** Of a ref: the row belongs to what it refers to, and goes with it. */
  readonly owner?: boolean
  /** A cell matches a word that it begins with, in any case, as in the engine. A ref may have words beside ids. */
  readonly words?: readonly string[]
  /** What follows depends on the word. */
  readonly next?: Readonly<Record<string, readonly Column[]>>
  /** Of a word: the column is not there where the cell is a number (rows that go on with a curve or a pattern). */
  readonly maybe?: boolean
  /** Columns that come again to the end of the row; stands last. */
  readonly many?: readonly Column[]
  /** The engine reads as much of it as is a number, and says nothing of the rest. */
  readonly loose?: boolean
  /** The engine does not hold it to its range. */
  readonly unbounded?: boolean
  /** Of words: nothing may follow the word in its cell. */
  readonly exact?: boolean
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly unit?: Quantity
}

type More = Omit<Partial<Column>, 'key' | 'says' | 'kind' | 'words' | 'next'>

/** `maxDepth` is read as “max depth”. */
const said = (key: string, zh: string): Words => ({
  zh,
  en: key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
})

export const optional = { optional: true } as const
export const blank = { blank: ['*', ''] } as const
export const loose = { loose: true } as const
export const unbounded = { unbounded: true } as const
export const empty = { blank: [''] } as const

export const id = (thing: Thing, zh: string, more: More = {}): Column => ({
  key: 'id',
  says: said('id', zh),
  kind: 'id',
  to: [thing],
  ...more,
})

export const ref = (
  key: string,
  zh: string,
  to: Thing | readonly Thing[],
  more: More & { readonly words?: readonly string[] } = {},
): Column => ({ key, says: said(key, zh), kind: 'ref', to: typeof to === 'string' ? [to] : to, ...more })

/** The thing to which the row belongs. */
export const of = (thing: Thing, zh: string): Column => ref('id', zh, thing, { owner: true })

export const num = (key: string, zh: string, more: More = {}): Column => ({
  key,
  says: said(key, zh),
  kind: 'number',
  ...more,
})

export const int = (key: string, zh: string, more: More = {}): Column => ({
  ...num(key, zh, more),
  kind: 'integer',
})

export const word = (
  key: string,
  zh: string,
  words: readonly string[] | Readonly<Record<string, readonly Column[]>>,
  more: More = {},
): Column => ({
  key,
  says: said(key, zh),
  kind: 'word',
  ...('length' in words
    ? { words: words as readonly string[] }
    : { words: Object.keys(words), next: words as Readonly<Record<string, readonly Column[]>> }),
  ...more,
})

const plain =
  (kind: 'date' | 'yearday' | 'time' | 'text') =>
  (key: string, zh: string, more: More = {}): Column => ({ key, says: said(key, zh), kind, ...more })
export const date = plain('date')
/** Month and day, as each year has them. */
export const yearday = plain('yearday')
export const time = plain('time')
export const text = plain('text')

/** The given columns again and again, at least once. */
export const many = (columns: readonly Column[]): Column => ({ ...(columns[0] as Column), many: columns })

export const numbers = (count: number, key: string, zh: string, more: More = {}): readonly Column[] =>
  Array.from({ length: count }, (_, i) => num(`${key}${i + 1}`, `${zh}${i + 1}`, more))

export const yesNo = (key: string, zh: string, more: More = {}) => word(key, zh, ['NO', 'YES'], more)

/** The word of a column that the cell says. */
export const saidIn = ({ words = [], exact }: Column, cell: string): string | undefined =>
  exact ? words.find((each) => each === cell.toUpperCase()) : wordOf(words, cell)

/** The first word that the cell begins with. */
export function wordOf(words: readonly string[], cell: string): string | undefined {
  const upper = cell.toUpperCase()
  return words.find((each) => upper.startsWith(each))
}
