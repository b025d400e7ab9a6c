import { createHash } from 'node:crypto'
import { createVault, type Vault } from '../kernel/store/personal/cipher.ts'

const bytes = (word: string) => createHash('sha256').update(word).digest()
let count = 0

/** The vault of every test zone: fixed keys, and initial values that differ but are the same at every run. */
export const testVault: Vault = createVault(
  { keys: [{ id: 'test', secret: bytes('key') }], index: bytes('index') },
  (length) => bytes(`random ${count++}`).subarray(0, length),
)
