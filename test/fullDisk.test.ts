import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../app/server/server.ts'
import { openZone } from '../app/zone.ts'
import { killDatabase } from './kill/program.ts'
import trial from './kill/systems/trial/index.ts'
import { testVault } from './vault.ts'

/** A disk of a given size that is there until the end; only root may mount one. */
const mounted: string[] = []
function disk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'gaoxin-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'none', folder], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  mounted.push(folder)
  return folder
}
const small = disk(8)
const filling = disk(160)
afterAll(() => {
  for (const folder of mounted) {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  }
})

const open = (folder: string) =>
  openZone({
    folder,
    systems: [trial],
    systemsFolder: new URL('kill/systems', import.meta.url).pathname,
    vault: testVault,
  })

describe.skipIf(!small || !filling)('on a disk that is full (skipped where no disk may be mounted)', () => {
  it('a first start says so, and what to do', async () => {
    await expect(open(small!)).rejects.toMatchObject({ code: 'STORE_DISK_FULL', place: small })
  })

  describe('while the program runs', () => {
    let zone: Awaited<ReturnType<typeof open>>
    let server: Awaited<ReturnType<typeof createServer>>
    beforeAll(async () => {
      zone = await open(filling!)
      server = await createServer(zone, { webFolder: '' })
    })
    afterAll(async () => {
      await server.close()
      await zone.close().catch(() => killDatabase(filling!))
    })
    const write = (batch: string) =>
      server.inject({ method: 'POST', url: '/api/trial/imports', payload: { batch, count: 5000 } })

    it('a write is refused by name, leaves nothing half done, and goes through once there is room', async () => {
      expect((await write('before')).statusCode).toBe(200)
      const { bavail, bsize } = statfsSync(filling!)
      const ballast = join(filling!, 'ballast')
      writeFileSync(ballast, Buffer.alloc(bavail * bsize))
      let refused = await write('full-0')
      for (let more = 1; refused.statusCode === 200; more++) refused = await write(`full-${more}`)
      expect(refused.json()).toMatchObject({ code: 'STORE_DISK_FULL', status: 503 })
      rmSync(ballast)
      expect((await write('after')).statusCode).toBe(200)
      const { json } = await server.inject('/api/records/trial/notes?limit=1&filter[batch]=full-0')
      expect(json().total % 5000).toBe(0)
    })
  })
})
