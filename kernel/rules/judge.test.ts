import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { toPlain } from '../../engines/feel/index.ts'
import { testZone } from '../../test/zone.ts'
import { decideOne } from './decide.ts'
import type { Decision } from './decision.ts'
import { judgeAll } from './judge.ts'
import { modelOf } from './model.ts'

/** Everybody judged: the database and the compiled functions take turns, and say the same. */
const test = testZone()
const decision = () =>
  test.zone.systems
    .flatMap(({ decisions = [] }) => decisions)
    .find(({ id }) => id === 'economy.research-subsidy') as Decision

it('the database judges by the rule that is in force, and answers as each subject is answered', async () => {
  const { judged, notAsked } = await test.zone.context().transaction(async ({ db, today }) => {
    const { first } = decision()
    const model = modelOf(first.model, today)
    // Of a list of one the sum is the number itself: the same rule, for which the database is not asked.
    const other = modelOf(
      first.model.replace('研发经费 - 上年研发经费', 'sum(for 项 in [研发经费] return 项) - 上年研发经费'),
      today,
    )
    const { answered, notAsked } = await judgeAll(db, decision(), [model, other, model], today)
    const judged = []
    for await (const batch of answered) judged.push(...batch)
    return { judged, notAsked }
  })
  expect(notAsked).toEqual([undefined, { code: 'FORM', what: 'for', element: '研发增量' }, undefined])
  expect(judged.length).toBeGreaterThan(100)
  const kinds = new Set<string>()
  for (const { answers } of judged) {
    const [pushed, here, again] = answers.map(toPlain)
    expect(here).toEqual(pushed)
    expect(again).toEqual(pushed)
    kinds.add((pushed as { 结论: string }).结论)
  }
  expect(kinds).toEqual(new Set(['资料不全', '不符合', '可享']))
})

it('a subject is judged by what was known then, whatever was corrected since', async () => {
  const context = test.zone.context()
  const { rows } = await sql<{ unit: string; id: string }>`
    select r.unit, r.id from economy.returns r join economy.units u on u.id = r.unit
    where u.kind = 'industrial' and r.item = 'economy.research-spending' and r.month = '2023-12' and r.value > 0 limit 1`.execute(
    context.db,
  )
  const { unit, id } = rows[0] as (typeof rows)[number]
  const { model } = decision().first
  const asked = async (asKnownOn?: string) =>
    (await decideOne(context, decision(), { model, subject: unit, asKnownOn })).input.研发经费
  const before = await asked()
  await context.transaction(({ db }) =>
    sql`update economy.returns set value = value + 1000, recorded_at = '2024-06-01T00:00:00Z' where id = ${id}`.execute(
      db,
    ),
  )
  expect(Number(await asked())).toBe(Number(before) + 1000)
  expect(await asked('2024-05-31T23:59:59Z')).toBe(before)
})
