import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'
import type { Database } from '../database.ts'
import { readSettings, writeMissingSetting } from '../settings.ts'
import { createVault, type Keys, NO_VAULT, type Vault } from './cipher.ts'

/** Beside the database, never in it: whoever has a dump of the one has nothing without the other. */
export const KEY_FILE = 'keys.json'
/** Where the zone's database remembers whose index key it was written with. */
const SETTING = 'personal.index'

export interface VaultOptions {
  /** The data folder, where the key file lies or will lie. */
  readonly folder: string
  /** GAOXIN_KEYS: what the key file would hold, or the path of another one. */
  readonly given?: string | undefined
  /** Whether some record holds personal data; a zone without makes no keys. */
  readonly needed: boolean
}

type Random = (bytes: number) => Buffer

/**
 * The keys of a zone. A zone that needs some and never had any gets them now.
 * @throws GaoxinError PERSONAL_KEYS_MISSING, PERSONAL_KEYS_EXPOSED, PERSONAL_KEYS_INVALID
 */
export async function openVault(
  db: Database,
  { folder, given, needed }: VaultOptions,
  random: Random = randomBytes,
): Promise<Vault> {
  if (given?.trim().startsWith('{')) return createVault(parseKeys(given, 'GAOXIN_KEYS'), random)
  if (given) return createVault(parseKeys(await readGiven(given), given), random)
  const file = join(folder, KEY_FILE)
  const found = await readPrivate(file)
  if (found !== undefined) return createVault(parseKeys(found, file), random)
  if (!needed) return NO_VAULT
  // New keys would open nothing of what is there, and hide that the old ones are lost.
  if ((await readSettings(db))[SETTING]) throw missing(file)
  return createVault(parseKeys(await createKeyFile(file, random), file), random)
}

/**
 * Binds a database to the keys it is first opened with, so that another file is noticed before anything is written
 * under keys that find and open nothing of the rest.
 * @throws GaoxinError PERSONAL_KEYS_OTHER
 */
export async function claimVault(db: Database, vault: Vault): Promise<void> {
  if (!vault.fingerprint) return
  const known = await writeMissingSetting(db, SETTING, vault.fingerprint)
  if (known === vault.fingerprint) return
  throw new GaoxinError(
    'PERSONAL_KEYS_OTHER',
    text('密钥文件不属于这个数据库', 'The key file belongs to another database'),
    text('请从备份恢复本区的密钥文件', "Restore this zone's key file from its backup"),
    { place: SETTING, value: vault.fingerprint, status: 503 },
  )
}

/** Makes a key file that only its owner reads; of two programs that make it at once both get the first one's. */
export async function createKeyFile(file: string, random: Random): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true })
  const aside = `${file}.${process.pid}.${random(4).toString('hex')}`
  try {
    await writeFile(aside, writeKeys(addKey({ keys: [], index: random(32) }, random)), {
      mode: 0o600,
      flag: 'wx',
    })
    // Whole or not at all, and never over one that is there.
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(aside, { force: true })
  }
  return readFile(file, 'utf8')
}

/** One more key, which encrypts from now on; see `rotate`. */
export function addKey({ keys, index }: Keys, random: Random): Keys {
  return { keys: [...keys, { id: random(4).toString('hex'), secret: random(32) }], index }
}

/**
 * Adds a key to a zone's key file; programs that have it open know it when they start next. The file is exchanged
 * whole: whoever reads it meanwhile reads the old one or the new one.
 * @returns the new key's id
 * @throws GaoxinError PERSONAL_KEYS_GIVEN where the keys come from the environment, or what reading the file throws
 */
export async function addKeyToFile(
  { folder, given }: Pick<VaultOptions, 'folder' | 'given'>,
  random: Random = randomBytes,
): Promise<string> {
  if (given?.trim().startsWith('{')) throw inEnvironment()
  const file = given || join(folder, KEY_FILE)
  const found = await readPrivate(file)
  if (found === undefined) throw missing(file)
  const keys = addKey(parseKeys(found, file), random)
  const aside = `${file}.${process.pid}.${random(4).toString('hex')}`
  await writeFile(aside, writeKeys(keys), { mode: 0o600, flag: 'wx', flush: true })
  await rename(aside, file)
  return keys.keys.at(-1)!.id
}

export const writeKeys = ({ keys, index }: Keys): string =>
  `${JSON.stringify(
    {
      about:
        '个人信息密钥：须备份，不可与数据库备份放在一处。Keys to personal data: keep a copy, apart from the database.',
      index: index.toString('base64'),
      keys: keys.map(({ id, secret }) => ({ id, secret: secret.toString('base64') })),
    },
    null,
    2,
  )}\n`

const secret = z
  .base64()
  .transform((value) => Buffer.from(value, 'base64'))
  .refine(({ length }) => length === 32)
const shape = z.object({
  index: secret,
  keys: z.array(z.object({ id: z.string().regex(/^[\w-]{1,32}$/), secret })).min(1),
})

/** @throws GaoxinError PERSONAL_KEYS_INVALID, which says where and nothing of what */
export function parseKeys(body: string, place: string): Keys {
  try {
    const keys = shape.parse(JSON.parse(body))
    if (new Set(keys.keys.map(({ id }) => id)).size === keys.keys.length) return keys
  } catch {
    // Told below: the parsers' own words may hold what they read.
  }
  throw new GaoxinError(
    'PERSONAL_KEYS_INVALID',
    text('密钥文件不完整', 'The key file is not whole'),
    text('请从备份恢复密钥文件', 'Restore the key file from its backup'),
    { place, status: 503 },
  )
}

async function readPrivate(file: string): Promise<string | undefined> {
  const mode = (await stat(file).catch(() => undefined))?.mode
  if (mode === undefined) return undefined
  // Windows keeps no such bits.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new GaoxinError(
      'PERSONAL_KEYS_EXPOSED',
      text('密钥文件可被其他账号读取', 'Other accounts can read the key file'),
      text(`请运行 chmod 600 ${file}`, `Run chmod 600 ${file}`),
      { place: file, status: 503 },
    )
  return readFile(file, 'utf8')
}

const readGiven = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw missing(file)
  })

const missing = (file: string) =>
  new GaoxinError(
    'PERSONAL_KEYS_MISSING',
    text('找不到个人信息的密钥文件', 'The keys to the personal data are not there'),
    text(
      '请从备份恢复密钥文件，或用 GAOXIN_KEYS 指明',
      'Restore the key file from its backup, or name it in GAOXIN_KEYS',
    ),
    { place: file, status: 503 },
  )

const inEnvironment = () =>
  new GaoxinError(
    'PERSONAL_KEYS_GIVEN',
    text(
      '密钥由环境变量给出，程序改不了',
      'The keys come from the environment, which the program cannot change',
    ),
    text('请在 GAOXIN_KEYS 的 keys 末尾加一把新密钥', 'Add a new key at the end of keys in GAOXIN_KEYS'),
    { place: 'GAOXIN_KEYS' },
  )
