import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import type { GaoxinError } from '../errors.ts'
import { openEmbedded } from './embedded.ts'
import { findPrograms, readPostmaster, serverFolder } from './postgres.ts'
import { startProblem } from './startProblem.ts'

const folder = join(process.cwd(), `.tmp-test-embedded-${process.pid}`)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('keeps its data from one start to the next', async () => {
  const first = await openEmbedded(folder)
  expect(first.created).toBe(true)
  await ask(first.url, 'create table kept (n int); insert into kept values (7)')
  await first.stop()
  const second = await openEmbedded(folder)
  expect(second.created).toBe(false)
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }])
  await second.stop()
})

it('serves a second program on when the one that started it leaves, and stops with the last', async () => {
  const first = await openEmbedded(folder)
  const second = await openEmbedded(folder)
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  // Leaving twice counts once.
  await first.stop()
  const third = await openEmbedded(folder)
  expect(third.url).toBe(first.url)
  await second.stop()
  await third.stop()
  await expect(ask(first.url, 'select 1')).rejects.toThrow()
})

/** Another program that opens the folder, says how, and stays until it is told to end or killed. */
async function program(where: string) {
  const script = `import { openEmbedded } from './kernel/store/embedded.ts'
    const { url, created, stop } = await openEmbedded(${JSON.stringify(where)})
    console.log(JSON.stringify({ url, created }))
    process.stdin.once('data', () => stop().then(() => process.exit()))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    ...(JSON.parse(line) as { url: string; created: boolean }),
    leave: async () => {
      child.stdin.write('leave\n')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      return child.pid
    },
  }
}

it('is taken over when its program was killed, even at a moment when it held the lock', async () => {
  const killed = await program(folder)
  const pid = await killed.kill()
  await writeFile(join(folder, 'lock'), String(pid))
  const heir = await openEmbedded(folder)
  expect(heir.url).toBe(killed.url)
  await heir.stop()
  await expect(ask(heir.url, 'select 1')).rejects.toThrow()
})

it('is found by the server’s own file, so a program killed while starting it does no harm', async () => {
  const killed = await program(folder)
  await killed.kill()
  // Of the program that started it nothing is left but the server.
  await rm(join(folder, 'users'), { recursive: true })
  const heir = await openEmbedded(folder)
  expect(await ask(heir.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await heir.stop()
})

it('is started again once for all who miss it, and stays until the last of them leaves', async () => {
  const first = await openEmbedded(folder)
  const second = await openEmbedded(folder)
  await ask(first.url, 'create table before (n int)')
  const killed = readPostmaster(await serverFolder(folder, await findPrograms()))!
  process.kill(killed.pid, 'SIGKILL')
  const [one, other] = await Promise.all([first.revive(), second.revive()])
  expect(one).toBe(other)
  expect(await ask(one!, 'select n from before')).toEqual([])
  // A program that starts without a server to find takes those it cannot know for gone.
  await rm(join(folder, 'users'), { recursive: true })
  await mkdir(join(folder, 'users'))
  await Promise.all([first.revive(), second.revive()])
  await first.stop()
  expect(await first.revive()).toBeUndefined()
  expect(await ask(one!, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  await expect(ask(one!, 'select 1')).rejects.toThrow()
})

it('is created once when two programs start in a new folder at the same time', async () => {
  const fresh = `${folder}-fresh`
  try {
    const both = await Promise.all([program(fresh), program(fresh)])
    expect(both.map(({ created }) => created).sort()).toEqual([false, true])
    expect(both[0].url).toBe(both[1].url)
    await both[0].leave()
    expect(await ask(both[1].url, 'select 1 as one')).toEqual([{ one: 1 }])
    await both[1].leave()
    await expect(ask(both[1].url, 'select 1')).rejects.toThrow()
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
})

it('refuses a folder of another PostgreSQL by name, and leaves it as it is', async () => {
  await (await openEmbedded(folder)).stop()
  const file = join(await serverFolder(folder, await findPrograms()), 'PG_VERSION')
  const version = await readFile(file, 'utf8')
  await writeFile(file, '15\n')
  const refusal = await openEmbedded(folder).catch((error: GaoxinError) => error.line('en'))
  expect(refusal).toContain('STORE_VERSION')
  expect(refusal).toContain(`made by PostgreSQL 15, this program carries PostgreSQL ${version.trim()}`)
  await writeFile(file, version)
  await (await openEmbedded(folder)).stop()
})

it('says when the folder is a file', async () => {
  const file = `${folder}-file`
  await writeFile(file, '')
  try {
    await expect(openEmbedded(file)).rejects.toMatchObject({ code: 'STORE_FOLDER', place: file })
  } finally {
    await rm(file)
  }
})

it.skipIf(process.getuid?.() === 0)('says when the folder may not be written', async () => {
  const closed = `${folder}-closed`
  await mkdir(closed, { mode: 0o500 })
  try {
    await expect(openEmbedded(closed)).rejects.toMatchObject({ code: 'STORE_FOLDER', place: closed })
  } finally {
    await rm(closed, { recursive: true })
  }
})

it.each([
  ['STORE_DISK_FULL', { code: 'ENOSPC', message: 'ENOSPC: no space left on device, write' }],
  ['STORE_DISK_FULL', { code: '53100', message: 'could not extend file' }],
  ['STORE_DISK_FULL', { code: 1, stderr: 'initdb: error: could not write: No space left on device\n' }],
  ['STORE_FOLDER', { code: 'EROFS', message: 'EROFS: read-only file system, mkdir' }],
  ['STORE_FOLDER', { message: 'postgres ended with 1: FATAL: data directory "x" has wrong ownership' }],
  ['STORE_EMBEDDED', { code: 'EACCES', syscall: 'spawn /x/postgres', message: 'spawn EACCES' }],
])('tells %s from %j', (code, cause) => {
  expect(startProblem(cause, '/x').line('zh')).toContain(`[${code}]`)
})
