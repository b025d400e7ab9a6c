import {
  addRows,
  type Model,
  mapRows,
  readModel,
  setInflow,
  setRoughness,
  setSeries,
  writeModel,
} from '../../../../engines/hydraulics/model/index.ts'
import {
  advance,
  type Pool,
  type Results,
  seriesOf,
  startOf,
} from '../../../../engines/hydraulics/run/index.ts'
import type { NetworkRows as Registered } from '../../model/index.ts'
import { STEP_MS } from '../../twin/quantities.ts'
import { GAUGE, zoneModelOf } from '../../twin/state.ts'
import { BEGINS, DAYS_HOURS, people, RAINS, seeping } from '../days.ts'
import { type Monitor, monitors } from '../monitoring.ts'
import { networkRows } from '../network.ts'
import { FINENESS, type RecordedDays } from '../recorded.ts'
import { registered } from '../registered.ts'
import { DEMO_SEED } from '../seed.ts'

const HOUR = 3_600_000
/** m³/s of sewage led into a rain pipe. */
const MISLED = 0.0025
/** Groundwater after rain, as a share of the sewage that comes to the meter. */
const SEEPS = 0.8
/** By how much a blocked pipe is rougher. */
const BLOCKED = 9

/**
 * Ten days of the made-up network as the engine runs them: people's days, two rains, and three things that are wrong with it.
 * Parts that no sensor stands in are left out; what is joined stays together.
 */
export async function recordDays(pool: Pick<Pool, 'run'>): Promise<RecordedDays> {
  const rows = registered(networkRows(DEMO_SEED))
  const plan = monitors(networkRows(DEMO_SEED)).filter(({ measures }) => measures !== 'rain')
  const nodeOf = new Map(rows.links.map(({ id, from }) => [id, from]))
  const at = (one: Monitor) => one.node ?? (nodeOf.get(one.link as string) as string)
  const series: Record<string, readonly number[]> = {}
  await Promise.all(
    partsOf(rows).map(async (part) => {
      const ids = new Set(part.nodes.map(({ id }) => id))
      const own = plan.filter((one) => ids.has(at(one)))
      if (own.length === 0) return
      Object.assign(series, await runPart(pool, part, own))
    }),
  )
  return { from: new Date(BEGINS).toISOString(), series }
}

async function runPart(pool: Pick<Pool, 'run'>, part: Registered, own: readonly Monitor[]) {
  // The model's clock is the zone's, so that its days are people's days.
  const begins = BEGINS + 8 * HOUR
  const zone = zoneModelOf(part, begins)
  let model = withPeople(readModel(zone.job.model))
  for (const { putIn, node, link } of own) {
    const from = part.links.find(({ id }) => id === link)?.from ?? node
    const name = zone.names.get(from ?? '') ?? ''
    if (putIn === 'mixed') model = addRows(model, [['DWF', [name, 'FLOW', MISLED, PEOPLE]]])
    if (putIn === 'infiltration') model = seeps(model, name, (SEEPS * flowAbove(part, from as string)) / 1000)
    if (putIn === 'blockage') model = blocked(model, part, zone.links, from as string)
  }
  const keep = { node: ['depth'], link: ['flow'], subcatchment: [], system: [] }
  const job = { name: 'days', model: writeModel(model), keep }
  const until = begins + DAYS_HOURS * HOUR
  const { outcome } = await advance(pool.run, job, startOf(job.model), {
    until,
    changes: { rain: { [GAUGE]: rainFrom(begins) } },
  })
  const results = outcome.results as Results
  return Object.fromEntries(
    own.map(({ device, measures, node, link }) => {
      const values =
        measures === 'level'
          ? seriesOf(results, 'node', zone.names.get(node as string) ?? '', 'depth')
          : seriesOf(results, 'link', zone.links.get(link as string) ?? '', 'flow')
      return [device, [...values].map((value) => Math.round(value * FINENESS[measures as 'level' | 'flow']))]
    }),
  )
}

const PEOPLE = 'PEOPLE'
/** Sewage by the hour of the day. */
function withPeople(model: Model): Model {
  const hours = Array.from({ length: 24 }, (_, hour) => Number(people((hour + 0.5) * HOUR).toFixed(3)))
  const rows = [0, 6, 12, 18].map((hour): ['PATTERNS', (string | number)[]] => [
    'PATTERNS',
    [PEOPLE, ...(hour === 0 ? ['HOURLY'] : []), ...hours.slice(hour, hour + 6)],
  ])
  return addRows(
    mapRows(model, 'DWF', (cells) => [...cells.slice(0, 3), PEOPLE]),
    rows,
  )
}

function seeps(model: Model, node: string, flow: number): Model {
  const points = Array.from(
    { length: DAYS_HOURS + 1 },
    (_, hour) => [hour, Number((flow * seeping(hour)).toFixed(6))] as const,
  )
  return setInflow(setSeries(model, { id: 'SEEPING', points }), node, 'SEEPING')
}

function blocked(model: Model, part: Registered, names: ReadonlyMap<string, string>, node: string): Model {
  const pipe = part.links
    .filter(({ from, kind }) => from === node && kind === 'conduit')
    .toSorted((one, other) => (other.size ?? 0) - (one.size ?? 0))[0]
  const name = names.get(pipe?.id ?? '')
  return name ? setRoughness(model, name, (pipe?.roughness ?? 0.013) * BLOCKED) : model
}

/** Sewage that comes to a node, L/s. */
function flowAbove({ nodes, links }: Registered, node: string): number {
  const above = new Set([node])
  for (let size = 0; size < above.size; ) {
    size = above.size
    for (const { from, to } of links) if (above.has(to)) above.add(from)
  }
  return nodes.reduce((sum, { id, dryFlow }) => sum + (above.has(id) ? (dryFlow ?? 0) : 0), 0)
}

/** mm/h, step by step. */
const rainFrom = (begins: number) =>
  Array.from({ length: (DAYS_HOURS * HOUR) / STEP_MS }, (_, i) => {
    const hours = (i * STEP_MS) / HOUR
    const rain = RAINS.find((one) => hours >= one.begins && hours < one.begins + one.lasts)
    return [begins + i * STEP_MS, rain ? rain.mm / rain.lasts : 0] as const
  })

/** What is joined by links, each by itself, the largest first. */
function partsOf({ nodes, links, catchments }: Registered): readonly Registered[] {
  const partOf = new Map(nodes.map(({ id }) => [id, id]))
  const root = (id: string): string => {
    const above = partOf.get(id) as string
    return above === id ? id : root(above)
  }
  for (const { from, to } of links) partOf.set(root(from), root(to))
  const roots = [...new Set(nodes.map(({ id }) => root(id)))]
  return roots
    .map((part) => ({
      nodes: nodes.filter(({ id }) => root(id) === part),
      links: links.filter(({ from }) => root(from) === part),
      catchments: catchments.filter(({ outlet }) => root(outlet) === part),
    }))
    .toSorted((one, other) => other.links.length - one.links.length)
}
