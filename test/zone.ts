import { afterAll, beforeAll, inject } from 'vitest'
import { openZone, type Zone } from '../app/zone.ts'
import { administer, databaseUrl } from './setup.ts'

let count = 0

/** A demonstration zone of the test file's own, thrown away after it. Call at the top of the file. */
export function testZone(): { readonly zone: Zone; readonly url: string } {
  const name = `gaoxin_test_${process.pid}_${count++}`
  const server = inject('server')
  const url = databaseUrl(server, name)
  let zone: Zone | undefined
  beforeAll(async () => {
    await administer(server, `create database ${name} template ${inject('template')}`)
    zone = await openZone({ url, folder: '' })
  })
  afterAll(async () => {
    await zone?.close()
    await administer(server, `drop database if exists ${name} with (force)`)
  })
  return {
    url,
    get zone() {
      if (!zone) throw new Error('the zone is open inside tests only')
      return zone
    },
  }
}

/** An empty database of the test file's own. */
export function testDatabase(): { readonly url: string } {
  const name = `gaoxin_empty_${process.pid}_${count++}`
  const server = inject('server')
  beforeAll(() => administer(server, `create database ${name}`))
  afterAll(() => administer(server, `drop database if exists ${name} with (force)`))
  return { url: databaseUrl(server, name) }
}
