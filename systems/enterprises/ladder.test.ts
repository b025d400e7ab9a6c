import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine, toPlain } from '../../engines/feel/index.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import {
  type Decision,
  decideOne,
  judgeAll,
  missingOf,
  modelOf,
  standingOf,
  waysOf,
} from '../../kernel/rules/index.ts'
import { testZone } from '../../test/zone.ts'
import { alarmOf, LADDER, ladderOf } from './ladder.ts'

const test = testZone()
const TODAY = '2024-11-15'
const DECISIONS = LADDER.flatMap(({ decision }) => decision ?? [])

interface Near {
  readonly id: string
  readonly passes: boolean
  readonly way: number | null
  readonly input: number | null
  readonly unknown: boolean | null
  readonly value: string | null
  readonly gap: string | null
}

describe.each(DECISIONS.map((decision) => [decision.id, decision] as const))('%s', (_, decision) => {
  const model = modelOf(decision.first.model, TODAY)
  const ways = waysOf(decision, model)

  it('asks the database of everybody what one by one the model says', async () => {
    expect(ways.length).toBeGreaterThan(0)
    const { found, best } = await test.zone.context().transaction(async ({ db }) => {
      const standing = await standingOf(db, decision, model, TODAY)
      if (!('query' in standing)) throw new Error(JSON.stringify(standing))
      const { rows } = await sql<Near>`select id, passes, way, input, unknown, value::text, gap::text
        from (${standing.query}) s`.execute(db)
      return { found: rows, best: await bestOf(decision) }
    })
    expect(found.length).toBeGreaterThan(100)
    // Who passes by a way is who gets the best verdict, and nobody else.
    expect(new Set(found.filter(({ passes }) => passes).map(({ id }) => id))).toEqual(best)
    const near = found.filter(({ way }) => way !== null)
    expect(near.length).toBeGreaterThan(5)
    expect(near.filter(({ passes }) => passes)).toEqual([])
    for (const one of [...near.slice(0, 6), ...found.filter(({ way }) => way === null).slice(0, 6)]) {
      const decided = await decideOne(test.zone.context(), decision, { subject: one.id })
      const lacks = missingOf(decided, ways)
      if (one.passes) expect(lacks).toEqual([])
      else if (one.way === null) {
        // Either more than one thing is missing, or the one that is may not be advised to change.
        const alone = ways.filter(({ decision: table, rule, tests }) => {
          const tested = decided.steps.find((step) => step.decision === table)?.table?.rules[rule - 1]?.tests
          const failed = tests.filter(({ input }) => tested?.[input]?.verdict !== true)
          return failed.length === 1 && failed[0]?.mendable
        })
        expect(alone).toEqual([])
      } else {
        const way = ways[one.way]!
        const table = decided.steps.find((step) => step.decision === way.decision)?.table
        const failed = table!.rules[way.rule - 1]!.tests.flatMap(({ verdict }, i) =>
          verdict === true ? [] : [i],
        )
        expect(failed).toEqual([one.input])
        expect(lacks).toHaveLength(1)
        const short = table!.rules[way.rule - 1]!.tests[one.input!]!.short
        if (one.gap !== null && short) {
          const size = Math.abs(Number(short.bound)) || 1
          expect(Number(one.gap)).toBeCloseTo(Number(short.by) / size, 4)
        }
      }
    }
  })
})

/** Everybody whom the model gives its best verdict. */
async function bestOf(decision: Decision): Promise<Set<string>> {
  const found = new Set<string>()
  const { verdict = '', order } = decision.outcome
  await test.zone.context().transaction(async ({ db }) => {
    const { answered } = await judgeAll(db, decision, [modelOf(decision.first.model, TODAY)], TODAY)
    for await (const batch of answered)
      for (const { id, answers } of batch)
        if ((toPlain(answers[0] ?? null) as Record<string, unknown>)[verdict] === order.at(-1)) found.add(id)
  })
  return found
}

it('a rule’s tests are asked for where some are the same for all, negated, or speak of the input', async () => {
  const model = createEngine({ now: () => null as never }).model(TABLE)
  expect(model.problems).toEqual([])
  const asked = model.queryRule('可', 1, { keep: ['id'], as: 't' })
  if (!('query' in asked)) throw new Error(JSON.stringify(asked))
  expect(asked.tests.map(({ input }) => input)).toEqual([0, 1, 2])
  expect(asked.tests[0]).toMatchObject({ measured: { bound: '-3' } })
  expect(asked.tests[1]).not.toHaveProperty('measured')
  expect(model.queryRule('可', 9, { keep: [] })).toMatchObject({ code: 'ELEMENT' })
})

