import { expect, it } from 'vitest'
import type { Database } from './database.ts'
import { together } from './together.ts'

const db = { isTransaction: false } as Database

/** Answers when it is told to. */
function held() {
  const asked: (readonly number[])[] = []
  const answers: (() => void)[] = []
  const ask = together(async (_: Database, batch: readonly number[]) => {
    asked.push(batch)
    await new Promise<void>((answer) => answers.push(answer))
    if (batch.includes(13)) throw new Error('13')
    return batch.map((each) => each * 10)
  })
  const one = (each: number) => ask(db, each)
  const answer = async () => {
    answers.shift()?.()
    await new Promise(setImmediate)
  }
  return { one, asked, answer }
}

it('asks at once, and for all who come meanwhile together after that', async () => {
  const { one, asked, answer } = held()
  const told = Promise.all([1, 2, 3, 4, 5].map(one))
  expect(asked).toEqual([[1]])
  await answer()
  expect(asked).toEqual([[1], [2, 3, 4, 5]])
  await answer()
  expect(await told).toEqual([10, 20, 30, 40, 50])
  const later = one(6)
  expect(asked.at(-1)).toEqual([6])
  await answer()
  expect(await later).toBe(60)
})

it('lets nobody fail by the fault of another', async () => {
  const { one, asked, answer } = held()
  const told = Promise.allSettled([1, 2, 12, 13, 14].map(one))
  for (let times = 0; times < 6; times++) await answer()
  expect((await told).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(asked).toEqual([[1], [2, 12, 13, 14], [2], [12], [13], [14]])
})

it('makes no batch longer than the longest', async () => {
  const sizes: number[] = []
  const ask = together(async (_: Database, batch: readonly number[]) => {
    sizes.push(batch.length)
    return batch
  })
  const asked = Array.from({ length: 200 }, (_, i) => i)
  expect(await Promise.all(asked.map((each) => ask(db, each)))).toEqual(asked)
  expect(Math.max(...sizes)).toBe(64)
})

it('asks within a transaction what a transaction asks', async () => {
  const transaction = { isTransaction: true } as Database
  const asked: unknown[] = []
  const ask = together(async (db: Database, batch: readonly number[]) => {
    asked.push(db, batch)
    return batch
  })
  expect(await ask(transaction, 1)).toBe(1)
  expect(asked).toEqual([transaction, [1]])
})
