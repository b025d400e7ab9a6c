import type { Laid, LaidLink, LaidNode } from './levels.ts'

/**
 * What the made-up register gets wrong on purpose, one of each kind that the checks look for: an uphill pipe, sewage led
 * into rain and rain into sewage, a size that shrinks, a pipe drawn twice the other way round, a stub that leads nowhere, a
 * manhole that no pipe touches.
 */
export function withFaults({ nodes, links }: Laid): Laid {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const invert = (code: string) => (byCode.get(code) as LaidNode).invert
  const branches = links.filter(({ network, role }) => network === 'rain' && role === 'branch')
  const trunks = links.filter(
    ({ network, role, kind }) => network === 'rain' && role === 'trunk' && kind === 'conduit',
  )

  const uphill = branches[128] as LaidLink
  const sunk = kept(invert(uphill.from) - 0.35)
  const shrunk = trunks.find(({ size }, i) => i > 50 && size >= 1.2) as LaidLink
  const doubled = trunks[75] as LaidLink
  const misled = [crossing(links, nodes, 'sewage', 60), crossing(links, nodes, 'rain', 400)]
  const beside = byCode.get((branches[300] as LaidLink).from) as LaidNode
  const extra = (code: string, dx: number, dy: number): LaidNode => ({
    ...beside,
    code,
    x: beside.x + dx,
    y: beside.y + dy,
  })
  const stub = [extra('Y9001', 25, 0), extra('Y9002', 25, 30)] as const

  return {
    nodes: [
      ...nodes.map((node) => (node.code === uphill.from ? { ...node, invert: sunk } : node)),
      ...stub,
      extra('Y9003', -30, 10),
    ],
    links: [
      ...links.map((link) => {
        if (link.to === uphill.from) return { ...link, outOffset: kept(link.outOffset + 0.35) }
        if (link === shrunk) return { ...link, size: 0.6 }
        return misled.find((wrong) => wrong?.from === link.from && link.role === 'branch') ?? link
      }),
      {
        ...doubled,
        code: `${doubled.to}-${doubled.from}`,
        from: doubled.to,
        to: doubled.from,
        size: 0.3,
        outOffset: 0,
      },
      {
        ...(branches[0] as LaidLink),
        code: 'Y9001-Y9002',
        from: stub[0].code,
        to: stub[1].code,
        length: 30,
        outOffset: 0,
      },
    ],
  }
}

/** The lowest pipe of a branch, from the n-th on, that reaches the nearest manhole of the other network downhill. */
function crossing(
  links: readonly LaidLink[],
  nodes: readonly LaidNode[],
  network: 'rain' | 'sewage',
  from: number,
): LaidLink | undefined {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const mains = new Set(links.filter(({ role }) => role === 'trunk').map(({ from }) => from))
  const lowest = links.filter(
    (link) => link.network === network && link.role === 'branch' && mains.has(link.to),
  )
  for (const link of [...lowest.slice(from % lowest.length), ...lowest]) {
    const up = byCode.get(link.from) as LaidNode
    const others = nodes.filter((node) => node.network !== network && node.kind === 'junction')
    const near = others.reduce((best, node) => (far(node, up) < far(best, up) ? node : best))
    const drop = kept(up.invert - 0.1 - near.invert)
    if (drop < 0 || far(near, up) > 90) continue
    return {
      ...link,
      code: `${link.from}-${near.code}`,
      to: near.code,
      length: kept(Math.max(5, far(near, up))),
      outOffset: drop,
    }
  }
  return undefined
}

const far = (a: LaidNode, b: LaidNode): number => Math.hypot(a.x - b.x, a.y - b.y)
const kept = (value: number): number => Number(value.toFixed(3))