const TABLE = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="t" namespace="t">
  <inputData id="a" name="甲"><variable name="甲" typeRef="number"/></inputData>
  <inputData id="b" name="乙"><variable name="乙" typeRef="string"/></inputData>
  <decision id="d" name="可"><variable name="可" typeRef="string"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <informationRequirement><requiredInput href="#b"/></informationRequirement>
    <decisionTable hitPolicy="FIRST">
      <input label="甲"><inputExpression typeRef="number"><text>甲</text></inputExpression></input>
      <input label="乙"><inputExpression typeRef="string"><text>乙</text></inputExpression></input>
      <input label="甲甲"><inputExpression typeRef="number"><text>甲 * 2</text></inputExpression></input>
      <output name="可" typeRef="string"/>
      <rule><inputEntry><text>&gt;= -3</text></inputEntry><inputEntry><text>not("x", "y")</text></inputEntry>
        <inputEntry><text>? &gt; 3</text></inputEntry><outputEntry><text>"是"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`

describe('the ladder of one enterprise', () => {
  let own = { id: '', code: '' }
  let other = ''
  beforeAll(async () => {
    const { rows } = await sql<{
      id: string
      code: string
    }>`select e.id, e.code from enterprises.enterprises e
      join enterprises.honours h on h.enterprise = e.id and h.scheme = 'little-giant' and h.valid_to > ${TODAY}::date
      order by e.code limit 2`.execute(test.zone.store.db)
    own = rows[0]!
    other = rows[1]!.id
  })
  const firm = (enterprise: string): Actor => ({
    id: 'f',
    name: '',
    role: 'enterprise',
    office: '',
    enterprise,
  })

  it('says of each rung who judges it by which rule, what it holds and what is missing', async () => {
    const { rungs, held } = await ladderOf(test.zone.context(firm(own.code)), own.id)
    expect(rungs.map(({ scheme }) => scheme)).toEqual(LADDER.map(({ scheme }) => scheme))
    expect(held.map(({ scheme }) => scheme)).toContain('little-giant')
    for (const { verdict, decision } of rungs) {
      if (!decision) expect(verdict).toBeUndefined()
      else expect(verdict).toMatchObject({ version: 1, decision })
      if (verdict) expect(verdict.standing === 'passes').toBe(verdict.missing.length === 0)
    }
    expect(rungs.some(({ verdict }) => verdict)).toBe(true)
  })

  it('is told to the enterprise itself and to nobody else’s enterprise, nor to whom columns are hidden', async () => {
    const decision = DECISIONS[0]!
    const refused = { code: 'RECORD_NOT_FOUND' }
    const asFirm = test.zone.context(firm(own.code))
    await expect(decideOne(asFirm, decision, { subject: own.id })).resolves.toMatchObject({ version: 1 })
    await expect(decideOne(asFirm, decision, { subject: other })).rejects.toMatchObject(refused)
    await expect(ladderOf(asFirm, other)).rejects.toMatchObject(refused)
    const nobody = test.zone.context({ ...firm(''), id: 'n' })
    await expect(decideOne(nobody, decision, { subject: own.id })).rejects.toMatchObject(refused)
    const grid: Actor = { id: 'g', name: '', role: 'gridWorker', office: 'meixu', grid: '33' }
    await expect(decideOne(test.zone.context(grid), decision, { subject: own.id })).rejects.toMatchObject(
      refused,
    )
    // Denied by default: where the population does not name them, not even of itself.
    const { own: _, ...population } = decision.population
    const silent: Decision = { ...decision, population }
    await expect(decideOne(asFirm, silent, { subject: own.id })).rejects.toMatchObject(refused)
    // Nor where something it is read from hides columns from them.
    const hiding = {
      ...decision.population.sources[0]!,
      grants: [{ roles: ['enterprise' as const], verbs: ['read' as const], fields: ['item'] }],
    }
    const partly: Decision = { ...decision, population: { ...decision.population, sources: [hiding] } }
    await expect(decideOne(asFirm, partly, { subject: own.id })).rejects.toMatchObject(refused)
  })

  it('a shop that filed nothing has rungs without a verdict', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from enterprises.enterprises where kind = 'individual' limit 1`.execute(test.zone.store.db)
    const { rungs, held } = await ladderOf(test.zone.context(), rows[0]!.id)
    expect(held).toEqual([])
    expect(rungs.filter(({ verdict }) => verdict)).toEqual([])
  })

  it('tells of an end to come by the narrowest of 30, 90 and 180 days', () => {
    const cases: readonly (readonly [string | null, number | undefined])[] = [
      [null, undefined],
      ['2024-11-15', undefined],
      ['2024-11-16', 30],
      ['2024-12-15', 30],
      ['2024-12-16', 90],
      ['2025-02-13', 90],
      ['2025-02-14', 180],
      ['2025-05-14', 180],
      ['2025-05-15', undefined],
    ]
    for (const [day, alarm] of cases) expect([day, alarmOf(day, TODAY)]).toEqual([day, alarm])
  })
})
