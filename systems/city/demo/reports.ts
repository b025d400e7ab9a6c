import { addDays, daysBetween } from '../../../kernel/calendar/days.ts'
import { dayAt } from '../../../kernel/calendar/moments.ts'
import { deadline } from '../../../kernel/flow/index.ts'
import { type Random, random } from '../../../kernel/sample/random.ts'
import { dutyAmong } from '../suggest/dispatch.ts'
import type { Channel } from '../words.ts'
import { type DemoClass, LEAVES } from './classes.ts'
import { type DemoGrid, dutyRows, GRIDS } from './grids.ts'

const FROM = '2023-11-15'
const TO = '2024-11-12'
const COUNT = 3000
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['collector', 62],
  ['citizen', 16],
  ['hotline', 14],
  ['camera', 6],
  ['sensor', 2],
]
const ROADS = [
  '江南路',
  '杨木碶路',
  '聚贤路',
  '新晖路',
  '菁华路',
  '剑兰路',
  '梅景路',
  '贵驷路',
  '光华路',
  '创苑路',
]

/** Picks by weight. */
export function weighted<T>(from: readonly (readonly [T, number])[], { next }: Random): T {
  let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of from) {
    left -= weight
    if (left < 0) return value
  }
  return from[0]![0]
}

export const drawClass = (stream: Random): DemoClass =>
  weighted(
    LEAVES.map((leaf) => [leaf, leaf.weight] as const),
    stream,
  )

/** Some cells have more than their share: it is where the market and the building sites are. */
export const drawGrid = (stream: Random): DemoGrid =>
  weighted(
    GRIDS.map((grid, i) => [grid, i % 17 === 3 ? 9 : i % 5 === 1 ? 3 : 1] as const),
    stream,
  )

export const drawPlace = ({ box: [west, south, east, north] }: DemoGrid, { next }: Random) => ({
  longitude: Number((west + (east - west) * (0.02 + 0.96 * next())).toFixed(6)),
  latitude: Number((south + (north - south) * (0.02 + 0.96 * next())).toFixed(6)),
})
export const drawAddress = (stream: Random): string =>
  `${stream.pick(ROADS)} ${1 + stream.below(400)} 号附近（示例）`

/** Who looks after a cell. */
export const collectorOf = (grid: DemoGrid): string => `示例采集员${1 + (GRIDS.indexOf(grid) % 12)}`

/** The office that is responsible by the rules. */
export const officeOf = ({ id, owner }: DemoClass, grid: string): string =>
  dutyAmong(dutyRows, { class: id, parent: id.slice(0, -2), grid })?.office ?? owner

const after = (moment: string, hours: number): string =>
  new Date(Date.parse(moment) + Math.round(hours * 3600) * 1000).toISOString()

/** Finished reports of a year, by day; the same at every run. */
export function pastReports(seed: string): readonly Record<string, unknown>[] {
  const stream = random(seed, 'reports')
  const days = daysBetween(FROM, TO)
  const moments = Array.from({ length: COUNT }, () => {
    const day = addDays(FROM, stream.below(days + 1))
    const minutes = 7 * 60 + stream.below(11 * 60)
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return new Date(`${day}T${time}:00+08:00`).toISOString()
  }).sort()
  const numbered = new Map<string, number>()
  return moments.map((reported) => {
    const day = dayAt(reported)
    const n = (numbered.get(day) ?? 0) + 1
    numbered.set(day, n)
    return pastReport(`CG${day.replaceAll('-', '')}${String(n).padStart(5, '0')}`, reported, stream)
  })
}

function pastReport(number: string, reported: string, stream: Random): Record<string, unknown> {
  const leaf = drawClass(stream)
  const grid = drawGrid(stream)
  const channel = weighted(CHANNELS, stream)
  const unseen = channel === 'citizen' || channel === 'hotline'
  const address = drawAddress(stream)
  const collector = collectorOf(grid)
  const verified = unseen ? after(reported, 0.3 + 3 * stream.next()) : null
  const filed = after(verified ?? reported, 0.1 + stream.next())
  const shared = {
    id: `city-${number}`,
    number,
    channel,
    class: leaf.id,
    severity: weighted(
      [
        ['normal', 90],
        ['serious', 8],
        ['urgent', 2],
      ] as const,
      stream,
    ),
    description: `${address.replace('（示例）', '')}，${stream.pick(leaf.said)}`,
    address,
    place: drawPlace(grid, stream),
    grid: grid.code,
    street: grid.street,
    office: 'city',
    unit: null,
    reported_at: reported,
    verified_at: verified,
    filed_at: null,
    dispatched_at: null,
    handled_at: null,
    checked_at: null,
    closed_at: null,
    limit: null,
    due_at: null,
    first_due_at: null,
    late: false,
    dispatches: 0,
    returns: 0,
    reworks: 0,
    reopened: 0,
    rating: null,
    why: null,
    merged_into: null,
    collector: channel === 'collector' || unseen ? collector : null,
    filed_by: `示例座席${1 + stream.below(4)}`,
    dispatched_by: null,
    checked_by: null,
    synthetic: true,
    recorded_at: reported,
  }
  if (stream.next() < (unseen ? 0.12 : 0.02))
    return {
      ...shared,
      state: 'void',
      why: stream.pick(['现场核实未发现', '不属于城市管理范围', '描述不清，无法定位']),
    }
  const returns = stream.next() < 0.05 ? 1 : 0
  const dispatched = after(filed, 0.1 + 0.8 * stream.next() + 6 * returns)
  const limit = shared.severity === 'urgent' ? 'PT2H' : leaf.limit
  const due = deadline(limit, dispatched) as string
  const hours = (Date.parse(due) - Date.parse(dispatched)) / 3600_000
  const reworks = stream.next() < 0.035 ? 1 : 0
  const isLate = stream.next() < LATE[leaf.owner as keyof typeof LATE]
  const handled = after(
    dispatched,
    isLate ? hours * (1.05 + stream.next()) : hours * (0.2 + 0.75 * stream.next()),
  )
  const checked = after(handled, 0.5 + 4 * stream.next())
  // In one street the street takes the bicycles away, whatever the rules say.
  const unit = leaf.id === 'city-event-0503' && grid.street === 'guisi' ? 'guisi' : officeOf(leaf, grid.code)
  return {
    ...shared,
    state: 'closed',
    office: unit,
    unit,
    filed_at: filed,
    dispatched_at: dispatched,
    handled_at: handled,
    checked_at: checked,
    closed_at: checked,
    limit,
    due_at: due,
    first_due_at: due,
    late: isLate,
    dispatches: 1 + returns,
    returns,
    reworks,
    rating:
      channel === 'citizen' && stream.next() < 0.5
        ? weighted(
            [
              [5, 60],
              [4, 25],
              [3, 10],
              [1, 5],
            ] as const,
            stream,
          )
        : null,
    dispatched_by: `示例派遣员${1 + stream.below(3)}`,
    checked_by: collector,
  }
}

/** How often each office is late, in the demonstration. */
const LATE = { city: 0.05, construction: 0.11, governance: 0.02 } as const
