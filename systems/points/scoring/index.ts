export * from './config.ts'
export { type Part, type Placed, type Scored, type Subject, scoreAll, scoreOne } from './points.ts'
export { scoredQuery } from './query.ts'
