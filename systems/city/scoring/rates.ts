import { WEIGHTS } from '../settings.ts'
import type { ReportRow } from '../tables/index.ts'

/** Moments, the first in it, the last not. */
export interface Period {
  readonly from: string
  readonly to: string
}

export type Scored = Pick<
  ReportRow,
  | 'state'
  | 'reported_at'
  | 'filed_at'
  | 'dispatched_at'
  | 'handled_at'
  | 'closed_at'
  | 'due_at'
  | 'returns'
  | 'reworks'
>

export const COUNTS = [
  'reported',
  'filed',
  'dispatched',
  'dispatchedRight',
  'toHandle',
  'handled',
  'handledOnTime',
  'reworked',
  'toClose',
  'closed',
  'closedOnTime',
] as const
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>

/**
 * What of reports counts for a period. Merged ones do not: they are counted where they were merged into. Of void ones
 * nothing is due.
 * 应处置: its time ends within the period. 应结案: these, and those of before that were not closed when it began.
 * 按期结案: closed, and handled within its time; the check is not the office's.
 */
export function countsOf(rows: readonly Scored[], { from, to }: Period): Counts {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const at = (moment: string | null) => (moment === null ? null : Date.parse(moment))
  const within = (moment: number | null) => moment !== null && moment >= begin && moment < end
  const by = (moment: number | null) => moment !== null && moment < end
  const counts: Record<(typeof COUNTS)[number], number> = {
    reported: 0,
    filed: 0,
    dispatched: 0,
    dispatchedRight: 0,
    toHandle: 0,
    handled: 0,
    handledOnTime: 0,
    reworked: 0,
    toClose: 0,
    closed: 0,
    closedOnTime: 0,
  }
  for (const row of rows) {
    if (row.state === 'merged') continue
    const [handled, closed] = [at(row.handled_at), at(row.closed_at)]
    const due = row.state === 'void' ? null : at(row.due_at)
    const onTime = handled !== null && due !== null && handled <= due
    const reported = within(at(row.reported_at))
    const dispatched = within(at(row.dispatched_at))
    const toHandle = within(due)
    const carried = due !== null && due < begin && (closed === null || closed >= begin)
    const toClose = toHandle || carried
    const holds: Record<(typeof COUNTS)[number], boolean> = {
      reported,
      filed: reported && by(at(row.filed_at)),
      dispatched,
      dispatchedRight: dispatched && row.returns === 0,
      toHandle,
      handled: toHandle && by(handled),
      handledOnTime: toHandle && by(handled) && onTime,
      reworked: toHandle && row.reworks > 0,
      toClose,
      closed: toClose && by(closed),
      closedOnTime: toClose && by(closed) && onTime,
    }
    for (const name of COUNTS) if (holds[name]) counts[name]++
  }
  return counts
}

/** Each rate as what is counted over what it is counted of. */
export const RATES = {
  /** 立案率 */
  filed: ['filed', 'reported'],
  /** 准确派遣率 */
  dispatchedRight: ['dispatchedRight', 'dispatched'],
  /** 处置率 */
  handled: ['handled', 'toHandle'],
  /** 按期处置率 */
  handledOnTime: ['handledOnTime', 'toHandle'],
  /** 返工率 */
  reworked: ['reworked', 'toHandle'],
  /** 结案率 */
  closed: ['closed', 'toClose'],
  /** 按期结案率 */
  closedOnTime: ['closedOnTime', 'toClose'],
} as const satisfies Record<string, readonly [keyof Counts, keyof Counts]>
export type Rate = keyof typeof RATES
/** 0 to 1; null where there was nothing to count. */
export type Rates = Readonly<Record<Rate, number | null>>

export const ratesOf = (counts: Counts): Rates =>
  Object.fromEntries(
    Object.entries(RATES).map(([name, [part, whole]]) => [
      name,
      counts[whole] === 0 ? null : counts[part] / counts[whole],
    ]),
  ) as unknown as Rates

/** 综合得分: 0 to 100; what cannot be counted weighs nothing. Null where nothing can. */
export function scoreOf(rates: Rates): number | null {
  let [points, weights] = [0, 0]
  for (const [name, weight] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][]) {
    const rate = rates[name]
    if (rate === null) continue
    points += weight * (name === 'reworked' ? 1 - rate : rate)
    weights += weight
  }
  return weights === 0 ? null : (100 * points) / weights
}
