import {
  type Draft,
  fill,
  makeTemplate,
  readReport,
  type Slot,
  type SlotValue,
} from '../../../engines/report/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Figure, FigureRef } from '../../../kernel/figures/figure.ts'
import type { Point } from '../../../kernel/figures/figures.ts'
import { type ForecastAnswer, foreseeGrowth } from '../../../kernel/figures/forecast.ts'
import { cumulative, formatPeriod, parsePeriod } from '../../../kernel/figures/period.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { ReportRow } from '../tables.ts'
import { reportOf } from './check.ts'
import { type Foreseen, isYearToCome, type Known, slotRef, slotValue } from './slots.ts'

export interface DraftedReport {
  readonly draft: Draft
  /** The report whose sentences are used. */
  readonly template: Pick<ReportRow, 'id' | 'title' | 'year'>
  readonly year: number
  /** True when the year's months are not all known. */
  readonly forecast: boolean
  /** The address of each slot's figure, by slot number. */
  readonly refs: ReadonlyMap<number, FigureRef>
}

/**
 * Writes the report of a year: the year's own sentences where it was read, else those of the latest report read,
 * with the figures of that year. No sentence is changed; those that no longer hold are marked.
 *
 * @throws GaoxinError PLAN_PERIOD when the period is not a year, PLAN_NO_REPORT_READ
 */
export async function draftReport(context: Context, period: string): Promise<DraftedReport> {
  if (!/^20\d{2}$/.test(period))
    throw new GaoxinError(
      'PLAN_PERIOD',
      text('报告按年度撰写', 'A report is written for a year'),
      text('请给出四位年份，如 2024', 'Give a year of four digits, such as 2024'),
      { value: period, status: 422 },
    )
  const year = Number(period)
  const source = await templateFor(context, period)
  const report = readReport(source.text, { year: Number(source.year), catalogue: context.figures.catalogue })
  const template = { ...makeTemplate(report), year: Number(source.year) }
  const slots = template.slots.flatMap((slot) => [slot, ...slot.siblings])
  const own = year === template.year

  const asked = slots.map((slot) => [slot, slotRef(slot, template.year, year)] as const)
  const refs = new Map(asked.flatMap(([slot, ref]) => (ref ? [[slot.index, ref] as const] : [])))
  const known = await ask(context, refs)
  const values = (slot: Slot): SlotValue | undefined => slotValue(slot, known.get(slot.index) ?? {}, own)
  return {
    draft: fill(template, values, { year }),
    template: { id: source.id, title: source.title, year: source.year },
    year,
    forecast: [...known.values()].some(
      ({ foreseen, latest }) => foreseen !== undefined || latest !== undefined,
    ),
    refs,
  }
}

async function templateFor(context: Context, year: string): Promise<ReportRow> {
  try {
    return await reportOf(context, year)
  } catch (error) {
    if (!(error instanceof GaoxinError) || error.code !== 'PLAN_NO_REPORT_READ') throw error
    return reportOf(context, undefined)
  }
}

/** Asks the ledger for every slot at once, then for what the months so far tell of a year that is not over. */
async function ask(
  { figures, systems }: Context,
  refs: ReadonlyMap<number, FigureRef>,
): Promise<ReadonlyMap<number, Known>> {
  const entries = [...refs]
  const answers = await figures.all(entries.map(([, ref]) => ref))
  const lastMonths = await figures.lastMonths([...new Set(entries.map(([, { indicator }]) => indicator))])

  const known = new Map<number, Known>()
  const later: { slot: number; ref: FigureRef; figure: Figure; through: string }[] = []
  entries.forEach(([slot, ref], index) => {
    const figure = answers[index]!
    const through = lastMonths.get(ref.indicator)?.month
    if (figure.status !== 'computed' && through !== undefined && isYearToCome(ref.period, through))
      later.push({ slot, ref, figure, through })
    else known.set(slot, { figure })
  })
  // Level and growth of one indicator look at the same history.
  const read = new Map<string, Promise<readonly Point[]>>()
  const history = (indicator: string, from: string, to: string) => {
    const found = read.get(indicator) ?? figures.series(indicator, from, to)
    read.set(indicator, found)
    return found
  }
  const latest = await figures.all(later.map(({ ref, through }) => ({ ...ref, period: soFar(through) })))
  for (const [index, { slot, ref, figure, through }] of later.entries()) {
    const declared = figures.indicators.get(ref.indicator)
    const system = systems.find(({ id }) => ref.indicator.startsWith(`${id}.`))
    const year = Number(through.slice(0, 4))
    const ahead =
      declared?.nature === 'flow' && (ref.aspect === 'level' || ref.aspect === 'growth') && system?.forecast
        ? foreseen(
            (points) => system.forecast?.({ indicator: ref.indicator, points, through }),
            await history(ref.indicator, `${year - 6}-01`, through),
            ref.aspect,
            declared.unit,
            through,
          )
        : undefined
    known.set(slot, { figure, foreseen: ahead, latest: latest[index] })
  }
  return known
}

const soFar = (month: string): string => {
  const parsed = parsePeriod(month)!
  return formatPeriod(cumulative(parsed.year, parsed.to))
}

function foreseen(
  foresee: (points: readonly Point[]) => ForecastAnswer | undefined,
  points: readonly Point[],
  aspect: 'level' | 'growth',
  unit: string,
  through: string,
): Foreseen | undefined {
  const answer = aspect === 'level' ? foresee(points) : foreseeGrowth(foresee, points, through)
  return answer && { ...answer, unit: aspect === 'level' ? unit : '%', through }
}
