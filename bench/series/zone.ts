import { rm } from 'node:fs/promises'
import { openZone, type Zone } from '../../app/zone.ts'
import type { Point, Quantity } from '../../kernel/series/index.ts'
import { BinaryRows, copyIn, type Database } from '../../kernel/store/index.ts'
import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'

export const BATCH = 50_000

/** @param every seconds between two readings */
export const quantity = (name: string, every: number): Quantity => ({
  id: `bench.${name}`,
  name: text('水位', 'Water level'),
  unit: 'm',
  every,
  limits: { low: 0, high: 4, rate: 0.4, stuck: 600 },
  keep: { readings: 120 },
})

/** An empty zone in which these are measured; `close` takes it away again. */
export async function benchZone(folder: string, quantities: readonly Quantity[]): Promise<Zone> {
  await rm(folder, { recursive: true, force: true })
  const zone = await openZone({
    folder,
    whenNew: 'empty',
    systemsFolder: '.tmp-none',
    systems: [
      defineSystem({
        id: 'bench',
        name: text('测速', 'Bench'),
        group: 'city',
        office: 'office',
        about: text('测速', 'For measuring'),
        records: [],
        indicators: [],
        quantities,
      }),
    ],
  })
  const close = async () => {
    await zone.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...zone, close }
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const count = (number: number): string => Math.round(number).toLocaleString('en')
export const rate = (readings: number, ms: number): string => `${count((readings / ms) * 1000)} readings/s`

/** A level that goes up and down, with a jump, a spike and a sensor that sticks now and then. */
export function levelAt(series: number, step: number): number {
  if (series % 50 === 7 && step % 400 > 200) return 1.25
  const wave = 2 + Math.round(1000 * Math.sin((step + series * 37) / 40)) / 1000
  return (step * 31 + series) % 997 === 0 ? wave + 3 : wave
}

export interface Row extends Point {
  readonly series: number
}

/** Into a table like that of readings, with the same key. */
export function bareCopy(db: Database, table: string, number: number, rows: readonly Row[]): Promise<void> {
  const bytes = new BinaryRows(['at', 'value', 'series', 'quantity', 'flags'])
  for (const { at, value, series } of rows)
    bytes.row().timestamptz(at).float8(value).int4(series).int2(number).int2(0)
  return copyIn(db, `series.${table}`, bytes)
}
