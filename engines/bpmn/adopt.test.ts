import { describe, expect, it } from 'vitest'
import { adopt, advance, type Mapping } from './index.ts'
import { evaluate, Player, processOf } from './player.fixture.ts'

/** A case moved on, then put on another diagram. */
async function moved(from: string, to: string, mapping: Mapping, until: (play: Player) => Player) {
  const play = until(await Player.of(from, { n: 1 }))
  const process = await processOf(to)
  return { process, outcome: adopt(play.process, process, play.state, mapping) }
}
const reasons = ({ outcome }: Awaited<ReturnType<typeof moved>>) =>
  'unfit' in outcome ? outcome.unfit.map(({ code, place }) => `${code} ${place}`) : []

describe('a case on a new diagram', () => {
  it('goes on from where its tokens are mapped to, with all that it knows', async () => {
    const found = await moved(
      'start -> a -> b -> end',
      'start -> a -> check -> after -> end',
      { b: 'check' },
      (play) => play.done('a', { seen: true }),
    )
    if (!('state' in found.outcome)) throw new Error('refused')
    const { state } = found.outcome
    expect([...state.tokens.values()].map(({ at }) => at)).toEqual(['check'])
    const [token] = state.tokens.keys()
    const step = advance(found.process, evaluate, state, { type: 'done', token: token as number })
    expect([...(step?.state.tokens.values() ?? [])].map(({ at }) => at)).toEqual(['after'])
    expect([...(step?.state.scopes.values() ?? [])][0]?.vars).toEqual({ n: 1, seen: true })
  })

  const parallel = `
    fork: parallel
    join: parallel
    start -> fork
    fork -> a -> join
    fork -> b -> join
    join -> end`
  it('keeps a token that waits for others at a gateway, as long as its flow is there', async () => {
    const same = await moved(parallel, parallel, {}, (play) => play.done('a'))
    expect(reasons(same)).toEqual([])
    const third = parallel.replace('fork -> a -> join', 'fork -> a -> c -> join')
    const other = await moved(parallel, third, {}, (play) => play.done('a'))
    expect(reasons(other)).toEqual([expect.stringMatching(/^FLOW f_a_join/)])
  })

  const inner = (id: string) => `
    ${id}: sub {
    start_s -> a -> end_s
    }
    start -> ${id} -> end`
  it('keeps tokens inside of a part that has another id', async () => {
    expect(reasons(await moved(inner('s'), inner('t'), { s: 't' }, (play) => play))).toEqual([])
  })

  it.each([
    ['its place is gone', 'start -> a -> end', 'start -> b -> end', {}, 'GONE a'],
    [
      'another kind of thing is there',
      'start -> a -> end',
      'a: receive message=m\nstart -> a -> end',
      {},
      'KIND a',
    ],
    ['it would stand inside of another part', 'start -> a -> end', inner('s'), {}, 'WITHIN a'],
    ['one instance would be many', 'start -> a -> end', 'a: user times=3\nstart -> a -> end', {}, 'KIND a'],
  ])('is refused where %s', async (_, from, to, mapping, reason) => {
    expect(reasons(await moved(from, to, mapping, (play) => play))).toEqual([reason])
  })

  it('is refused where what could be undone could be no longer', async () => {
    const undone = `
      start -> a -> b -> end
      un: boundary on=a undo=fix
      fix: user handler`
    const found = await moved(undone, 'start -> a -> b -> end', {}, (play) => play.done('a'))
    expect(reasons(found)).toEqual(['KIND a'])
  })
})
