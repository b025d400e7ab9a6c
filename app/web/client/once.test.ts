import { expect, it } from 'vitest'
import { once } from './once.ts'

it('does once what is asked for twice while it goes on, and again after that', async () => {
  let runs = 0
  const answers: (() => void)[] = []
  const run = () => {
    runs++
    return new Promise<number>((answer) => answers.push(() => answer(runs)))
  }
  const both = Promise.all([once('a', run), once('a', run)])
  once('b', run)
  expect(runs).toBe(2)
  for (const answer of answers) answer()
  expect(await both).toEqual([2, 2])
  once('a', run)
  expect(runs).toBe(3)
})

it('a refusal is told to both, and does not stand in the way of the next', async () => {
  const refuse = () => Promise.reject(new Error('no'))
  const told = await Promise.allSettled([once('c', refuse), once('c', refuse)])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await once('c', async () => 'yes')).toBe('yes')
})
