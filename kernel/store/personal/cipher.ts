import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'

/**
 * Values that only the program can read. An encrypted value is `v1.<key id>.<iv>.<ciphertext>.<tag>`, the three last in
 * base64url: SM4-CTR (GB/T 32907), then HMAC-SM3 (GB/T 32905) over version, key, place, iv and ciphertext. Why not
 * SM4-GCM: docs/adr/0005-personal-data.md.
 */
export interface Cell {
  /** `system.record` */
  readonly record: string
  readonly column: string
  readonly row: string
}

export interface Key {
  /** Letters, digits, `-` and `_`; part of every value that it encrypted. */
  readonly id: string
  /** 32 bytes. */
  readonly secret: Buffer
}

export interface Keys {
  /** Oldest first; the last one encrypts, all of them decrypt. */
  readonly keys: readonly Key[]
  /** 32 bytes, for the blind index alone. */
  readonly index: Buffer
}

/** Encrypts and decrypts; what holds the keys and never hands them out. */
export interface Vault {
  /** The key that encrypts; undefined in a zone without keys. */
  readonly newest: string | undefined
  /** Names the index key without telling it: of two zones with the same data only one key finds anything. */
  readonly fingerprint: string | undefined
  /** @throws GaoxinError PERSONAL_NO_KEYS */
  readonly encrypt: (value: string, cell: Cell) => string
  /** @throws GaoxinError PERSONAL_KEY_MISSING, PERSONAL_TAMPERED when it was altered or stood elsewhere */
  readonly decrypt: (encrypted: string, cell: Cell) => string
  /** The same for the same value of the same column, and telling nothing without the key. */
  readonly blind: (value: string, column: Pick<Cell, 'record' | 'column'>) => string
}

/** @param random so many bytes that nobody can foresee */
export function createVault({ keys, index }: Keys, random: (bytes: number) => Buffer): Vault {
  const derived = new Map(keys.map(({ id, secret }) => [id, { id, ...derive(secret) }]))
  const newest = derived.get(keys.at(-1)?.id ?? '')
  return {
    newest: newest?.id,
    fingerprint: hmac(index, 'gaoxin index').toString('hex').slice(0, 16),
    encrypt: (value, cell) => {
      if (!newest) throw noKeys(cell)
      const iv = random(16)
      const cipher = createCipheriv('sm4-ctr', newest.encrypt, iv)
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]).toString('base64url')
      const head = `v1.${newest.id}.${iv.toString('base64url')}.${body}`
      return `${head}.${tagOf(newest.authenticate, head, cell)}`
    },
    decrypt: (encrypted, cell) => {
      const parts = FORM.exec(encrypted)?.slice(1) as [string, string, string, string, string] | undefined
      if (!parts) throw tampered(cell)
      const [head, id, iv, body, tag] = parts
      const key = derived.get(id)
      if (!key) throw keyMissing(id, cell)
      // As they are written: two ways of writing the same bytes would be two encrypted values for one.
      const [given, right] = [Buffer.from(tag), Buffer.from(tagOf(key.authenticate, head, cell))]
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw tampered(cell)
      const cipher = createDecipheriv('sm4-ctr', key.encrypt, Buffer.from(iv, 'base64url'))
      return Buffer.concat([cipher.update(Buffer.from(body, 'base64url')), cipher.final()]).toString('utf8')
    },
    blind: (value, { record, column }) =>
      hmac(index, JSON.stringify([record, column, value])).toString('base64url'),
  }
}

/** The vault of a zone that has no keys: it can neither read nor write personal data, and says so. */
export const NO_VAULT: Vault = {
  newest: undefined,
  fingerprint: undefined,
  encrypt: (_value, cell) => {
    throw noKeys(cell)
  },
  decrypt: (_encrypted, cell) => {
    throw noKeys(cell)
  },
  blind: (_value, column) => {
    throw noKeys(column)
  },
}

/** The key of an encrypted value; undefined when it is none. */
export const keyOf = (encrypted: string): string | undefined => FORM.exec(encrypted)?.[2]

const FORM = /^(v1\.([\w-]{1,32})\.([\w-]{22})\.([\w-]*))\.([\w-]{43})$/

/** Two keys from one secret, so that neither says anything about the other. */
const derive = (secret: Buffer) => ({
  encrypt: Buffer.from(hkdfSync('sm3', secret, '', 'gaoxin encrypt', 16)),
  authenticate: Buffer.from(hkdfSync('sm3', secret, '', 'gaoxin authenticate', 32)),
})

const hmac = (key: Buffer, data: string): Buffer => createHmac('sm3', key).update(data).digest()

const tagOf = (key: Buffer, head: string, { record, column, row }: Cell): string =>
  hmac(key, JSON.stringify([head, record, column, row])).toString('base64url')

const place = ({ record, column }: Pick<Cell, 'record' | 'column'>) => `${record}.${column}`

const noKeys = (at: Pick<Cell, 'record' | 'column'>) =>
  new GaoxinError(
    'PERSONAL_NO_KEYS',
    text('没有个人信息的密钥', 'There are no keys to personal data here'),
    text(
      '请检查数据目录中的密钥文件或环境变量 GAOXIN_KEYS',
      'Check the key file in the data folder, or GAOXIN_KEYS',
    ),
    { place: place(at), status: 503 },
  )

const keyMissing = (id: string, at: Cell) =>
  new GaoxinError(
    'PERSONAL_KEY_MISSING',
    text(`缺少密钥“${id}”，个人信息无法打开`, `The key "${id}" is missing, so personal data stay closed`),
    text(
      '请从备份恢复密钥文件，旧密钥不可删除',
      'Restore the key file from its backup; old keys must stay in it',
    ),
    { place: place(at), value: id, status: 503 },
  )

const tampered = (at: Cell) =>
  new GaoxinError(
    'PERSONAL_TAMPERED',
    text('个人信息的密文被改动或挪动过', 'An encrypted value was altered, or moved from another place'),
    text('请运行 gaoxin audit verify 查明改动', 'Run gaoxin audit verify to find the change'),
    { place: place(at), value: at.row, status: 500 },
  )
