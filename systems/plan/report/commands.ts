import { countDraft, toDocx, toHtml, toMarkdown } from '../../../engines/report/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Command } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { yearAsked } from './asked.ts'
import { verifyReport } from './check.ts'
import { draftReport } from './draft.ts'
import { scoreLines, verifyTable } from './table.ts'

export const verifyCommand: Command = {
  name: 'verify',
  summary: text(
    '逐项核对报告所列数字与由记录计算的数字',
    'Check each stated figure against the one computed from records',
  ),
  options: [
    { flags: '--period <year>', about: text('报告总结的年度', 'The year that the report sums up') },
    { flags: '--json', about: text('以 JSON 输出', 'print JSON') },
  ],
  atStart: true,
  run: async (context, options, io) => {
    const { report, rows, score } = await verifyReport(context, periodOf(options))
    if (options.json) io.print(JSON.stringify({ report, rows, score }, null, 2))
    else {
      io.print(report.title)
      for (const line of verifyTable(rows, io.language)) io.print(line)
      for (const line of scoreLines(score, io.language)) io.print(line)
      if (rows.some(({ synthetic }) => synthetic))
        io.print(
          io.language === 'zh'
            ? '计算所用记录为演示数据（系统生成，非真实申报）'
            : 'The records behind computed figures are synthetic demonstration data',
        )
    }
    return score.figures.different > 0 ? 1 : 0
  },
}

const FORMATS = ['html', 'docx', 'md'] as const

export const reportCommand: Command = {
  name: 'report',
  summary: text('由台账写出年度报告或下一年草稿', 'Write the year’s report, or its draft, from the ledger'),
  options: [
    { flags: '--period <year>', about: text('年度', 'year'), default: '2023' },
    { flags: '--format <format>', about: text('html、docx 或 md', 'html, docx or md'), default: 'md' },
    { flags: '--out <file>', about: text('输出文件；不写则输出到屏幕（docx 除外）', 'file to write') },
  ],
  run: async (context, options, io) => {
    const period = periodOf(options) ?? '2023'
    const format = FORMATS.find((known) => known === options.format)
    if (!format)
      throw new GaoxinError(
        'PLAN_FORMAT',
        text(`不认识的格式“${options.format}”`, `Unknown format "${options.format}"`),
        text(`请用 ${FORMATS.join('、')}`, `Use ${FORMATS.join(', ')}`),
        { place: '--format', value: options.format, status: 422 },
      )
    const { draft } = await draftReport(context, period)
    const body =
      format === 'docx'
        ? await toDocx(draft, { today: new Date(`${context.today}T00:00:00Z`) })
        : format === 'html'
          ? toHtml(draft)
          : toMarkdown(draft)
    const out = optionOf(options.out) ?? (format === 'docx' ? `report-${period}.docx` : undefined)
    if (out === undefined) io.print(String(body))
    else {
      await io.write(out, body)
      const { figures, broken } = countDraft(draft)
      io.print(
        io.language === 'zh'
          ? `${out}：计算 ${figures.computed}，所列 ${figures.stated}，预计 ${figures.forecast}，待填 ${figures.missing}；需改写之处 ${broken}`
          : `${out}: ${figures.computed} computed, ${figures.stated} stated, ${figures.forecast} forecast, ${figures.missing} missing; ${broken} claims to rewrite`,
      )
    }
    return 0
  },
}

const optionOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const periodOf = (options: Readonly<Record<string, string | boolean>>): string | undefined => {
  const period = optionOf(options.period)
  return period && yearAsked(period, '--period')
}
