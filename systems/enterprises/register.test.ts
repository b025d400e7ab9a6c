import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/access/actor.ts'
import { permitFor, type Verb } from '../../kernel/access/grants.ts'
import { isCreditCode } from '../../kernel/store/index.ts'
import type { RecordDefinition } from '../../kernel/store/record.ts'
import { condition } from '../../kernel/store/rows.ts'
import { testZone } from '../../test/zone.ts'
import { parks } from './parks.ts'
import { enterprises, facts, honours } from './tables.ts'

const test = testZone()
const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  id: 'x',
  name: '',
  role,
  office: 'science',
  ...more,
})

/** How many rows somebody reaches with a verb; undefined: the verb is not theirs. */
async function reached(
  who: Actor,
  verb: Verb,
  record: RecordDefinition,
  filter: Record<string, string> = {},
) {
  const permit = permitFor(record, who, verb)
  if (!permit) return undefined
  const [schema, table] = record.id.split('.') as [string, string]
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`${schema}.${table}`)}
    where ${condition(permit.record, { filter, where: permit.where })}`.execute(test.zone.store.db)
  return rows[0]?.n
}

describe('the register', () => {
  it('has codes whose check characters are right, each once', async () => {
    const { rows } = await sql<{ code: string }>`select code from enterprises.enterprises`.execute(
      test.zone.store.db,
    )
    const codes = rows.map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(20_000)
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('has the reporting units of the economy under their own codes', async () => {
    const { rows } = await sql<{ missing: number }>`select count(*)::int as missing from economy.units u
      where u.enterprise is not null and u.place is not null
        and not exists (select from enterprises.enterprises e where e.code = u.enterprise and e.name = u.name)`.execute(
      test.zone.store.db,
    )
    expect(rows[0]?.missing).toBe(0)
  })

  it('grants nobody anything before it exists, or after it closed', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from enterprises.honours h
      join enterprises.enterprises e on e.id = h.enterprise
      where h.granted_on < e.registered_on or h.granted_on >= e.cancelled_on`.execute(test.zone.store.db)
    expect(rows[0]?.n).toBe(0)
  })
})

describe('who sees and writes what', () => {
  let own = { id: '', code: '' }
  beforeAll(async () => {
    const { rows } = await sql<{ id: string; code: string }>`select id, code from enterprises.enterprises
      where id = (select enterprise from enterprises.honours where scheme = 'little-giant' limit 1)`.execute(
      test.zone.store.db,
    )
    own = rows[0] as typeof own
  })

  it('an enterprise sees itself, its facts and its honours, and changes none of them', async () => {
    const firm = actor('enterprise', { office: '', enterprise: own.code })
    expect(await reached(firm, 'read', enterprises)).toBe(1)
    for (const record of [facts, honours]) {
      const all = await reached(firm, 'read', record)
      expect(all).toBeGreaterThan(0)
      expect(await reached(firm, 'read', record, { enterprise: own.id })).toBe(all)
    }
    for (const record of [enterprises, facts, honours])
      for (const verb of ['create', 'change', 'import', 'remove', 'reveal'] as const)
        expect([record.id, verb, await reached(firm, verb, record)]).toEqual([record.id, verb, undefined])
  })

  it('an enterprise sees which parks there are, and not who runs them', async () => {
    const firm = actor('enterprise', { office: '', enterprise: own.code })
    expect(await reached(firm, 'read', parks)).toBe(8)
    const { columns } = permitFor(parks, firm, 'read')?.record ?? {}
    expect(columns).toHaveProperty('name')
    for (const hidden of ['operator', 'keeper']) expect(columns).not.toHaveProperty(hidden)
    expect(await reached(firm, 'change', parks)).toBeUndefined()
  })

  it('an account without an enterprise has no rows', async () => {
    for (const record of [enterprises, facts, honours])
      expect(await reached(actor('enterprise', { office: '' }), 'read', record)).toBe(0)
  })

  it('staff of offices read everything and write what their office keeps', async () => {
    const { rows } = await sql<{ all: number; kept: number }>`select count(*)::int as all,
      (count(*) filter (where keeper = 'science'))::int as kept from enterprises.honours`.execute(
      test.zone.store.db,
    )
    const science = actor('officer')
    expect(await reached(science, 'read', honours)).toBe(rows[0]?.all)
    expect(await reached(science, 'change', honours)).toBe(rows[0]?.kept)
    expect(rows[0]?.kept).toBeLessThan(rows[0]?.all ?? 0)
    expect(await reached(science, 'import', enterprises)).toBe(0)
    expect(await reached(actor('leader'), 'change', honours)).toBeUndefined()
    expect(await reached(actor('resident'), 'read', enterprises)).toBeUndefined()
  })

  it('has contacts that are nobody’s, kept encrypted, each with a number of its own', async () => {
    const { db } = test.zone.store
    const { rows } = await sql<{ id: string; contact: string; mobile: string; alike: number }>`
      select id, contact, mobile, count(*) over (partition by mobile_blind)::int as alike
      from enterprises.enterprises where mobile is not null limit 50`.execute(db)
    expect(rows).toHaveLength(50)
    for (const { id, contact, mobile, alike } of rows) {
      const plain = (column: string, value: string) =>
        test.zone.context().vault.decrypt(value, { record: enterprises.id, column, row: id })
      expect([contact.includes('示例'), mobile.includes('198'), alike]).toEqual([false, false, 1])
      expect(plain('contact', contact)).toContain('示例')
      expect(plain('mobile', mobile)).toMatch(/^198\d{8}$/)
    }
  })

  it('a grid worker sees whom to visit, and not who leads them', () => {
    const { record } = permitFor(enterprises, actor('gridWorker', { grid: '330212004' }), 'read') ?? {}
    expect(Object.keys(record?.columns ?? {})).toContain('address')
    for (const personal of ['representative', 'contact', 'mobile'])
      expect(record?.columns).not.toHaveProperty(personal)
    expect(permitFor(facts, actor('gridWorker', { grid: '330212004' }), 'read')).toBeUndefined()
  })
})
