/** An edge as a walk sees it. */
export interface Way {
  readonly id: string
  readonly from: string
  readonly to: string
  /** What it costs to go along it, such as m; never below 0. */
  readonly cost: number
}

/** Nodes on the way, and between each and the next the edge: one fewer. */
export interface Path {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly cost: number
}

interface Reached {
  readonly node: string
  readonly cost: number
  readonly by?: { readonly edge: string; readonly before: Reached }
}

/** The cheapest way from one node to another (Dijkstra); undefined where there is none. Edges are gone along, not against. */
export function shortest(ways: Iterable<Way>, from: string, to: string): Path | undefined {
  const leaving = new Map<string, Way[]>()
  for (const way of ways) {
    const known = leaving.get(way.from)
    if (known) known.push(way)
    else leaving.set(way.from, [way])
  }
  const done = new Set<string>()
  const open = new Heap()
  open.push({ node: from, cost: 0 })
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.node === to) return pathTo(at)
    if (done.has(at.node)) continue
    done.add(at.node)
    for (const { id, to: node, cost } of leaving.get(at.node) ?? [])
      if (!done.has(node)) open.push({ node, cost: at.cost + cost, by: { edge: id, before: at } })
  }
  return undefined
}

function pathTo(end: Reached): Path {
  const [nodes, edges] = [[end.node], [] as string[]]
  for (let at = end; at.by; at = at.by.before) {
    nodes.push(at.by.before.node)
    edges.push(at.by.edge)
  }
  return { nodes: nodes.reverse(), edges: edges.reverse(), cost: end.cost }
}

/** The cheapest first: a binary heap. */
class Heap {
  private readonly items: Reached[] = []

  push(item: Reached): void {
    const { items } = this
    let at = items.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if (items[above]!.cost <= item.cost) break
      items[at] = items[above]!
      at = above
    }
    items[at] = item
  }

  pop(): Reached | undefined {
    const { items } = this
    const first = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return first
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const less = right < items.length && items[right]!.cost < items[left]!.cost ? right : left
      if (less >= items.length || items[less]!.cost >= last.cost) break
      items[at] = items[less]!
      at = less
    }
    items[at] = last
    return first
  }
}
