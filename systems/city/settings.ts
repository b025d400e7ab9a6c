/** What a zone decides for itself; the values are samples. */

/** Whose the city's cases are until an office is found for them: 监督中心 and 指挥中心. */
export const CITY_OFFICE = 'city'

/** The message by which a reporter says, after the close, that it is not fixed; the diagram waits for it by this name. */
export const NOT_FIXED = 'city.not-fixed'

/** So often an office may return a case; then the command centre decides. */
export const MOST_RETURNS = 2
/** An office returns a case within this time of being sent it. */
export const RETURN_WITHIN = '8WH'
/** Where no limit is entered for a class. */
export const DEFAULT_LIMIT = '3WD'

/** 疑似重复: the same class, so near and so short before. */
export const NEAR_METRES = 20
export const NEAR_HOURS = 2

/** 高发: the same class in the same cell again within so many days. */
export const RECUR_DAYS = 30

/** 综合得分: how much each rate weighs; 返工率 counts as what it leaves of 100%. */
export const WEIGHTS = {
  handledOnTime: 40,
  closedOnTime: 30,
  reworked: 15,
  dispatchedRight: 15,
} as const

/** Reports from one address without an account: so many in so many minutes. */
export const PUBLIC_REPORTS = { failures: 20, windowMinutes: 15, lockMinutes: 15 } as const
/** Photos that a reporter looks at: several for each look. */
export const PUBLIC_PICTURES = { failures: 600, windowMinutes: 15, lockMinutes: 15 } as const
/** Looking up, rating and saying that it is not fixed. */
export const PUBLIC_QUESTIONS = { failures: 120, windowMinutes: 15, lockMinutes: 15 } as const
