import exceljs from 'exceljs'
import { text } from '../../text.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { FORMATS } from '../schema.ts'
import { fillable, headerNames } from './columns.ts'
import type { Office } from './lookups.ts'

/** Rows that the drop-downs and formats of a template reach. */
const REACH = 10_000
const HIDDEN = '_gaoxin'

/** A sheet's name as Excel allows it. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]*?:/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

/** An empty workbook to be filled: a header with help in its comments, formats and drop-downs below it. */
export async function importTemplate(
  record: RecordDefinition,
  offices: readonly Office[],
): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  book.creator = 'Gaoxin'
  const sheet = book.addWorksheet(sheetName(record.name.zh), { views: [{ state: 'frozen', ySplit: 1 }] })
  const hidden = book.addWorksheet(HIDDEN, { state: 'veryHidden' })
  const names = templateColumns(record)
  const headers = headerNames(record, names, 'zh')
  hidden.getRow(1).values = [record.id]
  hidden.getRow(2).values = [...names]
  for (const [i, name] of names.entries()) {
    const column = fillable(record)[name]!
    const required = !column.optional
    const head = sheet.getCell(1, i + 1)
    head.value = `${required ? '*' : ''}${headers[name]}`
    head.font = { bold: true, ...(required ? { color: { argb: 'FFC0392B' } } : {}) }
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFFDECEA' : 'FFEFF3F8' } }
    head.note = helpOf(column)
    const line = sheet.getColumn(i + 1)
    line.width = column.kind === 'longText' ? 40 : Math.max(14, String(head.value).length * 2 + 2)
    line.numFmt = FORMAT[column.kind] ?? 'General'
    const options = optionsOf(column, offices)
    if (options.length > 0) {
      // Beside the names in row 2, so that the hidden sheet reads as one list under each column.
      for (const [at, option] of options.entries()) hidden.getCell(at + 3, i + 1).value = option
      const letter = hidden.getColumn(i + 1).letter
      validate(sheet, i, {
        type: 'list',
        formulae: [`${HIDDEN}!$${letter}$3:$${letter}$${options.length + 2}`],
        error: '请从下拉列表中选择',
      })
    } else if (column.kind === 'date')
      validate(sheet, i, {
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date('1900-01-01T00:00:00Z')],
        error: '请填日期，如 2024-11-15',
      })
    else if (column.kind === 'integer')
      validate(sheet, i, {
        type: 'whole',
        operator: 'between',
        formulae: [-999_999_999_999_999, 999_999_999_999_999],
        error: '请填整数',
      })
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** What a person fills in: no structured data, nothing quiet that may be left out; the id only where it is the key. */
function templateColumns(record: RecordDefinition): string[] {
  const own = Object.entries(record.columns)
    .filter(([, { kind, quiet, optional }]) => kind !== 'data' && !(quiet && optional))
    .map(([name]) => name)
  return record.unique?.length ? own : ['id', ...own]
}

const FORMAT: Partial<Record<Column['kind'], string>> = {
  date: 'yyyy-mm-dd',
  integer: '#,##0',
  decimal: '#,##0.00',
  // Text: Excel would take 2024-11 for a day, and digits of a code for a number.
  text: '@',
  longText: '@',
  month: '@',
  year: '@',
  instant: '@',
  reference: '@',
}

function helpOf({ help, kind, optional, unit }: Column): string {
  const lines = [
    optional ? '选填' : '必填',
    kind === 'office'
      ? '从下拉列表中选择，也可填简称'
      : kind === 'reference'
        ? '编号，或唯一的代码'
        : FORMATS[kind].zh,
    ...(unit ? [`单位：${unit}`] : []),
    ...(help ? [help.zh] : []),
  ]
  return lines.join('\n')
}

const YES_NO = text('是', '否')

function optionsOf(column: Column, offices: readonly Office[]): string[] {
  if (column.kind === 'boolean') return Object.values(YES_NO)
  if (column.kind === 'office') return offices.map(({ name }) => name)
  return column.kind === 'choice' ? Object.values(column.choices ?? {}).map(({ zh }) => zh) : []
}

type Rule = Pick<exceljs.DataValidation, 'type' | 'formulae' | 'operator' | 'error'>

function validate(sheet: exceljs.Worksheet, index: number, rule: Rule): void {
  const letter = sheet.getColumn(index + 1).letter
  // A range is one rule; ExcelJS's own types know rules of single cells only.
  const rules = (sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } })
    .dataValidations
  rules.add(`${letter}2:${letter}${REACH}`, {
    ...rule,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '填写有误',
  })
}
