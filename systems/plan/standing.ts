import { endOfMonth, monthOf } from '../../kernel/calendar/days.ts'
import { addMonths } from '../../kernel/figures/period.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type LightFacts, type LightRule, lightFacts, lightOf } from './light.ts'
import { type PathPoint, plannedPercent } from './path.ts'
import { REPORT_DAY } from './settings.ts'
import type { GranuleRow, NodeRow, ProgressRow } from './tables.ts'
import type { Colour, Light, Status } from './words.ts'

/** How a granule stands on a day: progress against plan, light and why. Pure: rows in, standing out. */
export interface Standing {
  readonly status: Status
  readonly light: Light
  /** The slip that the table asks for. */
  readonly slip: Colour | null
  /** The number of the rule that matched. */
  readonly rule: number
  readonly because: readonly Text[]
  /** True when a person set the light; `computedLight` is what the table says. */
  readonly overridden: boolean
  readonly computedLight: Light
  /** Percent at the end of the last month reported. */
  readonly planned: number
  readonly actual: number
  /** actual − planned, percentage points; 0 once closed. */
  readonly gap: number
  /** 时间进度 today, percent. */
  readonly time: number
  readonly lastMonth: string | null
  /** Months whose report is late: never filed, or sent back and not filed again; oldest first. */
  readonly missing: readonly string[]
  readonly nextNode: { readonly name: string; readonly planned_on: string } | null
}

type Facts = Pick<
  GranuleRow,
  'status' | 'starts_on' | 'due_on' | 'path' | 'override_light' | 'override_reason'
>

/** The month whose report should be in by a day: 10月 from 6 November on. */
export const expectedMonth = (day: string): string =>
  addMonths(monthOf(day), Number(day.slice(8)) > REPORT_DAY ? -1 : -2)

const reportDay = (month: string): string => `${addMonths(month, 1)}-${String(REPORT_DAY).padStart(2, '0')}`

/**
 * All rows as known on the day (`asOf.ts`).
 * @param nodes of the granule, in order; `progress` of the granule, by month
 * @param day today, or the day for which a bulletin speaks
 * @param startedOn when the office took it in hand, where the record says so
 */
export function standingOf(
  granule: Facts,
  nodes: readonly Pick<NodeRow, 'name' | 'planned_on' | 'done_on'>[],
  progress: readonly Pick<ProgressRow, 'month' | 'actual_percent' | 'verified'>[],
  day: string,
  startedOn: string | null = null,
): Standing {
  const status = granule.status as Status
  const known = progress.filter((row) => row.verified !== 'returned')
  const last = known.at(-1)
  const expected = expectedMonth(day)
  const plan = {
    startsOn: granule.starts_on,
    dueOn: granule.due_on,
    path: granule.path as readonly PathPoint[] | null,
  }
  // Without new data the comparison stays at the last month reported: a late report is yellow, not red.
  const at = endOfMonth(last?.month ?? expected)
  const planned = plannedPercent(plan, at < day ? at : day)
  const actual = status === 'closed' ? 100 : Number(last?.actual_percent ?? 0)
  const nextNode = nodes.find((node) => node.done_on === null) ?? null
  const missing = missingMonths(granule, progress, expected, startedOn)
  const input = {
    status,
    today: day,
    startsOn: granule.starts_on,
    dueOn: granule.due_on,
    planned,
    actual,
    nextNodeOn: nextNode?.planned_on,
    reportDueOn: missing[0] && reportDay(missing[0]),
  }
  const rule = lightOf(input)
  const override = rule.light === 'done' ? null : (granule.override_light as Light | null)
  return {
    status,
    light: override ?? rule.light,
    slip: rule.slip,
    rule: rule.number,
    because: override
      ? [
          text(
            `督查室调整：${granule.override_reason ?? ''}`,
            `Set by hand: ${granule.override_reason ?? ''}`,
          ),
        ]
      : because(rule, lightFacts(input), missing),
    overridden: override !== null,
    computedLight: rule.light,
    planned: status === 'closed' ? 100 : planned,
    actual,
    gap: status === 'closed' ? 0 : Math.round((actual - planned) * 10) / 10,
    time: plannedPercent({ startsOn: plan.startsOn, dueOn: plan.dueOn }, day),
    lastMonth: last?.month ?? null,
    missing,
    nextNode: nextNode && { name: nextNode.name, planned_on: nextNode.planned_on },
  }
}

