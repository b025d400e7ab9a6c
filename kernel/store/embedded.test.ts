import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { openEmbedded } from './embedded.ts'

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

it('is joined by a second program, which leaves it running', async () => {
  const owner = await openEmbedded(folder)
  const guest = await openEmbedded(folder)
  expect(guest.url).toBe(owner.url)
  await guest.stop()
  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await owner.stop()
  await expect(ask(owner.url, 'select 1')).rejects.toThrow()
})

it('is taken over when its program was killed', async () => {
  const script = `import { openEmbedded } from './kernel/store/embedded.ts'
    console.log((await openEmbedded(${JSON.stringify(folder)})).url); setInterval(() => {}, 1000)`
  const program = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(createInterface({ input: program.stdout }), 'line')
  program.kill('SIGKILL')
  await once(program, 'exit')
  const heir = await openEmbedded(folder)
  expect(heir.url).toBe(url)
  await heir.stop()
  await expect(ask(heir.url, 'select 1')).rejects.toThrow()
})
