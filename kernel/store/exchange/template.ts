import { stringify } from 'csv-stringify/sync'
import exceljs from 'exceljs'
import { type Language, type Text, text } from '../../text.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { formatOf } from '../schema.ts'
import { choiceLabel } from './cells.ts'
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

/** The header alone, as text that Excel opens as UTF-8. */
export function csvTemplate(record: RecordDefinition, language: Language): string {
  const headers = headerNames(record, templateColumns(record), language)
  return `\ufeff${stringify([Object.values(headers)], { record_delimiter: '\r\n' })}`
}

/** An empty workbook to be filled: a header with help in its comments, formats and drop-downs below it. */
export async function importTemplate(
  record: RecordDefinition,
  offices: readonly Office[],
  language: Language = 'zh',
): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  book.creator = 'Gaoxin'
  const sheet = book.addWorksheet(sheetName(record.name[language]), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  const hidden = book.addWorksheet(HIDDEN, { state: 'veryHidden' })
  const names = templateColumns(record)
  const headers = headerNames(record, names, language)
  hidden.getRow(1).values = [record.id]
  hidden.getRow(2).values = [...names]
  for (const [i, name] of names.entries()) {
    const column = fillable(record)[name]!
    const required = !column.optional
    const head = sheet.getCell(1, i + 1)
    head.value = `${required ? '*' : ''}${headers[name]}`
    head.font = { bold: true, ...(required ? { color: { argb: 'FFC0392B' } } : {}) }
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFFDECEA' : 'FFEFF3F8' } }
    head.note = helpOf(column, language)
    const line = sheet.getColumn(i + 1)
    line.width = column.kind === 'longText' ? 40 : Math.max(14, String(head.value).length * 2 + 2)
    line.numFmt = FORMAT[column.kind] ?? 'General'
    const options = optionsOf(column, offices, language)
    if (options.length > 0) {
      // Beside the names in row 2, so that the hidden sheet reads as one list under each column.
      for (const [at, option] of options.entries()) hidden.getCell(at + 3, i + 1).value = option
      const letter = hidden.getColumn(i + 1).letter
      validate(sheet, i, language, {
        type: 'list',
        formulae: [`${HIDDEN}!$${letter}$3:$${letter}$${options.length + 2}`],
        error: WORDS.choose[language],
      })
    } else if (column.kind === 'date')
      validate(sheet, i, language, {
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date('1900-01-01T00:00:00Z')],
        error: WORDS.date[language],
      })
    else if (column.kind === 'integer')
      validate(sheet, i, language, {
        type: 'whole',
        operator: 'between',
        formulae: [-999_999_999_999_999, 999_999_999_999_999],
        error: WORDS.integer[language],
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
  place: '@',
}

const WORDS = {
  required: text('必填', 'Required'),
  optional: text('选填', 'Optional'),
  office: text('从下拉列表中选择，也可填简称', 'Choose from the list, or give the short name'),
  reference: text('编号，或唯一的代码', 'The id, or the code that is unique'),
  personal: text('个人信息：加密保存，导出时脱敏', 'Tells of a person: kept encrypted, masked in exports'),
  choose: text('请从下拉列表中选择', 'Choose from the list'),
  date: text('请填日期，如 2024-11-15', 'Enter a date such as 2024-11-15'),
  integer: text('请填整数', 'Enter a whole number'),
  wrong: text('填写有误', 'This does not fit'),
} as const satisfies Record<string, Text>

function helpOf(column: Column, language: Language): string {
  const { help, kind, optional, unit, personal } = column
  const lines: readonly (Text | undefined)[] = [
    optional ? WORDS.optional : WORDS.required,
    kind === 'office' || kind === 'reference' ? WORDS[kind] : formatOf(column),
    unit ? text(`单位：${unit}`, `Unit: ${unit}`) : undefined,
    personal && WORDS.personal,
    help,
  ]
  return lines.flatMap((line) => (line ? [line[language]] : [])).join('\n')
}

const YES_NO = [text('是', 'Yes'), text('否', 'No')]

function optionsOf(column: Column, offices: readonly Office[], language: Language): string[] {
  if (column.kind === 'boolean') return YES_NO.map((word) => word[language])
  if (column.kind === 'office') return offices.map(({ name }) => name)
  return column.kind === 'choice'
    ? Object.keys(column.choices ?? {}).map((key) => choiceLabel(column, key, language))
    : []
}

type Rule = Pick<exceljs.DataValidation, 'type' | 'formulae' | 'operator' | 'error'>

function validate(sheet: exceljs.Worksheet, index: number, language: Language, rule: Rule): void {
  const letter = sheet.getColumn(index + 1).letter
  // A range is one rule; ExcelJS's own types know rules of single cells only.
  const rules = (sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } })
    .dataValidations
  rules.add(`${letter}2:${letter}${REACH}`, {
    ...rule,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: WORDS.wrong[language],
  })
}
