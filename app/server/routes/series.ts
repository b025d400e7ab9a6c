import { z } from 'zod'
import {
  FLAGS,
  type Flag,
  gapsOf,
  keptReadings,
  latestOf,
  quantitiesOf,
  REFUSALS,
  type Refusal,
  readSeries,
  refusedSince,
  requireDevice,
} from '../../../kernel/series/index.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { READERS, seriesListRoutes } from './seriesList.ts'

/** Devices asked about at once. */
const MOST_DEVICES = 2000

const instant = z.iso.datetime({ offset: true })
/** A stretch of a series. */
export const seriesRange = {
  device: z.string().max(200).describe('Id of the device'),
  quantity: z.string().max(200),
  from: instant,
  to: instant.describe('Not included'),
}
const flags = Object.keys(FLAGS) as [Flag, ...Flag[]]
const refusals = Object.keys(REFUSALS) as [Refusal, ...Refusal[]]

export const seriesRoutes = (zone: Zone): readonly Route[] => [
  ...seriesListRoutes(zone),
  defineRoute({
    method: 'GET',
    path: '/series/quantities',
    summary: text('监测量，各存多久', 'What is measured, and how long it is kept'),
    allow: READERS,
    input: z.object({}),
    output: z.object({
      quantities: z.array(
        z.object({
          id: z.string(),
          name: textShape,
          unit: z.string(),
          every: z.number().describe('Seconds'),
        }),
      ),
      kept: z.array(
        z.object({
          quantity: z.string(),
          table: z.enum(['readings', 'minutes']),
          months: z.number().nullable().describe('Null: for good'),
          since: z.string(),
          rows: z.number().describe('As estimated'),
          bytes: z.number(),
        }),
      ),
    }),
    handle: async ({ db }) => ({
      quantities: quantitiesOf(zone.systems).map(({ id, name, unit, every }) => ({ id, name, unit, every })),
      kept: await keptReadings(db),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/series/latest',
    summary: text('各设备最新读数', 'The newest readings of devices'),
    allow: READERS,
    input: z.object({ devices: z.string().describe(`Ids, comma-separated, ${MOST_DEVICES} at most`) }),
    output: z.array(
      z.object({
        device: z.string(),
        quantity: z.string(),
        at: z.string(),
        value: z.number(),
        flags: z.array(z.enum(flags)),
        silent: z.boolean().describe('Readings are missing since'),
      }),
    ),
    handle: (context, { devices }) => latestOf(context, devices.split(',').slice(0, MOST_DEVICES)),
  }),
  defineRoute({
    method: 'GET',
    path: '/series/readings',
    summary: text('一个序列，不丢峰值', 'A series, without losing a peak'),
    allow: READERS,
    input: z.object({ ...seriesRange, points: z.coerce.number().int().min(1).max(10_000).default(1000) }),
    output: z.object({
      source: z.enum(['readings', '1min', '1h', '1d']),
      width: z.number().describe('Seconds of a point; 0: each is one reading'),
      points: z.array(
        z.object({
          at: z.string(),
          min: z.number(),
          max: z.number(),
          mean: z.number(),
          last: z.number(),
          count: z.number(),
          good: z.number().describe('How many of them nothing is doubted of'),
        }),
      ),
      gaps: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
    handle: async (context, { from, to, points, ...name }) => {
      await requireDevice(context, name.device, 'read')
      const [read, gaps] = await Promise.all([
        readSeries(context, name, from, to, points),
        gapsOf(context, name, from, to),
      ])
      return { ...read, gaps }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/series/refused',
    summary: text('拒收的读数', 'Readings that were refused'),
    allow: READERS,
    input: z.object({ since: z.iso.date(), device: z.string().max(200).optional() }),
    output: z.array(
      z.object({
        day: z.string(),
        device: z.string().describe('Id of the sender; empty where it named none that is known'),
        reason: z.enum(refusals),
        count: z.number(),
        last_at: z.string(),
        example: z.string(),
      }),
    ),
    handle: ({ db }, { since, device }) => refusedSince(db, since, device),
  }),
]
