import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/access/actor.ts'
import { movesOf, type Standing } from './moves.ts'

const actor = (role: Role, id: string = role): Actor => ({ id, name: id, role, office: '' })
const round = { state: 'computed', computedBy: 's1', noticeTo: null, open: 0 } as const
const notice = { ...round, state: 'notice', noticeTo: '2024-11-21' } as const
const standing = (more: Partial<Standing> = {}): Standing => ({
  official: true,
  firms: 3,
  round: undefined,
  ...more,
})
const open = (given: Standing, who: Actor, today = '2024-11-22') =>
  movesOf(given, who, today).flatMap(({ step, because }) => (because === null ? [step] : []))
const why = (given: Standing, step: string, who = actor('statistician'), today = '2024-11-22') =>
  movesOf(given, who, today).find((move) => move.step === step)?.because?.zh

describe('the steps of an evaluation', () => {
  it('are one after the other', () => {
    expect(open(standing(), actor('statistician'))).toEqual(['evaluate'])
    expect(open(standing({ round }), actor('statistician'))).toEqual(['evaluate', 'notice'])
    expect(open(standing({ round: notice }), actor('statistician'))).toEqual(['evaluate', 'publish'])
    expect(open(standing({ round: { ...notice, state: 'published' } }), actor('statistician'))).toEqual([])
  })
  it('end with another person than who computed', () => {
    expect(open(standing({ round: notice }), actor('leader'))).toEqual(['publish'])
    expect(why(standing({ round: notice }), 'publish', actor('statistician', 's1'))).toContain('另一人')
    expect(open(standing({ round: notice }), actor('supervisor'))).toEqual([])
    expect(why(standing({ round: notice }), 'publish', actor('supervisor'))).toContain('须由')
  })
  it.each([
    [{ official: false, round }, 'notice', '示例'],
    [{ firms: 0 }, 'evaluate', '数据'],
    [{}, 'notice', '试算'],
    [{ round }, 'publish', '公示'],
    [{ round: { ...notice, open: 2 } }, 'publish', '2 条'],
    [{ round: { ...notice, noticeTo: '2024-11-22' } }, 'publish', '2024年11月22日'],
  ] as const)('%# say why not: %s', (given, step, says) => expect(why(standing(given), step)).toContain(says))
})
