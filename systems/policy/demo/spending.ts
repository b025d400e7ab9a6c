/** Sample spending on science by month, budget subject and payee; years add up to what reports state of them. */
import { apportion } from '../../../kernel/sample/apportion.ts'
import { random } from '../../../kernel/sample/random.ts'
import type { PAYEES, SUBJECTS } from '../spending/tables.ts'

/** Hundredths of 万元. 2023 is the year of the report, 2022 and 2021 as its growth and its streak have them. */
const YEARS = [
  ['2019', 7_712_600],
  ['2020', 8_431_900],
  ['2021', 9_892_600],
  ['2022', 12_053_700],
  ['2023', 14_731_800],
] as const
/** The ten months of 2024 that are in, over those of 2023. */
const RUNNING = 1.1126
const MONTHS_IN = 10
/** Budgets are spent in June and at the year's end. */
const SHAPE = [3.1, 4.2, 8.4, 5.3, 6.2, 13.1, 6.1, 7.2, 10.2, 8.1, 11.3, 16.8]
const PARTS: readonly (readonly [
  subject: `${keyof typeof SUBJECTS}`,
  item: string,
  payee: keyof typeof PAYEES,
  share: number,
])[] = [
  ['20601', '2060101', 'office', 2],
  ['20602', '2060203', 'university', 3],
  ['20603', '2060302', 'institute', 6],
  ['20604', '2060404', 'firm', 38],
  ['20604', '2060499', 'institute', 11],
  ['20605', '2060502', 'firm', 9],
  ['20605', '2060503', 'institute', 7],
  ['20606', '2060602', 'institute', 1],
  ['20607', '2060702', 'other', 1],
  ['20608', '2060899', 'university', 2],
  ['20609', '2060902', 'firm', 16],
  ['20699', '2069999', 'other', 4],
]

export function makeSpending(seed: number) {
  const months = YEARS.flatMap(([year, total]) => {
    const chance = random(seed, 'policy', 'spending', year)
    return [
      ...apportion(
        total,
        SHAPE.map((weight) => weight * (0.9 + 0.2 * chance.next())),
      ),
    ].map((value, i) => ({ month: monthOf(year, i), value }))
  })
  const running = months.slice(-12, -12 + MONTHS_IN)
  const chance = random(seed, 'policy', 'spending', '2024')
  const parts = apportion(
    Math.round(running.reduce((sum, { value }) => sum + value, 0) * RUNNING),
    running.map(({ value }) => value * (0.95 + 0.1 * chance.next())),
  )
  return [...months, ...running.map((_, i) => ({ month: monthOf('2024', i), value: parts[i]! }))].flatMap(
    ({ month, value }) => rowsOf(month, value, random(seed, 'policy', 'spending', month)),
  )
}

const monthOf = (year: string, index: number) => `${year}-${String(index + 1).padStart(2, '0')}`

function rowsOf(month: string, total: number, chance: ReturnType<typeof random>) {
  const amounts = apportion(
    total,
    PARTS.map(([, , , share]) => share * (0.7 + 0.6 * chance.next())),
  )
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  return PARTS.map(([subject, item, payee], i) => ({
    month,
    subject,
    item,
    payee,
    amount: (amounts[i]! / 100).toFixed(2),
    document: `示例财〔${year}〕${number * 100 + i + 1}号`,
    paid_on: `${month}-${String(5 + chance.below(20)).padStart(2, '0')}`,
    office: 'finance',
    recorded_at: `${month}-28T09:00:00+08:00`,
  }))
}
