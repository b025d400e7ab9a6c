import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Received } from '../received.ts'
import { createRow } from '../store/changes.ts'
import { LOCKS } from '../store/locks.ts'
import type { Context } from '../system.ts'
import { storeOf } from './attachments.ts'
import { fileNotFound, rowFull } from './errors.ts'
import { inspect } from './inspect.ts'
import { type Limits, readLimits } from './limits.ts'
import { safeName } from './name.ts'
import { type FileRow, files } from './records.ts'
import { spooled } from './spool.ts'
import { KNOWN_TYPES } from './types.ts'

/** The row that a file belongs to. */
export interface Owner {
  readonly record: string
  readonly row: string
}

/**
 * Takes in what is sent: measured, told by its content, searched for macros, kept once, and kept with its row.
 * @param owner undefined: for a row that is yet to be written (`claimFile`)
 * @throws GaoxinError ATTACHMENT_TOO_LARGE, _EMPTY, _TYPE, _MACROS, _UNREADABLE, _ROW_FULL, _STORE
 */
export async function addFile(
  context: Context,
  owner: Owner | undefined,
  { name, body }: { readonly name: string; readonly body: AsyncIterable<Uint8Array> },
): Promise<FileRow> {
  const limits = await readLimits(context.db)
  return spooled(body, { name, limit: limits.fileBytes }, async (content) => {
    const type = await inspect(content.path, name)
    await keep(context, content)
    return context.transaction(async (inside) => {
      await sql`select from attachments.contents where id = ${content.hash} for update`.execute(inside.db)
      if (owner) await requireRoom(inside, owner, content.size, limits)
      const row = (await createRow(inside, files, {
        owner_record: owner?.record ?? null,
        owner_row: owner?.row ?? null,
        name: safeName(name, KNOWN_TYPES[type]?.extension ?? 'bin'),
        content: content.hash,
        content_type: type,
        size: content.size,
      })) as unknown as FileRow
      await sql`update attachments.contents set unused_since = null where id = ${content.hash}`.execute(
        inside.db,
      )
      if (owner) await inside.changed(owner.record, [owner.row])
      return row
    }, '上传附件')
  })
}

/**
 * Bytes before rows: what is noted as unused is swept one day should the row never come. Outside of any transaction,
 * so that the note is there whatever becomes of the rest.
 */
async function keep(
  { db, now, attachments: { current } }: Context,
  { hash, size, path }: Received,
): Promise<void> {
  const { rows } = await sql<{ stored: boolean }>`
    insert into attachments.contents (id, size, store, unused_since) values (${hash}, ${size}, ${current.id}, ${now()})
    on conflict (id) do update set
      unused_since = case when attachments.contents.unused_since is null then null else excluded.unused_since end,
      store = case when attachments.contents.stored then attachments.contents.store else excluded.store end
    returning stored`.execute(db)
  if (rows[0]?.stored) return
  await current.put(hash, path)
  await sql`update attachments.contents set stored = true where id = ${hash}`.execute(db)
}

/** Under a lock, so that two files sent at once do not both take the last room. */
async function requireRoom(
  { db }: Context,
  { record, row }: Owner,
  size: number,
  limits: Limits,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCKS.attaching}, hashtext(${`${record} ${row}`}))`.execute(db)
  const { rows } = await sql<{ count: number; bytes: number }>`
    select count(*)::int as count, coalesce(sum(size), 0)::bigint as bytes from attachments.files
    where owner_record = ${record} and owner_row = ${row}`.execute(db)
  const { count, bytes } = rows[0]!
  if (count + 1 > limits.rowFiles || bytes + size > limits.rowBytes)
    throw rowFull(record, limits.rowFiles, limits.rowBytes)
}

/** Keeps a file that was sent before its row was there; only for whoever sent it. @throws GaoxinError ATTACHMENT_NOT_FOUND, _ROW_FULL */
export const claimFile = (outer: Context, id: string, owner: Owner): Promise<void> =>
  outer.transaction(async (context) => {
    const { rows } = await sql<FileRow>`select * from attachments.files where id = ${id}
      and owner_record is null and recorded_by = ${context.actor.id} for update`.execute(context.db)
    if (!rows[0]) throw fileNotFound(id)
    await requireRoom(context, owner, rows[0].size, await readLimits(context.db))
    await sql`update attachments.files set owner_record = ${owner.record}, owner_row = ${owner.row},
      recorded_at = ${context.now()}, recorded_by = ${context.actor.id} where id = ${id}`.execute(context.db)
    await context.changed(owner.record, [owner.row])
  }, '附件归入记录')

/** The files of a row, newest first. */
export async function filesOf({ db }: Context, { record, row }: Owner): Promise<readonly FileRow[]> {
  const { rows } = await sql<FileRow>`select * from attachments.files
    where owner_record = ${record} and owner_row = ${row} order by recorded_at desc, id`.execute(db)
  return rows
}

/** The files of several rows of a record, by row, in the order in which they came. */
export async function filesByRow(
  { db }: Context,
  record: string,
  rows: readonly string[],
): Promise<ReadonlyMap<string, readonly FileRow[]>> {
  const found = await sql<FileRow & { owner_row: string }>`select * from attachments.files
    where owner_record = ${record} and owner_row = any(${rows}::text[]) order by recorded_at, id`.execute(db)
  const byRow = new Map<string, FileRow[]>()
  for (const file of found.rows) byRow.set(file.owner_row, [...(byRow.get(file.owner_row) ?? []), file])
  return byRow
}

/** One file of a row. @throws GaoxinError ATTACHMENT_NOT_FOUND */
export async function fileOf({ db }: Context, { record, row }: Owner, id: string): Promise<FileRow> {
  const { rows } = await sql<FileRow>`select * from attachments.files
    where id = ${id} and owner_record = ${record} and owner_row = ${row}`.execute(db)
  if (!rows[0]) throw fileNotFound(id)
  return rows[0]
}

/** Its bytes, a piece at a time. @throws GaoxinError ATTACHMENT_STORE */
export const openFile = async ({ db, attachments }: Context, file: FileRow): Promise<Readable> =>
  (await storeOf(db, attachments, file.content)).open(file.content)

/** Takes a file off its row. History keeps that it was there, and the sweep keeps its bytes for a time. */
export const removeFile = (outer: Context, owner: Owner, id: string): Promise<void> =>
  outer.transaction(async (context) => {
    const file = await fileOf(context, owner, id)
    await sql`select from attachments.contents where id = ${file.content} for update`.execute(context.db)
    await sql`delete from attachments.files where id = ${id}`.execute(context.db)
    await sql`update attachments.contents set unused_since = ${context.now()} where id = ${file.content}
      and not exists (select from attachments.files where content = ${file.content})`.execute(context.db)
    await context.changed(owner.record, [owner.row])
  }, '删除附件')
