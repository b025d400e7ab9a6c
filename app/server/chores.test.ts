import { expect, it } from 'vitest'
import { type Clock, doChores } from './chores.ts'

/** A clock that a test turns. */
function handClock() {
  const calls = new Map<() => void, number>()
  const clock: Clock = (milliseconds, call) => {
    calls.set(call, milliseconds)
    return () => calls.delete(call)
  }
  const tick = () => {
    for (const call of [...calls.keys()]) call()
  }
  return { clock, calls, tick }
}
const settled = () => new Promise((done) => setImmediate(done))

it('each is done at the start and whenever it is due; one that fails is told, tried again, and stops no other', async () => {
  const { clock, calls, tick } = handClock()
  const [done, failures]: [string[], string[]] = [[], []]
  const stop = doChores(
    [
      { name: 'good', everyMs: 10, run: async () => done.push('good') },
      {
        name: 'bad',
        everyMs: 20,
        run: () => {
          done.push('bad')
          throw new Error('no disk')
        },
      },
    ],
    (error, name) => failures.push(`${name}: ${(error as Error).message}`),
    clock,
  )
  await settled()
  expect([...calls.values()]).toEqual([10, 20])
  tick()
  await settled()
  expect(done).toEqual(['good', 'bad', 'good', 'bad'])
  expect(failures).toEqual(['bad: no disk', 'bad: no disk'])
  await stop()
  expect(calls.size).toBe(0)
})

it('none is done twice at once, and the end waits for what is under way', async () => {
  const { clock, tick } = handClock()
  let [begun, ended] = [0, 0]
  let release = () => {}
  const gate = new Promise<void>((done) => {
    release = done
  })
  const run = async () => {
    begun++
    await gate
    ended++
  }
  const stop = doChores([{ name: 'slow', everyMs: 10, run }], () => {}, clock)
  await settled()
  tick()
  await settled()
  expect(begun).toBe(1)
  const stopped = stop().then(() => ended)
  release()
  expect(await stopped).toBe(1)
})
