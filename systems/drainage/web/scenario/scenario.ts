import { readModel, setCrossSection, writeModel } from '../../../../engines/hydraulics/model/index.ts'
import {
  chicagoStorm,
  type Job,
  type Moment,
  type Results,
  type Series,
  type StormOptions,
  type Stretch,
} from '../../../../engines/hydraulics/run/browser.ts'

/** What is different in a scenario; links by their names in the model. */
export interface Scenario {
  /** Once in so many years; undefined: the forecast. */
  readonly years: number | undefined
  /** Shut, be they gates, pumps, weirs or pipes. */
  readonly shut: readonly string[]
  /** Pipes as round ones of another size, m. */
  readonly sizes: readonly { readonly link: string; readonly size: number }[]
}

export interface Base {
  readonly model: string
  readonly gauge: string
  readonly from: Moment
  /** mm/h as forecast. */
  readonly rain: Series
  /** Design storms, but for how rare they are. */
  readonly storm: Omit<StormOptions, 'returnPeriod'>
}

const MINUTE = 60_000
const HOURS = 6
/** So long the water of a design storm is followed after it. */
const AFTER_STORM = 120
const KEEP = { node: ['depth'], link: ['flow'], subcatchment: [], system: [] } as const

/** A scenario as a run of the engine. Pure. @throws ModelError where a link cannot take a size, HydraulicsError */
export function runOf(
  base: Base,
  { years, shut, sizes }: Scenario,
  name: string,
): { readonly job: Job; readonly from: Moment; readonly stretch: Stretch } {
  const model = sizes.reduce(
    (known, { link, size }) => setCrossSection(known, link, { shape: 'CIRCULAR', geometry: [size] }),
    readModel(base.model),
  )
  const { at } = base.from
  const lasts = years === undefined ? HOURS * 60 : base.storm.duration + AFTER_STORM
  return {
    job: { name, model: sizes.length > 0 ? writeModel(model) : base.model, keep: KEEP },
    from: base.from,
    stretch: {
      until: at + lasts * MINUTE,
      changes: {
        rain: { [base.gauge]: years === undefined ? base.rain : stormFrom(at, years, base.storm) },
        settings: Object.fromEntries(shut.map((link) => [link, 0])),
      },
    },
  }
}

export function stormFrom(at: number, years: number, storm: Base['storm']): Series {
  const { steps } = chicagoStorm({ ...storm, returnPeriod: years })
  return [
    ...steps.map(([minute, mm]) => [at + minute * MINUTE, Number(mm.toFixed(2))] as const),
    [at + storm.duration * MINUTE, 0],
  ]
}

/** What a run comes to at one node. */
export interface Peak {
  /** m over the ground. */
  readonly over: number
  /** For so long it stands as deep as the lowest level, minutes. */
  readonly minutes: number
}

/** Peaks of nodes where water can come out, by name. @param least m from which on water stands */
export function peaksOver(
  results: Results,
  ground: Readonly<Record<string, number>>,
  least: number,
): ReadonlyMap<string, Peak> {
  const column = results.columns.find(({ kind, variable }) => kind === 'node' && variable === 'depth')
  if (!column) return new Map()
  const { data, objects } = column
  const step =
    results.periods > 1 ? ((results.times[1] as number) - (results.times[0] as number)) * 24 * 60 : 0
  return new Map(
    results.header.objects.node.flatMap((name, i) => {
      const to = ground[name]
      if (to === undefined) return []
      let [over, wet] = [0, 0]
      for (let period = 0; period < results.periods; period++) {
        const depth = (data[period * objects + i] as number) - to
        over = Math.max(over, depth)
        if (depth >= least) wet++
      }
      return [[name, { over, minutes: Math.round(wet * step) }] as const]
    }),
  )
}

export interface Difference {
  readonly node: string
  readonly base: Peak
  readonly other: Peak
  /** m: peak of the scenario less that of the base. */
  readonly change: number
}

/** Nodes where the two differ by a centimetre or more and one of them stands in water, the largest change first. */
export function differences(
  base: ReadonlyMap<string, Peak>,
  other: ReadonlyMap<string, Peak>,
  least: number,
): readonly Difference[] {
  return [...base]
    .flatMap(([node, was]) => {
      const is = other.get(node)
      if (!is || Math.max(was.over, is.over) < least) return []
      const change = is.over - was.over
      return Math.abs(change) < 0.01 ? [] : [{ node, base: was, other: is, change }]
    })
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
}
