import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { drainageError } from '../errors.ts'
import { TWIN, WARNING_PLAN, WATER_LEVELS } from '../settings.ts'
import {
  errorsOf,
  fieldKept,
  groundOf,
  hydrographOf,
  isStale,
  newestRun,
  placesOf,
  rainOf,
  runOfId,
  scoresOf,
  warningsOf,
  watchedIn,
} from '../twin/look.ts'
import { newestReplays, replayedRuns } from '../twin/replay/index.ts'
import type { ReplayRow, RunRow } from '../twin/tables.ts'
import { replayed, replayOf } from './replay.ts'
import * as shapes from './shapes.ts'

const { LOOKING } = shapes
const level = z.enum(shapes.keysOf(WATER_LEVELS))
const points = z.array(z.tuple([z.string(), z.number()]))

const twin = defineRoute({
  method: 'GET',
  path: '/twin',
  summary: text(
    '内涝预报：孪生最近一次推演，或一场重演的一次推演',
    'The newest run of the twin, or one of a replay: where water will stand',
  ),
  allow: LOOKING,
  input: z.object({
    replay: shapes.id
      .optional()
      .describe('Left out: the twin itself, or the newest replay where it never ran'),
    run: shapes.id
      .optional()
      .describe('Of the replay; left out: the newest, or of one that has ended the wettest'),
  }),
  output: z.object({
    watched: z
      .array(
        z.object({
          device: z.string(),
          node: z.string().nullable(),
          link: z.string().nullable(),
          code: z.string(),
        }),
      )
      .describe('Levels and flows that sensors measure'),
    levels: z.record(level, z.number()).describe('m over the ground from which on a level counts'),
    rains: z.array(z.number()).describe('What the forecast of rain is multiplied by, side by side'),
    run: z
      .object({
        id: z.string(),
        at: z.string(),
        until: z.string(),
        stale: z.boolean().describe('Older than a quarter of an hour'),
        synthetic: z.boolean(),
        sensors: z.number().describe('That were believed'),
        doubted: z.string().nullable(),
        before: z.number().nullable().describe('m: error before the correction'),
        after: z.number().nullable(),
        rainPast: z.number().describe('mm since the run before'),
        rainAhead: z.number().describe('mm'),
        seconds: z.number(),
      })
      .nullable(),
    live: z.boolean().describe('Whether the twin itself has a run to show'),
    replay: replayed.nullable().describe('The replay that the run is of'),
    runs: z
      .array(z.object({ id: z.string(), at: z.string(), standing: z.number() }))
      .describe('All runs of the replay, the earliest first'),
    places: z.array(
      z.object({
        node: z.string(),
        code: z.string(),
        at: shapes.position.nullable(),
        level: level.nullable(),
        depth: z.number().describe('m over the ground'),
        begins: z.string().nullable(),
        peakAt: z.string(),
        minutes: z.number(),
        certainty: z.number().describe('%'),
      }),
    ),
    plan: z
      .array(
        z.object({
          level,
          people: z.number(),
          pumps: z.number(),
          closure: z.object({ zh: z.string(), en: z.string() }),
        }),
      )
      .describe('Who and what goes out for a warning; a level that is not there asks for nobody'),
    warnings: z.array(
      z.object({
        id: z.string(),
        node: z.string(),
        code: z.string(),
        level,
        state: z.enum(['open', 'over']),
        issued: z.string(),
        begins: z
          .string()
          .nullable()
          .describe('When water comes; null where only the heaviest rain brings it'),
        depth: z.number().describe('m over the ground'),
        certainty: z.number().describe('%'),
        case: z.string().nullable(),
      }),
    ),
    rain: z.object({ past: points, ahead: points }).describe('mm/h'),
    errors: z.array(z.object({ at: z.string(), before: z.number(), after: z.number() })),
    scores: z.array(
      z.object({
        lead: z.number().describe('Minutes ahead'),
        count: z.number(),
        error: z.number().describe('m: root mean square of level foreseen less measured'),
        still: z.number().describe('m: the same of saying that the level stays'),
      }),
    ),
  }),
  handle: async (context, asked) => {
    const { replay, runs, run, live } = await shownRun(context, asked)
    const known = {
      watched: await watchedIn(context),
      levels: WATER_LEVELS,
      plan: shapes.keysOf(WATER_LEVELS).flatMap((name) => {
        const each = WARNING_PLAN[name]
        return each ? [{ level: name, ...each }] : []
      }),
      rains: [...TWIN.rains],
      live,
      replay: replay ? replayOf(replay) : null,
      runs,
    }
    if (!run) return { ...known, run: null, places: [], warnings: [], rain: NO_RAIN, errors: [], scores: [] }
    return {
      ...known,
      run: runOf(context, run),
      places: [...(await placesOf(context, run))],
      warnings: await warningsOf(context, run),
      rain: await rainOf(context, run),
      errors: await errorsOf(context, run),
      scores: await scoresOf(context, run),
    }
  },
})
const NO_RAIN = { past: [], ahead: [] }

