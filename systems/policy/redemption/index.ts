/** 政策兑现: from a claim to the money, and back where it must be. */

export { redemption } from './flow/index.ts'
export { redemptionIndicators } from './indicators.ts'
export { redemptionRoutes } from './routes/index.ts'
export { redemptionRecords } from './tables.ts'
