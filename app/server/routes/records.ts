import { z } from 'zod'
import type { Actor } from '../../../kernel/access/actor.ts'
import { findableBy, type Permit, permitFor, type Verb } from '../../../kernel/access/grants.ts'
import { recordOf } from '../../../kernel/store/exchange/index.ts'
import {
  allColumns,
  type Choice,
  endOfDay,
  getRow,
  historyOf,
  masked,
  notFound,
  pageOf,
  type RecordDefinition,
  totalsOf,
  type Vault,
  versionOf,
} from '../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { forbidden } from '../problem.ts'
import { knownOnShape } from './shapes.ts'

const row = z.looseObject({ id: z.string() })

/** The two times of a question: rows that hold on a day, as they were known at the end of another. */
const times = {
  asOf: z.iso.date().optional().describe('Rows that hold on this day'),
  knownOn: knownOnShape,
}

/** What may be asked of a list, besides its filters. */
export const questionShape = {
  sort: z.string().max(80).optional(),
  q: z.string().max(200).optional(),
  ...times,
}
type Question = z.infer<z.ZodObject<typeof questionShape>> & Readonly<Record<string, unknown>>

/** A question as the store takes it, within a permit. */
export const choiceOf = (context: Context, { where, record }: Permit, question: Question): Choice => ({
  filter: filterOf(question),
  where,
  vault: context.vault,
  findable: findableBy(recordOf(context, record.id), context.actor),
  sort: question.sort,
  target: (id) => {
    const found = recordOf(context, id)
    return found && !found.closed ? permitFor(found, context.actor, 'read') : undefined
  },
  search: question.q,
  asOf: question.asOf,
  knownOn: question.knownOn && endOfDay(question.knownOn),
})

/** Of a query: `filter[column]=value`. */
export const filterOf = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => {
      const column = /^filter\[(\w+)\]$/.exec(key)?.[1]
      return column && typeof value === 'string' ? [[column, value]] : []
    }),
  )

/** A record by its address: one that is closed, or is not there, is answered like one that is not permitted. */
export function recordIn(zone: Zone, system: string, record: string): RecordDefinition {
  const found = allRecords(zone.systems).get(`${system}.${record}`)
  if (!found || found.closed) throw forbidden()
  return found
}

/** Every declared record that is not closed: list, row and its history, a route each so that OpenAPI names them. */
export const recordRoutes = (zone: Zone): readonly Route[] =>
  [...allRecords(zone.systems).values()].flatMap((record) =>
    record.closed ? [] : [listRoute(record), rowRoute(record), historyRoute(record)],
  )

export const pathOf = (record: RecordDefinition) => `/records/${record.id.replace('.', '/')}`

const listRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: pathOf(record),
    summary: text(`${record.name.zh}列表`, `List of ${record.name.en}`),
    allow: 'anyone',
    // Filters come as filter[column]=value; the query parser leaves the names whole.
    input: z.looseObject({
      offset: z.coerce.number().int().min(0).default(0),
      after: z.string().max(4000).optional().describe('`next` of the page before: as fast far into the list'),
      before: z.string().max(4000).optional().describe('`previous` of the page after'),
      part: z
        .enum(['all', 'rows', 'totals'])
        .default('all')
        .describe('Totals read every row of the listing; a page that shall show at once asks for them apart'),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      ...questionShape,
    }),
    output: z.object({
      total: z.number().optional(),
      atLeast: z
        .boolean()
        .optional()
        .describe('A search in a large list found more than `total`; no sums then'),
      sums: z.record(z.string(), z.string()).optional(),
      rows: z.array(row).optional(),
      next: z.string().nullable().optional(),
      previous: z.string().nullable().optional(),
    }),
    handle: async (context, { offset, after, before, part, limit, ...question }) => {
      const permit = permitted(record, context.actor, 'read')
      const choice = choiceOf(context, permit, question)
      const place = { limit, offset, after: after || undefined, before: before || undefined }
      const [totals, page] = await Promise.all([
        part === 'rows' ? {} : totalsOf(context.db, permit.record, choice),
        part === 'totals' ? {} : pageOf(context.db, permit.record, { ...choice, ...place }),
      ])
      return { ...totals, ...page } as { rows?: { id: string }[] }
    },
  })

const rowRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: `${pathOf(record)}/:id`,
    summary: text(`一条${record.name.zh}`, `One row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({ id: z.string().max(200), knownOn: times.knownOn }),
    output: row.extend({ row_version: z.number().int().describe('What an edit of it says it has seen') }),
    handle: async (context, { id, knownOn }) => {
      const permit = permitted(record, context.actor, 'read')
      // Asked for before the row: an edit of an older version than it saw is refused, one of a newer would lose a change.
      const row_version = await versionOf(context.db, record, id)
      const found = await getRow(context.db, record, id, {
        knownOn: knownOn && endOfDay(knownOn),
        where: permit.where,
        vault: context.vault,
      })
      if (found) return { ...shown(permit.record, found), row_version } as { id: string; row_version: number }
      throw notFound(record, id)
    },
  })

const version = z.object({
  seq: z.number().int().describe('Names this version of the row'),
  at: z.string(),
  actor: z.string(),
  why: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

const historyRoute = (record: RecordDefinition): Route =>
  defineRoute({
    method: 'GET',
    path: `${pathOf(record)}/:id/history`,
    summary: text(`一条${record.name.zh}的变更记录`, `History of one row of ${record.name.en}`),
    allow: 'anyone',
    input: z.object({ id: z.string().max(200) }),
    output: z.array(version),
    handle: async (context, { id }) => {
      const permit = permitted(record, context.actor, 'read')
      // Whoever may see the row as it is may see how it came to be so.
      const seen =
        permit.where === undefined ||
        (await getRow(context.db, record, id, { where: permit.where, vault: context.vault }))
      const versions = seen ? await historyOf(context.db, record, id) : []
      if (versions.length === 0) throw notFound(record, id)
      return versions.map(({ before, after, ...one }) => ({
        ...one,
        before: before && visible(permit, before, context.vault),
        after: after && visible(permit, after, context.vault),
      }))
    },
  })

/** @throws GaoxinError FORBIDDEN: the same for every row, there or not. */
export function permitted(record: RecordDefinition, actor: Actor, verb: Verb): Permit {
  const permit = permitFor(record, actor, verb)
  if (permit) return permit
  throw forbidden()
}

/** A row of the table, or an image of one, as the permit shows it. */
export const visible = ({ record }: Permit, values: Readonly<Record<string, unknown>>, vault: Vault) =>
  shown(record, masked(record, values, vault))

/**
 * The columns that may be seen. Files and the like are handed out by the system's own route, to those who may have
 * them.
 */
export const shown = (record: RecordDefinition, values: Readonly<Record<string, unknown>>) => {
  const columns = allColumns(record)
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => columns[name] && !(columns[name].quiet && columns[name].kind === 'data'),
    ),
  )
}
