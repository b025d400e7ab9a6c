import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { totalsOf } from '../../kernel/store/index.ts'
import { traitsOf } from '../../kernel/subjects/index.ts'
import { testZone } from '../../test/zone.ts'
import { DRAFTS, SAMPLE_ID } from './demo/schemes.ts'
import { ENTERPRISES, namesIn, subjectsQuery } from './formulas.ts'
import { readScheme } from './scheme.ts'
import { scoreOne, sumsOf } from './scoring/index.ts'
import { scores } from './tables.ts'

const opened = testZone()
const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(opened.zone.store.db)).rows

describe('the sample scheme', () => {
  it('has the 18 indicators of the guidance and local ones beside them, and weights of 100 in each stage', async () => {
    const { scheme, head } = await readScheme(opened.zone.context(), SAMPLE_ID)
    expect(head).toMatchObject({ standing: 'sample', synthetic: true })
    expect(scheme.indicators.filter(({ counts }) => counts === 'core')).toHaveLength(18)
    expect(sumsOf(scheme)).toEqual(['start', 'growth', 'stable'].map((stage) => ({ stage, sum: '100' })))
  })
  it('asks only for what systems know of an enterprise', () => {
    const known = traitsOf(opened.zone.systems, ENTERPRISES)
    for (const { expression } of DRAFTS) expect(namesIn(expression, known).length).toBeGreaterThan(0)
  })
})

describe('the demonstration', () => {
  it('has seven months of scores, which add up from their parts, and says which values are made up', async () => {
    const months = await rows(sql<{
      month: string
      state: string
      remark: string | null
      n: number
      off: number
    }>`
      select r.month, r.state, r.remark, count(*)::int as n, count(*) filter (where s.total <> (
        select sum((p->>'points')::numeric * case when i.counts = 'deduction' then -1 else 1 end)
        from jsonb_array_elements(s.parts) p join points.indicators i on i.id = p->>'indicator'))::int as off
      from points.rounds r join points.scores s on s.round = r.id group by 1, 2, 3 order by 1`)
    expect(months).toHaveLength(7)
    expect(months.every(({ n, off }) => n === 600 && off === 0)).toBe(true)
    expect(months.at(-1)).toMatchObject({ month: '2024-10', state: 'notice', remark: null })
    expect(months.slice(0, -1).every(({ remark }) => remark?.startsWith('示例'))).toBe(true)
  })

  it('scores an enterprise from the register’s facts, as the rule explains it', async () => {
    const context = opened.zone.context()
    const { scheme } = await readScheme(context, SAMPLE_ID)
    const { factsOf } = await import('../../kernel/rules/index.ts')
    const everybody = (
      await rows(sql<{
        id: string
        revenue: string
        values: (string | null)[]
      }>`select id, revenue::text as revenue, v::text[] as values
        from (${subjectsQuery(context.systems, scheme.indicators, factsOf('2024-10-31'))}) q`)
    ).map((row) => ({ ...row, values: row.values.map((x) => x && String(x)) }))
    const found = await rows(sql<{ enterprise: string; total: string; parts: unknown }>`
      select enterprise, total::text as total, parts from points.scores where round = 'points-round-2024-10' order by id limit 5`)
    for (const { enterprise, total, parts } of found)
      expect(scoreOne(scheme, everybody, enterprise)).toMatchObject({ total, parts })
  })

  it('is counted by its rows, though one of its columns is called total', async () => {
    expect(await totalsOf(opened.zone.store.db, scores, {})).toEqual({ total: 4200, sums: {} })
  })

  it('has the share of each stage on its lists', async () => {
    const stages = await rows(sql<{ ranked: number; lead: number; lists: number }>`
      select ranked, count(*) filter (where list = 'lead')::int as lead, count(list)::int as lists
      from points.scores where round = 'points-round-2024-10' group by ranked, stage`)
    for (const { ranked, lead, lists } of stages) {
      expect(lead).toBeGreaterThanOrEqual(Math.floor(ranked * 0.05))
      expect(lists).toBeGreaterThanOrEqual(Math.floor(ranked * 0.2))
      expect(lists).toBeLessThan(ranked * 0.25)
    }
  })
})
