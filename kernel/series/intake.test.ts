import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { type AnnouncedChange, CHANGES } from '../store/index.ts'
import { LOCKS } from '../store/locks.ts'
import { Intake, READINGS } from './intake.ts'
import { noteRefused, Refused, refusedSince } from './refuse.ts'
import { beginSeries, disagreements, INSTALLED, install, LEVEL, RAIN, trial } from './series.fixture.ts'
import { writeReadings } from './write.ts'

const test = testZone({ systems: [trial] })
const NOW = '2026-03-01T12:00:00+08:00'
const clock = Date.parse(NOW)
const intake = () => new Intake(test.zone.context().with({ now: () => NOW }))
let open: Intake
beforeAll(async () => {
  open = intake()
  await install(test.zone.context(), { code: 'gate' }, { code: 'behind', gateway: 'gate' }, { code: 'other' })
})
afterAll(() => open.end())

const level = (device: string, at: number, value = 1) => ({ device, quantity: LEVEL.id, at, value })
const refused = async (device: string) =>
  Object.fromEntries(
    (await refusedSince(test.zone.store.db, '2026-01-01', device)).map(({ reason, count }) => [
      reason,
      count,
    ]),
  )

it('takes what a device sends for itself and for those behind it, late, in any order and twice', async () => {
  const readings = [level('gate', clock), level('behind', clock - 5000), level('behind', clock - 9000)]
  expect(await open.take({ device: 'gate' }, readings)).toEqual({ taken: 3, refused: {} })
  expect(await open.take({ device: 'gate' }, readings)).toEqual({ taken: 3, refused: {} })
  expect(open.written).toMatchObject({ kept: 3, doubled: 3 })
})

it('refuses what a wrong clock, a stranger or a broken sensor sends, keeps the rest and counts it by device', async () => {
  const before = Date.parse(INSTALLED) - 1
  const sent = [
    level('gate', clock - 1000),
    level('gate', clock + 6 * 60_000),
    level('gate', before),
    level('gate', before),
    { device: 'gate', quantity: RAIN.id, at: Date.parse('2025-01-01T00:00:00+08:00'), value: 1 },
    { device: 'gate', quantity: 'trial.nothing', at: clock, value: 1 },
    level('gate', clock - 2000, Number.NaN),
    level('other', clock),
    level('nobody', clock),
  ]
  const expected = { future: 1, installed: 2, expired: 1, quantity: 1, value: 1, device: 2, unreadable: 1 }
  expect(await open.take({ device: 'gate' }, sent, ['###'])).toEqual({ taken: 1, refused: expected })
  expect(await refused('gate')).toEqual(expected)
})

it('what one sender writes that no database takes costs nobody else a reading', async () => {
  await install(test.zone.context(), { code: 'broken' })
  // As sensors say that they have nothing: the largest double there is, whose sum with itself is no number.
  const huge = [level('broken', clock - 2000, Number.MAX_VALUE), level('broken', clock - 1000, -1.7e308)]
  const answers = await Promise.all([
    open.take({ device: 'broken' }, [...huge, level('broken', clock, 3)]),
    open.take({ device: 'broken' }, [level('bro\0ken', clock), level('broken\0', clock)]),
    open.take({ device: 'gate' }, [level('gate', clock - 77_000)]),
  ])
  expect(answers).toEqual([
    { taken: 1, refused: { value: 2 } },
    { taken: 0, refused: { device: 2 } },
    { taken: 1, refused: {} },
  ])
})

it('screens hear of a batch of more devices than one message names, and of what comes after it', async () => {
  const codes = Array.from({ length: 300 }, (_, index) => `many-${index}-${'x'.repeat(30)}`)
  await install(test.zone.context(), ...codes.map((code) => ({ code })))
  const listener = new pg.Client({ connectionString: test.url })
  await listener.connect()
  const heard: AnnouncedChange[] = []
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
  await listener.query(`listen ${CHANGES}`)
  const heardOf = (record: string) => heard.filter((change) => change.record === record)
  const other = intake()
  await other.take(
    'anyDevice',
    codes.map((code) => level(code, clock)),
  )
  await expect.poll(() => heardOf(READINGS)).toMatchObject([{ ids: { length: 100 } }])
  await test.zone.context().changed('trial.other', ['one'])
  await expect.poll(() => heardOf('trial.other')).toMatchObject([{ ids: ['one'] }])
  await listener.end()
  await other.end()
})

it('a flood of wrong messages is a few rows', async () => {
  const wrong = Array.from({ length: 5000 }, (_, index) => level(`guess-${index}`, clock))
  for (let turn = 0; turn < 3; turn++) await open.take({ device: 'other' }, wrong)
  expect(await refused('other')).toEqual({ device: 15_000 })
})

