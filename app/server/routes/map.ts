import { z } from 'zod'
import { boxOf, mapOf, placeColumns, placedOf, type RecordDefinition } from '../../../kernel/store/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { refuse } from '../problem.ts'
import { choiceOf, pathOf, permitted, questionShape } from './records.ts'

const WORLD = [-180, -90, 180, 90] as const
const degree = z.number().describe('Degrees, CGCS2000 or WGS-84')
const place = { longitude: degree, latitude: degree }

/** Every record that is not closed and says where its rows are. */
export const mapRoutes = (zone: Zone): readonly Route[] =>
  [...allRecords(zone.systems).values()]
    .filter((record) => !record.closed && placeColumns(record).length > 0)
    .map(mapRoute)

/** What a listing looks like on the map: the same rows, by the same filters and grants. */
const mapRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: `${pathOf(record)}/map`,
    summary: text(`${record.name.zh}地图`, `Map of ${record.name.en}`),
    allow: 'anyone',
    input: z.looseObject({
      box: z.string().max(200).optional().describe('`west,south,east,north` in degrees; all of them without'),
      part: z
        .enum(['all', 'points', 'totals'])
        .default('all')
        .describe('Totals read every row of the listing; whoever moves a map asks for its points only'),
      ...questionShape,
    }),
    output: z.object({
      count: z.number().int().optional().describe('Rows in the box'),
      points: z
        .array(z.object({ id: z.string(), label: z.string(), ...place }))
        .optional()
        .describe('Rows one by one: all of the box up to 2,000, else those that are alone in their cell'),
      clusters: z
        .array(z.object({ count: z.number().int(), ...place }))
        .optional()
        .describe('Cells of a grid with their rows and the centre of these'),
      placed: z.number().int().optional().describe('Rows of the listing that have a place'),
      without: z.number().int().optional().describe('Rows of the listing that have none'),
      extent: z
        .array(z.number())
        .length(4)
        .nullable()
        .optional()
        .describe('The smallest box around all places: west, south, east, north'),
    }),
    handle: async (context, { box, part, ...question }) => {
      const permit = permitted(record, context.actor, 'read')
      const [column] = placeColumns(permit.record)
      if (!column) throw refuse('RECORD_NO_PLACE', '这些记录没有位置', 'These rows have no place', 404)
      const choice = choiceOf(context, permit, question)
      const [points, totals] = await Promise.all([
        part === 'totals' ? {} : mapOf(context.db, permit.record, column, box ? boxOf(box) : WORLD, choice),
        part === 'points' ? {} : placedOf(context.db, permit.record, column, choice),
      ])
      return { ...points, ...totals } as object
    },
  })
