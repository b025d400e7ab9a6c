import { createHash } from 'node:crypto'

/** Hexadecimal SHA-256 of bytes or of text as UTF-8. */
export const sha256 = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex')
