import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPrograms, serverFolder } from '../../kernel/store/postgres.ts'
import { bundle } from './bundle.ts'
import { killDatabase, type Program, startProgram } from './program.ts'

let root = ''
let file = ''
const started: Program[] = []
const folders: string[] = []
beforeAll(async () => {
  root = await mkdtemp(join(process.cwd(), '.tmp-test-revive-'))
  file = join(root, 'program.mjs')
  await bundle(file)
})
afterAll(async () => {
  for (const program of started) await program.kill()
  for (const folder of folders) {
    await killDatabase(folder)
    await rm(await serverFolder(folder, await findPrograms()), {
      recursive: true,
      force: true,
      maxRetries: 5,
    })
  }
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(root, 'zone-'))
  folders.push(folder)
  return folder
}

function start(folder: string, fault?: string): Program {
  const program = startProgram(file, folder, fault)
  started.push(program)
  return program
}

const write = (address: string, batch: string) =>
  fetch(`${address}/api/trial/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ batch, count: 1 }),
  })

async function listen(address: string) {
  const stream = await fetch(`${address}/api/events`)
  return stream.body!.pipeThrough(new TextDecoderStream()).getReader()
}

/** What is answered while the server is away: 503, and what to do. */
async function expectUnreachable(answer: Response): Promise<void> {
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    code: 'STORE_UNREACHABLE',
    remedy: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
  })
}

/** Asks until it is done; meanwhile nothing but the one refusal is answered. */
async function writeUntilDone(address: string, batch: string): Promise<void> {
  for (;;) {
    const answer = await write(address, batch)
    if (answer.ok) return
    await expectUnreachable(answer)
  }
}

async function keysAt(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/records/trial/notes?q=kept`)
  const { rows } = (await answer.json()) as { rows: { key: string }[] }
  return rows.map(({ key }) => key).sort()
}

it('a program whose database dies says so, and comes back by itself with its live streams', async () => {
  const program = start(await newFolder(), 'statement-done:1')
  const address = await program.ready
  const before = await listen(address)
  const cut = write(address, 'cut')
  await program.halted
  expect(await killDatabase(folders.at(-1)!)).toBe(true)
  program.goOn()
  await expectUnreachable(await cut)
  await writeUntilDone(address, 'kept')
  // The end of the stream makes a browser connect again.
  while (!(await before.read()).done);
  const after = await listen(address)
  await after.read()
  expect((await write(address, 'kept-too')).ok).toBe(true)
  expect((await after.read()).value).toContain('trial.notes')
  await after.cancel()
  expect(await keysAt(address)).toEqual(['kept-0', 'kept-too-0'])
})

it('two programs on one folder come back to the same database', async () => {
  const folder = await newFolder()
  const first = start(folder)
  const one = await first.ready
  const other = await start(folder).ready
  await write(one, 'kept')
  expect(await killDatabase(folder)).toBe(true)
  await Promise.all([writeUntilDone(one, 'kept-one'), writeUntilDone(other, 'kept-other')])
  const all = ['kept-0', 'kept-one-0', 'kept-other-0']
  expect(await keysAt(one)).toEqual(all)
  expect(await keysAt(other)).toEqual(all)
  // Also when the one that may have started it goes.
  await first.kill()
  expect((await write(other, 'kept-on')).ok).toBe(true)
})
