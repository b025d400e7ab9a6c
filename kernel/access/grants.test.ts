import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { insertRows, listRows } from '../store/index.ts'
import { type Actor, ROLES, type Role } from './actor.ts'
import { type Grant, permitFor, type RowScope, type Verb } from './grants.ts'
import { offices } from './offices.ts'

const actor = (role: Role, office = '', enterprise?: string): Actor => ({
  id: `${role}-1`,
  name: role,
  role,
  office,
  ...(enterprise ? { enterprise } : {}),
})
const roles = Object.keys(ROLES) as Role[]
const verbs: readonly Verb[] = ['read', 'export', 'create', 'change', 'import', 'remove']
const withGrants = (...grants: Grant[]) => ({ ...offices, grants })

describe('who may what', () => {
  it('without a grant nobody may anything, but for the guest of a demonstration, who looks', () => {
    for (const role of roles)
      for (const verb of verbs)
        expect(permitFor({ ...offices, grants: [] }, actor(role), verb) !== undefined).toBe(
          role === 'guest' && (verb === 'read' || verb === 'export'),
        )
  })

  it('always: exactly the roles and verbs that some grant names', () => {
    const grant = fc.record({ roles: fc.subarray(roles), verbs: fc.subarray([...verbs]) })
    fc.assert(
      fc.property(
        fc.array(grant),
        fc.constantFrom(...roles),
        fc.constantFrom(...verbs),
        (grants, role, verb) => {
          fc.pre(role !== 'guest')
          const named = grants.some((one) => one.roles.includes(role) && one.verbs.includes(verb))
          expect(permitFor(withGrants(...grants), actor(role), verb) !== undefined).toBe(named)
        },
      ),
    )
  })

  it('shows only the columns that every grant at hand shows', () => {
    const all: Grant = { roles: ['officer'], verbs: ['read'] }
    const some: Grant = { ...all, fields: ['name', 'short'] }
    const other: Grant = { ...all, fields: ['short', 'leader'] }
    const columns = (...grants: Grant[]) =>
      Object.keys(permitFor(withGrants(...grants), actor('officer'), 'read')!.record.columns)
    expect(columns(all)).toEqual(Object.keys(offices.columns))
    expect(columns(all, some)).toEqual(['name', 'short'])
    expect(columns(some, other)).toEqual(['short'])
  })
})

describe('whose rows', () => {
  const test = testZone({ systems: [] })
  beforeAll(() =>
    test.zone.context().transaction((context) =>
      insertRows(
        context.db,
        offices,
        [
          ['a', null],
          ['b', 'a'],
          ['c', 'b'],
          ['d', null],
        ].map(([id, parent]) => ({
          id,
          parent,
          name: id,
          short: id,
          name_en: id,
          kind: 'department',
          leader: 'officer-1',
          sort: 1,
        })),
        { actor: context.actor, now: context.now(), newId: context.newId },
      ),
    ),
  )
  const seen = async (of: RowScope['of'], office: string, column = 'id', enterprise?: string) => {
    const permit = permitFor(
      withGrants({ roles: ['officer'], verbs: ['read'], rows: { column, of } }),
      actor('officer', office, enterprise),
      'read',
    )
    const { rows } = await listRows(test.zone.store.db, permit!.record, {
      offset: 0,
      limit: 9,
      where: permit!.where,
    })
    return rows.map(({ id }) => id)
  }
  it.each([
    ['office', 'b', 'id', ['b']],
    ['officeTree', 'a', 'id', ['a', 'b', 'c']],
    ['officeTree', 'c', 'id', ['c']],
    ['office', 'nowhere', 'id', []],
    ['actor', 'x', 'leader', ['a', 'b', 'c', 'd']],
  ] as const)('%s of %s by %s: %j', async (of, office, column, expected) => {
    expect(await seen(of, office, column)).toEqual(expected)
  })

  it('always: of a grid, the rows whose code begins with that of the post', async () => {
    const three = fc.integer({ min: 1, max: 3 }).map((n) => `00${n}`)
    const grid = fc
      .tuple(fc.constantFrom('330211', '330212'), fc.array(three, { maxLength: 3 }))
      .map(([a, b]) => a + b.join(''))
    const record = withGrants({
      roles: ['gridWorker'],
      verbs: ['read'],
      rows: { column: 'leader', of: 'grid' },
    })
    const codes = fc.array(fc.option(grid), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(codes, fc.option(grid, { nil: undefined }), async (held, own) => {
        const who = { ...actor('gridWorker'), ...(own ? { grid: own } : {}) }
        const { rows } = await sql<{
          leader: string
        }>`select leader from unnest(${held}::text[]) as rows(leader)
          where ${permitFor(record, who, 'read')!.where}`.execute(test.zone.store.db)
        const expected = held.filter((code) => own !== undefined && code?.startsWith(own))
        expect(rows.map(({ leader }) => leader).sort()).toEqual(expected.sort())
      }),
      { numRuns: 200 },
    )
  })

  it('through a reference: the rows that refer to a row in the scope', async () => {
    const rows = { column: 'parent', of: 'office', through: 'parent' } as const
    const grandchildren = { ...withGrants({ roles: ['officer'], verbs: ['read'], rows }) }
    const permit = permitFor(
      {
        ...grandchildren,
        columns: {
          ...offices.columns,
          parent: { ...offices.columns.parent, kind: 'reference', record: offices.id },
        },
      },
      actor('officer', 'a'),
      'read',
    )
    const options = { offset: 0, limit: 9, where: permit!.where }
    expect((await listRows(test.zone.store.db, permit!.record, options)).rows.map(({ id }) => id)).toEqual([
      'c',
    ])
  })

  it('of an enterprise: its own, and none without one', async () => {
    expect(await seen('enterprise', 'x', 'id', 'b')).toEqual(['b'])
    expect(await seen('enterprise', 'b')).toEqual([])
    expect(await seen('enterprise', 'b', 'parent', 'a')).toEqual(['b'])
  })
})
