import { type Random, random } from '../../../kernel/sample/random.ts'
import type { NetworkKind } from '../words.ts'

/**
 * The ground plan of the made-up network, in metres of a plane of its own: three streets from west to east, two rivers
 * from south to north. Each stretch of a street is a rain basin that falls to the nearer river; one sewer runs along each
 * street to a trunk in the east.
 */
export interface PlanNode {
  readonly code: string
  readonly kind: 'junction' | 'storage' | 'outfall'
  readonly facility: 'manhole' | 'wetWell' | 'outfall'
  readonly network: NetworkKind
  readonly x: number
  readonly y: number
  readonly ground: number
  /** Sinks of the ground, under a railway: water comes here first. */
  readonly low?: boolean
  /** Its invert where that does not follow from the pipes, m. */
  readonly bottom?: number
}
export interface PlanLink {
  readonly from: string
  readonly to: string
  readonly kind: 'conduit' | 'pump' | 'gate'
  /** Of the bottom, downhill. */
  readonly slope: number
  readonly network: NetworkKind
  readonly role: 'branch' | 'trunk' | 'station'
}
/** Ground of one node: across and along its street, metres. */
export interface PlanCatchment {
  readonly node: string
  readonly across: number
  readonly along: number
}
export interface Plan {
  /** Every node before those that it drains to. */
  readonly nodes: readonly PlanNode[]
  readonly links: readonly PlanLink[]
  readonly catchments: readonly PlanCatchment[]
}

export const RIVERS = [730, 2170] as const
export const STREETS = [270, 810, 1350] as const
/** Where a basin's street begins and ends; the end is at a river. */
export const STRETCHES = [
  [60, 720],
  [1400, 740],
  [1500, 2160],
  [2840, 2180],
] as const
export const TRUNK_PIPES = 10
const BRANCH_PIPES = 6
const BRANCH_PIPE = 45
/** Basins whose river stands too high after rain: a pump and a gate. */
const PUMPED = [2, 9]
const LOW_POINTS = ['3/7', '8/5']
const SEWER_STEP = 70
const SEWER_FROM = 48
const SEWER_TO = 2848
const TRUNK_X = 2950

export function planOf(seed: string): Plan {
  const stream = random(seed, 'plan')
  const drawn = { nodes: [] as PlanNode[], links: [] as PlanLink[], catchments: [] as PlanCatchment[] }
  const pen = penOf(drawn, stream)
  STREETS.forEach((y, street) => {
    STRETCHES.forEach(([from, to], part) => {
      drawBasin(pen, street * STRETCHES.length + part, from, to, y)
    })
  })
  drawSewers(pen)
  return drawn
}

type Pen = ReturnType<typeof penOf>

function penOf(drawn: { nodes: PlanNode[]; links: PlanLink[]; catchments: PlanCatchment[] }, stream: Random) {
  const counts = new Map<string, number>()
  const ground = (x: number, y: number): number => {
    const river = Math.min(...RIVERS.map((at) => Math.abs(at - x)))
    return (
      3.5 + 0.0022 * river + 0.1 * Math.sin(x / 310 + 1) + 0.08 * Math.sin(y / 270) + 0.03 * stream.normal()
    )
  }
  return {
    /** @param letters Y 雨水, W 污水; C 出口, B 泵站 */
    node(letters: string, x: number, y: number, other: Partial<PlanNode> = {}): string {
      const n = (counts.get(letters) ?? 0) + 1
      counts.set(letters, n)
      const code = letters + String(n).padStart(letters.length === 1 ? 4 : 2, '0')
      const [jitterX, jitterY] = [stream.normal() * 1.5, stream.normal() * 1.5]
      drawn.nodes.push({
        code,
        kind: 'junction',
        facility: 'manhole',
        network: letters.startsWith('Y') ? 'rain' : 'sewage',
        x: x + jitterX,
        y: y + jitterY,
        ground: ground(x, y) - (other.low ? 0.8 : 0),
        ...other,
      })
      return code
    },
    link(
      from: string,
      to: string,
      slope: number,
      role: PlanLink['role'],
      kind: PlanLink['kind'] = 'conduit',
    ) {
      const network = from.startsWith('Y') ? 'rain' : 'sewage'
      drawn.links.push({ from, to, kind, slope, network, role })
    },
    catchment: (node: string, across: number, along: number) =>
      drawn.catchments.push({ node, across, along }),
  }
}

