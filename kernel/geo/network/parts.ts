import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { edgesOf } from './network.ts'

/** Nodes that hang together, whichever way the edges lead. */
export interface Part {
  /** A node of it: the first that was met, by the ids of edges. */
  readonly some: string
  readonly nodes: number
  readonly edges: number
}

export interface Parts {
  /** The largest first. */
  readonly parts: readonly Part[]
  /** The part that a node is in; undefined of one that no edge touches. */
  readonly of: (node: string) => Part | undefined
}

/** Edges that are read at once. */
const PAGE = 20_000

/**
 * The connected parts of a whole network. Edges are read by pages and not held: of each node stay its id and two numbers.
 */
export async function partsOf(db: Database, record: RecordDefinition): Promise<Parts> {
  const { table, column } = edgesOf(record)
  const numbers = new Map<string, number>()
  const above: number[] = []
  const edges: number[] = []
  const numberOf = (node: string): number => {
    const known = numbers.get(node)
    if (known !== undefined) return known
    const number = above.length
    numbers.set(node, number)
    above.push(number)
    edges.push(0)
    return number
  }
  const rootOf = (number: number): number => {
    let at = number
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  let after: string | undefined
  for (;;) {
    const { rows } = await sql<{ id: string; from: string; to: string }>`
      select id, ${column('from')} as "from", ${column('to')} as "to" from ${table}
      where ${after === undefined ? sql`true` : sql`id > ${after}`} order by id limit ${PAGE}`.execute(db)
    for (const { from, to } of rows) {
      const [one, other] = [rootOf(numberOf(from)), rootOf(numberOf(to))]
      // The lower number stays, so that a part is known by the node that was met first.
      const [root, joined] = one < other ? [one, other] : [other, one]
      above[joined] = root
      edges[root] = edges[root]! + 1 + (root === joined ? 0 : edges[joined]!)
    }
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id
  }
  const found = new Map<number, { some: string; nodes: number; edges: number }>()
  for (const [node, number] of numbers) {
    const root = rootOf(number)
    const part = found.get(root)
    if (part) part.nodes++
    else found.set(root, { some: node, nodes: 1, edges: edges[root]! })
  }
  return {
    parts: [...found.values()].sort((a, b) => b.nodes - a.nodes || (a.some < b.some ? -1 : 1)),
    of: (node) => {
      const number = numbers.get(node)
      return number === undefined ? undefined : found.get(rootOf(number))
    },
  }
}
