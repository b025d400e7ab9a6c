import exceljs from 'exceljs'
import type { Bulletin } from './content.ts'

/** The list with its lights as an Excel workbook; a light is colour, shape and word. */
const FILL = { done: 'FF8A94A3', red: 'FFC0392B', yellow: 'FFC98A00', green: 'FF2E7D5B' } as const
const SHAPE = { done: '✓', red: '■', yellow: '▲', green: '●' } as const

export async function bulletinXlsx(bulletin: Bulletin): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  book.creator = 'Gaoxin'
  // The same bytes for the same bulletin: no clock in it.
  book.created = book.modified = new Date(`${bulletin.day}T00:00:00Z`)
  addList(book, bulletin)
  addIndicators(book, bulletin)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addList(book: exceljs.Workbook, bulletin: Bulletin): void {
  const sheet = book.addWorksheet('任务清单', {
    views: [{ state: 'frozen', ySplit: 2, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '1:2',
    },
  })
  sheet.columns = [
    { key: 'code', width: 14 },
    { key: 'list', width: 10 },
    { key: 'text', width: 60 },
    { key: 'office', width: 12 },
    { key: 'leader', width: 12 },
    { key: 'dueOn', width: 12 },
    { key: 'planned', width: 10 },
    { key: 'actual', width: 10 },
    { key: 'light', width: 10 },
    { key: 'because', width: 40 },
    { key: 'letters', width: 36 },
  ]
  title(sheet, `${bulletin.title}${bulletin.synthetic ? '（演示数据）' : ''}`, 11)
  head(sheet, [
    '编号',
    '清单',
    '任务',
    '牵头单位',
    '牵头领导',
    '完成时限',
    '计划%',
    '完成%',
    '亮灯',
    '说明',
    '督办单',
  ])
  for (const row of bulletin.list) {
    const added = sheet.addRow({ ...row, light: `${SHAPE[row.light]} ${row.lightName}` })
    added.alignment = { vertical: 'middle', wrapText: true }
    added.getCell('light').font = { color: { argb: FILL[row.light] }, bold: true }
    for (const key of ['planned', 'actual']) added.getCell(key).numFmt = '0.0'
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2 + bulletin.list.length, column: 11 } }
}

function addIndicators(book: exceljs.Workbook, bulletin: Bulletin): void {
  const sheet = book.addWorksheet('主要指标', { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.columns = [
    { key: 'name', width: 30 },
    { key: 'period', width: 18 },
    { key: 'unit', width: 10 },
    { key: 'level', width: 14 },
    { key: 'growth', width: 12 },
    { key: 'office', width: 14 },
  ]
  title(sheet, `主要指标完成情况${bulletin.synthetic ? '（演示数据）' : ''}`, 6)
  head(sheet, ['指标', '时期', '单位', '累计', '同比%', '责任单位'])
  for (const row of bulletin.indicators) {
    const added = sheet.addRow({ ...row, level: numberOf(row.level), growth: numberOf(row.growth) })
    added.getCell('level').numFmt = formatOf(row.level)
    added.getCell('growth').numFmt = '0.0'
  }
}

const numberOf = (words: string): number | string => (words === '—' ? words : Number(words))
/** As many decimals as the figure is published with. */
const formatOf = (words: string): string => {
  const decimals = words.split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function title(sheet: exceljs.Worksheet, words: string, columns: number): void {
  sheet.mergeCells(1, 1, 1, columns)
  const cell = sheet.getCell(1, 1)
  cell.value = words
  cell.font = { bold: true, size: 16 }
  cell.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 30
}

function head(sheet: exceljs.Worksheet, names: readonly string[]): void {
  const row = sheet.getRow(2)
  row.values = [...names]
  row.font = { bold: true }
  row.alignment = { horizontal: 'center' }
}
