import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 查询码: with the number it opens one report to whoever told it. 26 letters and digits, 128 bits. */
export const newToken = (random: (bytes: number) => Uint8Array = randomBytes): string =>
  [...random(26)].map((byte) => LETTERS[byte % 32]).join('')
/** Nothing that is read for something else. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** What is kept of it. */
export const digestOf = (token: string): string =>
  createHash('sha256')
    .update(token.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex')

export const isToken = (token: string, digest: unknown): boolean =>
  typeof digest === 'string' &&
  digest.length === 64 &&
  timingSafeEqual(Buffer.from(digestOf(token)), Buffer.from(digest))
