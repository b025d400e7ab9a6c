/** What the demonstration says the city and its districts published; all of it invented except where 2023's gaps fix it. */

export const CITY = '全市'
export const DISTRICTS = [
  '海曙区',
  '江北区',
  '镇海区',
  '北仑区',
  '鄞州区',
  '奉化区',
  '余姚市',
  '慈溪市',
  '宁海县',
  '象山县',
] as const

/** Growth of one indicator in the city, and the places the zone took. */
export interface GrowthPeers {
  /** The city's growth in %, 2019 … 2023 and 2024 to its last period; one decimal, as published. */
  readonly city: readonly [number, number, number, number, number, number]
  /** How far districts lie apart, in percentage points. */
  readonly spread: number
  /** The zone's place at the end of a year. */
  readonly rank?: Readonly<Record<number, number>>
  /** The zone's place in each month of a year, January first, where a claim hangs on every month. */
  readonly monthly?: Readonly<Record<number, readonly number[]>>
}

export const GROWTH: Readonly<Record<string, GrowthPeers>> = {
  // 增速位列全市第四位; the 2024 draft finds sixth.
  'economy.gdp': {
    city: [6.8, 3.3, 8.2, 3.5, 5.5, 5.4],
    spread: 1,
    rank: { 2020: 4, 2021: 3, 2022: 2, 2023: 4, 2024: 6 },
  },
  'economy.fiscal-revenue': { city: [4.8, 2.1, 9.6, -1.2, 4.9, 1.1], spread: 4, rank: { 2023: 8 } },
  'economy.general-budget-revenue': { city: [6.4, 2.9, 14.1, -2.5, 6.3, 1.6], spread: 4, rank: { 2023: 9 } },
  // 高于全市2.7个百分点: 10.2 − 7.5. In 2024 the zone falls behind.
  'economy.fixed-asset-investment': { city: [8.1, 5.5, 11, 10.4, 7.5, 4.6], spread: 5 },
  // 高于全市7.1个百分点: 16.1 − 9.0.
  'economy.retail-wholesale-sales': { city: [12.1, 8.7, 25.3, 9.4, 9, 5.2], spread: 4, rank: { 2023: 1 } },
  // 高于全市7.7个百分点: 8.4 − 0.7.
  'economy.exports': { city: [7.6, 7.3, 19, 8, 0.7, 6.1], spread: 5, rank: { 2023: 2 } },
  // 增速连续12个月位居全市第一: first in every month of 2023, not in December 2022, lost in July 2024.
  'economy.industrial-output': {
    city: [4.1, 1.3, 18.2, 5.1, 3.4, 4.7],
    spread: 3,
    rank: { 2020: 5, 2021: 8, 2022: 3 },
    monthly: {
      2022: [4, 3, 3, 3, 2, 3, 3, 4, 3, 3, 3, 3],
      2023: Array(12).fill(1),
      2024: [1, 1, 1, 1, 1, 1, 2, 2, 2, 3],
    },
  },
  'economy.industrial-value-added': {
    city: [6.4, 5.2, 11.9, 3.8, 6.6, 7.2],
    spread: 3,
    rank: { 2023: 1, 2024: 4 },
  },
  'economy.digital-revenue': { city: [9.5, 8.3, 17.1, 7.7, 5.6, 6.2], spread: 4, rank: { 2023: 4 } },
  // 增速排名全市第三; fifth in 2024.
  'economy.digital-manufacturing-value-added': {
    city: [8.9, 7.4, 18.1, 4.6, 9.3, 9.9],
    spread: 5,
    rank: { 2022: 4, 2023: 3, 2024: 5 },
  },
  'economy.research-spending': { city: [13.2, 9.1, 13.9, 11.6, 10.4, 0], spread: 3 },
}

/** Yearly levels: of the city and of districts in the order of DISTRICTS, for 2023; earlier years grow into them. */
export const LEVELS: Readonly<
  Record<string, { city: number; districts: readonly number[]; yearly: number; decimals: number }>
> = {
  // 占GDP比重达8%，位列全市第一.
  'economy.research-intensity': {
    city: 3.24,
    districts: [2.31, 3.05, 3.62, 3.18, 3.77, 2.44, 3.41, 3.36, 2.93, 1.98],
    yearly: 1.035,
    decimals: 2,
  },
}
