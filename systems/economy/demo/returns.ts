/** Divides the zone's totals among its units, period by period, so that the rows add up to the hundredth. */

import { apportion } from '../../../kernel/sample/apportion.ts'
import { random } from '../../../kernel/sample/random.ts'
import { ITEMS, type ItemId, itemOf } from '../items.ts'
import type { Total, Totals } from './months.ts'
import type { Unit } from './units.ts'

export interface ReturnDraft {
  readonly id: string
  readonly unit: string
  readonly item: ItemId
  readonly form: string
  readonly month: string
  readonly value: string
  readonly comparable: string | null
  readonly filed_by: string
  readonly filed_on: string
}

/** One total, the units that share it, and the items under which each files its part. */
interface Stream {
  readonly items: readonly ItemId[]
  readonly totals: readonly Total[]
  readonly units: readonly Unit[]
  readonly weight: (unit: Unit) => number
  /** Streams with the same name let a unit's good and bad years coincide. */
  readonly drift: string
  /** How far apart units of one weight are, and how much each month wobbles (standard deviations of logs). */
  readonly spread: number
  readonly wobble: number
}

/** Every return of the demonstration, as a stream: one item and period after another. */
export function* makeReturns(units: readonly Unit[], all: Totals, seed: number): Generator<ReturnDraft> {
  for (const stream of streams(units, all)) yield* rowsOf(stream, seed)
  yield* revenueRows(units, all, seed)
}

function streams(units: readonly Unit[], all: Totals): Stream[] {
  const of = (test: (unit: Unit) => boolean): Unit[] => units.filter(test)
  const kind = (name: Unit['kind']): Unit[] => of((unit) => unit.kind === name)
  const stream = (
    item: ItemId,
    among: readonly Unit[],
    drift: string,
    more: Partial<Stream> = {},
  ): Stream => ({
    items: [item],
    totals: all[item],
    units: among,
    weight: (unit) => unit.weight,
    drift,
    spread: 0.25,
    wobble: 0.08,
    ...more,
  })
  const industry = kind('industrial')
  const makers = of((unit) => unit.digital === 'manufacturing')
  const added = 'economy.industrial-value-added'
  const digital = 'economy.digital-manufacturing-value-added'
  // A digital maker's value added is filed once and counts for both items, so their total is divided apart.
  const others = { totals: minus(all[added], all[digital]), spread: 0.08, wobble: 0.03 }
  return [
    stream('economy.industrial-output', industry, 'industry', { spread: 0.08, wobble: 0.05 }),
    stream(added, makers, 'industry', { ...others, totals: all[digital], items: [added, digital] }),
    stream(
      added,
      of((unit) => unit.kind === 'industrial' && !unit.digital),
      'industry',
      others,
    ),
    stream('economy.industrial-tax', industry, 'industry', { spread: 0.4, wobble: 0.3 }),
    stream('economy.industrial-land', industry, 'land', {
      weight: (unit) => unit.weight ** 0.7,
      spread: 0.3,
      wobble: 0,
    }),
    stream(
      'economy.digital-revenue',
      of((unit) => unit.digital !== null),
      'digital',
      {
        weight: (unit) => unit.weight * (unit.kind === 'industrial' ? 0.76 : 1.5),
      },
    ),
    stream('economy.retail-wholesale-sales', kind('trade'), 'trade', { wobble: 0.12 }),
    stream('economy.exports', of(exporter), 'exports', { spread: 0.6, wobble: 0.15 }),
    stream('economy.fixed-asset-investment', kind('project'), 'projects', { spread: 0.2, wobble: 0.4 }),
    stream('economy.gdp', kind('account'), 'accounts', { spread: 0, wobble: 0.01 }),
    stream('economy.research-spending', of(researcher), 'research', { spread: 0.5, wobble: 0 }),
  ]
}

const lastDigit = (unit: Unit): number => Number(unit.code.slice(-1))
const exporter = (unit: Unit): boolean =>
  (unit.kind === 'industrial' || unit.kind === 'trade') && lastDigit(unit) % 5 < 3
const researcher = (unit: Unit): boolean =>
  unit.kind === 'institute' ||
  ((unit.kind === 'industrial' || unit.kind === 'service') && lastDigit(unit) < 7)

const minus = (a: readonly Total[], b: readonly Total[]): Total[] =>
  a.map((total, i) => ({
    month: total.month,
    value: total.value - b[i]!.value,
    comparable: total.comparable === null ? null : total.comparable - b[i]!.comparable!,
  }))