/**
 * A task in hand owes a report for every month from the one in which it was taken in hand (the first reported
 * where that is not on record). Once it is not in hand, a closing being applied for, only gaps are owed.
 */
function missingMonths(
  granule: Pick<Facts, 'status' | 'starts_on'>,
  progress: readonly Pick<ProgressRow, 'month' | 'verified'>[],
  expected: string,
  startedOn: string | null,
): readonly string[] {
  const verdicts = new Map(progress.map(({ month, verified }) => [month, verified]))
  const first = progress[0]?.month
  const accepted = progress.findLast(({ verified }) => verified !== 'returned')?.month ?? ''
  const start = monthOf(granule.starts_on)
  const begun = startedOn ? latest(monthOf(startedOn), start) : (first ?? latest(expected, start))
  const from = first ? earliest(first, begun) : begun
  const to = granule.status === 'active' ? expected : earliest(accepted, expected)
  // Progress is cumulative: what was sent back is made good by a later report that was not.
  const owed = (month: string) =>
    !verdicts.has(month) || (verdicts.get(month) === 'returned' && month > accepted)
  return monthsBetween(from, to).filter(owed)
}

const earliest = (a: string, b: string): string => (a < b ? a : b)
const latest = (a: string, b: string): string => (a > b ? a : b)

function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

/** 3月; with its year where the list runs on into a later one. */
const monthName = (month: string, _index: number, months: readonly string[]): string => {
  const year = months.at(-1)?.slice(0, 4) === month.slice(0, 4) ? '' : `${month.slice(0, 4)}年`
  return `${year}${Number(month.slice(5))}月`
}

/** The facts behind a red or yellow light, in words; the rule's own words for the rest. */
function because(rule: LightRule, facts: LightFacts, missing: readonly string[]): readonly Text[] {
  if (rule.light !== 'red' && rule.light !== 'yellow') return [rule.says]
  const gap = facts.gap.toFixed(1)
  const lines: readonly (readonly [boolean, Text])[] = [
    [
      facts.overdueDays > 0,
      text(`已超过完成时限 ${facts.overdueDays} 天`, `${facts.overdueDays} days past its due date`),
    ],
    [
      rule.number === 3,
      text(
        `超过计划开始时间 ${facts.idleDays} 天仍未启动`,
        `Not started ${facts.idleDays} days after its planned start`,
      ),
    ],
    [facts.gap > 0, text(`进度落后 ${gap} 个百分点`, `${gap} percentage points behind plan`)],
    [
      facts.nodeLateDays > 0,
      text(`节点逾期 ${facts.nodeLateDays} 天`, `A milestone is ${facts.nodeLateDays} days late`),
    ],
    [
      facts.reportLateDays > 0,
      text(`${missing.map(monthName).join('、')}进展未按时填报`, `Reports late: ${missing.join(', ')}`),
    ],
    [
      rule.number === 6,
      text(`距完成时限还有 ${facts.daysToDue} 天`, `${facts.daysToDue} days to its due date`),
    ],
  ]
  return lines.filter(([holds]) => holds).map(([, words]) => words)
}

/** How far a granule can be checked: by rows, by dated steps with evidence, or not at all. */
export type Tracking = 'measured' | 'tracked' | 'loose'

/**
 * measured: its target is an indicator that a system computes from records.
 * tracked: it has milestones or reported progress, and evidence.
 */
export function trackingOf(
  granule: Pick<GranuleRow, 'measure' | 'indicator'>,
  has: { readonly nodes: number; readonly progress: number; readonly evidence: number },
  computed: (indicator: string) => boolean,
): Tracking {
  if (granule.measure === 'measured' && granule.indicator !== null && computed(granule.indicator))
    return 'measured'
  return (has.nodes > 0 || has.progress > 0) && has.evidence > 0 ? 'tracked' : 'loose'
}
