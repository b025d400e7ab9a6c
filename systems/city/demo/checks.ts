import { addDays } from '../../../kernel/calendar/days.ts'
import { random } from '../../../kernel/sample/random.ts'
import { CRITERIA } from '../words.ts'
import { GRIDS } from './grids.ts'

/** Four cells a week through the year. */
const WEEKS = 45
const EACH = 4

export function checkRows(seed: string): readonly Record<string, unknown>[] {
  const stream = random(seed, 'checks')
  return Array.from({ length: WEEKS * EACH }, (_, i) => {
    const grid = stream.pick(GRIDS)
    const checked_on = addDays('2024-01-03', 7 * Math.floor(i / EACH))
    const points = Object.fromEntries(
      Object.keys(CRITERIA).map((name) => [
        name,
        Math.min(100, Math.max(55, Math.round(88 + 7 * stream.normal()))),
      ]),
    )
    const number = `ZGJ${checked_on.replaceAll('-', '')}-${(i % EACH) + 1}`
    return {
      ...points,
      id: `city-check-${i + 1}`,
      number,
      grid: grid.code,
      street: grid.street,
      checked_on,
      note: Math.min(...(Object.values(points) as number[])) < 75 ? '有零星垃圾未及时清扫' : null,
      keeper: 'city',
    }
  })
}
