import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outcome } from './decision.ts'
import { effectOf, type Judged, LISTED } from './effect.ts'

const outcome: Outcome = {
  verdict: '结论',
  order: ['不符合', '可享'],
  money: { entry: '金额', unit: '万元' },
}
const no = { 结论: '不符合', 金额: 0 }
const yes = (money: number | string) => ({ 结论: '可享', 金额: money })

async function* inBatches(judged: readonly Judged[]): AsyncGenerator<readonly Judged[]> {
  for (let from = 0; from < judged.length; from += 7) yield judged.slice(from, from + 7)
}
const one = (id: string, before: unknown, after: unknown): Judged => ({ id, title: id, before, after })

it('who wins, who loses, how much money', async () => {
  const effect = await effectOf(
    outcome,
    inBatches([
      one('a', no, yes('20.10')),
      one('b', yes(50), yes(30)),
      one('c', yes(10), yes(10)),
      one('d', no, no),
      one('e', no, yes(0)),
    ]),
  )
  expect(effect).toMatchObject({
    subjects: 5,
    wins: 2,
    loses: 1,
    same: 2,
    money: { before: '60', after: '60.1', unit: '万元' },
  })
  expect(effect.moves).toEqual([
    { from: '不符合', to: '可享', subjects: 2, money: '20.1' },
    { from: '可享', to: '可享', subjects: 1, money: '-20' },
  ])
  expect(effect.changes.map(({ id, direction, money }) => [id, direction, money])).toEqual([
    ['a', 'win', '20.1'],
    ['e', 'win', '0'],
    ['b', 'lose', '-20'],
  ])
})

it('everybody is counted once, and the moves carry all the money that moves', async () => {
  const answer = fc.oneof(fc.constant(no), fc.integer({ min: 0, max: 300 }).map(yes))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(answer, answer), { maxLength: 400 }), async (pairs) => {
      const effect = await effectOf(
        outcome,
        inBatches(pairs.map(([before, after], i) => one(String(i), before, after))),
      )
      expect(effect.wins + effect.loses + effect.same).toBe(pairs.length)
      const moved = effect.moves.reduce((sum, { money }) => sum + Number(money), 0)
      expect(moved).toBe(Number(effect.money?.after) - Number(effect.money?.before))
      const winners = effect.changes.filter(({ direction }) => direction === 'win')
      expect(winners).toHaveLength(Math.min(LISTED, effect.wins))
    }),
    { numRuns: 50 },
  )
})
