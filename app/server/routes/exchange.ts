import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import { CASES, caseColumns, exportCases, WORKERS } from '../../../kernel/flow/index.ts'
import {
  exportReadings,
  limitsOf,
  READINGS_TABLE,
  readingColumns,
  requireDevice,
} from '../../../kernel/series/index.ts'
import { csvTemplate, exportRows, importTemplate, loadOffices } from '../../../kernel/store/exchange/index.ts'
import { allColumns, type RecordDefinition } from '../../../kernel/store/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { type Language, text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { type Exporter, exporter } from '../exchange/exporter.ts'
import { askedOf, askedShape } from './flow/cases.ts'
import { choiceOf, filterOf, permitted, questionShape, recordIn } from './records.ts'
import { seriesRange } from './series.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const TYPES = { xlsx: XLSX, csv: CSV } as const
const BOTH = { contentType: [XLSX, 'text/csv'] } as const

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
export function exchangeRoutes(zone: Zone): readonly Route[] {
  const leave = exporter()
  return [templateRoute(zone), exportRoute(zone, leave), caseExportRoute(leave), readingsExportRoute(leave)]
}

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

const exportRoute = (zone: Zone, leave: Exporter): Route =>
  defineRoute({
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
      const fields = columns?.split(',').filter((name) => name in allColumns(record))
      const { q, asOf, knownOn, sort } = question
      const leaving = {
        id: record.id,
        name: record.name,
        format,
        fields: fields ?? Object.keys(record.columns),
        question: { filter: filterOf(question), q, asOf, knownOn, sort },
      }
      const pieces = await leave(context, leaving, (out, onRows) =>
        exportRows(
          context.db,
          record,
          { ...choiceOf(context, permit, question), format, language, columns: fields, onRows },
          out,
        ),
      )
      return {
        fileName: fileName(record, language, context.today, format),
        contentType: TYPES[format],
        pieces,
      }
    },
  })

/** The ledger of cases is no record: its own rules say who may see which. */
const caseExportRoute = (leave: Exporter): Route =>
  defineRoute({
    method: 'GET',
    path: '/exchange/flow/cases/export',
    summary: text('导出办件台账', 'Export the ledger of cases'),
    allow: WORKERS,
    input: z.object({ format: fileShape.format, language: fileShape.language, ...askedShape }),
    output: BOTH,
    handle: async (context, { format, language, ...asked }) => {
      const of = askedOf(asked)
      const leaving = { ...CASES, format, fields: Object.keys(caseColumns(context)), question: asked }
      const pieces = await leave(context, leaving, (out, onRows) =>
        exportCases(context, of, { format, language, onRows }, out),
      )
      return {
        fileName: fileName(CASES, language, context.today, format),
        contentType: TYPES[format],
        pieces,
      }
    },
  })

/** Readings are no record: whoever may export their device may export them. */
const readingsExportRoute = (leave: Exporter): Route =>
  defineRoute({
    method: 'GET',
    path: '/exchange/series/readings/export',
    summary: text('导出一个序列的读数', 'Export the readings of a series'),
    allow: OFFICERS,
    input: z.object({ format: fileShape.format, language: fileShape.language, ...seriesRange }),
    output: BOTH,
    handle: async (context, { format, language, from, to, ...name }) => {
      await requireDevice(context, name.device, 'export')
      await limitsOf(context.db, name)
      const leaving = {
        ...READINGS_TABLE,
        format,
        fields: Object.keys(readingColumns),
        question: { ...name, from, to },
      }
      const pieces = await leave(context, leaving, (out, onRows) =>
        exportReadings(context.db, name, from, to, { format, language, onRows }, out),
      )
      return {
        fileName: fileName(READINGS_TABLE, language, context.today, format),
        contentType: TYPES[format],
        pieces,
      }
    },
  })

const fileName = (
  record: Pick<RecordDefinition, 'name'>,
  language: Language,
  what: string,
  format: string,
): string => `${record.name[language]} ${what}.${format}`
