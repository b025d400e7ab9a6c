import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { TWIN, WATER_LEVELS, type WaterLevel } from '../settings.ts'
import type { Field } from './field.ts'
import { flow, level, STEP_MS, STEP_SECONDS } from './quantities.ts'
import { rainAhead, rainSince, sensorsOf } from './read.ts'
import { readingsBetween } from './readings.ts'
import { ofReplay } from './state.ts'
import type { RunRow } from './tables.ts'

/** Of what was before a run so much is shown beside it. */
const PAST_MS = 3 * 3_600_000
const MOST_MEASURED = 500
const SCORED_MS = 24 * 3_600_000
/** Older than this a run is no news any more. */
const STALE_MS = 3 * STEP_MS

export type Points = readonly (readonly [at: string, value: number])[]

/** The newest run that the twin has published, or a replay has made; undefined before its first. */
export async function newestRun(
  { db }: Pick<Context, 'db'>,
  replay: string | null = null,
): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`select * from drainage.runs where ${ofReplay(sql`replay`, replay)}
    order by at desc limit 1`.execute(db)
  return rows[0]
}

export async function runOfId({ db }: Pick<Context, 'db'>, id: string): Promise<RunRow | undefined> {
  return (await sql<RunRow>`select * from drainage.runs where id = ${id}`.execute(db)).rows[0]
}

/** The runs that a run is judged with: those of the day before it, or all of its replay. */
const besides = ({ at, replay }: RunRow) =>
  replay === null
    ? sql`replay is null and at > ${new Date(Date.parse(at) - SCORED_MS).toISOString()}::timestamptz
        and at <= ${at}::timestamptz`
    : sql`replay = ${replay}`

export const isStale = ({ moment }: Pick<Context, 'moment'>, { at }: RunRow): boolean =>
  Date.parse(moment()) - Date.parse(at) > STALE_MS

/** Where water will stand, the deepest first. */
export interface Place {
  readonly node: string
  readonly code: string
  readonly at: readonly [number, number] | null
  /** The highest level that enough of the runs reach; null where only the heaviest rain brings water. */
  readonly level: WaterLevel | null
  /** m over the ground by the rain as forecast. */
  readonly depth: number
  readonly begins: string | null
  readonly peakAt: string
  readonly minutes: number
  /** 0 to 100. */
  readonly certainty: number
}

interface KeptWater {
  readonly times: readonly string[]
  readonly nodes: readonly {
    readonly id: string | null
    readonly node: string
    readonly level: WaterLevel | null
    readonly certainty: number
    readonly cm: readonly number[]
  }[]
}

export async function placesOf({ db }: Pick<Context, 'db'>, run: RunRow): Promise<readonly Place[]> {
  const { times, nodes } = run.water as unknown as KeptWater
  const known = nodes.filter(({ id }) => id)
  const { rows } = await sql<{ id: string; code: string; at: Place['at'] }>`
    select id, code, case when place is not null then json_build_array(place[0], place[1]) end as at
    from drainage.nodes where id = any(${known.map(({ id }) => id)}::text[])`.execute(db)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return known.flatMap(({ id, level, certainty, cm }) => {
    const row = rowOf.get(id as string)
    if (!row) return []
    const peak = Math.max(0, ...cm)
    const wet = (depth: number) => depth >= 100 * WATER_LEVELS.blue
    return [
      {
        node: row.id,
        code: row.code,
        at: row.at,
        level,
        depth: peak / 100,
        begins: times[cm.findIndex(wet)] ?? null,
        peakAt: times[cm.indexOf(peak)] ?? run.at,
        minutes: (cm.filter(wet).length * STEP_SECONDS) / 60,
        certainty,
      },
    ]
  })
}

/** mm/h before a run and after it, as the twin took them. */
export async function rainOf(context: Context, run: RunRow): Promise<{ past: Points; ahead: Points }> {
  const at = Date.parse(run.at)
  const points = (series: readonly (readonly [number, number])[]): Points =>
    series.map(([when, value]) => [new Date(when).toISOString(), value])
  return {
    past: points(await rainSince(context, await sensorsOf(context), at - PAST_MS, at)),
    ahead: points(await rainAhead(context, at, Date.parse(run.until))),
  }
}

/** Errors of the runs of a day or of a replay, oldest first. */
export async function errorsOf({ db }: Pick<Context, 'db'>, run: RunRow) {
  const { rows } = await sql<{ at: string; before: number; after: number }>`
    select at, error_before::float8 as before, error_after::float8 as after from drainage.runs
    where ${besides(run)} and error_before is not null order by at`.execute(db)
  return rows
}

/**
 * Levels as they were foreseen beside what the same sensors said then, over the runs of a day or of a replay, by minutes ahead: root mean
 * square in m, of the twin and of saying that the level stays as it is.
 */
export async function scoresOf({ db }: Pick<Context, 'db'>, run: RunRow) {
  const { rows } = await sql<{ lead: number; count: number; error: number; still: number }>`
    with recent as materialized (select at, sensed->'levels' as levels from drainage.runs
      where ${besides(run)} and sensed is not null),
    seen as materialized (select at, l.key as node, (l.value->>0)::float8 as measured
      from recent, jsonb_each(levels) l),
    foreseen as (select at + make_interval(mins => leads.lead) as at, l.key as node, leads.lead,
        (l.value->3->>(leads.n - 1)::int)::float8 as depth, (l.value->>0)::float8 as was
      from recent, jsonb_each(levels) l, unnest(${[...TWIN.leads]}::int[]) with ordinality as leads (lead, n))
    select lead, count(*)::int as count, sqrt(avg((depth - measured) ^ 2))::float8 as error,
      sqrt(avg((was - measured) ^ 2))::float8 as still
    from foreseen join seen using (at, node) where depth is not null group by lead order by lead`.execute(db)
  return rows
}

