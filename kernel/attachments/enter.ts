import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { insertRows } from '../store/rows.ts'
import type { Context } from '../system.ts'
import type { Owner } from './files.ts'
import { files } from './records.ts'

/** A small file that the program itself made. */
export interface MadeFile {
  readonly id: string
  readonly owner: Owner
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly recordedAt: string
}

/**
 * Enters synthetic files in the caller's transaction, for a demonstration that is loaded whole or not at all: their
 * bytes go beside the rows, whatever store takes what people send.
 */
export async function enterMadeFiles(context: Context, made: readonly MadeFile[]): Promise<void> {
  const contents = new Map(made.map(({ bytes }) => [hashOf(bytes), bytes]))
  for (const [hash, bytes] of contents)
    await sql`with content as (
      insert into attachments.contents (id, size, store, stored) values (${hash}, ${bytes.length}, 'postgres', true))
      insert into attachments.chunks (content, n, bytes) values (${hash}, 0, ${Buffer.from(bytes)})`.execute(
      context.db,
    )
  await insertRows(
    context.db,
    files,
    made.map(({ id, owner, name, contentType, bytes, recordedAt }) => ({
      id,
      owner_record: owner.record,
      owner_row: owner.row,
      name,
      content: hashOf(bytes),
      content_type: contentType,
      size: bytes.length,
      synthetic: true,
      recorded_at: recordedAt,
    })),
    { actor: context.actor, now: context.now(), newId: context.newId },
  )
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
