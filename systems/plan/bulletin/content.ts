import { Decimal } from 'decimal.js'
import { chineseDate } from '../../../kernel/calendar/days.ts'
import type { Figure } from '../../../kernel/figures/figure.ts'
import type { Indicator } from '../../../kernel/figures/indicator.ts'
import { addMonths, periodName } from '../../../kernel/figures/period.ts'
import type { Entry } from '../ledger.ts'
import type { Offices } from '../routes/present.ts'
import { countLights } from '../routes/present.ts'
import { COLOURS, LIGHTS } from '../words.ts'

/** 督查通报 of one month, as data; `docx.ts` and `xlsx.ts` set it. The outline is that of progress reports. */
export interface Bulletin {
  readonly title: string
  readonly month: string
  /** Day for which it speaks. */
  readonly day: string
  readonly summary: readonly string[]
  readonly indicators: readonly IndicatorLine[]
  readonly late: readonly LateLine[]
  readonly next: readonly string[]
  readonly list: readonly ListLine[]
  readonly synthetic: boolean
}
export interface IndicatorLine {
  readonly name: string
  readonly period: string
  readonly unit: string
  readonly level: string
  readonly growth: string
  readonly office: string
}
export interface LateLine {
  readonly code: string
  readonly text: string
  readonly office: string
  readonly light: string
  readonly because: string
}
export interface ListLine {
  readonly code: string
  readonly list: string
  readonly text: string
  readonly office: string
  readonly leader: string
  readonly dueOn: string
  readonly planned: number
  readonly actual: number
  readonly light: keyof typeof LIGHTS
  readonly lightName: string
  readonly because: string
  readonly letters: string
}

/** The bulletin of a month goes out when its reports are in: the 10th of the next month, or today if sooner. */
export const BULLETIN_DAY = 10
export function bulletinDay(month: string, today: string): string {
  const day = `${addMonths(month, 1)}-${String(BULLETIN_DAY).padStart(2, '0')}`
  return day < today ? day : today
}

export interface IndicatorFigures {
  readonly indicator: Indicator
  readonly level: Figure
  readonly growth: Figure
}

/** Pure: the ledger as of the bulletin's day in, the bulletin out. */
export function bulletinOf(
  month: string,
  day: string,
  entries: readonly Entry[],
  indicators: readonly IndicatorFigures[],
  offices: Offices,
): Bulletin {
  const short = (id: string) => offices.get(id)?.short ?? id
  const counts = countLights(entries)
  const late = entries.filter(({ standing }) => standing.light === 'red' || standing.light === 'yellow')
  const letters = entries.flatMap((entry) => entry.letters)
  const open = letters.filter(({ answered_on }) => answered_on === null)
  const [year, number] = month.split('-').map(Number)
  return {
    title: `关于${year}年${number}月重点工作推进情况的督查通报`,
    month,
    day,
    summary: [
      `截至${chineseDate(day)}，${year}年度计划共分解任务${entries.length}项，其中工作安排${of(entries, 'work')}项、民生实事${of(entries, 'livelihood')}项。已完成销号${counts.done}项，绿灯${counts.green}项，黄灯${counts.yellow}项，红灯${counts.red}项。`,
      `累计签发督办单${letters.length}份，待答复${open.length}份。`,
      ...(counts.red === 0 ? [] : [`红灯任务涉及${officesOf(late, 'red', short)}。`]),
    ],
    indicators: indicators.map((line) => indicatorLine(line, short)),
    late: late
      .toSorted((a, b) => rank(a) - rank(b) || a.standing.gap - b.standing.gap)
      .map(({ granule, standing }) => ({
        code: granule.code,
        text: granule.text,
        office: short(granule.lead_office),
        light: LIGHTS[standing.light].zh,
        because: standing.because.map(({ zh }) => zh).join('；'),
      })),
    next: [
      '红灯任务由牵头单位主要负责人签批整改方案，3个工作日内报督查室。',
      '黄灯任务逐项明确赶工措施和完成时间，按周报送进展。',
      '临近完成时限的任务抓紧收尾，同步准备销号佐证材料。',
    ],
    list: entries.map((entry) => listLine(entry, short)),
    synthetic: entries.some(({ granule }) => granule.synthetic),
  }
}

const of = (entries: readonly Entry[], list: string) =>
  entries.filter(({ granule }) => granule.list === list).length
const rank = ({ standing }: Entry) => (standing.light === 'red' ? 0 : 1)

const officesOf = (entries: readonly Entry[], light: string, short: (id: string) => string): string => {
  const counts = new Map<string, number>()
  for (const { granule, standing } of entries)
    if (standing.light === light) counts.set(granule.lead_office, (counts.get(granule.lead_office) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => `${short(id)}${count}项`)
    .join('、')
}

function indicatorLine(
  { indicator, level, growth }: IndicatorFigures,
  short: (id: string) => string,
): IndicatorLine {
  const number = (figure: Figure, decimals: number) =>
    figure.value === null
      ? '—'
      : new Decimal(figure.value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals)
  return {
    name: indicator.name.zh,
    period: periodName(level.ref.period, 'zh'),
    unit: indicator.unit,
    level: number(level, indicator.decimals),
    growth: number(growth, 1),
    office: short(indicator.office),
  }
}

function listLine({ granule, standing, letters }: Entry, short: (id: string) => string): ListLine {
  return {
    code: granule.code,
    list: granule.list === 'work' ? '工作安排' : '民生实事',
    text: granule.text,
    office: short(granule.lead_office),
    leader: granule.leader,
    dueOn: granule.due_on,
    planned: standing.planned,
    actual: standing.actual,
    light: standing.light,
    lightName: LIGHTS[standing.light].zh,
    because: standing.because.map(({ zh }) => zh).join('；'),
    letters: letters
      .map(({ number, colour }) => `${number}（${COLOURS[colour as keyof typeof COLOURS].zh}）`)
      .join('；'),
  }
}