it('takes nothing of a device that was removed after it was', async () => {
  await install(test.zone.context(), { code: 'old' })
  await sql`update series.devices set removed_at = ${new Date(clock - 10_000).toISOString()} where code = 'old'`.execute(
    test.zone.store.db,
  )
  const answer = await open.take({ device: 'old' }, [level('old', clock - 20_000), level('old', clock)])
  expect(answer).toEqual({ taken: 1, refused: { removed: 1 } })
})

it('what is entered of a device holds for the next that it sends', async () => {
  const { db } = test.zone.store
  const send = (device: string) => open.take({ device: 'gate' }, [level(device, clock - 33_000)])
  expect(await send('new')).toEqual({ taken: 0, refused: { device: 1 } })
  await install(test.zone.context(), { code: 'new', gateway: 'gate' })
  expect(await send('new')).toEqual({ taken: 1, refused: {} })
  await sql`update series.devices set removed_at = ${new Date(clock - 40_000).toISOString()} where code = 'new'`.execute(
    db,
  )
  expect(await send('new')).toEqual({ taken: 0, refused: { removed: 1 } })
  await sql`update series.devices set gateway = null where code = 'new'`.execute(db)
  expect(await send('new')).toEqual({ taken: 0, refused: { device: 1 } })
})

it('what comes at once is written together, each sender told of its own', async () => {
  const other = intake()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      other.take({ device: 'other' }, [
        level('other', clock - index * 1000),
        ...(index === 7 ? [level('gate', clock)] : []),
      ]),
    ),
  )
  expect(answers[6]).toEqual({ taken: 1, refused: {} })
  expect(answers[7]).toEqual({ taken: 1, refused: { device: 1 } })
  await other.end()
  const { rows } = await sql<{
    n: number
  }>`select count(distinct r.xmin::text)::int as n from series.readings r
    join series.series s on s.id = r.series where s.device = 'other'`.execute(test.zone.store.db)
  expect(rows[0]?.n).toBe(1)
  expect(await disagreements(test.zone.store.db)).toEqual([])
})

/** How many sessions of this database wait for a lock. */
const waiting = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(test.zone.store.db)
  return rows[0]?.n
}

it('a series that begins while another program writes waits for it, and neither fails', async () => {
  const { db } = test.zone.store
  const written = await beginSeries(test.zone.context(), 'written', LEVEL)
  await install(test.zone.context(), { code: 'beginning' })
  const sending = await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.writingReadings})`.execute(transaction)
    const sent = open.take({ device: 'beginning' }, [level('beginning', clock)])
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    await sql`update series.series set high = 4 where id = ${written}`.execute(transaction)
    await writeReadings(transaction, new Map([[written, [{ at: clock, value: 1 }]]]))
    return { sent }
  })
  expect(await sending.sent).toEqual({ taken: 1, refused: {} })
})

it('two programs that count the same refusals in two orders do not stop each other', async () => {
  const { db } = test.zone.store
  const of = (...given: readonly string[]) =>
    given.map((device) => {
      const refused = new Refused()
      refused.add('future', level(device, clock))
      return [device, refused] as const
    })
  const [one, two] = ['count-a', 'count-b']
  const note = (...given: readonly string[]) =>
    db.transaction().execute((transaction) => noteRefused(transaction, NOW, of(...given)))
  await note(one, two)
  const noted = await db.transaction().execute(async (transaction) => {
    await sql`select from series.refused where device in (${one}, ${two}) for update`.execute(transaction)
    const both = Promise.all([note(one, two), note(two, one)])
    await expect.poll(waiting, { timeout: 20_000 }).toBe(2)
    return { both }
  })
  await noted.both
  expect([await refused(one), await refused(two)]).toEqual([{ future: 3 }, { future: 3 }])
})

it('whoever ends leaves no reading behind the heads, so that the next finds where series stand by them alone', async () => {
  const { db } = test.zone.store
  await install(test.zone.context(), { code: 'ending' })
  const ending = intake()
  for (const before of [3000, 2000, 1000])
    await ending.take({ device: 'ending' }, [level('ending', clock - before, before)])
  const behind = async () => {
    const { rows } = await sql<{ behind: number }>`select t.behind from series.standing t
      join series.series s on s.id = t.series where s.device = 'ending'`.execute(db)
    return rows
  }
  expect(await behind()).toEqual([{ behind: 2 }])
  await ending.end()
  expect(await behind()).toEqual([{ behind: 0 }])
  // Another one that writes meanwhile goes on from there.
  await open.take({ device: 'ending' }, [level('ending', clock, 0)])
  expect(await behind()).toEqual([{ behind: 1 }])
  expect(await disagreements(db)).toEqual([])
})
