import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, drawn, plain } from './blocks.fixture.ts'
import { Player } from './player.fixture.ts'

it('whatever the order, every task is done as often as the diagram says, a limit comes once, and no token is lost or left', async () => {
  await fc.assert(
    fc.asyncProperty(block, fc.infiniteStream(fc.nat()), async (root, choices) => {
      const { source, expected } = drawn(plain(root))
      const play = await Player.of(source)
      const done = new Map<string, number>()
      const count = (element: string) => done.set(element, (done.get(element) ?? 0) + 1)
      const choose = choices[Symbol.iterator]()
      while (play.status === 'running') {
        const { open, awaited } = play
        expect(open.length).toBeGreaterThan(0)
        const choice = choose.next().value as number
        const late = choice % 3 === 0 ? awaited[choice % (awaited.length || 1)] : undefined
        const next = open[choice % open.length] as string
        if (late) play.come(late)
        else play.done(next)
        count(late ?? next)
      }
      expect(play.status).toBe('completed')
      expect(play.state.tokens.size).toBe(0)
      expect(play.state.scopes.size).toBe(1)
      const total = (of: string) => done.get(of) ?? 0
      for (const [task, times] of expected) {
        expect([task, total(task)]).toEqual([task, times])
        expect(total(`late_${task}`)).toBeLessThanOrEqual(times)
      }
      const sum = (prefix: string) =>
        [...done].reduce((all, [id, times]) => all + (id.startsWith(prefix) ? times : 0), 0)
      expect(sum('u')).toBe(sum('late_'))
    }),
    { numRuns: Number(process.env.GAOXIN_SIMULATIONS ?? 300) },
  )
}, 600_000)
