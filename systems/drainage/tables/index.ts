export * from './network.ts'
export * from './upkeep.ts'
