import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createRow, removeRow, tableName, updateRow } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { assess } from '../granule/index.ts'
import { matchChanged, matchEverybody } from './index.ts'

const test = testZone()
const db = () => test.zone.store.db

interface Match {
  readonly enterprise: string
  readonly granule: string
  readonly verdict: string
  readonly amount: string | null
  readonly near: string | null
  readonly gap: string | null
}
const kept = async () =>
  (
    await sql<Match>`select enterprise, granule, verdict, trim_scale(amount)::text as amount, near::text,
      trim_scale(gap)::text as gap from policy.matches order by 1, 2`.execute(db())
  ).rows
const lastRun = async () =>
  (
    await sql<{
      kind: string
      state: string
      granules: number
      enterprises: number
      changed: number
      counts: Record<string, { unknown: number; open: number }>
      one_by_one: Record<string, unknown>
    }>`select * from policy.runs order by started_at desc, finished_at desc limit 1`.execute(db())
  ).rows[0]

const record = (id: string) => {
  const found = test.zone.systems.flatMap(({ records }) => records).find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('matching everybody', () => {
  it('says of each what asking of that one says', async () => {
    const context = test.zone.context()
    const all = await kept()
    expect(all.length).toBeGreaterThan(50)
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['match', 'near']))
    const some = all.filter((_, i) => i % Math.ceil(all.length / 60) === 0)
    for (const { enterprise, granule, verdict, amount, near, gap } of some) {
      const one = await assess(context, { granule, enterprise })
      const missed = one.criteria.find(({ holds }) => holds === false)
      expect([enterprise, granule, one.verdict, one.trace.at(-1)?.yuan ?? null]).toEqual([
        enterprise,
        granule,
        verdict,
        amount,
      ])
      expect([missed?.number ?? null, missed?.gap ?? null]).toEqual([
        near === null ? null : Number(near),
        gap,
      ])
    }
  })

  it('keeps nobody of whom it cannot be said, and counts them', async () => {
    const { rows } = await sql<{
      enterprise: string
    }>`select e.id as enterprise from enterprises.enterprises e
      where e.kind = 'enterprise' and e.cancelled_on is null and e.listed is null and not exists (
        select from enterprises.facts f where f.enterprise = e.id) limit 1`.execute(db())
    const granule = 'policy-granule-gx-kc-18-1'
    const { enterprise } = rows[0] as { enterprise: string }
    const one = await assess(test.zone.context(), { granule, enterprise })
    expect(one.verdict).toBe('unknown')
    expect(one.criteria.flatMap(({ missing }) => missing)).toContain('研发费用')
    expect(
      (await kept()).filter((match) => match.enterprise === enterprise && match.granule === granule),
    ).toEqual([])
    const run = await lastRun()
    expect(run).toMatchObject({ kind: 'full', state: 'done', one_by_one: {} })
    expect(run?.counts[granule]?.unknown).toBeGreaterThan(0)
    expect(run?.counts['policy-granule-gx-cy-01-1']?.open).toBeGreaterThan(0)
  })

  it('writes nothing where nothing changed', async () => {
    const before = await sql<{ n: string }>`select count(*) as n from audit.changes
      where record = 'policy.matches'`.execute(db())
    await matchEverybody(test.zone.context())
    const after = await sql<{ n: string }>`select count(*) as n from audit.changes
      where record = 'policy.matches'`.execute(db())
    expect(after.rows).toEqual(before.rows)
    expect((await lastRun())?.changed).toBe(0)
  })
})

/** Numbers that are the same at every run. */
function* numbers(seed: number) {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    yield state / 2 ** 32
  }
}

