import { createCipheriv, createDecipheriv } from 'node:crypto'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

/**
 * Secrets that must be read again, unlike a password, lie in the database under a key that does not. The first byte
 * names the algorithm, so that another one (SM4 in a certified module) can take over row by row.
 */
const AES_256_GCM = 1
const NONCE = 12
const TAG = 16

/** @param owner bound to the secret: moved to another row it does not open. */
export function conceal(
  secret: Uint8Array,
  owner: string,
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Buffer {
  const nonce = random(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.getAuthTag(), body])
}

/** @throws GaoxinError ACCESS_KEY when the key is not the one, or the row was tampered with. */
export function reveal(concealed: Uint8Array, owner: string, key: Uint8Array): Buffer {
  const [algorithm, rest] = [concealed[0], Buffer.from(concealed.subarray(1))]
  try {
    if (algorithm !== AES_256_GCM) throw new Error(`unknown algorithm ${algorithm}`)
    const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(owner))
      .setAuthTag(rest.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(rest.subarray(NONCE + TAG)), decipher.final()])
  } catch (cause) {
    throw new GaoxinError(
      'ACCESS_KEY',
      text('动态码密钥无法解开', 'The TOTP secret cannot be opened'),
      text(
        '请恢复本区原来的密钥文件；在此之前可用恢复码登录',
        'Restore the key that this zone had; until then recovery codes still work',
      ),
      { cause, status: 503 },
    )
  }
}
