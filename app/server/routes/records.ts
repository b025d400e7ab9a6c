import { z } from 'zod'
import { getRow, listRows, notFound, type RecordDefinition } from '../../../kernel/store/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'

const row = z.looseObject({ id: z.string() })

/** Every declared record as a list and a single row, one pair of routes each so that OpenAPI names them. */
export const recordRoutes = (zone: Zone): readonly Route[] =>
  [...allRecords(zone.systems).values()].flatMap((record) => [listRoute(record), rowRoute(record)])

const pathOf = (record: RecordDefinition) => `/records/${record.id.replace('.', '/')}`

const listRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: pathOf(record),
    summary: text(`${record.name.zh}列表`, `List of ${record.name.en}`),
    allow: 'anyone',
    // Filters come as filter[column]=value; the query parser leaves the names whole.
    input: z.looseObject({
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      sort: z.string().max(80).optional(),
      q: z.string().max(200).optional(),
    }),
    output: z.object({ total: z.number(), sums: z.record(z.string(), z.string()), rows: z.array(row) }),
    handle: async (context, { offset, limit, sort, q, ...rest }) => {
      const filter = Object.fromEntries(
        Object.entries(rest).flatMap(([key, value]) => {
          const column = /^filter\[(\w+)\]$/.exec(key)?.[1]
          return column && typeof value === 'string' ? [[column, value]] : []
        }),
      )
      const found = await listRows(context.db, record, {
        offset,
        limit,
        filter,
        ...(sort ? { sort } : {}),
        ...(q ? { search: q } : {}),
      })
      return { total: found.total, sums: { ...found.sums }, rows: found.rows as { id: string }[] }
    },
  })

const rowRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: `${pathOf(record)}/:id`,
    summary: text(`一条${record.name.zh}`, `One row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({ id: z.string().max(200) }),
    output: row,
    handle: async (context, { id }) => {
      const found = await getRow(context.db, record, id)
      // Files and the like are handed out by the system's own route, to those who may have them.
      if (found)
        return Object.fromEntries(
          Object.entries(found).filter(
            ([name]) => !(record.columns[name]?.quiet && record.columns[name]?.kind === 'data'),
          ),
        ) as { id: string }
      throw notFound(record, id)
    },
  })
