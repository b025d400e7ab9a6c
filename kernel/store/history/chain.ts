import { createHash } from 'node:crypto'

/**
 * The arithmetic of the chain. A leaf is the SM3 of one change; a seal covers the changes of one transaction (or a
 * part of it) and the seal before, so nothing can be altered, taken out, put in or moved without every later seal
 * changing too. SM3: GB/T 32905-2016.
 */
export const sm3 = (data: string | Buffer): Buffer => createHash('sm3').update(data).digest()

/** One change of one row, with both its images as the database writes them. */
export interface Change {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly why: string | null
  readonly record: string
  readonly rowId: string
  /** Canonical JSON of the row without the columns that are null; null where there was none. */
  readonly before: string | null
  readonly after: string | null
}

/** The content without its number, so that two changes that trade places are seen as just that. */
export const leafOf = ({ at, actor, why, record, rowId, before, after }: Change): Buffer =>
  sm3(JSON.stringify([at, actor, why, record, rowId, before, after]))

export interface Leaf {
  readonly seq: number
  readonly hash: Buffer
}

const LEAF = 40

export function packLeaves(leaves: readonly Leaf[]): Buffer {
  const packed = Buffer.alloc(leaves.length * LEAF)
  for (const [index, { seq, hash }] of leaves.entries()) {
    packed.writeBigInt64BE(BigInt(seq), index * LEAF)
    hash.copy(packed, index * LEAF + 8)
  }
  return packed
}

export const unpackLeaves = (packed: Buffer): Leaf[] =>
  Array.from({ length: Math.floor(packed.length / LEAF) }, (_, index) => ({
    seq: Number(packed.readBigInt64BE(index * LEAF)),
    hash: packed.subarray(index * LEAF + 8, (index + 1) * LEAF),
  }))

export interface Seal {
  readonly number: number
  readonly tx: string
  readonly at: string
  readonly leaves: Buffer
  readonly previous: Buffer
}

/** What the first seal stands on. */
export const GENESIS = Buffer.alloc(32)

export const sealHash = ({ number, tx, at, leaves, previous }: Seal): Buffer =>
  sm3(JSON.stringify([number, tx, at, sm3(leaves).toString('hex'), previous.toString('hex')]))
