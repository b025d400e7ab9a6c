export { spendingIndicators } from './indicators.ts'
export { spending } from './tables.ts'
