import {
  advance,
  correctState,
  frameOf,
  type Job,
  type Moment,
  type Pool,
  type Results,
  readHotStart,
  type Series,
  type Shape,
  shapeOf,
  writeHotStart,
} from '../../../engines/hydraulics/run/index.ts'
import { TWIN } from '../settings.ts'

/** A model that the twin runs: a `.inp`, and what it knows of its objects beyond that. */
export interface TwinModel {
  readonly job: Job
  /** By node: how deep it is from the ground, m. */
  readonly depths: ReadonlyMap<string, number>
  /** By link: m; 50 where unknown. */
  readonly lengths: ReadonlyMap<string, number>
}

/** Depths by node, m over its bottom. */
export type Depths = Readonly<Record<string, number>>

export interface Assimilated {
  /** The state at that moment, corrected. */
  readonly moment: Moment
  /** Root mean square of model less sensor over those believed, m, before and after; undefined without any. */
  readonly error: { readonly before: number; readonly after: number } | undefined
  /** Sensors that differ so much from the model that they are not believed. */
  readonly doubted: readonly string[]
  /** Of every node, corrected, and as the model had it. */
  readonly depths: ReadonlyMap<string, number>
  readonly before: ReadonlyMap<string, number>
  /** Of every link as the model has it, m³/s. */
  readonly flows: ReadonlyMap<string, number>
}

export interface Assimilating {
  /** As `Date.UTC` counts. */
  readonly until: number
  /** By gauge: mm/h as measured since the moment. */
  readonly rain: Readonly<Record<string, Series>>
  /** What level sensors say at `until`. */
  readonly observed: Depths
  /** 0 leaves the model alone. */
  readonly gain?: number
}

/**
 * Brings a state up to now with the rain that fell, then moves it toward the sensors: at a sensor by `gain` of the
 * difference, along the pipes around it by less, as exp(−way / reach).
 * @throws HydraulicsError as `advance`
 */
export async function assimilate(
  pool: Pick<Pool, 'run'>,
  { job, lengths }: TwinModel,
  from: Moment,
  { until, rain, observed, gain = TWIN.gain }: Assimilating,
): Promise<Assimilated> {
  const { outcome, moment } = await advance(pool.run, { ...job, keep: FIELDS }, from, {
    until,
    changes: { rain },
  })
  const { results } = outcome
  if (!results || !moment.state) throw new Error(`${job.name}: a stretch without results`)
  const model = lastOf(results, 'node', 'depth')
  const shape = shapeOf(job.model)
  const { believed, doubted } = judged(observed, model)
  const wanted = spread(believed, model, shape, lengths)
  const state = writeHotStart(
    correctState(readHotStart(moment.state, shape), shape, { depths: wanted }, gain),
    shape,
  )
  const depths = new Map(model)
  for (const [name, depth] of Object.entries(wanted)) {
    const was = model.get(name) as number
    depths.set(name, was + gain * (depth - was))
  }
  return {
    moment: { at: until, state },
    error:
      believed.length === 0
        ? undefined
        : { before: errorOf(believed, model), after: errorOf(believed, depths) },
    doubted,
    depths,
    before: model,
    flows: lastOf(results, 'link', 'flow'),
  }
}

export const DEPTHS = { node: ['depth'], link: [], subcatchment: [], system: [] } as const
/** What a screen draws. */
export const FIELDS = { ...DEPTHS, link: ['flow'] } as const

function lastOf(results: Results, kind: 'node' | 'link', variable: string): ReadonlyMap<string, number> {
  const frame = frameOf(results, kind, variable, results.periods - 1)
  return new Map(results.header.objects[kind].map((name, i) => [name, frame[i] as number]))
}

type Reading = readonly [node: string, depth: number]

function judged(observed: Depths, model: ReadonlyMap<string, number>) {
  const readings = Object.entries(observed).filter(([node]) => model.has(node))
  const far = ([node, depth]: Reading) => Math.abs(depth - (model.get(node) as number)) > TWIN.gate
  return {
    believed: readings.filter((reading) => !far(reading)),
    doubted: readings.filter(far).map(([node]) => node),
  }
}

export function errorOf(readings: readonly Reading[], model: ReadonlyMap<string, number>): number {
  const squares = readings.map(([node, depth]) => ((model.get(node) ?? 0) - depth) ** 2)
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
}

/** What depths are wanted around the sensors: where several reach, each counts by its share. */
function spread(
  readings: readonly Reading[],
  model: ReadonlyMap<string, number>,
  { links }: Shape,
  lengths: ReadonlyMap<string, number>,
): Depths {
  const beside = new Map<string, { readonly node: string; readonly way: number }[]>()
  const join = (from: string, node: string, way: number) => {
    const known = beside.get(from)
    if (known) known.push({ node, way })
    else beside.set(from, [{ node, way }])
  }
  for (const { name, kind, from, to } of links) {
    // The water on both sides of a pump, gate or weir stands at levels of its own.
    if (kind !== 'CONDUIT') continue
    join(from, to, lengths.get(name) ?? 50)
    join(to, from, lengths.get(name) ?? 50)
  }
  const sums = new Map<string, { change: number; weight: number }>()
  for (const [sensor, depth] of readings) {
    const change = depth - (model.get(sensor) as number)
    for (const [node, way] of within(sensor, beside, -TWIN.reach * Math.log(TWIN.least))) {
      const weight = Math.exp(-way / TWIN.reach)
      const sum = sums.get(node) ?? { change: 0, weight: 0 }
      sums.set(node, { change: sum.change + weight * change, weight: sum.weight + weight })
    }
  }
  const measured = new Map(readings)
  return Object.fromEntries(
    [...sums].flatMap(([node, { change, weight }]) => {
      const was = model.get(node)
      if (was === undefined) return []
      return [[node, measured.get(node) ?? Math.max(0, was + change / Math.max(1, weight))]]
    }),
  )
}

/** Nodes by the shortest way along pipes. */
function within(
  start: string,
  beside: ReadonlyMap<string, readonly { readonly node: string; readonly way: number }[]>,
  most: number,
): ReadonlyMap<string, number> {
  const ways = new Map([[start, 0]])
  const open = [start]
  for (let node = open.shift(); node !== undefined; node = open.shift())
    for (const next of beside.get(node) ?? []) {
      const way = (ways.get(node) as number) + next.way
      if (way > most || way >= (ways.get(next.node) ?? Number.POSITIVE_INFINITY)) continue
      ways.set(next.node, way)
      open.push(next.node)
    }
  return ways
}
