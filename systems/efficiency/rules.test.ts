import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { toPlain } from '../../engines/feel/index.ts'
import { checkWording } from '../../kernel/rules/index.ts'
import { judgeAll } from '../../kernel/rules/judge.ts'
import { modelOf } from '../../kernel/rules/model.ts'
import { testZone } from '../../test/zone.ts'
import { policy } from './rules.ts'
import { evaluate } from './steps.ts'

const opened = testZone()
const TODAY = '2024-11-15'

async function verdicts(asOf = TODAY): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  await opened.zone.context().transaction(async ({ db }) => {
    const { answered, notAsked } = await judgeAll(db, policy, [modelOf(policy.first.model, asOf)], asOf)
    expect(notAsked).toEqual([undefined])
    for await (const batch of answered)
      for (const { answers } of batch) {
        const { 结论: verdict } = toPlain(answers[0] ?? null) as { 结论: string }
        found[verdict] = (found[verdict] ?? 0) + 1
      }
  })
  return found
}

it('has cases that all hold, and one query that judges everybody', () => {
  const check = checkWording(policy, policy.first, TODAY)
  expect([check.problems, check.caseProblems, check.oneByOne]).toEqual([[], [], null])
  expect(check.cases.map(({ passed }) => passed)).toEqual(Array(6).fill(true))
})

it('follows published classes only: a trial raises nobody’s price', async () => {
  const { id } = await opened.zone
    .context()
    .transaction((inside) => evaluate(inside, 'efficiency-scheme-2023-above'))
  expect(await verdicts()).toEqual({ 未评价: 320 })
  await opened.zone
    .context()
    .transaction(({ db }) =>
      sql`update efficiency.rounds set state = 'published', published_on = '2024-11-10' where id = ${id}`.execute(
        db,
      ),
    )
  const { rows } = await sql<{ verdict: string; n: number }>`
    select case class when 'A' then '激励' when 'C' then '提升' when 'D' then '倒逼' else '维持' end as verdict,
      count(*)::int as n from efficiency.results where round = ${id} group by 1`.execute(opened.zone.store.db)
  const wanted = Object.fromEntries(rows.map(({ verdict, n }) => [verdict, n]))
  expect(Object.keys(wanted)).toHaveLength(4)
  expect(await verdicts()).toEqual({ ...wanted, 未评价: 320 - 126 })
  expect(await verdicts('2024-11-09')).toEqual({ 未评价: 320 })

  // A firm that is evaluated with another has no result of its own, and the class of the other.
  await opened.zone.context().transaction(({ db }) =>
    sql`update efficiency.firms set joined = (select firm from efficiency.results where round = ${id} and class = 'A'
        order by firm limit 1) where id = (select min(id) from efficiency.firms where segment = 'below' and period = '2023-12')`.execute(
      db,
    ),
  )
  expect((await verdicts()).激励).toBe(wanted.激励! + 1)
})
