import { describe, expect, it } from 'vitest'
import { type Process, readProcesses } from '../../../../engines/bpmn/index.ts'
import type { Actor } from '../../../../kernel/access/actor.ts'
import { problemsOf } from '../../../../kernel/flow/index.ts'
import { ACTS, type Act, type Situation, VERBS } from '../verbs.ts'
import { CLAIM_STATES, type ClaimState, DEAD, HOLDING } from '../words.ts'
import { redemption } from './index.ts'
import { stepOf, stepsFor, stepsOf, waysOf } from './ways.ts'

const PROCESS = (await readProcesses(redemption.diagram)).processes[0] as Process
const STEPS = stepsOf(waysOf(PROCESS))

const actor = (role: Actor['role'], office = '', more: Partial<Actor> = {}): Actor => ({
  id: `${role}-${office}`,
  name: '',
  role,
  office,
  ...more,
})
const FIRM = actor('enterprise', '', { enterprise: 'CODE' })
const OFFICE = actor('officer', 'science')
const FINANCE = actor('officer', 'finance')
const LEADER = actor('leader', 'office')
const at = (state: ClaimState, more: Partial<Situation> = {}): Situation => ({
  state,
  office: 'science',
  enterprise: 'CODE',
  reviewedBy: 'somebody',
  asked: false,
  noticeTo: '2024-11-20',
  dueOn: '2024-11-20',
  openObjections: 0,
  today: '2024-11-21',
  reason: '理由',
  ...more,
})
const code = (act: Act, situation: Situation, who: Actor) => {
  try {
    return stepOf(STEPS, act, situation, who).to
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('leads from a draft to the money, each step by who may take it', () => {
  const way: [Act, ClaimState, Actor][] = [
    ['submit', 'draft', FIRM],
    ['review', 'submitted', OFFICE],
    ['approve', 'reviewed', LEADER],
    ['publicize', 'approved', OFFICE],
    ['clear', 'notice', OFFICE],
    ['order', 'cleared', FINANCE],
    ['pay', 'ordered', FINANCE],
  ]
  expect(way.map(([act, from, who]) => code(act, at(from), who))).toEqual([
    'submitted',
    'reviewed',
    'approved',
    'notice',
    'cleared',
    'ordered',
    'paid',
  ])
})

describe('who may not', () => {
  it.each<[Act, ClaimState, Actor]>([
    ['submit', 'draft', actor('enterprise', '', { enterprise: 'OTHER' })],
    ['submit', 'draft', OFFICE],
    ['review', 'submitted', actor('officer', 'economy')],
    ['approve', 'reviewed', FIRM],
    ['order', 'cleared', OFFICE],
    ['pay', 'ordered', LEADER],
    ['clawback', 'paid', OFFICE],
    ['withdraw', 'submitted', OFFICE],
    ['lapse', 'proposed', FIRM],
  ])('%s a claim that is %s', (act, from, who) => {
    expect(code(act, at(from), who)).toBe('CLAIM_ROLE')
    expect(stepsFor(STEPS, at(from), who).map((step) => step.act)).not.toContain(act)
  })
})

it('guards: another person approves, what is missing is told once, a notice ends and its objections are answered', () => {
  expect(code('approve', at('reviewed', { reviewedBy: OFFICE.id }), OFFICE)).toBe('CLAIM_SECOND')
  expect(code('ask', at('submitted', { asked: true }), OFFICE)).toBe('CLAIM_ASKED')
  expect(code('ask', at('submitted', { reason: '  ' }), OFFICE)).toBe('CLAIM_REASON')
  expect(code('clear', at('notice', { today: '2024-11-20' }), OFFICE)).toBe('NOTICE_OPEN')
  expect(code('lapse', at('proposed', { today: '2024-11-20' }), OFFICE)).toBe('CLAIM_DUE')
  expect(code('clear', at('notice', { openObjections: 1 }), OFFICE)).toBe('NOTICE_OBJECTION')
})

it('nothing leads out of what is over, and no step both enters and leaves the states that hold money but these', () => {
  const over: readonly ClaimState[] = [...DEAD, 'recovered']
  for (const state of over) expect(STEPS.filter(({ from }) => from.includes(state))).toEqual([])
  const holds = (state: ClaimState) => (HOLDING as readonly ClaimState[]).includes(state)
  const states = Object.keys(CLAIM_STATES) as ClaimState[]
  const crossing = (from: boolean) =>
    STEPS.filter((step) =>
      states.some((state) => step.from.includes(state) && holds(state) === from && holds(step.to) !== from),
    )
  expect(crossing(false).map(({ act }) => act)).toEqual(['approve'])
  expect(crossing(true).map(({ act }) => act)).toEqual(['return', 'withdraw'])
})

it('the diagram can be run, and leads by each verb to where the verb says that the row is', async () => {
  expect(await problemsOf(redemption, redemption.diagram, '2024-11-15T09:00:00+08:00')).toEqual([])
  expect(STEPS.filter(({ from }) => from.length === 0)).toEqual([])
  const next = (id: string) =>
    (PROCESS.elements.get(id)?.outgoing ?? []).flatMap((flow) => PROCESS.flows.get(flow)?.to ?? [])
  const states = (id: string): string[] =>
    next(id).flatMap((to) => (PROCESS.elements.get(to)?.kind === 'exclusive' ? states(to) : [to]))
  const stateAt = (id: string) => PROCESS.elements.get(id)?.given.state ?? id
  for (const { id, given } of PROCESS.elements.values()) {
    const act = ACTS.find((each) => each === given.service)
    // What the rule decides it passes at once; what comes back in part is waited for again.
    if (act) expect([act, states(id).map(stateAt)]).toEqual([act, expect.arrayContaining([VERBS[act].to])])
  }
})