/** A street's trunk to a river, with branches to both sides at every second manhole. */
function drawBasin(pen: Pen, basin: number, from: number, to: number, y: number): void {
  const step = (to - from) / TRUNK_PIPES
  let before: string | undefined
  for (let t = 0; t < TRUNK_PIPES; t++) {
    const x = from + step * t
    const ends = t % 2 === 0 ? [1, -1].map((side) => drawBranch(pen, x, y, side)) : []
    const node = pen.node('Y', x, y, LOW_POINTS.includes(`${basin}/${t}`) ? { low: true } : {})
    for (const end of ends) pen.link(end, node, 0.003, 'branch')
    pen.catchment(node, Math.abs(step), 30)
    if (before) pen.link(before, node, 0.002, 'trunk')
    before = node
  }
  if (!before) return
  if (PUMPED.includes(basin)) drawRainStation(pen, before, to, y, Math.sign(step))
  else {
    const out = pen.node('YC', to, y, { kind: 'outfall', facility: 'outfall' })
    pen.link(before, out, 0.002, 'trunk')
  }
}

/** @returns its lowest manhole, one pipe from the trunk. */
function drawBranch(pen: Pen, x: number, y: number, side: number): string {
  let before: string | undefined
  for (let b = BRANCH_PIPES; b >= 1; b--) {
    const node = pen.node('Y', x, y + side * b * BRANCH_PIPE)
    pen.catchment(node, 130, BRANCH_PIPE)
    if (before) pen.link(before, node, 0.003, 'branch')
    before = node
  }
  return before as string
}

function drawRainStation(pen: Pen, last: string, x: number, y: number, ahead: number): void {
  const well = pen.node('YB', x - ahead * 30, y, { kind: 'storage', facility: 'wetWell' })
  const chamber = pen.node('Y', x - ahead * 15, y, { bottom: 0.6 })
  const out = pen.node('YC', x, y, { kind: 'outfall', facility: 'outfall' })
  pen.link(last, well, 0.002, 'trunk')
  pen.link(well, chamber, 0, 'station', 'pump')
  pen.link(well, chamber, 0, 'station', 'gate')
  pen.link(chamber, out, 0.002, 'trunk')
}

/** A sewer along each street, lifted once half way, and the trunk that they come to. */
function drawSewers(pen: Pen): void {
  const ends = STREETS.map((street) => {
    const y = street - 12
    let before: string | undefined
    for (let x = SEWER_FROM, n = 0; x <= SEWER_TO; x += SEWER_STEP, n++) {
      const sides = n % 2 === 0 ? [1, -1].map((side) => drawSewerBranch(pen, x, y, side)) : []
      const half = n === 20
      const node = half ? pen.node('WB', x, y, { kind: 'storage', facility: 'wetWell' }) : pen.node('W', x, y)
      for (const end of sides) pen.link(end, node, 0.0035, 'branch')
      if (before) pen.link(before, node, 0.001, 'trunk')
      before = node
      if (!half) continue
      before = pen.node('W', x + 12, y)
      pen.link(node, before, 0, 'station', 'pump')
    }
    return before as string
  })
  let before: string | undefined
  STREETS.forEach((street, i) => {
    const y = street - 12
    const node = pen.node('W', TRUNK_X, y)
    pen.link(ends[i] as string, node, 0.001, 'trunk')
    if (before) pen.link(before, node, 0.0008, 'trunk')
    before = node
    const gap = (STREETS[i + 1] ?? street + 90) - street
    for (let at = 90; at < gap; at += 90) {
      const next = pen.node('W', TRUNK_X, y + at)
      pen.link(before, next, 0.0008, 'trunk')
      before = next
    }
  })
  const well = pen.node('WB', TRUNK_X, 1440, { kind: 'storage', facility: 'wetWell' })
  const out = pen.node('WC', TRUNK_X, 1500, { kind: 'outfall', facility: 'outfall' })
  pen.link(before as string, well, 0.0008, 'trunk')
  pen.link(well, out, 0, 'station', 'pump')
}

function drawSewerBranch(pen: Pen, x: number, y: number, side: number): string {
  const far = pen.node('W', x, y + side * 170)
  const near = pen.node('W', x, y + side * 85)
  pen.link(far, near, 0.0035, 'branch')
  return near
}
