import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import {
  type AfterSeries,
  changeLimits,
  devices,
  FLAGS,
  type Flag,
  flaggedIn,
  limitsOf,
  listSeries,
  mayDevice,
  noReading,
  quantitiesOf,
  reflag,
  requireDevice,
  spanOf,
} from '../../../kernel/series/index.ts'
import { textShape } from '../../../kernel/shapes.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { cursorOf, wordOf } from './flow/cursor.ts'

/** Those who read the record of devices. */
export const READERS: readonly Role[] = [...OFFICERS, 'guest']
/** Days that are judged anew at once: a page goes on from there, and shows how far it is. */
const MOST_DAYS = 31

const id = z.string().max(200)
const instant = z.iso.datetime({ offset: true })
const nameShape = { device: id.describe('Id of the device'), quantity: id }
const flagShape = z.array(z.enum(Object.keys(FLAGS) as [Flag, ...Flag[]]))
const lineShape = z.object({
  ...nameShape,
  code: z.string().describe('Of the device'),
  name: z.string().describe('Of the device'),
  office: z.string(),
  quantityName: textShape,
  unit: z.string(),
  every: z.number().describe('Seconds between two readings'),
  at: z.string(),
  value: z.number(),
  flags: flagShape,
  silent: z.boolean().describe('Readings are missing since'),
})
const limit = z.number().finite().nullable()
const limitsShape = z.object({
  every: limit.describe('Seconds between two readings'),
  low: limit,
  high: limit,
  rate: limit.describe('The most that it can change in a second'),
  stuck: limit.describe('Seconds'),
})
const afterShape: z.ZodType<AfterSeries> = z.object({ code: z.string(), number: z.number().int() })

/** 设备与监测量: series with where they stand, and what one of them is judged by. */
export const seriesListRoutes = (zone: Zone): readonly Route[] => {
  const known = new Map(quantitiesOf(zone.systems).map((quantity) => [quantity.id, quantity]))
  const named = (quantity: string) => {
    const { name, unit } = known.get(quantity) ?? { name: { zh: quantity, en: quantity }, unit: '' }
    return { quantityName: name, unit }
  }
  return [
    defineRoute({
      method: 'GET',
      path: '/series/list',
      summary: text('设备与监测量，各自最新读数', 'Series with their newest readings'),
      allow: READERS,
      input: z.object({
        q: z.string().trim().max(200).optional().describe('Part of the code or the name of the device'),
        device: id.optional(),
        quantity: id.optional(),
        office: id.optional(),
        state: z.enum(['silent', 'doubted']).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
        after: cursorOf(afterShape),
      }),
      output: z.object({ series: z.array(lineShape), next: z.string().nullable() }),
      handle: async (context, { limit, after, ...asked }) => {
        const lines = await listSeries(context, asked, { limit: limit + 1, after })
        const last = lines[limit - 1]
        return {
          series: lines
            .slice(0, limit)
            .map(({ number: _, ...line }) => ({ ...line, ...named(line.quantity) })),
          next: last && lines.length > limit ? wordOf({ code: last.code, number: last.number }) : null,
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/series/one',
      summary: text(
        '一个序列：最新读数、限值、变更',
        'One series: its newest reading, limits and their changes',
      ),
      allow: READERS,
      input: z.object(nameShape),
      output: lineShape.extend({
        kept: z.object({ from: z.string(), to: z.string() }).nullable().describe('Readings that are kept'),
        own: limitsShape,
        general: limitsShape.describe('Of the quantity'),
        changes: z.array(
          z.object({
            at: z.string(),
            by: z.string(),
            why: z.string(),
            before: limitsShape,
            after: limitsShape,
          }),
        ),
        mayChange: z.boolean(),
        mayExport: z.boolean(),
      }),
      handle: async (context, name) => {
        await requireDevice(context, name.device, 'read')
        const limits = await limitsOf(context.db, name)
        const [line] = await listSeries(context, name, { limit: 1 })
        const span = await spanOf(context.db, name)
        if (!line) throw noReading(name)
        const { number: _, ...shown } = line
        return {
          ...shown,
          ...named(name.quantity),
          ...limits,
          kept: span ? { from: span.from, to: span.to } : null,
          mayChange: await mayDevice(context, name.device, 'change'),
          mayExport:
            OFFICERS.includes(context.actor.role) && (await mayDevice(context, name.device, 'export')),
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/series/flagged',
      summary: text('一个序列中存疑的读数', 'The doubted readings of a series, the newest first'),
      allow: READERS,
      input: z.object({ ...nameShape, from: instant, to: instant.describe('Not included') }),
      output: z.object({
        since: z.string().describe('So far back it was looked'),
        readings: z.array(z.object({ at: z.string(), value: z.number(), flags: flagShape })),
      }),
      handle: async (context, { from, to, ...name }) => {
        await requireDevice(context, name.device, 'read')
        return flaggedIn(context.db, name, from, to)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/series/limits',
      summary: text('一个序列自己的限值', 'Limits of a series’ own'),
      allow: OFFICERS,
      input: z.object({ ...nameShape, own: limitsShape, why: z.string().trim().min(1).max(500) }),
      output: z.object({}),
      handle: async (context, { own, why, ...name }) => {
        await changeLimits(context, name, own, why)
        await context.changed(devices.id, [name.device])
        return {}
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/series/reflag',
      summary: text('按现行限值重新判定已存读数', 'Judges kept readings anew by the limits as they are'),
      allow: OFFICERS,
      input: z.object({ ...nameShape, from: instant, to: instant }),
      output: z.object({ changed: z.number().describe('Of so many readings the flags changed') }),
      handle: async (context, { from, to, ...name }) => {
        await requireDevice(context, name.device, 'change')
        const [start, end] = [Date.parse(from), Date.parse(to)]
        if (!(start <= end) || end - start > MOST_DAYS * 86_400_000) throw tooLong({ from, to })
        const span = await spanOf(context.db, name)
        return { changed: span ? await reflag(context.db, [span.id], start, end) : 0 }
      },
    }),
  ]
}

const tooLong = (value: object) =>
  new GaoxinError(
    'SERIES_LONG',
    text(`一次最多重新判定 ${MOST_DAYS} 天`, `${MOST_DAYS} days are judged anew at once at most`),
    text('请给出先后两个时间，分段进行', 'Give two moments, the earlier first, a stretch after the other'),
    { place: 'series', value },
  )
