/** For tests: the ledger that the database would give, summed from generated rows without a database. */
import type { Ledger } from '../../../kernel/figures/evaluate.ts'
import { type PeerValue, peerKey } from '../../../kernel/figures/load.ts'
import { Decimal, type MonthTotal } from '../../../kernel/figures/series.ts'
import { indicators } from '../indicators.ts'
import { totals } from './months.ts'
import { makePeers } from './peers.ts'
import { makeReturns, type ReturnDraft } from './returns.ts'
import { makeUnits } from './units.ts'

export function ledgerOf(rows: Iterable<ReturnDraft>, seed: number): Ledger {
  const hundredths = new Map<string, Map<string, { value: number; comparable: number; rows: number }>>()
  for (const row of rows) {
    const months = hundredths.get(row.item) ?? new Map()
    const total = months.get(row.month) ?? { value: 0, comparable: 0, rows: 0 }
    total.value += Math.round(Number(row.value) * 100)
    total.comparable += Math.round(Number(row.comparable ?? row.value) * 100)
    total.rows++
    hundredths.set(row.item, months.set(row.month, total))
  }
  const series = new Map(
    [...hundredths].map(([item, months]) => {
      const { measure } = indicators.find(({ id }) => id === item)!
      const scale = measure?.by === 'sum' ? measure.scale : '1'
      const inUnit = (value: number) => new Decimal(value).div(100).times(scale)
      const totals = [...months].map(([month, total]): [string, MonthTotal] => [
        month,
        {
          value: inUnit(total.value),
          comparable: inUnit(total.comparable),
          rows: total.rows,
          synthetic: true,
        },
      ])
      return [item, new Map(totals)] as const
    }),
  )
  const peers = new Map<string, PeerValue[]>()
  for (const { indicator, aspect, period, place, peer_group, value } of makePeers(totals(seed), seed)) {
    const key = peerKey(indicator, aspect, period)
    const peer = { place, group: peer_group, value: new Decimal(value), synthetic: true }
    peers.set(key, [...(peers.get(key) ?? []), peer])
  }
  return {
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    series,
    peers,
    statements: new Map(),
    ownPlace: '宁波高新区',
  }
}

/** The rows of the demonstration at a scale. */
export const demoRows = (seed: number, scale: number): Generator<ReturnDraft> =>
  makeReturns(makeUnits(seed, scale), totals(seed), seed)
