import { Decimal } from 'decimal.js'
import type { Aspect } from '../../../engines/report/types.ts'
import { displayWidth } from '../../../engines/report/write/columns.ts'
import { parseRef } from '../../../kernel/figures/figure.ts'
import type { Score, Verdict, VerifyRow } from './verify.ts'

/** The verification table for a terminal; Chinese characters are two columns wide. */
type Language = 'zh' | 'en'

const VERDICTS: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  equal: { zh: '✓ 一致', en: '✓ equal' },
  different: { zh: '✗ 不一致', en: '✗ different' },
  stated: { zh: '· 仅报告所列', en: '· stated only' },
  missing: { zh: '○ 缺数据', en: '○ missing' },
}
const ASPECTS: Readonly<Record<Aspect, Readonly<Record<Language, string>>>> = {
  level: { zh: '', en: '' },
  growth: { zh: '增速', en: 'growth' },
  change: { zh: '环比', en: 'change' },
  rank: { zh: '位次', en: 'rank' },
  'growth.rank': { zh: '增速位次', en: 'rank by growth' },
  gap: { zh: '差距', en: 'gap' },
  'growth.gap': { zh: '增速差距', en: 'gap in growth' },
  streak: { zh: '连续', en: 'streak' },
  'growth.streak': { zh: '增速连续', en: 'streak of growth' },
  'rank.streak': { zh: '位次连续', en: 'streak of rank' },
  'growth.rank.streak': { zh: '增速位次连续', en: 'streak of rank by growth' },
}
const HEADS = {
  zh: ['报告原文', '指标', '报告所列', '由记录计算', '行数', '结论'],
  en: ['In the report', 'Indicator', 'Stated', 'Computed', 'Rows', 'Verdict'],
} as const
/** Widest each column may grow. */
const WIDEST = [22, 44, 16, 18, 8, 26] as const
const RIGHT = new Set([2, 3, 4])

export function verifyTable(rows: readonly VerifyRow[], language: Language): readonly string[] {
  const cells = rows.map((row) => cellsOf(row, language))
  const all = [[...HEADS[language]], ...cells]
  const widths = WIDEST.map((widest, column) =>
    Math.min(widest, Math.max(...all.map((line) => displayWidth(line[column] ?? '')))),
  )
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) => pad(cut(cell, widths[column]!), widths[column]!, RIGHT.has(column)))
      .join('  ')
      .trimEnd()
  return [draw(all[0]!), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(draw)]
}

function cellsOf(row: VerifyRow, language: Language): readonly string[] {
  const aspect = row.ref ? ASPECTS[parseRef(row.ref)?.aspect ?? 'level'][language] : ''
  const by =
    row.verdict === 'different'
      ? row.by === null
        ? language === 'zh'
          ? ' 单位不同'
          : ' unit'
        : ` ${row.by.startsWith('-') ? '' : '+'}${row.by}`
      : ''
  return [
    row.text,
    aspect && !row.indicatorText.endsWith(aspect) ? `${row.indicatorText}·${aspect}` : row.indicatorText,
    `${row.stated}${row.unit}`,
    row.computed === null ? '' : `${short(row.computed)}${row.computedUnit}`,
    row.rows === null ? '' : String(row.rows),
    VERDICTS[row.verdict][language] + by,
  ]
}

/** Enough to see the rounding. */
const short = (value: string): string => new Decimal(value).toDecimalPlaces(4).toFixed()

export function scoreLines({ figures, granules }: Score, language: Language): readonly string[] {
  return language === 'zh'
    ? [
        `数字 ${figures.total} 个：由记录计算 ${figures.computed}（一致 ${figures.equal}，不一致 ${figures.different}），仅报告所列 ${figures.stated}，缺数据 ${figures.missing}`,
        `任务 ${granules.total} 项：可计量 ${granules.measured}，有节点和佐证 ${granules.tracked}，其余 ${granules.loose}`,
      ]
    : [
        `${figures.total} figures: ${figures.computed} computed (${figures.equal} equal, ${figures.different} different), ${figures.stated} stated only, ${figures.missing} missing`,
        `${granules.total} granules: ${granules.measured} measured, ${granules.tracked} tracked, ${granules.loose} loose`,
      ]
}

function cut(words: string, width: number): string {
  if (displayWidth(words) <= width) return words
  let kept = ''
  for (const char of words) {
    if (displayWidth(kept + char) > width - 1) break
    kept += char
  }
  return `${kept}…`
}

function pad(words: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(words)))
  return right ? space + words : words + space
}
