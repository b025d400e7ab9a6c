export {
  type Figure,
  type FigureRef,
  type FigureStatus,
  formatRef,
  type Lineage,
  parseRef,
} from './figure.ts'
export type { Figures, Point } from './figures.ts'
export { type ForecastAnswer, type ForecastQuestion, foreseeGrowth, type Interval } from './forecast.ts'
export {
  defineIndicators,
  EVERY,
  type Grain,
  type Indicator,
  type Measure,
  recordsRead,
} from './indicator.ts'
export { catalogueOf, createFigures } from './ledger.ts'
export {
  addMonths,
  cumulative,
  firstMonth,
  formatPeriod,
  lastMonth,
  type Period,
  parsePeriod,
  periodName,
  periodOfMonth,
  yearBefore,
  yearToDate,
} from './period.ts'
export { changeOn, Decimal, impliedBase, rankOf, streakOf } from './series.ts'
export { figureRecords, peers, statements } from './tables.ts'
