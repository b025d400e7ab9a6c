import { describe, expect, it } from 'vitest'
import { paced } from './pace.ts'
import { without } from './without.ts'

describe('the pace at which a queue is asked for', () => {
  /** A clock by hand. */
  function byHand() {
    let did = 0
    let ring: (() => void) | undefined
    const pace = paced(
      5000,
      () => did++,
      (work) => {
        ring = work
        return () => {
          ring = undefined
        }
      },
    )
    return { pace, did: () => did, ring: () => ring?.() }
  }

  it('is at once, and then once for all that came meanwhile', () => {
    const { pace, did, ring } = byHand()
    pace.ask()
    expect(did()).toBe(1)
    pace.ask()
    pace.ask()
    expect(did()).toBe(1)
    ring()
    expect(did()).toBe(2)
    ring()
    expect(did()).toBe(2)
    pace.ask()
    expect(did()).toBe(3)
  })

  it('ends with the page', () => {
    const { pace, did, ring } = byHand()
    pace.ask()
    pace.ask()
    pace.end()
    ring()
    expect(did()).toBe(1)
  })
})

describe('a queue without what was decided', () => {
  const queue = {
    accepting: 1,
    dispatching: 3,
    sent: 7,
    rows: [
      { id: 'a', state: 'accepting' },
      { id: 'b', state: 'dispatching' },
    ],
  } as const

  it('counts one less where it stood, and one more that was sent', () => {
    expect(without(queue, 'b', true)).toEqual({ ...queue, dispatching: 2, sent: 8, rows: [queue.rows[0]] })
    expect(without(queue, 'a', false)).toEqual({ ...queue, accepting: 0, rows: [queue.rows[1]] })
  })

  it('counts nothing twice', () => {
    expect(without(queue, 'c', true)).toBe(queue)
  })
})
