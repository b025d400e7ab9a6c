import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from '../../kernel/access/actor.ts'
import { type Act, actsFor, requireAct } from './acts.ts'
import { ACTIONS, actionsFor, type Situation, transit } from './transitions.ts'
import { STATUSES, type Status } from './words.ts'

const actor = (role: Role, office = 'science'): Actor => ({ id: role, name: role, role, office })
const SITUATION: Situation = {
  status: 'active',
  leadOffice: 'science',
  evidence: 1,
  actual: 100,
  openLetters: 0,
}

describe('transitions', () => {
  it('walks a granule from draft to closed', () => {
    const steps = [
      ['issue', 'supervisor'],
      ['sign', 'officer'],
      ['start', 'officer'],
      ['apply', 'officer'],
      ['close', 'supervisor'],
    ] as const
    const end = steps.reduce<Status>(
      (status, [action, role]) => transit(action, { ...SITUATION, status }, actor(role)).to,
      'drafted',
    )
    expect(end).toBe('closed')
  })

  it.each([
    ['another office applies', 'apply', SITUATION, actor('officer', 'finance'), 'PLAN_NOT_LEAD_OFFICE'],
    ['no evidence', 'apply', { ...SITUATION, evidence: 0 }, actor('officer'), 'PLAN_NO_EVIDENCE'],
    ['not complete', 'apply', { ...SITUATION, actual: 99.9 }, actor('officer'), 'PLAN_NOT_COMPLETE'],
    ['an officer closes', 'close', { ...SITUATION, status: 'applied' }, actor('officer'), 'PLAN_ROLE'],
    [
      'closing over an open letter',
      'close',
      { ...SITUATION, status: 'applied', openLetters: 1 },
      actor('supervisor'),
      'PLAN_LETTER_OPEN',
    ],
    ['closing what nobody applied for', 'close', SITUATION, actor('supervisor'), 'PLAN_TRANSITION'],
    [
      'returning without a reason',
      'return',
      { ...SITUATION, status: 'applied' },
      actor('supervisor'),
      'PLAN_NO_REASON',
    ],
    [
      'reopening what is closed',
      'start',
      { ...SITUATION, status: 'closed' },
      actor('officer'),
      'PLAN_TRANSITION',
    ],
  ] as const)('refuses: %s', (_, action, situation, who, code) => {
    expect(() => transit(action, situation, who)).toThrow(code)
  })

  it('offers only what the post may do', () => {
    expect(actionsFor(SITUATION, actor('officer')).map(({ action }) => action)).toEqual(['apply'])
    expect(actionsFor(SITUATION, actor('officer', 'finance'))).toEqual([])
    expect(actionsFor(SITUATION, actor('visitor'))).toEqual([])
  })

  it('never reaches 已销号 without evidence, whatever is tried', () => {
    const attempt = fc.record({
      action: fc.constantFrom(...ACTIONS),
      role: fc.constantFrom(...(Object.keys(ROLES) as Role[])),
      office: fc.constantFrom('science', 'finance', 'office'),
      actual: fc.constantFrom(0, 50, 100),
      reason: fc.constantFrom(undefined, '', '理由'),
    })
    const start = fc.constantFrom(
      ...(Object.keys(STATUSES) as Status[]).filter((status) => status !== 'closed'),
    )
    fc.assert(
      fc.property(start, fc.array(attempt, { maxLength: 20 }), (first, attempts) => {
        let status: Status = first
        for (const { action, role, office, actual, reason } of attempts) {
          try {
            status = transit(
              action,
              { status, leadOffice: 'science', evidence: 0, actual, openLetters: 0, reason },
              actor(role, office),
            ).to
          } catch {}
        }
        expect(status).not.toBe('closed')
      }),
    )
  })
})

describe('acts that move nothing', () => {
  const may = (act: Act, status: Status, who: Actor) => () =>
    requireAct(act, { status, leadOffice: 'science' }, who)
  const WHO = {
    report: actor('officer'),
    verify: actor('supervisor'),
    letter: actor('supervisor'),
    answer: actor('officer'),
    evidence: actor('officer'),
    change: actor('leader'),
    applyChange: actor('officer'),
    override: actor('supervisor'),
  } as const satisfies Record<Act, Actor>
  const every = Object.keys(WHO) as Act[]

  it.each(every)('%s: not once the task is closed', (act) => {
    expect(may(act, 'active', WHO[act])).not.toThrow()
    expect(may(act, 'applied', WHO[act])).not.toThrow()
    expect(may(act, 'closed', WHO[act])).toThrow('PLAN_ENDED')
  })

  it.each(every.filter((act) => act !== 'answer'))('%s: not once it is off the list', (act) => {
    expect(may(act, 'adjusted', WHO[act])).toThrow('PLAN_ENDED')
  })

  it('waits for the task to be issued, and for the right post', () => {
    expect(may('letter', 'drafted', WHO.letter)).toThrow('PLAN_NOT_ISSUED')
    expect(may('letter', 'active', WHO.report)).toThrow('PLAN_ROLE')
    expect(may('change', 'active', actor('supervisor'))).toThrow('PLAN_ROLE')
    expect(may('evidence', 'active', actor('officer', 'finance'))).toThrow('PLAN_NOT_LEAD_OFFICE')
  })

  it('offers what it would not refuse', () => {
    for (const status of Object.keys(STATUSES) as Status[])
      for (const role of Object.keys(ROLES) as Role[])
        for (const act of every) {
          const offered = actsFor({ status, leadOffice: 'science' }, actor(role)).includes(act)
          if (offered) expect(may(act, status, actor(role))).not.toThrow()
          else expect(may(act, status, actor(role))).toThrow()
        }
  })
})
