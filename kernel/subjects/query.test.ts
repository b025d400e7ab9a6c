import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { factsOf } from '../rules/index.ts'
import { populationOf, traitsOf, traitsReading } from './index.ts'

const test = testZone()
const OF = 'enterprises.enterprises'
const NAMES = ['研发费用', '上年研发费用', '规上', '高新技术企业有效', '成立日期']

const ask = async (names: readonly string[], only?: readonly string[], asKnownOn?: string) => {
  const { systems, store } = test.zone
  const { subjects } = populationOf(systems, OF, names, only)
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from (${subjects(factsOf('2024-11-15', asKnownOn))}) q order by id`.execute(store.db)
  return rows
}

describe('what is known of enterprises, by name', () => {
  it('is one row for each that is there, with what was filed and null for what was not', async () => {
    const rows = await ask(NAMES)
    const { rows: there } = await sql<{ n: number }>`select count(*)::int as n from enterprises.enterprises
      where kind = 'enterprise' and registered_on <= '2024-11-15'
        and (cancelled_on is null or cancelled_on > '2024-11-15')`.execute(test.zone.store.db)
    expect(rows).toHaveLength(there[0]?.n as number)
    const { rows: filed } = await sql<{ total: string }>`select sum(f.value) as total
      from enterprises.facts f join enterprises.enterprises e on e.id = f.enterprise
      where item = 'research' and year = '2023' and e.cancelled_on is null`.execute(test.zone.store.db)
    const total = rows.reduce((sum, row) => sum + Math.round(Number(row.研发费用 ?? 0) * 100), 0)
    expect(total).toBe(Math.round(Number(filed[0]?.total) * 100))
    expect(rows.some((row) => row.研发费用 === null)).toBe(true)
    expect(rows.every((row) => typeof row.高新技术企业有效 === 'boolean')).toBe(true)
  })

  it('says the same of one as of everybody', async () => {
    const all = await ask(NAMES)
    const some = all.filter((row) => row.研发费用 !== null).slice(0, 5)
    expect(
      await ask(
        NAMES,
        some.map((row) => row.id as string),
      ),
    ).toEqual(some)
  })

  it('is what was known on a day', async () => {
    const early = await ask(NAMES, undefined, '2024-05-30T00:00:00+08:00')
    expect(early.length).toBeGreaterThan(1000)
    expect(early.every((row) => row.研发费用 === null)).toBe(true)
  })

  it('of a name that nobody declares is refused', () => {
    expect(() => populationOf(test.zone.systems, OF, ['天气'])).toThrow(
      expect.objectContaining({ code: 'TRAIT_UNKNOWN', value: '天气' }),
    )
    expect(() => populationOf([], OF, [])).toThrow(expect.objectContaining({ code: 'SUBJECTS_UNKNOWN' }))
  })
})

it('a changed record touches the names that are read from it, the register all of them', () => {
  const { systems } = test.zone
  const all = traitsOf(systems, OF)
  expect(traitsReading(systems, OF, 'enterprises.facts').has('研发费用')).toBe(true)
  expect(traitsReading(systems, OF, 'enterprises.facts').has('高新技术企业有效')).toBe(false)
  expect(traitsReading(systems, OF, OF)).toEqual(new Set(all.keys()))
  expect(traitsReading(systems, OF, 'economy.returns').size).toBe(0)
})

it('one name has one meaning in the whole zone', () => {
  const names = test.zone.systems
    .flatMap(({ views }) => views ?? [])
    .filter(({ of }) => of === OF)
    .flatMap(({ traits }) => Object.keys(traits))
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([])
})
