import { describe, expect, it } from 'vitest'
import { toPlain } from '../../engines/feel/index.ts'
import { decideOne } from '../../kernel/rules/decide.ts'
import { checkWording, type Decision } from '../../kernel/rules/index.ts'
import { judgeAll } from '../../kernel/rules/judge.ts'
import { modelOf } from '../../kernel/rules/model.ts'
import { testZone } from '../../test/zone.ts'
import { highTechGate, innovativeSme, littleGiant, nationalTechSme, specialisedSme } from './rules.ts'

const test = testZone()
const TODAY = '2024-11-15'
const DECISIONS = [nationalTechSme, highTechGate, innovativeSme, specialisedSme, littleGiant] as const

/** Everybody judged today: verdict → ids. */
async function verdicts(decision: Decision): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  await test.zone.context().transaction(async ({ db }) => {
    const models = [modelOf(decision.first.model, TODAY)]
    const { answered, notAsked } = await judgeAll(db, decision, models, TODAY)
    expect(notAsked).toEqual([undefined])
    for await (const batch of answered)
      for (const { id, answers } of batch) {
        const { 结论: verdict } = toPlain(answers[0] ?? null) as { 结论: string }
        found.set(verdict, [...(found.get(verdict) ?? []), id])
      }
  })
  return found
}

describe.each(DECISIONS.map((decision) => [decision.id, decision] as const))('%s', (_, decision) => {
  it('has cases that all hold, and one query that judges everybody', () => {
    const check = checkWording(decision, decision.first, TODAY)
    expect(check.problems).toEqual([])
    expect(check.caseProblems).toEqual([])
    expect(check.cases.filter(({ passed }) => !passed)).toEqual([])
    expect(check.cases.length).toBeGreaterThan(5)
    expect(check.oneByOne).toBeNull()
  })

  it('passes some of the demonstration’s firms and others not, and the one says what the many say', async () => {
    const found = await verdicts(decision)
    const best = decision.outcome.order.at(-1) ?? ''
    expect(found.get(best)?.length ?? 0).toBeGreaterThan(10)
    expect(found.get('不符合')?.length ?? 0).toBeGreaterThan(20)
    for (const [verdict, ids] of found) {
      const { answer } = await decideOne(test.zone.context(), decision, { subject: ids[0] })
      expect(answer).toMatchObject({ 结论: verdict })
    }
  })
})

it('says of a firm that fails by little what one change would help', async () => {
  const input = {
    职工总数: 100,
    销售收入: 1000,
    资产总额: 800,
    科技人员: 20,
    研发费用: 40,
    成本费用总额: 900,
    一类知识产权: 0,
    二类知识产权: 2,
    列入名录: false,
    有效高企: false,
  }
  const { whatIf } = await decideOne(test.zone.context(), nationalTechSme, { input })
  const steps = new Map(whatIf.map((step) => [step.input, String(step.next)]))
  expect(steps.get('二类知识产权')).toBe('3')
  expect(steps.get('研发费用')).toBe('50')
  expect(steps.has('职工总数')).toBe(false)
})