/** Warnings that are open, and those that ended since a day before the run, with their cases; at most 200. A replay has none. */
export async function warningsOf({ db }: Pick<Context, 'db'>, run: RunRow) {
  if (run.replay !== null) return []
  const { rows } = await sql<{
    id: string
    node: string
    code: string
    level: WaterLevel
    state: 'open' | 'over'
    issued: string
    begins: string | null
    depth: number
    certainty: number
    case: string | null
  }>`select w.id, w.node, w.code, w.level, w.state, w.issued_at as issued, w.begins_at as begins,
      w.depth::float8 as depth, w.certainty, c.id as case
    from drainage.warnings w left join lateral (select id from flow.cases
      where record = 'drainage.warnings' and row_id = coalesce(w.site, w.id) order by id desc limit 1) c on true
    where w.state = 'open' or w.ended_at > ${new Date(Date.parse(run.at) - SCORED_MS).toISOString()}::timestamptz
    order by w.state, w.depth desc, w.code limit 200`.execute(db)
  return rows
}

/** Where levels and flows are measured, by device; at most 200. */
export async function watchedIn({ db }: Pick<Context, 'db'>) {
  const { rows } = await sql<{ device: string; node: string | null; link: string | null; code: string }>`
    select s.device, n.id as node, l.id as link, coalesce(n.code, l.code) as code from drainage.sensors s
    left join drainage.nodes n on n.id = s.node left join drainage.links l on l.id = s.link
    where s.measures <> 'rain' and s.in_twin is not false and coalesce(n.id, l.id) is not null
    order by s.measures desc, s.device limit 200`.execute(db)
  return rows
}

/** cm from the bottom to the ground, of nodes where water can come out. */
export async function groundOf({ db }: Pick<Context, 'db'>, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; cm: number }>`select id, round(depth * 100)::int as cm
    from drainage.nodes where id = any(${ids}::text[]) and kind = 'junction'`.execute(db)
  return Object.fromEntries(rows.map(({ id, cm }) => [id, cm]))
}

/** The hours to come at every node and link; undefined where they are no longer kept. */
export async function fieldKept({ db }: Pick<Context, 'db'>, run: string): Promise<Field | undefined> {
  const { rows } = await sql<{ field: Field | null }>`
    select field from drainage.states where run = ${run}`.execute(db)
  return rows[0]?.field ?? undefined
}

/** One node or link over time: levels in m over its bottom, flows in m³/s. */
export interface Hydrograph {
  /** The device that measures there. */
  readonly sensor: string | null
  readonly measured: Points
  /** The model at each run, before and after it was corrected; nothing where no sensor is. */
  readonly before: Points
  readonly after: Points
  readonly ahead: Points
}

export async function hydrographOf(
  context: Context,
  run: RunRow,
  kind: 'node' | 'link',
  id: string,
): Promise<Hydrograph> {
  const { db } = context
  const since = new Date(Date.parse(run.at) - PAST_MS).toISOString()
  // Of a replay it is known what sensors said later.
  const known = run.replay === null ? run.at : run.until
  const part = kind === 'node' ? 'levels' : 'flows'
  const kept = await sql<{ at: string; value: number | readonly number[] }>`
    select at, sensed->${part}->${id} as value from drainage.runs
    where ${ofReplay(sql`replay`, run.replay)} and at > ${since}::timestamptz and at <= ${known}::timestamptz
      and sensed->${part} ? ${id} order by at`.execute(db)
  const field = await sql<{ times: readonly string[]; values: readonly number[] | null }>`
    select field->'times' as times, field->${kind === 'node' ? 'nodes' : 'links'}->${id} as values
    from drainage.states where run = ${run.id} and field is not null`.execute(db)
  const sensors = await sensorsOf(context)
  const sensor = sensors.find((one) => one.measures !== 'rain' && one[kind] === id)
  const pick = (of: (value: number | readonly number[]) => number | undefined): Points =>
    kept.rows.flatMap(({ at, value }) => {
      const found = of(value)
      return found === undefined ? [] : [[at, found] as const]
    })
  const { times = [], values } = field.rows[0] ?? {}
  return {
    sensor: sensor?.device ?? null,
    measured: sensor ? await measuredOf(context, sensor.device, kind, since, known) : [],
    before: pick((value) => (typeof value === 'number' ? value : value[1])),
    after: pick((value) => (typeof value === 'number' ? undefined : value[2])),
    ahead: (values ?? []).map((value, i) => [times[i] as string, value / (kind === 'node' ? 100 : 1000)]),
  }
}

async function measuredOf(context: Context, device: string, kind: 'node' | 'link', from: string, to: string) {
  const name = { device, quantity: kind === 'node' ? level.id : flow.id }
  const points = await readingsBetween(context, name, Date.parse(from), Date.parse(to) + 1, MOST_MEASURED)
  return points.map(({ at, last }): Points[number] => [new Date(at).toISOString(), last])
}
