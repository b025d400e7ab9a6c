export { beginMaintenance, type Mended } from './begin.ts'
export { maintenanceProcess } from './process.ts'
