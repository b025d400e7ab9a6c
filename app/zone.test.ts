import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { System } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'
import { testVault } from '../test/vault.ts'
import { testDatabase } from '../test/zone.ts'
import { openZone, type Zone } from './zone.ts'

const { url } = testDatabase()

it('loads the demonstration once, though a second program finds the zone empty too', async () => {
  let loads = 0
  let second: Promise<Zone> | undefined
  const system: System = {
    id: 'trial',
    name: text('试', 'Trial'),
    group: 'economy',
    office: 'economy',
    about: text('试', 'Trial'),
    records: [],
    indicators: [],
    async *demo({ db }) {
      loads++
      second ??= openZone({ url, folder: '', systems: [system], vault: testVault })
      // The second has seen the empty zone when it waits for this transaction, or when it loads as well.
      const isWaiting = async () => {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and objid = 7701
          and not granted and database = (select oid from pg_database where datname = current_database())`.execute(
          db,
        )
        return rows.length > 0
      }
      while (loads === 1 && !(await isWaiting()));
      yield { step: text('装入', 'Loading'), done: 1, total: 1 }
    },
  }
  const first = await openZone({ url, folder: '', systems: [system], vault: testVault })
  await (await second)?.close()
  await first.close()
  await expect(
    openZone({ url, folder: '', systems: [system], vault: testVault, whenNew: 'empty' }),
  ).rejects.toMatchObject({ code: 'ZONE_DEMONSTRATION' })
  expect(loads).toBe(1)
  const again = await openZone({ url, folder: '', systems: [system], vault: testVault })
  expect(again.demonstration).toBe(true)
  await sql`delete from gaoxin.settings where key = 'demonstration'`.execute(again.store.db)
  await again.close()
  // What does not say that it is one offers nobody every post.
  const silent = await openZone({ url, folder: '', systems: [system], vault: testVault })
  expect(silent.demonstration).toBe(false)
  await silent.close()
})
