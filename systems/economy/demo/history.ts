/**
 * What the demonstration zone's totals are: the year 2023 as its report published it, the other years plausible
 * and invented. Rows are made to add up to these, never the other way round.
 */
import type { ItemId } from '../items.ts'

export const FIRST_YEAR = 2019
export const LAST_YEAR = 2024
/** The last month of the demonstration that has monthly returns; quarters end at September. */
export const LAST_MONTH = '2024-10'

export interface History {
  /** Totals of 2019 … 2023 in the item's big unit: 亿元, or 亩 for land. */
  readonly years: readonly [number, number, number, number, number]
  /** Growth in % at comparable prices, 2020 … 2023, where the item has them. */
  readonly real?: readonly [number, number, number, number]
  /** 2024 over the same months of 2023, in %. */
  readonly running?: { readonly nominal: number; readonly real?: number }
  /** Weight of each month (or quarter) within a year. */
  readonly shape: readonly number[]
  /** How much the months of a year differ in growth, as a fraction. */
  readonly noise: number
  /** How strongly the spring of 2020 hit, 0 … 1. */
  readonly covid: number
  /** Growth at the start of the year above (+) or below (−) that at its end, as a fraction, by year. */
  readonly lean?: Readonly<Record<number, number>>
}

const FLAT = [7.9, 6.4, 8.6, 8.2, 8.4, 8.8, 8.2, 8.2, 8.6, 8.5, 8.9, 9.3]

export const HISTORY: Readonly<Record<ItemId, History>> = {
  'economy.gdp': {
    years: [293.4127, 303.8265, 341.2736, 370.5482, 391.0342],
    real: [3.72, 9.14, 4.63, 6.02],
    running: { nominal: 4.24, real: 5.13 },
    shape: [22.1, 24.7, 25.2, 28],
    noise: 0.004,
    covid: 0.5,
    lean: { 2024: 0.01 },
  },
  'economy.fiscal-revenue': {
    years: [77.5213, 76.1847, 84.9266, 83.4791, 85.4087],
    running: { nominal: 1.37 },
    shape: [14.1, 6.3, 6.2, 9.4, 9.1, 8.3, 10.2, 6.1, 6.2, 9.6, 6.4, 8.1],
    noise: 0.05,
    covid: 0.6,
  },
  'economy.general-budget-revenue': {
    years: [41.6318, 41.2084, 45.9152, 46.4287, 46.7069],
    running: { nominal: -1.18 },
    shape: [13.6, 6.6, 6.9, 9.2, 8.9, 8.9, 9.7, 6.2, 6.5, 9.1, 6.2, 8.2],
    noise: 0.05,
    covid: 0.6,
  },
  'economy.fixed-asset-investment': {
    years: [112.3846, 108.9274, 121.5108, 132.2316, 145.7203],
    running: { nominal: 3.08 },
    shape: [5.1, 5.4, 9.6, 7.9, 8.2, 10.8, 7.6, 7.7, 9.9, 8.1, 8.7, 11],
    noise: 0.06,
    covid: 0.7,
    lean: { 2023: -0.05, 2024: 0.09 },
  },
  'economy.retail-wholesale-sales': {
    years: [1573.8825, 1650.2317, 2081.3962, 2304.6148, 2675.6319],
    running: { nominal: 7.93 },
    shape: [7.6, 6.2, 8.5, 8.1, 8.3, 8.9, 8.4, 8.4, 8.8, 8.5, 9, 9.3],
    noise: 0.03,
    covid: 0.7,
  },
  'economy.exports': {
    years: [187.2039, 193.5116, 231.7248, 260.9137, 282.8315],
    running: { nominal: -3.62 },
    shape: [8.3, 5.9, 8.1, 8.3, 8.6, 8.7, 8.8, 8.7, 8.5, 8.3, 8.8, 9],
    noise: 0.05,
    covid: 0.8,
    lean: { 2023: -0.06, 2024: 0.05 },
  },
  'economy.industrial-output': {
    years: [258.1174, 262.8039, 300.6427, 317.5031, 357.8216],
    running: { nominal: 6.83 },
    shape: FLAT,
    noise: 0.02,
    covid: 0.8,
    lean: { 2023: 0.04, 2024: 0.07 },
  },
  'economy.industrial-value-added': {
    years: [92.0164, 94.3128, 108.9035, 118.0216, 139.4183],
    real: [3.91, 14.18, 7.12, 21.21],
    running: { nominal: 6.72, real: 8.43 },
    shape: FLAT,
    noise: 0.02,
    covid: 0.8,
    lean: { 2024: 0.06 },
  },
  'economy.industrial-tax': {
    years: [10.9164, 10.6228, 12.8937, 13.6152, 15.0091],
    running: { nominal: 3.87 },
    shape: [13, 6.1, 6.5, 10.1, 9.2, 8.2, 10.3, 5.9, 6.1, 10.2, 6.2, 8.2],
    noise: 0.05,
    covid: 0.6,
  },
  'economy.industrial-land': {
    years: [1768.25, 1779.6, 1791.88, 1802.37, 1810.41],
    shape: [1],
    noise: 0,
    covid: 0,
  },
  'economy.digital-revenue': {
    years: [321.0428, 349.1173, 408.3361, 442.1974, 474.9195],
    running: { nominal: 8.14 },
    shape: [7.4, 6.1, 8.6, 8, 8.3, 9.2, 8.1, 8.2, 8.9, 8.3, 8.8, 10.1],
    noise: 0.03,
    covid: 0.5,
  },
  'economy.digital-manufacturing-value-added': {
    years: [28.4083, 29.6247, 35.0162, 38.1058, 45.0214],
    real: [4.36, 17.62, 8.37, 19.62],
    running: { nominal: 8.31, real: 9.77 },
    shape: FLAT,
    noise: 0.03,
    covid: 0.7,
  },
  'economy.research-spending': {
    years: [18.9216, 20.6143, 24.0327, 27.0984, 30.3406],
    shape: [1],
    noise: 0,
    covid: 0,
  },
}
