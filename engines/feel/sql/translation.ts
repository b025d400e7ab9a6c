import type { Library } from '../compile/index.ts'
import type { Node } from '../syntax/index.ts'
import type { Columns } from './columns.ts'
import type { Names } from './names.ts'
import type { Term } from './term.ts'

/** What expressions are translated with. */
export interface Translation {
  readonly columns: Columns
  readonly library: Library
  /** How many calls of functions it is within. */
  readonly depth: number
  /** The translation of a part. */
  readonly translate: (node: Node, names: Names, by: Translation) => Term
}
