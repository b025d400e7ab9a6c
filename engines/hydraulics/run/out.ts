import { HydraulicsError } from '../errors.ts'
import { FLOW_UNITS, type FlowUnits } from '../flowUnits.ts'

/**
 * The binary results of SWMM 5.2 (`.out`), as its `output.c` lays them out: little-endian, a header with names and
 * variables, one record a report step, and six closing integers.
 */
export const OUT_MAGIC = 516_114_522
/** Bytes of the closing record. */
export const OUT_TAIL = 24

export type ObjectKind = 'subcatchment' | 'node' | 'link' | 'system'

/** In the order of the file; pollutants follow, each under its own name. `system` has one object, ''. */
export const VARIABLES = {
  subcatchment: [
    'rainfall',
    'snowDepth',
    'evaporation',
    'infiltration',
    'runoff',
    'groundwaterFlow',
    'groundwaterElevation',
    'soilMoisture',
  ],
  node: ['depth', 'head', 'volume', 'lateralInflow', 'totalInflow', 'flooding'],
  link: ['flow', 'depth', 'velocity', 'volume', 'capacity'],
  system: [
    'temperature',
    'rainfall',
    'snowDepth',
    'infiltration',
    'runoff',
    'dryWeatherInflow',
    'groundwaterInflow',
    'rdiiInflow',
    'directInflow',
    'lateralInflow',
    'flooding',
    'outflow',
    'storage',
    'evaporation',
    'potentialEvaporation',
  ],
} as const

export interface OutHeader {
  /** 52002 is 5.2.2. */
  readonly version: number
  readonly flowUnits: FlowUnits
  /** Names of what is reported, in the order of the file. */
  readonly objects: Readonly<Record<ObjectKind, readonly string[]>>
  readonly variables: Readonly<Record<ObjectKind, readonly string[]>>
  readonly pollutants: readonly string[]
  /** 0 junction, 1 outfall, 2 storage, 3 divider. */
  readonly nodeTypes: Int32Array
  /** In feet or metres. */
  readonly nodeInverts: Float32Array
  readonly nodeMaxDepths: Float32Array
  /** 0 conduit, 1 pump, 2 orifice, 3 weir, 4 outlet. */
  readonly linkTypes: Int32Array
  readonly linkMaxDepths: Float32Array
  readonly linkLengths: Float32Array
  /** Days since 1899-12-30; one step before the first results. */
  readonly start: number
  /** Seconds between results. */
  readonly step: number
  /** Where the first record begins, and the size of each. */
  readonly headerBytes: number
  readonly periodBytes: number
}

const KINDS = ['subcatchment', 'node', 'link'] as const
const names = new TextDecoder()

/**
 * @returns undefined while the bytes end before the header does
 * @throws HydraulicsError hydraulics/not-results
 */
export function readOutHeader(bytes: Uint8Array): OutHeader | undefined {
  const reader = new Reader(bytes)
  try {
    return headerFrom(reader)
  } catch (error) {
    if (error instanceof Short) return undefined
    throw error
  }
}

class Short extends Error {}

class Reader {
  at = 0
  private readonly view: DataView
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  private take(size: number): number {
    if (size < 0 || this.at + size > this.bytes.length) throw new Short()
    this.at += size
    return this.at - size
  }
  int = (): number => this.view.getInt32(this.take(4), true)
  float = (): number => this.view.getFloat32(this.take(4), true)
  double = (): number => this.view.getFloat64(this.take(8), true)
  name = (): string => {
    const size = this.int()
    return names.decode(this.bytes.subarray(this.take(size), this.at))
  }
}

