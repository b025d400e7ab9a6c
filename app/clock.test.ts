import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { dayAt } from '../kernel/calendar/moments.ts'
import { enterReport } from '../systems/city/report/enter.ts'
import { testVault } from '../test/vault.ts'
import { testZone } from '../test/zone.ts'
import { openZone } from './zone.ts'

const demonstration = testZone()
const real = testZone({ real: true })
const DAY = '2024-11-15'

it('of a demonstration goes on from its rows: people work in 2024, and what they write is recorded when it is', async () => {
  const { zone } = demonstration
  const before = Date.now()
  const { id, case: begun } = await enterReport(zone.context(), {
    channel: 'citizen',
    description: '井盖缺失',
    class: 'city-event-0101',
  })
  const after = Date.now()
  const { rows } = await sql<
    Record<'reported' | 'started' | 'stepped' | 'due' | 'recorded' | 'changed' | 'sealed', Date>
  >`
    select r.reported_at as reported, c.started_at as started, s.at as stepped, t.due, r.recorded_at as recorded,
      (select max(at) from audit.changes a where a.record = 'city.reports' and a.row_id = r.id) as changed,
      (select max(at) from audit.seals) as sealed
    from city.reports r join flow.cases c on c.id = ${begun} join flow.tasks t on t.case_id = c.id
      join flow.steps s on s.case_id = c.id where r.id = ${id} limit 1`.execute(zone.store.db)
  const { recorded, changed, sealed, due, ...worked } = rows[0]!
  for (const at of Object.values(worked)) expect(dayAt(new Date(at).toISOString())).toBe(DAY)
  expect(new Date(due).getTime()).toBeGreaterThan(new Date(worked.started).getTime())
  expect(new Date(due).getTime() - new Date(worked.started).getTime()).toBeLessThan(7 * 86_400_000)
  for (const at of [recorded, changed, sealed]) {
    expect(new Date(at).getTime()).toBeGreaterThanOrEqual(before)
    expect(new Date(at).getTime()).toBeLessThanOrEqual(after)
  }
})

it('stays as far from the clock outside for good, and in a real zone it is that clock', async () => {
  const again = await openZone({ url: demonstration.url, folder: '', vault: testVault })
  expect(again.ahead).toBe(demonstration.zone.ahead)
  expect(again.ahead).toBeLessThan(-86_400_000)
  const { moment, now, today } = again.context()
  expect(Math.abs(Date.parse(moment()) - Date.parse(now()) - again.ahead)).toBeLessThan(1000)
  expect(today).toBe(DAY)
  await again.close()
  expect(real.zone.ahead).toBe(0)
  expect(real.zone.today()).toBe(dayAt(new Date().toISOString()))
})

it('of one that was loaded to stay on its day goes on from that day', async () => {
  const { db } = demonstration.zone.store
  await sql`delete from gaoxin.settings where key = 'clock'`.execute(db)
  await sql`insert into gaoxin.settings (key, value) values ('today', '2024-12-20')`.execute(db)
  const again = await openZone({ url: demonstration.url, folder: '', vault: testVault })
  expect(again.today()).toBe('2024-12-20')
  await again.close()
  const later = await openZone({ url: demonstration.url, folder: '', vault: testVault })
  expect(later.ahead).toBe(again.ahead)
  await later.close()
})
