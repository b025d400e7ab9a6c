/** The city's and its districts' published figures, invented around the places the zone took among them. */
import { cumulative, formatPeriod } from '../../../kernel/figures/period.ts'
import { random } from '../../../kernel/sample/random.ts'
import { type ItemId, itemOf } from '../items.ts'
import { CITY, DISTRICTS, GROWTH, type GrowthPeers, LEVELS } from './districts.ts'
import { FIRST_YEAR, LAST_MONTH, LAST_YEAR } from './history.ts'
import { cumulativeGrowth, type Totals } from './months.ts'

export interface PeerDraft {
  readonly id: string
  readonly place: string
  readonly peer_group: 'city' | 'district'
  readonly indicator: string
  readonly aspect: 'growth' | 'level'
  /** `2023-01..09`; January alone is `2023-01`, the whole year `2023`. */
  readonly period: string
  readonly value: string
  readonly source: string
}

/** At least this far from the zone, in percentage points, so that rounding never makes a tie. */
const CLEAR = 0.2
const SOURCE = '示例：演示用虚构数据'

/** Peer rows for every indicator and cumulative period of the demonstration. */
export function makePeers(all: Totals, seed: number): PeerDraft[] {
  return [
    ...Object.entries(GROWTH).flatMap(([id, peers]) => growthRows(id as ItemId, peers, all, seed)),
    ...Object.keys(LEVELS).flatMap(levelRows),
  ]
}

function growthRows(id: ItemId, peers: GrowthPeers, all: Totals, seed: number): PeerDraft[] {
  const rows: PeerDraft[] = []
  const every = itemOf(id)!.every
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const last = year < LAST_YEAR ? 12 : Math.floor(Number(LAST_MONTH.slice(5)) / every) * every
    if (last === 0) continue
    const from = random(seed, 'peers', id, year)
    const city = path(peers.city[year - FIRST_YEAR]!, last, 0.25 * peers.spread, from)
    const offsets = spreadOut(peers.spread, from)
    const districts = offsets.map((offset) =>
      path(0, last, 0.2 * peers.spread, from).map((d, m) => city[m]! + offset + d),
    )
    const own = Array.from({ length: last }, (_, i) =>
      (i + 1) % every === 0
        ? cumulativeGrowth(all[id], year, `${year}-${String(i + 1).padStart(2, '0')}`)
        : undefined,
    )
    place(districts, own, last - 1, peers.rank?.[year] ?? peers.monthly?.[year]?.at(-1))
    for (let month = every; month <= last; month += every) {
      const rank = peers.monthly?.[year]?.[month - 1]
      const values = districts.map((district) => district[month - 1]!)
      const settled = rank && own[month - 1] !== undefined ? ranked(values, own[month - 1]!, rank) : values
      const period = formatPeriod(cumulative(year, month))
      rows.push(
        peer(CITY, id, 'growth', period, city[month - 1]!, 1),
        ...DISTRICTS.map((name, i) => peer(name, id, 'growth', period, settled[i]!, 1)),
      )
    }
  }
  return rows
}

/** A year of cumulative growth that ends at `end` and wanders less as months add up. */
function path(end: number, months: number, noise: number, from: ReturnType<typeof random>): number[] {
  let drift = 0
  const wander = Array.from({ length: months }, () => {
    drift = 0.6 * drift + noise * from.normal()
    return drift
  })
  return wander.map((value, i) => end + (i === months - 1 ? 0 : value * ((months - i) / months) ** 0.7 * 1.6))
}

/** Ten offsets around 0 whose order is drawn, evenly enough apart to look like ten districts. */
function spreadOut(spread: number, from: ReturnType<typeof random>): number[] {
  const steps = DISTRICTS.map((_, i) => spread * ((i - 4.5) / 3.2 + 0.2 * from.normal()))
  return steps
    .map((step) => ({ step, key: from.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ step }) => step)
}

/** Shifts whole districts' years, growing month by month, so that the zone ends the year in its place. */
function place(districts: number[][], own: readonly (number | undefined)[], at: number, rank?: number): void {
  const value = own[at]
  if (rank === undefined || value === undefined) return
  const wanted = ranked(
    districts.map((district) => district[at]!),
    value,
    rank,
  )
  for (const [k, district] of districts.entries()) {
    const shift = wanted[k]! - district[at]!
    for (const m of district.keys()) district[m] = district[m]! + (shift * (m + 1)) / (at + 1)
  }
}

/** The values, moved as little as need be so that exactly `rank − 1` of them lie above `own`. */
function ranked(values: readonly number[], own: number, rank: number): number[] {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!)
  const moved = [...values]
  for (const [position, k] of order.entries()) {
    const above = position < rank - 1
    // Those that must move end up fanned out, not all on one value.
    const fan = CLEAR + 0.3 * (above ? rank - 1 - position : position - rank + 2)
    moved[k] = above ? Math.max(values[k]!, own + fan) : Math.min(values[k]!, own - fan)
  }
  return moved
}

function levelRows(id: string): PeerDraft[] {
  const { city, districts, yearly, decimals } = LEVELS[id]!
  const rows: PeerDraft[] = []
  for (let year = FIRST_YEAR; year < LAST_YEAR; year++) {
    const then = yearly ** (year - (LAST_YEAR - 1))
    rows.push(
      peer(CITY, id, 'level', String(year), city * then, decimals),
      ...DISTRICTS.map((name, i) => peer(name, id, 'level', String(year), districts[i]! * then, decimals)),
    )
  }
  return rows
}

function peer(
  place: string,
  indicator: string,
  aspect: 'growth' | 'level',
  period: string,
  value: number,
  decimals: number,
): PeerDraft {
  const peer_group = place === CITY ? 'city' : 'district'
  return {
    id: `${indicator}:${aspect}@${period}/${place}`,
    place,
    peer_group,
    indicator,
    aspect,
    period,
    // + 0 keeps a tiny fall from being published as −0.0.
    value: (Number(value.toFixed(decimals)) + 0).toFixed(decimals),
    source: SOURCE,
  }
}
