/**
 * How many of what in which year. 2023 and the year before are what the 2023 report states of them; all else is
 * invented around it.
 */
import type { Scheme } from '../schemes.ts'

/** Registered in a year: all market entities, enterprises among them; 2024 to the end of October. */
export const REGISTERED = [
  { year: 2021, entities: 5150, enterprises: 2910, months: 12 },
  { year: 2022, entities: 5766, enterprises: 3285, months: 12 },
  { year: 2023, entities: 6469, enterprises: 3913, months: 12 },
  { year: 2024, entities: 5610, enterprises: 3480, months: 10 },
] as const

/** Enterprises registered before these years that the demonstration shows; a real register has all of them. */
export const OLDER = 1500
/** The years in which they began. */
export const OLDER_YEARS = [2001, 2018] as const

/** One round of a scheme: on this day so many for the first time and so many again. */
export interface Round {
  readonly scheme: Scheme
  readonly on: string
  readonly first: number
  /** Of those whose last certificate ended lately. */
  readonly again?: number
  /** The first day on which it no longer holds; left out: for good. */
  readonly until?: string
}

const round = (scheme: Scheme, on: string, first: number, until?: string, again = 0): Round => ({
  scheme,
  on,
  first,
  ...(again > 0 ? { again } : {}),
  ...(until ? { until } : {}),
})

/** In the order of time within a scheme. */
export const ROUNDS: readonly Round[] = [
  // In force at the end of 2023: 240 of 2021, 234 of 2022, 255 of 2023, which makes 729.
  round('high-tech', '2018-11-27', 45, '2021-11-27'),
  round('high-tech', '2019-11-27', 70, '2022-11-27'),
  round('high-tech', '2020-12-01', 120, '2023-12-01'),
  round('high-tech', '2021-12-10', 208, '2024-12-10', 32),
  round('high-tech', '2022-12-01', 182, '2025-12-01', 52),
  round('high-tech', '2023-12-08', 208, '2026-12-08', 47),
  // 21 at the end of 2023: 8 of 2021, 5 of 2022, 3 of 2023 and the 5 of 2020, re-examined in 2023.
  round('little-giant', '2020-11-13', 5, '2023-11-13'),
  round('little-giant', '2021-07-19', 8, '2024-07-19'),
  round('little-giant', '2022-08-08', 5, '2025-08-08'),
  round('little-giant', '2023-07-14', 3, '2026-07-14'),
  round('little-giant', '2023-11-13', 0, '2026-11-13', 5),
  round('little-giant', '2024-07-19', 4, '2027-07-19', 7),
  round('national-tech-sme', '2022-06-20', 298, '2023-04-01'),
  round('national-tech-sme', '2022-09-23', 364, '2023-04-01'),
  round('national-tech-sme', '2023-06-16', 350, '2024-04-01'),
  round('national-tech-sme', '2023-09-28', 434, '2024-04-01'),
  round('national-tech-sme', '2024-06-14', 372, '2025-04-01'),
  round('national-tech-sme', '2024-09-27', 315, '2025-04-01'),
  round('provincial-tech-sme', '2022-10-18', 462),
  round('provincial-tech-sme', '2023-10-20', 536),
  round('provincial-tech-sme', '2024-10-18', 341),
  round('innovative-sme', '2022-12-15', 118, '2025-12-15'),
  round('innovative-sme', '2023-06-30', 146, '2026-06-30'),
  round('specialised-sme', '2021-12-24', 34, '2024-12-24'),
  round('specialised-sme', '2022-12-28', 57, '2025-12-28'),
  round('specialised-sme', '2023-12-22', 66, '2026-12-22'),
  round('provincial-little-giant', '2022-12-20', 2),
  round('provincial-little-giant', '2023-12-21', 1),
  round('leading-tech', '2022-12-20', 1),
  round('leading-tech', '2023-12-21', 2),
  round('champion', '2021-11-15', 2, '2024-11-30'),
  round('champion', '2022-11-10', 1, '2025-11-10'),
  round('eagle', '2023-02-10', 2),
  round('listed', '2016-06-01', 5),
  round('listed', '2021-03-18', 3),
  round('listed', '2022-09-29', 1),
  round('supply-chain-leader', '2021-12-30', 4),
  round('supply-chain-leader', '2022-12-29', 3),
  round('supply-chain-leader', '2023-12-27', 4),
  round('innovation-top-500', '2022-11-30', 14, '2023-11-30'),
  round('innovation-top-500', '2023-11-30', 17, '2024-11-30'),
  round('software-top-100', '2022-12-15', 2, '2023-12-15'),
  round('software-top-100', '2023-12-15', 3, '2024-12-15'),
  round('china-top-500', '2022-09-06', 1, '2023-09-20'),
  round('china-top-500', '2023-09-20', 2, '2024-09-11'),
  round('quality-mark', '2022-10-12', 3, '2025-10-12'),
  round('quality-mark', '2023-10-16', 4, '2026-10-16'),
  round('provincial-institute', '2022-12-12', 1),
  round('provincial-institute', '2023-12-13', 2),
  round('high-tech-centre', '2022-11-21', 8),
  round('high-tech-centre', '2023-11-22', 10),
  round('key-laboratory', '2022-10-25', 1),
  round('key-laboratory', '2023-10-26', 2),
  round('key-institute', '2022-10-25', 1),
  round('key-institute', '2023-10-26', 2),
  round('technology-centre', '2022-11-08', 15),
  round('technology-centre', '2023-11-09', 18),
]

/** What was applied for and is not decided on the demonstration's day. */
export const APPLIED: readonly { readonly scheme: Scheme; readonly on: string; readonly count: number }[] = [
  { scheme: 'high-tech', on: '2024-09-10', count: 236 },
  { scheme: 'specialised-sme', on: '2024-10-22', count: 61 },
]
