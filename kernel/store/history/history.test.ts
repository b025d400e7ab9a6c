import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { offices } from '../../access/offices.ts'
import { updateRow } from '../changes.ts'
import { insertRows } from '../rows.ts'
import { historyOf, known, type Verdict, verifyHistory } from './index.ts'

const test = testZone({ systems: [] })
beforeAll(() =>
  test.zone.context().transaction((context) =>
    insertRows(
      context.db,
      offices,
      ['statistics', 'economy', 'finance'].map((id) => ({
        id,
        name: id,
        short: id,
        name_en: id,
        kind: 'department',
        leader: id,
        sort: 1,
      })),
      { actor: context.actor, now: context.now(), newId: context.newId },
    ),
  ),
)

const db = () => test.zone.store.db
const verify = (filed?: { number: number; hash: string }): Promise<Verdict> =>
  verifyHistory(db(), ['access.offices', 'figures.peers', 'figures.statements'], filed)
const rename = (leader: string, why?: string) =>
  test.zone.context().transaction((context) => updateRow(context, offices, 'statistics', { leader }), why)

describe('the history of a zone', () => {
  it('holds from the first row on', async () => {
    expect(await verify()).toMatchObject({ findings: [], seals: 1, changes: 3 })
  })

  it('keeps who, when, why, before and after; the past stays readable', async () => {
    const at = new Date(Date.now() - 1).toISOString()
    await rename('新的分管领导', '换届')
    const [last, first] = await historyOf(db(), offices, 'statistics')
    expect(last).toMatchObject({ actor: 'gaoxin', why: '换届', after: { leader: '新的分管领导' } })
    expect(last?.before).toEqual(first?.after)
    const then = await sql<{ leader: string }>`select leader from ${known('access.offices', at)} t
      where id = 'statistics'`.execute(db())
    expect(then.rows).toEqual([{ leader: last?.before?.leader }])
    const count = await sql<{
      n: number
    }>`select count(*) as n from ${known('access.offices', at)} t`.execute(db())
    const now = await sql<{ n: number }>`select count(*) as n from access.offices`.execute(db())
    expect(count.rows).toEqual(now.rows)
    expect((await verify()).findings).toEqual([])
  })

  it('knows nothing from before its first row', async () => {
    const { rows } = await sql`select id from ${known('access.offices', '2001-01-01T00:00:00Z')} t`.execute(
      db(),
    )
    expect(rows).toEqual([])
  })

  it('cannot be written to by an ordinary statement', async () => {
    for (const statement of [
      sql`update audit.changes set actor = 'nobody'`,
      sql`delete from audit.seals`,
      sql`truncate access.offices`,
    ])
      await expect(statement.execute(db())).rejects.toThrow('is refused')
  })
})

