/** 匹配: all enterprises by all granules, kept up to date as facts change. */
export { keepMatched, matchChanged, matchEverybody } from './run.ts'
export { matches, type RunRow, runs } from './tables.ts'
