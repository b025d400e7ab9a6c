import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { SOMEBODY } from '../../../kernel/access/actor.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import {
  csvTemplate,
  exportRows,
  exports,
  importTemplate,
  loadOffices,
} from '../../../kernel/store/exchange/index.ts'
import { allColumns, insertRows, type RecordDefinition, updateRow } from '../../../kernel/store/index.ts'
import { type Bytes, type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { type Language, text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { streamed } from '../exchange/stream.ts'
import { Places } from '../exchange/turns.ts'
import { choiceOf, filterOf, permitted, questionShape, recordIn } from './records.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const TYPES = { xlsx: XLSX, csv: CSV } as const
const BOTH = { contentType: [XLSX, 'text/csv'] } as const

/**
 * Exports at once: each holds a connection to the database for as long as its reader takes. Who is nobody in
 * particular has places apart, so that nobody from outside takes those of the zone's own people.
 */
const AT_ONCE = 4
const EACH = 2
const OF_STRANGERS = 1

export const nameShape = {
  system: z.string().max(100),
  record: z.string().max(100),
}
const fileShape = {
  ...nameShape,
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['zh', 'en']).default('zh'),
}

/** Templates and exports of any record that its grants hand out. */
export const exchangeRoutes = (zone: Zone): readonly Route[] => [templateRoute(zone), exportRoute(zone)]

const templateRoute = (zone: Zone): Route =>
  defineRoute({
    method: 'GET',
    path: '/exchange/:system/:record/template',
    summary: text('导入模板', 'Template for an import'),
    allow: 'anyone',
    input: z.object(fileShape),
    output: BOTH,
    handle: async (context, { system, record: table, format, language }) => {
      const { record } = permitted(recordIn(zone, system, table), context.actor, 'import')
      return {
        fileName: fileName(record, language, language === 'zh' ? '模板' : 'template', format),
        contentType: TYPES[format],
        body:
          format === 'csv'
            ? csvTemplate(record, language)
            : await importTemplate(record, await loadOffices(context.db), language),
      }
    },
  })

function exportRoute(zone: Zone): Route {
  const people = new Places(AT_ONCE, EACH)
  const strangers = new Places(OF_STRANGERS, OF_STRANGERS)
  return defineRoute({
    method: 'GET',
    path: '/exchange/:system/:record/export',
    summary: text('导出列表', 'Export a list'),
    allow: 'anyone',
    // Filters as those of the list: filter[column]=value.
    input: z.looseObject({
      ...fileShape,
      columns: z.string().max(5000).optional().describe('Columns by id, with commas between; all without it'),
      ...questionShape,
    }),
    output: BOTH,
    handle: async (context, input) => {
      const { system, record: table, format, language, columns, ...question } = input
      const permit = permitted(recordIn(zone, system, table), context.actor, 'export')
      const { record } = permit
      const { actor } = context
      const release = (SOMEBODY.includes(actor.role) ? people : strangers).take(actor.id)
      if (!release) throw busy()
      try {
        const fields = columns?.split(',').filter((name) => name in allColumns(record))
        const { q, asOf, knownOn, sort } = question
        const asked = { filter: filterOf(question), q, asOf, knownOn, sort }
        const note = await beginNote(context, record, { format, fields, question: asked })
        const out = new PassThrough()
        let rows = 0
        const work = exportRows(
          context.db,
          record,
          {
            ...choiceOf(context, permit, question),
            format,
            language,
            columns: fields,
            onRows: (done) => {
              rows = done
            },
          },
          out,
        )
        const noted = work.then(
          () => endNote(context, note, 'done', rows),
          () => endNote(context, note, 'broken', rows),
        )
        void noted.finally(release).catch(() => {})
        await streamed(work, out)
        return {
          fileName: fileName(record, language, context.today, format),
          contentType: TYPES[format],
          pieces: until(noted, out),
        }
      } catch (error) {
        release()
        throw error
      }
    },
  })
}

/** What comes, and then the end of the work: whoever has the whole file can find it entered. */
async function* until(work: Promise<unknown>, pieces: Bytes): AsyncGenerator<Uint8Array> {
  yield* pieces
  await work
}

const fileName = (record: RecordDefinition, language: Language, what: string, format: string): string =>
  `${record.name[language]} ${what}.${format}`

/** Who takes what is entered before the first row leaves. @returns the id of the note */
async function beginNote(
  outer: Context,
  record: RecordDefinition,
  { format, fields, question }: { format: string; fields: readonly string[] | undefined; question: object },
): Promise<string> {
  const id = outer.newId()
  await outer.transaction(async ({ db, actor, now, newId }) => {
    const row = {
      id,
      record: record.id,
      record_name: record.name.zh,
      format,
      state: 'running',
      person: actor.id,
      person_name: actor.name,
      started_at: now(),
      fields: (fields ?? Object.keys(record.columns)).join(', '),
      question: JSON.stringify(question),
    }
    await insertRows(db, exports, [row], { actor, now: now(), newId })
  })
  return id
}

const endNote = (context: Context, id: string, state: 'done' | 'broken', rows: number): Promise<unknown> =>
  updateRow(context, exports, id, { state, rows, ended_at: context.now() })

const busy = () =>
  new GaoxinError(
    'EXPORT_BUSY',
    text('同时导出的人太多', 'Too many exports are under way'),
    text('请过一会儿再导出', 'Try again in a while'),
    { status: 503 },
  )