/** SQL behind the program's back, by somebody who may do anything in the database; undone afterwards. */
describe('audit verify names', () => {
  beforeAll(async () => {
    await rename('甲')
    await rename('乙')
    await rename('丙')
  })

  /** Runs statements with every trigger off, verifies, and puts back what they changed. */
  async function tamper(act: string, undo: string): Promise<Verdict['findings']> {
    const client = new pg.Client({ connectionString: test.url })
    await client.connect()
    const run = (statement: string) => client.query(`set session_replication_role = replica; ${statement}`)
    try {
      await run(act)
      const { findings } = await verify()
      await run(undo)
      expect((await verify()).findings).toEqual([])
      return findings
    } finally {
      await client.end()
    }
  }
  const seqs = async () => (await historyOf(db(), offices, 'statistics')).map(({ seq }) => seq)

  it('an edited row', async () => {
    expect(
      await tamper(
        `update access.offices set leader = '冒名' where id = 'statistics'`,
        `update access.offices set leader = '丙' where id = 'statistics'`,
      ),
    ).toMatchObject([{ what: 'edited', record: 'access.offices', row: 'statistics' }])
  })

  it('an edited history', async () => {
    const [last] = await seqs()
    expect(
      await tamper(
        `update audit.changes set actor = 'somebody' where seq = ${last}`,
        `update audit.changes set actor = 'gaoxin' where seq = ${last}`,
      ),
    ).toMatchObject([{ what: 'edited', seq: last, row: 'statistics' }])
  })

  it('a removed row', async () => {
    const held = 'gaoxin.held'
    expect(
      await tamper(
        `create table ${held} as select * from access.offices where id = 'statistics'; delete from access.offices where id = 'statistics'`,
        `insert into access.offices select * from ${held}; drop table ${held}`,
      ),
    ).toMatchObject([{ record: 'access.offices', row: 'statistics' }])
  })

  it('a removed change', async () => {
    const [, middle] = await seqs()
    const held = 'gaoxin.held'
    const findings = await tamper(
      `create table ${held} as select * from audit.changes where seq = ${middle}; delete from audit.changes where seq = ${middle}`,
      `insert into audit.changes overriding system value select * from ${held}; drop table ${held}`,
    )
    expect(findings).toContainEqual(expect.objectContaining({ what: 'removed', seq: middle }))
  })

  it('an inserted row', async () => {
    expect(
      await tamper(
        `insert into access.offices select 'ghost', name, short, name_en, parent, kind, leader, sort, synthetic, recorded_at, recorded_by from access.offices where id = 'statistics'`,
        `delete from access.offices where id = 'ghost'`,
      ),
    ).toMatchObject([{ what: 'inserted', record: 'access.offices', row: 'ghost' }])
  })

  it('an inserted change', async () => {
    const findings = await tamper(
      `insert into audit.changes (tx, at, actor, record, row_id) select tx, at, actor, record, 'ghost' from audit.changes where seq = ${(await seqs())[0]}`,
      `delete from audit.changes where row_id = 'ghost'`,
    )
    expect(findings).toContainEqual(expect.objectContaining({ what: 'inserted', row: 'ghost' }))
  })

  it('changes that traded places', async () => {
    const { rows } = await sql<{ seq: number }>`select seq from audit.changes where record = 'access.offices'
      and row_id in ('economy', 'finance') order by seq limit 2`.execute(db())
    const [a, b] = rows.map(({ seq }) => seq)
    const content = 'at, actor, why, record, row_id, before'
    const swap = `update audit.changes x set (${content}) = (select ${content} from audit.changes y
      where y.seq = case x.seq when ${a} then ${b} else ${a} end) where x.seq in (${a}, ${b})`
    const findings = await tamper(swap, swap)
    expect(new Set(findings.map(({ what }) => what))).toEqual(new Set(['reordered']))
  })

  it('a broken chain, and a chain written anew under a filed head', async () => {
    const { head } = await verify()
    if (!head) throw new Error('no seals')
    const findings = await tamper(
      `update audit.seals set hash = '\\x00' where number = ${head.number}`,
      `update audit.seals set hash = '\\x${head.hash}' where number = ${head.number}`,
    )
    expect(findings).toContainEqual(expect.objectContaining({ what: 'broken', seal: head.number }))
    expect((await verify(head)).findings).toEqual([])
    expect((await verify({ ...head, hash: '00' })).findings).toMatchObject([{ what: 'unanchored' }])
  })

  it('an ordinary UPDATE from psql, with who did it', async () => {
    const client = new pg.Client({ connectionString: test.url })
    await client.connect()
    await client.query(`update access.offices set leader = '冒名' where id = 'finance'`)
    await client.end()
    expect((await verify()).findings).toMatchObject([
      { what: 'edited', record: 'access.offices', row: 'finance' },
    ])
    expect((await historyOf(db(), offices, 'finance'))[0]?.actor).toMatch(/^postgres:/)
  })
})

describe('an upgrade', () => {
  const older = testZone({ systems: [] })

  it('takes in the rows of a table that came to be before it was watched', async () => {
    const { db: inside } = older.zone.store
    await sql`create schema old; create table old.things (id text primary key, note text, recorded_at timestamptz,
      recorded_by text); insert into old.things values ('1', 'an older version', '2020-01-02T03:04:05Z', 'somebody')`.execute(
      inside,
    )
    await older.zone
      .context()
      .transaction((context) => sql`select audit.watch('old.things')`.execute(context.db), '升级')
    expect((await verifyHistory(inside, ['old.things'])).findings).toEqual([])
    const { rows } = await sql`select actor, why from audit.changes where record = 'old.things'`.execute(
      inside,
    )
    expect(rows).toEqual([{ actor: 'somebody', why: '升级' }])
  })
})
