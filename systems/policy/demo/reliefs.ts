/** Sample relief by month and kind; the year that the report states adds up to what it states. */
import { apportion } from '../../../kernel/sample/apportion.ts'
import { random } from '../../../kernel/sample/random.ts'

/** Hundredths of 万元, by the months that are in. */
const TOTALS = [
  ['2022', 12, 51_240_000],
  ['2023', 12, 48_600_000],
  ['2024', 10, 36_170_000],
] as const
/** Share of the whole, and entities in a month. */
const KINDS = {
  research: [0.31, 420],
  highTech: [0.24, 180],
  small: [0.14, 5200],
  vat: [0.13, 260],
  software: [0.07, 90],
  fees: [0.08, 6100],
  other: [0.03, 800],
} as const

export const makeReliefs = (seed: number) =>
  TOTALS.flatMap(([year, months, total]) => {
    const chance = random(seed, 'policy', 'reliefs', year)
    const cells = Array.from(
      { length: months },
      (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`,
    ).flatMap((month) => (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({ month, kind })))
    const parts = apportion(
      total,
      cells.map(({ kind }) => KINDS[kind][0] * (0.8 + 0.4 * chance.next())),
    )
    return cells.map((cell, i) => ({
      ...cell,
      amount: (parts[i]! / 100).toFixed(2),
      entities: Math.round(KINDS[cell.kind][1] * (0.9 + 0.2 * chance.next())),
      office: 'tax',
      recorded_at: `${cell.month}-28T09:00:00+08:00`,
    }))
  })