function* rowsOf(stream: Stream, seed: number): Generator<ReturnDraft> {
  const weigh = weigher(stream, seed)
  for (const total of stream.totals) {
    const weights = weigh(total.month)
    const values = apportion(total.value, weights)
    const prices = random(seed, 'prices', stream.items[0]!, total.month)
    const comparables =
      total.comparable === null
        ? null
        : apportion(
            total.comparable,
            values.map((value) => value * (1 + 0.004 * prices.normal())),
          )
    for (let i = 0; i < weights.length; i++)
      if (weights[i]! > 0)
        for (const item of stream.items)
          yield draft(stream.units[i]!, item, total.month, values[i]!, comparables ? comparables[i]! : null)
  }
}

/** What each industrial unit holds at the end of the last whole year, in 亩: unit id → decimal. */
export function landOf(units: readonly Unit[], all: Totals, seed: number): ReadonlyMap<string, string> {
  const stream = streams(units, all).find(({ items }) => items[0] === 'economy.industrial-land')!
  return new Map([...rowsOf(stream, seed)].map(({ unit, value }) => [unit, value]))
}

/** 财政总收入 is what the zone keeps and what it passes on; both parts are divided among the same heads. */
function* revenueRows(units: readonly Unit[], all: Totals, seed: number): Generator<ReturnDraft> {
  const [whole, kept] = ['economy.fiscal-revenue', 'economy.general-budget-revenue'] as const
  const heads = units.filter((unit) => unit.kind === 'revenue')
  const common = { units: heads, drift: 'revenue', spread: 0.1, wobble: 0.15 }
  const weighKept = weigher({ ...common, items: [kept], totals: [], weight: (u) => u.weight * u.local }, seed)
  const weighPassed = weigher(
    { ...common, items: [whole], totals: [], weight: (u) => u.weight * (1 - u.local) },
    seed,
  )
  for (const [i, total] of all[whole].entries()) {
    const share = all[kept][i]!
    const keeps = apportion(share.value, weighKept(total.month))
    const passes = apportion(total.value - share.value, weighPassed(total.month))
    for (const [k, unit] of heads.entries()) {
      yield draft(unit, whole, total.month, keeps[k]! + passes[k]!, null)
      yield draft(unit, kept, total.month, keeps[k]!, null)
    }
  }
}

/**
 * The weights of a stream's units in a month: its size, a constant of its own, a random walk over years, and the
 * month's wobble. A unit outside its span weighs nothing and files nothing.
 */
function weigher(stream: Stream, seed: number): (month: string) => Float64Array {
  const own = random(seed, 'own', stream.items[0]!)
  const base = Float64Array.from(
    stream.units,
    (unit) => stream.weight(unit) * Math.exp(stream.spread * own.normal()),
  )
  const fickle = CALM.has(stream.drift) ? 0.02 : 0.1
  let [walked, level] = [0, new Float64Array(stream.units.length)]
  return (month) => {
    const year = Number(month.slice(0, 4))
    if (walked !== year) {
      // Drawn by unit, not by its place in the stream, so that streams that share a drift agree.
      level = level.map(
        (was, i) => was + fickle * random(seed, 'walk', stream.drift, stream.units[i]!.code, year).normal(),
      )
      walked = year
    }
    const wobble = random(seed, 'wobble', stream.items[0]!, stream.units[0]?.code ?? '', month)
    return Float64Array.from(stream.units, (unit, i) => {
      const noise = wobble.normal()
      if (unit.since > month || (unit.until !== null && unit.until < month)) return 0
      return base[i]! * Math.exp(level[i]! + stream.wobble * noise)
    })
  }
}

/** Streams whose units keep their shares from year to year. */
const CALM: ReadonlySet<string> = new Set(['accounts', 'land', 'revenue'])

function draft(
  unit: Unit,
  item: ItemId,
  month: string,
  value: number,
  comparable: number | null,
): ReturnDraft {
  return {
    id: `${unit.code}-${item.slice('economy.'.length)}-${month}`,
    unit: unit.id,
    item,
    form: ITEMS[item].form,
    month,
    value: hundredths(value),
    comparable: comparable === null ? null : hundredths(comparable),
    filed_by: `示例填报员${unit.code.slice(-2)}`,
    filed_on: filedOn(month, itemOf(item)!.every),
  }
}

const hundredths = (value: number): string => (value / 100).toFixed(2)

/** Returns are due on the 8th after a month, the 12th after a quarter, and in March after a year. */
function filedOn(month: string, every: 1 | 3 | 12): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  if (every === 12) return `${year + 1}-03-10`
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return `${next}-${every === 1 ? '08' : '12'}`
}
