import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 查询码: with the number it opens one report to whoever told it. 26 letters and digits, 128 bits. */
export const newToken = (random: (bytes: number) => Uint8Array = randomBytes): string =>
  [...random(26).subarray(0, 26)].map((byte) => LETTERS[byte % 32]).join('')
/** Nothing that is read for something else. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * The code of a report that its sender gave a key: whoever sends it again, because the answer was lost on the way, is
 * told the same code. The key is as secret as the code, and as long.
 */
export const tokenBy = (key: string): string => newToken(() => hashed(`code ${key}`))
/** What is kept of such a key. */
export const keptKey = (key: string): string => hashed(`key ${key}`).toString('hex')
const hashed = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What is kept of it. */
export const digestOf = (token: string): string =>
  createHash('sha256')
    .update(token.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex')

export const isToken = (token: string, digest: unknown): boolean =>
  typeof digest === 'string' &&
  digest.length === 64 &&
  timingSafeEqual(Buffer.from(digestOf(token)), Buffer.from(digest))
