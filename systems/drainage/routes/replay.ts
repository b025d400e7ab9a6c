import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { beginReplay, cancelReplay, mayReplay, newestReplays, pastStorms } from '../twin/replay/index.ts'
import type { ReplayRow } from '../twin/tables.ts'
import { REPLAY_STATES } from '../twin/words.ts'
import * as shapes from './shapes.ts'

const { LOOKING } = shapes
const MOST = 8
const iso = (at: number): string => new Date(at).toISOString()

export const replayed = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  rain: z.number().describe('mm'),
  every: z.number().describe('Minutes from run to run'),
  state: z.enum(shapes.keysOf(REPLAY_STATES)),
  turns: z.number(),
  total: z.number(),
  synthetic: z.boolean(),
})

export const replayOf = ({
  id,
  begins_at,
  ends_at,
  rain,
  every,
  state,
  turns,
  total,
  synthetic,
}: ReplayRow) => ({
  id,
  from: begins_at,
  to: ends_at,
  rain: Number(rain),
  every: Number(every),
  state: state as keyof typeof REPLAY_STATES,
  turns: Number(turns),
  total: Number(total),
  synthetic,
})

const list = defineRoute({
  method: 'GET',
  path: '/replays',
  summary: text('过去的暴雨和已有的重演', 'Storms that are past, and replays of them'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({
    may: z.boolean().describe('Whether who asks may begin one'),
    storms: z.array(
      z.object({
        begins: z.string(),
        ends: z.string(),
        rain: z.number().describe('mm, mean of the gauges'),
        from: z.string().describe('The stretch to replay: some time before it and after it'),
        to: z.string(),
      }),
    ),
    replays: z.array(replayed),
  }),
  handle: async (context) => ({
    may: mayReplay(context.actor),
    storms: (await pastStorms(context)).map(({ begins, ends, mm, around }) => ({
      begins: iso(begins),
      ends: iso(ends),
      rain: Number(mm.toFixed(1)),
      from: iso(around.from),
      to: iso(around.to),
    })),
    replays: (await newestReplays(context, MOST)).map(replayOf),
  }),
})

const begin = defineRoute({
  method: 'POST',
  path: '/replays',
  summary: text('重演过去的一段', 'Begin the replay of a stretch that is past'),
  allow: ['officer'],
  input: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
  output: z.object({ id: z.string() }),
  handle: async (context, { from, to }) => ({
    id: await beginReplay(context, { from: Date.parse(from), to: Date.parse(to) }),
  }),
})

const cancel = defineRoute({
  method: 'POST',
  path: '/replays/:id/cancel',
  summary: text('取消重演', 'End a replay early'),
  allow: ['officer'],
  input: z.object({ id: shapes.id }),
  output: z.object({ id: z.string() }),
  handle: async (context, { id }) => {
    await cancelReplay(context, id)
    return { id }
  },
})

export const replayRoutes = [list, begin, cancel]
