import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, createVault, keyOf, NO_VAULT } from './cipher.ts'

const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte) })
let count = 0
/** Never twice the same, and the same at every run. */
const random = (bytes: number) => createHash('sha256').update(String(count++)).digest().subarray(0, bytes)
const index = Buffer.alloc(32, 9)
const old = createVault({ keys: [key('a', 1)], index }, random)
const vault = createVault({ keys: [key('a', 1), key('b', 2)], index }, random)

const word = fc.string({ unit: 'grapheme', maxLength: 40 })
const cells: fc.Arbitrary<Cell> = fc.record({ record: word, column: word, row: word })
const cell: Cell = { record: 'zoo.keepers', column: 'id_number', row: 'k1' }
const refused = (work: () => unknown) => {
  try {
    return `decrypted: ${work()}`
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('an encrypted value', () => {
  it('decrypts in its place to what it was', () => {
    fc.assert(fc.property(word, cells, (value, at) => vault.decrypt(vault.encrypt(value, at), at) === value))
  })

  it('looks as it is documented, and never twice the same', () => {
    const encrypted = vault.encrypt('11010519491231002X', cell)
    expect(encrypted).toMatch(/^v1\.b\.[\w-]{22}\.[\w-]{24}\.[\w-]{43}$/)
    expect(vault.encrypt('11010519491231002X', cell)).not.toBe(encrypted)
    expect(keyOf(encrypted)).toBe('b')
  })

  it('is refused in any other record, column or row', () => {
    fc.assert(
      fc.property(word, cells, cells, (value, here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there))
        expect(refused(() => vault.decrypt(vault.encrypt(value, here), there))).toBe('PERSONAL_TAMPERED')
      }),
    )
  })

  it('is refused when any bit of it is another', () => {
    const encrypted = Buffer.from(vault.encrypt('13812345678', cell))
    for (let at = 0; at < encrypted.length * 8; at++) {
      const bent = Buffer.from(encrypted)
      bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7))
      expect(
        refused(() => vault.decrypt(bent.toString('latin1'), cell)),
        `bit ${at}`,
      ).toMatch(/^PERSONAL_(TAMPERED|KEY_MISSING)$/)
    }
  })

  it('is refused cut short, longer, or put together from two', () => {
    const [one, two] = [vault.encrypt('13812345678', cell), vault.encrypt('13912345678', cell)].map((all) =>
      all.split('.'),
    )
    for (let length = 0; length < one!.join('.').length; length++)
      expect(refused(() => vault.decrypt(one!.join('.').slice(0, length), cell))).toBe('PERSONAL_TAMPERED')
    for (const part of [2, 3, 4])
      expect(refused(() => vault.decrypt(one!.with(part, two![part]!).join('.'), cell))).toBe(
        'PERSONAL_TAMPERED',
      )
    for (const more of ['=', '.', 'A', '\n'])
      expect(refused(() => vault.decrypt(one!.join('.') + more, cell))).toBe('PERSONAL_TAMPERED')
  })
})

describe('keys', () => {
  it('the newest encrypts, the older ones still decrypt', () => {
    const before = old.encrypt('13812345678', cell)
    expect(keyOf(before)).toBe('a')
    expect(vault.decrypt(before, cell)).toBe('13812345678')
    expect(refused(() => old.decrypt(vault.encrypt('13812345678', cell), cell))).toBe('PERSONAL_KEY_MISSING')
  })

  it('are told apart by what they are, not by their names', () => {
    const other = createVault({ keys: [key('b', 3)], index }, random)
    expect(refused(() => other.decrypt(vault.encrypt('13812345678', cell), cell))).toBe('PERSONAL_TAMPERED')
  })

  it('that are not there are asked for', () => {
    for (const work of [
      () => NO_VAULT.encrypt('x', cell),
      () => NO_VAULT.decrypt('x', cell),
      () => NO_VAULT.blind('x', cell),
    ])
      expect(refused(work)).toBe('PERSONAL_NO_KEYS')
  })
})

describe('the blind index', () => {
  it('is the same for the same value of a column, whatever key encrypts', () => {
    fc.assert(fc.property(word, word, (a, b) => (vault.blind(a, cell) === old.blind(b, cell)) === (a === b)))
  })

  it('differs between columns and between index keys', () => {
    const other = createVault({ keys: [key('b', 2)], index: Buffer.alloc(32, 8) }, random)
    expect(vault.blind('x', cell)).not.toBe(vault.blind('x', { ...cell, column: 'mobile' }))
    expect(vault.blind('x', cell)).not.toBe(other.blind('x', cell))
    expect(vault.fingerprint).not.toBe(other.fingerprint)
  })
})

it('stands on SM4 as the standard prints it (GB/T 32907, A.1)', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
  expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})
