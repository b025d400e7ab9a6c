import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { geometryOf, ringsOf } from '../../../kernel/geo/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { cleanStreets, dirtyCells } from '../scoring/cleanest.ts'
import { underWay } from '../scoring/query.ts'
import { ofToday, openPlaces, overdue } from '../scoring/wall.ts'
import { CRITERIA, type Criterion } from '../words.ts'
import { lastDays } from './scores.ts'
import * as shapes from './shapes.ts'

const LOOKING: readonly Role[] = [...OFFICERS, 'guest']

/** Cells that one picture shows. */
const MOST_CELLS = 5000
const MOST_OPEN = 2000
const MOST_LATE = 8
const NONE = { verifying: 0, accepting: 0, dispatching: 0, handling: 0, checking: 0 }

const cells = defineRoute({
  method: 'GET',
  path: '/cells',
  summary: text('单元网格的边界', 'Outlines of the cells'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({
    cells: z.array(
      z.object({
        grid: z.string(),
        street: z.string(),
        outline: z.array(z.array(z.array(z.number()))).describe('Rings of longitude and latitude'),
      }),
    ),
  }),
  handle: async ({ db }) => {
    const { rows } = await sql<{ grid: string; street: string; outline: string }>`
      select code as grid, street, outline from city.grids order by code limit ${MOST_CELLS}`.execute(db)
    return {
      cells: rows.map(({ outline, ...cell }) => ({
        ...cell,
        outline: ringsOf(geometryOf(outline)).flat() as unknown as number[][][],
      })),
    }
  },
})

const wall = defineRoute({
  method: 'GET',
  path: '/wall',
  summary: text('指挥大屏：今日、超时、在办分布', 'The wall: today, what is late, and where cases are'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({
    at: z.string(),
    states: z.object({
      verifying: z.number(),
      accepting: z.number(),
      dispatching: z.number(),
      handling: z.number(),
      checking: z.number(),
    }),
    overdueCount: z.number(),
    today: z.object({ reported: z.number(), filed: z.number(), closed: z.number() }),
    overdue: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        class: z.string().nullable(),
        classEn: z.string().nullable(),
        address: z.string().nullable(),
        unit: z.string().nullable(),
        due: z.string(),
      }),
    ),
    open: z.array(
      z.object({
        id: z.string(),
        state: shapes.state,
        longitude: z.number(),
        latitude: z.number(),
        late: z.boolean(),
      }),
    ),
  }),
  handle: async (context) => {
    const at = context.moment()
    const { states, late } = await underWay(context, at)
    return {
      at,
      states: { ...NONE, ...states },
      overdueCount: late,
      today: await ofToday(context, at),
      overdue: await overdue(context, at, MOST_LATE),
      open: await openPlaces(context, at, MOST_OPEN),
    }
  },
})

const cleanest = defineRoute({
  method: 'GET',
  path: '/cleanest',
  summary: text(
    '“最干净城市”：街道按月得分和最差网格',
    'Cleanest city: streets by month, and the worst cells',
  ),
  allow: LOOKING,
  input: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    weights: z.record(z.enum(Object.keys(CRITERIA) as [Criterion, ...Criterion[]]), z.number()),
    streets: z.array(
      z.object({
        street: z.string(),
        month: z.string().nullable().describe('YYYY-MM; null: the whole period'),
        score: z.number().describe('0 to 100'),
        checks: z.number(),
        cells: z.number(),
      }),
    ),
    worst: z.array(
      z.object({
        grid: z.string(),
        street: z.string(),
        score: z.number(),
        checks: z.number(),
        worst: z.enum(Object.keys(CRITERIA) as [Criterion, ...Criterion[]]),
      }),
    ),
  }),
  handle: async (context, asked) => {
    const days = lastDays(context, asked, 365)
    return {
      ...days,
      weights: Object.fromEntries(
        Object.entries(CRITERIA).map(([name, { weight }]) => [name, weight]),
      ) as Record<Criterion, number>,
      streets: await cleanStreets(context, days),
      worst: await dirtyCells(context, days, 10),
    }
  },
})

export const cityRoutes = [cells, wall, cleanest]
