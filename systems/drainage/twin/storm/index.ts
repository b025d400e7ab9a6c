export { clockAt, enterSensors, GATEWAY, makeStorm, playStorm, type Storm } from './play.ts'
export type { SentReading } from './readings.ts'
export type { Score } from './score.ts'