function headerFrom(reader: Reader): OutHeader {
  const { int, float, double, name } = reader
  if (int() !== OUT_MAGIC) throw new HydraulicsError('hydraulics/not-results', '.out')
  const version = int()
  const flowUnits = FLOW_UNITS[int()]
  if (!flowUnits) throw new HydraulicsError('hydraulics/not-results', '.out', 'flow units')
  const [subcatchments, nodes, links, pollutants] = [int(), int(), int(), int()]
  const list = (count: number) => Array.from({ length: count }, name)
  const objects = { subcatchment: list(subcatchments), node: list(nodes), link: list(links), system: [''] }
  const pollutantNames = list(pollutants)
  for (let i = 0; i < pollutants; i++) int()

  skipCodes(reader)
  for (let i = 0; i < subcatchments; i++) float()
  skipCodes(reader)
  const node = {
    types: new Int32Array(nodes),
    inverts: new Float32Array(nodes),
    depths: new Float32Array(nodes),
  }
  for (let i = 0; i < nodes; i++) {
    node.types[i] = int()
    node.inverts[i] = float()
    node.depths[i] = float()
  }
  skipCodes(reader)
  const link = {
    types: new Int32Array(links),
    depths: new Float32Array(links),
    lengths: new Float32Array(links),
  }
  for (let i = 0; i < links; i++) {
    link.types[i] = int()
    float()
    float()
    link.depths[i] = float()
    link.lengths[i] = float()
  }
  for (let i = 0; i < 4; i++) skipCodes(reader)
  const start = double()
  const step = int()

  const variables = {
    subcatchment: [...VARIABLES.subcatchment, ...pollutantNames],
    node: [...VARIABLES.node, ...pollutantNames],
    link: [...VARIABLES.link, ...pollutantNames],
    system: VARIABLES.system,
  }
  const values = KINDS.reduce((sum, kind) => sum + objects[kind].length * variables[kind].length, 0)
  return {
    version,
    flowUnits,
    objects,
    variables,
    pollutants: pollutantNames,
    nodeTypes: node.types,
    nodeInverts: node.inverts,
    nodeMaxDepths: node.depths,
    linkTypes: link.types,
    linkMaxDepths: link.depths,
    linkLengths: link.lengths,
    start,
    step,
    headerBytes: reader.at,
    periodBytes: 8 + 4 * (values + VARIABLES.system.length),
  }
}

function skipCodes(reader: Reader): void {
  const count = reader.int()
  for (let i = 0; i < count; i++) reader.int()
}

/**
 * What the closing record says.
 * @returns undefined when the file has none: its run was broken off
 */
export function readOutTail(bytes: Uint8Array): { periods: number; error: number } | undefined {
  if (bytes.length < OUT_TAIL) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - OUT_TAIL, OUT_TAIL)
  if (view.getInt32(20, true) !== OUT_MAGIC) return undefined
  return { periods: view.getInt32(12, true), error: view.getInt32(16, true) }
}

/**
 * One file out of the files of runs that follow each other (a run in chunks): the header of the first, every record, one
 * closing record. All must report the same objects.
 * @throws HydraulicsError hydraulics/not-results
 */
export function joinOut(parts: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let first: OutHeader | undefined
  let periods = 0
  for (const part of parts) {
    const header = readOutHeader(part)
    const tail = readOutTail(part)
    if (!header || !tail || (first && header.periodBytes !== first.periodBytes))
      throw new HydraulicsError('hydraulics/not-results', '.out')
    if (!first) pieces.push(part.subarray(0, header.headerBytes))
    first ??= header
    pieces.push(part.subarray(header.headerBytes, header.headerBytes + tail.periods * header.periodBytes))
    periods += tail.periods
  }
  const last = parts.at(-1)
  if (!first || !last) throw new HydraulicsError('hydraulics/not-results', '.out')
  const head = parts[0] as Uint8Array
  const closing = new Uint8Array(OUT_TAIL)
  closing.set(head.subarray(head.length - OUT_TAIL, head.length - 12))
  closing.set(last.subarray(last.length - 12), 12)
  new DataView(closing.buffer).setInt32(12, periods, true)
  return concat([...pieces, closing])
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
