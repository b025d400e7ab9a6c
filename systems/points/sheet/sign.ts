/**
 * A signature over every byte of a file, in one line behind its end, which readers of PDF pass over. Ed25519 (RFC 8032):
 * `openssl pkeyutl -verify -rawin` checks it without us.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

const HEAD = '%GAOXIN-ED25519 '
/** Of the key and of the signature, in base64url. */
const LINE = new RegExp(`\\n${HEAD}([\\w-]{16}) ([\\w-]{86})\\n$`)

export interface SigningKey {
  /** The first 16 characters of the SHA-256 of the public key. */
  readonly id: string
  /** SPKI, PEM. */
  readonly publicKey: string
  /** PKCS#8, DER in base64. */
  readonly secret: string
}

export function newSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
  return {
    id: idOf(pem),
    publicKey: pem,
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** The name of a public key, which follows from it. */
export const idOf = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16)

export function signed(body: Buffer, { id, secret }: Pick<SigningKey, 'id' | 'secret'>): Buffer {
  const key = createPrivateKey({ key: Buffer.from(secret, 'base64'), type: 'pkcs8', format: 'der' })
  const signature = sign(null, body, key).toString('base64url')
  return Buffer.concat([body, Buffer.from(`\n${HEAD}${id} ${signature}\n`, 'latin1')])
}

/** Which key signed a file; undefined where it has no signature. */
export const keyNamedIn = (file: Buffer): string | undefined =>
  LINE.exec(file.subarray(-200).toString('latin1'))?.[1]

/** Whether a file is what was signed, to the byte. */
export function isGenuine(file: Buffer, publicKey: string): boolean {
  const found = LINE.exec(file.subarray(-200).toString('latin1'))
  if (!found) return false
  const body = file.subarray(0, file.length - Buffer.byteLength(found[0], 'latin1'))
  return verify(null, body, createPublicKey(publicKey), Buffer.from(found[2]!, 'base64url'))
}
