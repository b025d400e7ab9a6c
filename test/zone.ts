import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { openZone, type Zone } from '../app/zone.ts'
import { difference, schemaOf, type Vault } from '../kernel/store/index.ts'
import type { System } from '../kernel/system.ts'
import { administer, databaseUrl, loadTemplate } from './setup.ts'
import { testVault } from './vault.ts'

let count = 0

/**
 * A demonstration zone of the test file's own, thrown away after it. Call at the top of the file.
 * @param systems given: a new zone with these systems only, their tables made from their declarations
 * @param real an empty zone for real data instead
 */
export function testZone({
  systems,
  real = false,
}: {
  readonly systems?: readonly System[]
  readonly real?: boolean
} = {}): {
  readonly zone: Zone
  readonly url: string
  /** The same zone as a program with other keys to personal data has it open. */
  readonly withVault: <T>(vault: Vault, work: (zone: Zone) => Promise<T>) => Promise<T>
} {
  const name = `gaoxin_test_${process.pid}_${count++}`
  const server = inject('server')
  const url = databaseUrl(server, name)
  let zone: Zone | undefined
  const folders: string[] = []
  const given = async () => {
    if (!systems) return {}
    const systemsFolder = await migrationsOf(systems)
    folders.push(systemsFolder)
    return { systems, systemsFolder }
  }
  beforeAll(async () => {
    const demonstration = !systems && !real
    // Copied as files: half of what writing it all to the log takes.
    const template = demonstration ? ` template ${inject('template')} strategy file_copy` : ''
    if (demonstration) await loadTemplate(server, inject('template'))
    await administer(server, `create database ${name}${template}`)
    zone = await openZone({
      url,
      folder: '',
      vault: testVault,
      whenNew: real ? 'empty' : 'demonstration',
      ...(await given()),
    })
  })
  afterAll(async () => {
    await zone?.close()
    await administer(server, `drop database if exists ${name} with (force)`)
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })
  return {
    url,
    withVault: async (vault, work) => {
      const other = await openZone({
        url,
        folder: '',
        vault,
        ...(await given()),
      })
      return work(other).finally(other.close)
    },
    get zone() {
      if (!zone) throw new Error('the zone is open inside tests only')
      return zone
    },
  }
}

/** A folder with the first migration of each system, as `npm run migrations` would write it. */
async function migrationsOf(systems: readonly System[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoxin-systems-'))
  for (const { id, records } of systems) {
    await mkdir(join(folder, id, 'migrations'), { recursive: true })
    await writeFile(
      join(folder, id, 'migrations/0001-first.sql'),
      difference({}, schemaOf(records)).sql.join('\n'),
    )
  }
  return folder
}

/** An empty database of the test file's own. */
export function testDatabase(): { readonly url: string } {
  const name = `gaoxin_empty_${process.pid}_${count++}`
  const server = inject('server')
  beforeAll(() => administer(server, `create database ${name}`))
  afterAll(() => administer(server, `drop database if exists ${name} with (force)`))
  return { url: databaseUrl(server, name) }
}
