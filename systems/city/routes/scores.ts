import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { addDays, daysBetween } from '../../../kernel/calendar/days.ts'
import { dayAt } from '../../../kernel/calendar/moments.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { cityError } from '../errors.ts'
import {
  daysOf,
  hotCells,
  OBJECTS,
  type ScoredObject,
  scoreOfAll,
  scoresOf,
  underWay,
} from '../scoring/query.ts'
import { COUNTS, type Period, RATES } from '../scoring/rates.ts'
import { hotSquares, SIDES, type Side } from '../scoring/squares.ts'
import { RECUR_DAYS, WEIGHTS } from '../settings.ts'
import { type ReportState, STATES } from '../words.ts'

const LOOKING: readonly Role[] = [...OFFICERS, 'guest']
const day = z.iso.date()
const dates = { from: day.optional(), to: day.optional().describe('The last day, included') }

const MOST_DAYS = 400

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** First and last day, the last so many at Beijing unless said otherwise. @throws GaoxinError CITY_PERIOD */
export function lastDays(context: Context, { from, to }: Asked, days: number) {
  const last = to ?? dayAt(context.moment())
  const first = from ?? addDays(last, 1 - days)
  if (first > last || daysBetween(first, last) > MOST_DAYS)
    throw cityError('CITY_PERIOD', { value: `${first} ${last}` })
  return { from: first, to: last }
}

/** Whole days, the last 30 unless said otherwise; never beyond the moment. */
function periodOf(context: Context, asked: Asked): Period {
  const { from, to } = lastDays(context, asked, 30)
  const end = new Date(`${addDays(to, 1)}T00:00:00+08:00`).toISOString()
  return {
    from: new Date(`${from}T00:00:00+08:00`).toISOString(),
    to: [end, context.moment()].sort()[0] as string,
  }
}

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]]
const counts = z.object(
  Object.fromEntries(COUNTS.map((name) => [name, z.number()])) as Record<
    (typeof COUNTS)[number],
    z.ZodNumber
  >,
)
const rates = z.object(
  Object.fromEntries(Object.keys(RATES).map((name) => [name, z.number().nullable()])) as Record<
    keyof typeof RATES,
    z.ZodNullable<z.ZodNumber>
  >,
)
const score = z.object({
  key: z.string().nullable(),
  counts,
  rates: rates.describe('0 to 1; null where there was nothing to count'),
  score: z.number().nullable(),
})
const period = z.object({ from: z.string(), to: z.string() })

const scores = defineRoute({
  method: 'GET',
  path: '/scores',
  summary: text('区域、部门、岗位评价', 'How areas, offices and posts do'),
  allow: LOOKING,
  input: z.object({ ...dates, by: z.enum(keysOf(OBJECTS)) }),
  output: z.object({
    period,
    all: score,
    rows: z.array(score),
    weights: z.record(z.string(), z.number()).describe('Of each rate in the score; samples'),
  }),
  handle: async (context, { by, ...asked }) => {
    const found = periodOf(context, asked)
    return {
      period: found,
      all: await scoreOfAll(context, found),
      rows: await scoresOf(context, by as ScoredObject, found),
      weights: WEIGHTS,
    }
  },
})

const overview = defineRoute({
  method: 'GET',
  path: '/overview',
  summary: text(
    '城管总览：在办、超时、逐日、高发网格',
    'What is under way, late, by day, and the worst cells',
  ),
  allow: LOOKING,
  input: z.object(dates),
  output: z.object({
    period,
    states: z.record(z.enum(keysOf(STATES)), z.number()),
    late: z.number(),
    days: z.array(z.object({ day: z.string(), reported: z.number(), closed: z.number() })),
    cells: z
      .array(
        z.object({
          grid: z.string(),
          street: z.string().nullable(),
          longitude: z.number(),
          latitude: z.number(),
          reports: z.number(),
          again: z.number(),
          around: z
            .number()
            .nullable()
            .describe('Reports in the cells whose outlines touch it; of the worst ten'),
        }),
      )
      .describe('The worst first; all of them with a report, 400 at most'),
    recurDays: z.number(),
  }),
  handle: async (context, asked) => {
    const found = periodOf(context, asked)
    const { states, late } = await underWay(context, context.moment())
    const none = Object.fromEntries(Object.keys(STATES).map((state) => [state, 0])) as Record<
      ReportState,
      number
    >
    return {
      period: found,
      states: { ...none, ...states },
      late,
      days: await daysOf(context, found),
      cells: await hotCells(context, found, 400),
      recurDays: RECUR_DAYS,
    }
  },
})

const squares = defineRoute({
  method: 'GET',
  path: '/squares',
  summary: text('按等大方格看上报量', 'What was reported by squares of equal size'),
  allow: LOOKING,
  input: z.object({ ...dates, side: z.literal(SIDES.map(String)).describe('m') }),
  output: z.object({
    period,
    squares: z.array(
      z.object({
        grid: z.string(),
        outline: z.array(z.array(z.array(z.number()))).describe('Rings of longitude and latitude'),
        reports: z.number(),
        again: z.number(),
      }),
    ),
  }),
  handle: async (context, { side, ...asked }) => {
    const found = periodOf(context, asked)
    return { period: found, squares: await hotSquares(context, found, Number(side) as Side) }
  },
})

export const scoreRoutes = [scores, overview, squares]
