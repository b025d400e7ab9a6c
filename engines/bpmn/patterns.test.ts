/** The control-flow patterns 1 to 20 of van der Aalst, ter Hofstede, Kiepuszewski and Barros, each as a diagram. */
import { describe, expect, it } from 'vitest'
import { PATTERNS } from './patterns.fixture.ts'
import { Player } from './player.fixture.ts'

const playOf = (number: keyof typeof PATTERNS, vars: object = PATTERNS[number].vars) =>
  Player.of(PATTERNS[number].source, vars as Readonly<Record<string, unknown>>)

describe('basic', () => {
  it('1 sequence', async () => {
    const play = await playOf(1)
    expect(play.open).toEqual(['a'])
    expect(play.done('a').open).toEqual(['b'])
    expect(play.done('b').status).toBe('completed')
  })

  it('2 parallel split, 3 synchronization', async () => {
    const play = await playOf(2)
    expect(play.open).toEqual(['a', 'b'])
    expect(play.done('b').open).toEqual(['a'])
    expect(play.done('a').open).toEqual(['c'])
    expect(play.done('c').status).toBe('completed')
  })

  it.each([
    [20, 'a'],
    [7, 'b'],
    [1, 'c'],
  ])('4 exclusive choice, 5 simple merge: of %i', async (amount, chosen) => {
    const play = await playOf(4, { amount })
    expect(play.open).toEqual([chosen])
    expect(play.done(chosen).open).toEqual(['d'])
  })
})

describe('branching and synchronization', () => {
  it.each([
    [{ x: 1, y: 1 }, ['a', 'b']],
    [{ x: 1, y: 0 }, ['a']],
    [{ x: 0, y: 0 }, ['c']],
  ])('6 multi-choice, 7 structured synchronizing merge: of %j', async (vars, chosen) => {
    const play = await playOf(6, vars)
    expect(play.open).toEqual(chosen)
    for (const [i, each] of chosen.entries()) {
      play.done(each)
      expect(play.open).toEqual(i + 1 < chosen.length ? chosen.slice(i + 1) : ['d'])
    }
    expect(play.done('d').status).toBe('completed')
  })

  it('8 multi-merge: what follows is done once for each branch', async () => {
    const play = await playOf(8)
    play.done('a').done('b')
    expect(play.open).toEqual(['c', 'c'])
    expect(play.done('c').status).toBe('running')
    expect(play.done('c').status).toBe('completed')
  })

  it('9 discriminator: the first branch is enough, the others end', async () => {
    const play = await playOf(9)
    expect(play.open).toEqual(['ask', 'ask', 'ask'])
    expect(play.done('ask').open).toEqual(['next'])
  })
})

describe('structure', () => {
  it('10 arbitrary cycles', async () => {
    const play = await playOf(10)
    for (const good of [false, false, true]) play.done('write').done('check', { good })
    expect(play.status).toBe('completed')
  })

  it('11 implicit termination: the case ends with its last branch', async () => {
    const play = await playOf(11)
    expect(play.done('a').status).toBe('running')
    expect(play.done('b').status).toBe('completed')
  })
})

describe('several instances', () => {
  it('12 without synchronization: what follows does not wait for them', async () => {
    const play = await playOf(12)
    expect(play.open.toSorted()).toEqual(['each', 'each', 'each', 'next'])
    expect(play.done('next').open).toEqual(['each', 'each', 'each'])
  })

  it('13 known at design time', async () => {
    const play = await playOf(13)
    expect(play.done('each').open).toEqual(['each'])
    expect(play.done('each').open).toEqual(['next'])
  })

  it('14 known at run time: one for each of a list, their answers collected in its order', async () => {
    const play = await playOf(14)
    const scopes = [...play.state.scopes.values()].filter(({ apart }) => apart)
    expect(scopes.map(({ vars }) => vars.office)).toEqual(['科技', '财政', '统计'])
    play
      .done('each', { opinion: '同意' })
      .done('each', { opinion: '不同意' })
      .done('each', { opinion: '同意' })
    expect(play.open).toEqual(['next'])
    expect(play.vars.opinions).toEqual(['同意', '不同意', '同意'])
    expect(play.vars).not.toHaveProperty('opinion')
  })

  it('15 not known before: more may be asked for while the first run', async () => {
    const play = await playOf(15)
    play.come('startMore').come('startMore')
    expect(play.open).toEqual(['first', 'another', 'another'])
    play.done('first').done('another')
    expect(play.open).toEqual(['another'])
    expect(play.done('another').open).toEqual(['next'])
  })
})

describe('depending on state', () => {
  it.each([
    ['reply', 'read'],
    ['late', 'urge'],
  ])('16 deferred choice: what comes first decides (%s)', async (event, then) => {
    const play = await playOf(16)
    expect(play.awaited).toEqual(['late', 'reply'])
    expect(play.come(event).open).toEqual([then])
    expect(play.awaited).toEqual([])
  })

  it('17 interleaved routing: one after the other, in an order that is chosen as it runs', async () => {
    const play = await playOf(17)
    expect(play.open).toEqual(['fire'])
    expect(play.done('fire').open).toEqual(['safety'])
    expect(play.done('safety').open).toEqual(['report'])
  })

  it('18 milestone: may be done only while something holds', async () => {
    const play = await playOf(18)
    expect(play.come('object').open).toEqual(['notice', 'other', 'hear'])
    play.done('notice')
    expect(play.awaited).toEqual([])
    expect(() => play.come('object')).toThrow()
  })
})

describe('cancellation', () => {
  it('19 of an activity', async () => {
    const play = await playOf(19)
    expect(play.come('stop').open).toEqual(['c'])
    expect(play.happened).toContainEqual(expect.objectContaining({ what: 'cancelled', element: 'a' }))
    expect(play.done('c').status).toBe('completed')
  })

  it('20 of a case', async () => {
    const play = await playOf(20)
    expect(play.done('withdraw').status).toBe('terminated')
    expect(play.open).toEqual([])
  })
})
