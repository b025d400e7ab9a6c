import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesAfter } from './context.ts'
import { admit, CALM, failed, networkOf, type Throttle, takenBack } from './throttle.ts'

const limit = { failures: 5, windowMinutes: 15, lockMinutes: 15 }
const start = '2026-03-02T01:00:00.000Z'
const at = (minutes: number) => minutesAfter(start, minutes)
/** An attempt that fails, when it is let in. */
const guess = (throttle: Throttle, minutes: number): Throttle | undefined => {
  const counted = admit(throttle, at(minutes), limit)
  return counted && failed(counted, at(minutes), limit)
}

describe('failed sign-ins', () => {
  it('lock for 15 minutes at the fifth within 15 minutes, then start afresh', () => {
    let state: Throttle = CALM
    for (const minute of [0, 1, 2, 3]) state = guess(state, minute) ?? CALM
    expect(state).toEqual({ attempts: [at(0), at(1), at(2), at(3)], locked_until: null })
    state = guess(state, 14) ?? CALM
    expect(state).toEqual({ attempts: [], locked_until: at(29) })
    expect(guess(state, 28.9)).toBeUndefined()
    expect(guess(state, 29)).toEqual({ attempts: [at(29)], locked_until: null })
  })

  it('that are far enough apart never lock', () => {
    let state: Throttle = CALM
    for (let minute = 0; minute < 400; minute += 4) {
      const next = guess(state, minute)
      expect(next).toMatchObject({ locked_until: null })
      state = next ?? CALM
    }
  })

  it('sent all at once are let in five at a time, and those that turn out well are given back', () => {
    let state: Throttle = CALM
    for (let n = 0; n < 5; n++) state = admit(state, at(0), limit) ?? CALM
    expect(admit(state, at(0), limit)).toBeUndefined()
    state = takenBack(state, at(0))
    expect(admit(state, at(0), limit)?.attempts).toHaveLength(5)
    expect(takenBack(CALM, at(0))).toEqual(CALM)
  })

  it('whenever they come: no 15 minutes see more than five, and a lock is 15 minutes without any', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 150 }), (gaps) => {
        let state: Throttle = CALM
        let second = 0
        const tried: number[] = []
        for (const gap of gaps) {
          second += gap
          const next = guess(state, second / 60)
          if (!next) continue
          tried.push(second)
          state = next
        }
        for (const [index, one] of tried.entries()) {
          const fifth = tried[index + 5]
          if (fifth !== undefined) expect(fifth - one).toBeGreaterThanOrEqual(15 * 60)
        }
      }),
    )
  })
})

it.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['2408:8206:1:2:3:4:5:6', '2408:8206:1:2::/64'],
  ['2408:8206:0001:2::9', '2408:8206:1:2::/64'],
  ['2408::7', '2408:0:0:0::/64'],
  ['2408:8206:1:2:3:4:5::', '2408:8206:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is on the line %s', (address, line) => {
  expect(networkOf(address)).toBe(line)
})
