import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lock, tryLock } from './lock.ts'

const folder = mkdtempSync(join(process.cwd(), '.tmp-test-lock-'))
const file = join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true }))

it('is held by one at a time and leaves nothing behind', async () => {
  const release = await lock(file)
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
  expect(tryLock(file)).toBeUndefined()
  release()
  expect(readdirSync(folder)).toEqual([])
})

it('is handed over in turn', async () => {
  let inside = 0
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      const release = await lock(file)
      expect(++inside).toBe(1)
      await new Promise((next) => setImmediate(next))
      inside--
      release()
    }),
  )
})

it('is taken from the dead, also from one that had our number', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  for (const holder of [pid, process.pid]) {
    writeFileSync(file, String(holder))
    const release = tryLock(file)
    expect(release).toBeDefined()
    release?.()
  }
})

it('is taken also where somebody was killed while taking it from the dead', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  for (const left of [file, `${file}.break`]) writeFileSync(left, String(pid))
  const release = await lock(file)
  release()
  expect(readdirSync(folder)).toEqual([])
})

it('is left to a stranger that lives', () => {
  writeFileSync(file, String(process.ppid))
  expect(tryLock(file)).toBeUndefined()
  rmSync(file)
})
