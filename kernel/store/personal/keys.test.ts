import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { addKey, addKeyToFile, claimVault, openVault, parseKeys, writeKeys } from './keys.ts'

const test = testZone({ systems: [] })
const db = () => test.zone.store.db
const cell = { record: 'zoo.keepers', column: 'mobile', row: 'k' }
let root = ''
let folder = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gaoxin-keys-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  folder = join(await mkdtemp(join(root, 'zone-')), 'data')
  await sql`delete from gaoxin.settings where key = 'personal.index'`.execute(db())
})
const file = () => join(folder, 'keys.json')
const open = (given?: string, needed = true) => openVault(db(), { folder, given, needed })

describe('the key file', () => {
  it('is made at the first start that needs it, for its owner alone, and kept', async () => {
    expect((await open(undefined, false)).newest).toBeUndefined()
    await expect(stat(file())).rejects.toThrow()
    const first = await open()
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600)
    const second = await open()
    expect(second.decrypt(first.encrypt('x', cell), cell)).toBe('x')
    expect(second.blind('x', cell)).toBe(first.blind('x', cell))
  })

  it('is one file to two programs that start at once', async () => {
    const vaults = await Promise.all(Array.from({ length: 8 }, () => open()))
    expect(new Set(vaults.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  })

  it('is not replaced when it is lost, nor exchanged for another zone’s', async () => {
    await claimVault(db(), await open())
    const body = await readFile(file(), 'utf8')
    await rm(file())
    await expect(open()).rejects.toMatchObject({ code: 'PERSONAL_KEYS_MISSING', status: 503 })
    await writeFile(file(), writeKeys(addKey({ keys: [], index: randomBytes(32) }, randomBytes)), {
      mode: 0o600,
    })
    await expect(open().then((vault) => claimVault(db(), vault))).rejects.toMatchObject({
      code: 'PERSONAL_KEYS_OTHER',
    })
    await writeFile(file(), body)
    await claimVault(db(), await open())
  })

  it('takes another key, which encrypts from the next start on; what the first one encrypted stays readable', async () => {
    const first = await open()
    const id = await addKeyToFile({ folder, given: undefined })
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600)
    const second = await open()
    expect([first.newest === id, second.newest]).toEqual([false, id])
    expect(second.decrypt(first.encrypt('x', cell), cell)).toBe('x')
    expect(() => first.decrypt(second.encrypt('x', cell), cell)).toThrow('PERSONAL_KEY_MISSING')
    await expect(addKeyToFile({ folder, given: '{}' })).rejects.toMatchObject({ code: 'PERSONAL_KEYS_GIVEN' })
    await rm(file())
    await expect(addKeyToFile({ folder, given: undefined })).rejects.toMatchObject({
      code: 'PERSONAL_KEYS_MISSING',
    })
  })

  it('is refused when others can read it', async () => {
    if (process.platform === 'win32') return
    await open()
    await chmod(file(), 0o640)
    await expect(open()).rejects.toMatchObject({ code: 'PERSONAL_KEYS_EXPOSED', place: file() })
  })

  it('gets a further key without losing one', async () => {
    const before = await open()
    const keys = addKey(parseKeys(await readFile(file(), 'utf8'), ''), randomBytes)
    await writeFile(file(), writeKeys(keys))
    const after = await open()
    expect(after.newest).not.toBe(before.newest)
    expect(after.decrypt(before.encrypt('x', cell), cell)).toBe('x')
  })
})

describe('GAOXIN_KEYS', () => {
  it('holds keys or names their file, and then none is made', async () => {
    const body = writeKeys(addKey({ keys: [], index: randomBytes(32) }, randomBytes))
    const path = join(root, 'given.json')
    await writeFile(path, body)
    expect((await open(body)).fingerprint).toBe((await open(path)).fingerprint)
    await expect(stat(file())).rejects.toThrow()
    await expect(open(join(root, 'nowhere.json'))).rejects.toMatchObject({ code: 'PERSONAL_KEYS_MISSING' })
  })

  it.each(['{', '{}', '{"index":"YQ==","keys":[]}'])('is refused when it is not whole: %s', async (given) => {
    await expect(open(given)).rejects.toMatchObject({
      code: 'PERSONAL_KEYS_INVALID',
      place: 'GAOXIN_KEYS',
      value: undefined,
      cause: undefined,
    })
  })

  it('is refused with one name for two keys, or a short key', () => {
    const { keys, index } = addKey({ keys: [], index: randomBytes(32) }, randomBytes)
    expect(() => parseKeys(writeKeys({ keys: [...keys, ...keys], index }), '')).toThrow(
      'PERSONAL_KEYS_INVALID',
    )
    expect(() => parseKeys(writeKeys({ keys, index: randomBytes(16) }), '')).toThrow('PERSONAL_KEYS_INVALID')
  })
})
