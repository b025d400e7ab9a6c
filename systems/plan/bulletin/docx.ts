import {
  AlignmentType,
  Document,
  DocumentGridType,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type FontName, PAGE, SIZES, TWO_CHARACTERS } from '../../../engines/report/write/gbt9704.ts'
import { fontOf, OFFICIAL_FOOTERS, OFFICIAL_PAGE } from '../../../engines/report/write/officialPage.ts'
import { chineseDate } from '../../../kernel/calendar/days.ts'
import type { Bulletin } from './content.ts'

/**
 * The bulletin as a Word file by GB/T 9704-2012: title 小标宋 2号 centred, headings 黑体, text 仿宋 3号 on 29 pt lines,
 * signature and date at the end, the list as an annex on a page of its own.
 */
export async function bulletinDocx(bulletin: Bulletin): Promise<Uint8Array> {
  const document = new Document({
    title: bulletin.title,
    creator: 'Gaoxin',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf('body'), size: SIZES.three } } } },
    sections: [
      {
        properties: {
          page: OFFICIAL_PAGE,
          grid: { type: DocumentGridType.LINES, linePitch: PAGE.linePitch },
        },
        footers: OFFICIAL_FOOTERS,
        children: body(bulletin),
      },
      // Tables of small type would be pulled onto the grid of 29 pt lines; the annex has none.
      { properties: { page: OFFICIAL_PAGE }, footers: OFFICIAL_FOOTERS, children: annex(bulletin) },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const SPACING = { line: PAGE.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
/** 小五 for tables: forty characters of a task fit a cell. */
const TABLE_SIZE = 18

const TABLE_SPACING = { line: 300, lineRule: LineRuleType.EXACT, before: 20, after: 20 } as const

const line = (words: string, font: FontName = 'body', keepNext = font !== 'body') =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: SPACING,
    indent: { firstLine: TWO_CHARACTERS },
    keepNext,
    overflowPunctuation: true,
    children: [new TextRun({ text: words, font: fontOf(font), size: SIZES.three })],
  })
const blank = () => new Paragraph({ spacing: SPACING, keepNext: true, children: [] })
const right = (words: string, characters: number, keepNext: boolean) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: SPACING,
    keepNext,
    indent: { right: (characters * TWO_CHARACTERS) / 2 },
    children: [new TextRun({ text: words, font: fontOf('body'), size: SIZES.three })],
  })

function body(bulletin: Bulletin): (Paragraph | Table)[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: SPACING,
      children: titleLines(bulletin.title).map(
        (text, index) =>
          new TextRun({ text, font: fontOf('title'), size: SIZES.two, ...(index > 0 ? { break: 1 } : {}) }),
      ),
    }),
    blank(),
    ...(bulletin.synthetic ? [line('（本通报由演示数据生成，不是真实公文）')] : []),
    line('一、总体情况', 'heading1'),
    ...bulletin.summary.map((words) => line(words)),
    line('二、主要指标完成情况', 'heading1'),
    ...(bulletin.indicators.length === 0
      ? [line('本期无可计算的指标。')]
      : [
          table(
            ['指标', '时期', '单位', '累计', '同比（%）', '责任单位'],
            bulletin.indicators.map((row) => [
              row.name,
              row.period,
              row.unit,
              row.level,
              row.growth,
              row.office,
            ]),
            [28, 20, 10, 14, 12, 16],
            new Set([3, 4]),
          ),
        ]),
    line('三、滞后事项及原因', 'heading1'),
    ...(bulletin.late.length === 0
      ? [line('本期无滞后事项。')]
      : bulletin.late.map((late, index) =>
          line(`${index + 1}.${late.text}（${late.code}，${late.office}）：${late.light}，${late.because}。`),
        )),
    line('四、下一步打算', 'heading1'),
    // The signature never stands on a page without text: the lines before it go along.
    ...bulletin.next.map((words, index) => line(`${index + 1}.${words}`, 'body', index > 0)),
    blank(),
    line('附件：任务清单', 'body', true),
    blank(),
    right('督查室', 5, true),
    right(chineseDate(bulletin.day), 4, false),
  ]
}

/** Twenty characters of 2号 fill a line; a longer title breaks before 推进, not inside a word. */
const titleLines = (title: string): readonly string[] => {
  const at = title.indexOf('推进')
  return title.length <= 20 || at < 0 ? [title] : [title.slice(0, at), title.slice(at)]
}

function annex(bulletin: Bulletin): (Paragraph | Table)[] {
  return [
    new Paragraph({
      spacing: SPACING,
      children: [new TextRun({ text: '附件', font: fontOf('heading1'), size: SIZES.three })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: SPACING,
      children: [new TextRun({ text: '任务清单', font: fontOf('title'), size: SIZES.two })],
    }),
    blank(),
    table(
      ['编号', '任务', '牵头单位', '时限', '进度（%）', '亮灯'],
      bulletin.list.map((row) => [
        row.code,
        row.text,
        row.office,
        row.dueOn,
        `${row.actual}/${row.planned}`,
        row.lightName,
      ]),
      [14, 38, 12, 14, 14, 8],
      new Set([4]),
    ),
  ]
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  rightColumns: ReadonlySet<number>,
): Table {
  const cell = (words: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 10, type: WidthType.PERCENTAGE },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: bold
            ? AlignmentType.CENTER
            : rightColumns.has(column)
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: TABLE_SPACING,
          children: [
            new TextRun({ text: words, font: fontOf(bold ? 'heading1' : 'body'), size: TABLE_SIZE }),
          ],
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((words, column) => cell(words, column, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((words, column) => cell(words, column, false)) }),
      ),
    ],
  })
}