describe('matching what changed', () => {
  it('says the same as matching everybody, whatever changed and by whom', async () => {
    const context = test.zone.context()
    const random = numbers(7)
    const next = () => random.next().value as number
    const pick = <T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T
    const facts = record('enterprises.facts')
    const honours = record('enterprises.honours')
    const firms = (
      await sql<{ id: string; code: string }>`select distinct e.id, e.code from enterprises.enterprises e
        join enterprises.facts f on f.enterprise = e.id where f.year = '2023' order by e.id limit 300`.execute(
        db(),
      )
    ).rows
    const factOf = async (enterprise: string, item: string) =>
      (
        await sql<{ id: string }>`select id from enterprises.facts
          where enterprise = ${enterprise} and item = ${item} and year = '2023'`.execute(db())
      ).rows[0]?.id
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 5; i++) {
        const { id: enterprise } = pick(firms)
        const what = next()
        const item = pick(['research', 'revenue', 'sales', 'equipment', 'class-one-rights'])
        const fact = await factOf(enterprise, item)
        if (what < 0.35 && fact)
          await updateRow(context, facts, fact, { value: String(Math.round(next() * 30_000)) })
        else if (what < 0.5 && fact) await removeRow(context, facts, fact, [])
        else if (what < 0.65)
          // As somebody with a console would.
          await sql`update ${sql.raw(tableName(facts.id))} set value = value * 1.5
            where enterprise = ${enterprise}`.execute(db())
        else if (what < 0.8)
          await createRow(context, honours, {
            enterprise,
            scheme: pick(['technology-centre', 'high-tech-centre', 'champion', 'specialised-sme']),
            occasion: 'first',
            state: 'granted',
            granted_on: `2024-0${1 + Math.floor(next() * 9)}-0${round + 1}`,
            keeper: 'science',
          }).catch(() => undefined)
        else
          await sql`update enterprises.enterprises set listed = case when listed is null then 'irregular' end,
            scale = not scale, cancelled_on = ${next() < 0.3 ? '2024-06-01' : null}::date
            where id = ${enterprise}`.execute(db())
      }
      await matchChanged(context)
      const changed = await kept()
      expect((await lastRun())?.kind).toBe('changed')
      await matchEverybody(context)
      expect(await kept()).toEqual(changed)
      expect((await lastRun())?.changed).toBe(0)
    }
  })

  it('looks at the enterprise that changed alone, and by the granules that ask what changed', async () => {
    const context = test.zone.context()
    const { rows } = await sql<{ id: string }>`select f.id from enterprises.facts f
      join policy.matches m on m.enterprise = f.enterprise and m.granule = 'policy-granule-gx-kc-18-1'
      where f.item = 'research' and f.year = '2023' and m.verdict = 'match' limit 1`.execute(db())
    await updateRow(context, record('enterprises.facts'), rows[0]?.id as string, { value: '1' })
    expect(await matchChanged(context)).toBeGreaterThan(0)
    expect(await lastRun()).toMatchObject({ kind: 'changed', enterprises: 1 })
    expect(await matchChanged(context)).toBe(0)
  })

  it('loses no change: what fails is noted still, what is not committed yet is seen the next time', async () => {
    const context = test.zone.context()
    const { rows } = await sql<{
      id: string
      enterprise: string
    }>`select id, enterprise from enterprises.facts
      where item = 'research' and year = '2023' order by id limit 2`.execute(db())
    const [first, second] = rows as [{ id: string; enterprise: string }, { id: string; enterprise: string }]
    const facts = record('enterprises.facts')
    await updateRow(context, facts, first.id, { value: '12345' })
    await expect(
      context.transaction(async (inside) => {
        await matchChanged(inside)
        throw new Error('cut short')
      }),
    ).rejects.toThrow('cut short')
    await context.transaction(async (inside) => {
      await updateRow(inside, facts, second.id, { value: '54321' })
      await matchChanged(context)
    })
    const changed = await sql<{ row_id: string }>`select distinct row_id from policy.touched`.execute(db())
    expect(changed.rows).toEqual([{ row_id: second.id }])
    await matchChanged(context)
    const after = await kept()
    await matchEverybody(context)
    expect(await kept()).toEqual(after)
  })
})