/** @throws GaoxinError DRAINAGE_REPLAY_GONE */
async function shownRun(
  context: Context,
  { replay: asked, run: chosen }: { readonly replay?: string | undefined; readonly run?: string | undefined },
) {
  const live = await newestRun(context)
  const known = await newestReplays(context, MOST_REPLAYS)
  const replay: ReplayRow | undefined = asked
    ? known.find(({ id }) => id === asked)
    : live
      ? undefined
      : known[0]
  if (asked && !replay) throw drainageError('DRAINAGE_REPLAY_GONE', { value: asked })
  if (!replay) return { live: live !== undefined, replay, runs: [], run: live }
  const runs = await replayedRuns(context, replay.id)
  const most = Math.max(...runs.map(({ standing }) => standing))
  const wettest = runs.findLast(({ standing }) => standing === most)
  const own = runs.find(({ id }) => id === chosen) ?? (replay.state === 'running' ? runs.at(-1) : wettest)
  return { live: live !== undefined, replay, runs, run: own && (await runOfId(context, own.id)) }
}
const MOST_REPLAYS = 100

const runOf = (context: Context, run: RunRow) => ({
  id: run.id,
  at: run.at,
  until: run.until,
  stale: run.replay === null && isStale(context, run),
  synthetic: run.synthetic,
  sensors: Number(run.sensors),
  doubted: run.doubted ?? null,
  before: run.error_before === null ? null : Number(run.error_before),
  after: run.error_after === null ? null : Number(run.error_after),
  rainPast: Number(run.rain_past),
  rainAhead: Number(run.rain_ahead),
  seconds: Number(run.seconds),
})

const field = defineRoute({
  method: 'GET',
  path: '/twin/field',
  summary: text('一次推演的逐时段水深与流量', 'Depths and flows of a run over the hours to come'),
  allow: LOOKING,
  input: z.object({ run: shapes.id }),
  output: z.object({
    times: z.array(z.string()),
    nodes: z.record(z.string(), z.array(z.number())).describe('cm over the bottom, by id'),
    links: z.record(z.string(), z.array(z.number())).describe('L/s, by id'),
    ground: z
      .record(z.string(), z.number())
      .describe('cm from the bottom to the ground, of nodes where water can come out'),
  }),
  handle: async (context, { run }) => {
    const kept = await fieldKept(context, run)
    if (!kept) throw drainageError('DRAINAGE_FIELD', { value: run })
    return { ...kept, ground: await groundOf(context, Object.keys(kept.nodes)) } as never
  },
})

const series = defineRoute({
  method: 'GET',
  path: '/twin/series',
  summary: text('一个节点或一段管的过程线', 'One node or link over time'),
  allow: LOOKING,
  input: z.object({
    ...shapes.start,
    run: shapes.id.optional().describe('The newest of the twin where left out'),
  }),
  output: z.object({
    id: z.string(),
    code: z.string(),
    kind: z.enum(['node', 'link']),
    ground: z.number().nullable().describe('m from the bottom to the ground'),
    sensor: z.string().nullable(),
    measured: points,
    before: points,
    after: points,
    ahead: points,
  }),
  handle: async (context, { node, link, run: asked }) => {
    const [kind, id] = node === undefined ? (['link', link] as const) : (['node', node] as const)
    if (id === undefined || (node !== undefined && link !== undefined)) throw drainageError('DRAINAGE_START')
    const { rows } = await sql<{ code: string; ground: number | null }>`${
      kind === 'node'
        ? sql`select code, depth::float8 as ground from drainage.nodes where id = ${id}`
        : sql`select code, null::float8 as ground from drainage.links where id = ${id}`
    }`.execute(context.db)
    const [row] = rows
    if (!row) throw drainageError('DRAINAGE_NONE', { value: id })
    const run = asked === undefined ? await newestRun(context) : await runOfId(context, asked)
    const shown = run
      ? await hydrographOf(context, run, kind, id)
      : { sensor: null, measured: [], before: [], after: [], ahead: [] }
    return { id, kind, ...row, ...shown } as never
  },
})

export const twinRoutes = [twin, field, series]
