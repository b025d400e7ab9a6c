export * from './grids.ts'
export * from './reports.ts'
