import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Field } from '../twin/field.ts'

/** What `npm run sample:drainage` made by the engine. Moments are by the zone's clock. */
export interface RecordedStorm {
  /** One value each five minutes. */
  readonly readings: readonly {
    readonly device: string
    readonly quantity: string
    readonly from: number
    readonly values: readonly number[]
  }[]
  readonly forecast: Readonly<Record<string, unknown>>
  readonly replay: Readonly<Record<string, unknown>>
  readonly runs: readonly (Readonly<Record<string, unknown>> & { readonly field: Field })[]
}

/** Ten days before the demonstration begins, one whole number each five minutes: depths in mm, flows in 0.01 L/s, by device. */
export interface RecordedDays {
  readonly from: string
  readonly series: Readonly<Record<string, readonly number[]>>
}
export const FINENESS = { level: 1000, flow: 100_000 } as const

export const recordedDays = (): RecordedDays => recorded('days') as RecordedDays
export const recordedStorm = (): RecordedStorm => recorded('storm') as RecordedStorm

const recorded = (name: string): unknown =>
  JSON.parse(
    gunzipSync(readFileSync(new URL(`./recorded/${name}.json.gz`, import.meta.url))).toString('utf8'),
  )
