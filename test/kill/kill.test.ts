import { expect, it } from 'vitest'
import { killAndJudge } from './run.ts'

/** A short run of `npm run test:kill`, which does it a thousand times. */
it('kill -9 of the program, of the database and of both loses nothing acknowledged and leaves nothing half done', async () => {
  const { kills, violations, acknowledged, unanswered } = await killAndJudge({ kills: 12, seed: 11 })
  expect(violations).toEqual([])
  expect([...kills.values()].reduce((sum, count) => sum + count, 0)).toBe(12)
  expect(new Set([...kills.keys()].map((at) => at.split(' @ ')[0]))).toEqual(
    new Set(['program', 'database', 'both']),
  )
  expect(acknowledged).toBeGreaterThan(0)
  expect(unanswered).toBeGreaterThan(0)
}, 600_000)
