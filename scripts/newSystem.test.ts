import { execFileSync } from 'node:child_process'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../test/zone.ts'

const root = process.cwd()
const copy = join(root, `.tmp-test-new-system-${process.pid}`)
const database = testDatabase()

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

let before: string[]
beforeAll(async () => {
  // A copy of the source: the test must not leave a system behind, nor be seen by the tests beside it.
  for (const floor of ['app', 'engines', 'kernel', 'scripts', 'systems', 'package.json', 'tsconfig.json'])
    await cp(join(root, floor), join(copy, floor), {
      recursive: true,
      filter: (path) => !path.includes('/web'),
    })
  before = await files(copy)
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/newSystem.ts', 'beekeeping'], { cwd: copy })
})
afterAll(() => rm(copy, { recursive: true, force: true }))

it('writes one folder and touches nothing else', async () => {
  const added = (await files(copy)).filter((file) => !before.includes(file))
  expect(added.every((file) => file.startsWith('systems/beekeeping/'))).toBe(true)
  expect(added).toContain('systems/beekeeping/README.md')
})

it('makes a system that computes, serves and drills down', async () => {
  const load = (path: string) => import(pathToFileURL(join(copy, path)).href)
  const { openZone } = await load('app/zone.ts')
  const { createServer } = await load('app/server/server.ts')
  const zone = await openZone({ url: database.url, folder: copy })
  try {
    const server = await createServer(zone)
    const get = async (url: string) => (await server.inject({ url })).json()
    const indicators = await get('/api/indicators')
    expect(indicators.find((one: { id: string }) => one.id === 'beekeeping.amount')).toMatchObject({
      computed: true,
      latest: { status: 'computed' },
    })
    expect(await get('/api/figures/beekeeping.amount@2023')).toMatchObject({
      value: '186',
      status: 'computed',
    })
    expect(await get('/api/figures/beekeeping.amount@2023/rows')).toMatchObject({ total: 12, sum: '186' })
    expect(await get('/api/records/beekeeping/entries?q=示例3')).toMatchObject({ total: 2 })
    expect((await get('/openapi.json')).paths).toHaveProperty('/api/records/beekeeping/entries')
    await server.close()
  } finally {
    await zone.close()
  }
})
