import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { storeProblem } from '../errors.ts'
import type { ContentStore } from './store.ts'

/** What is in memory of a file at a time. */
const CHUNK = 256 * 1024

/** Bytes beside the rows, in numbered chunks: one backup holds both. */
export const postgresStore = (db: Database): ContentStore => ({
  id: 'postgres',
  put: (hash, file) =>
    db.transaction().execute(async (transaction) => {
      const source = await open(file)
      try {
        for (let n = 0; ; n++) {
          const { bytesRead, buffer } = await source.read(Buffer.alloc(CHUNK), 0, CHUNK, n * CHUNK)
          if (bytesRead === 0) return
          await sql`insert into attachments.chunks (content, n, bytes)
            values (${hash}, ${n}, ${buffer.subarray(0, bytesRead)}) on conflict do nothing`.execute(
            transaction,
          )
        }
      } finally {
        await source.close()
      }
    }),
  open: async (hash) => {
    const first = await chunk(db, hash, 0)
    if (!first) throw storeProblem('postgres', new Error(`no chunk of ${hash}`))
    return Readable.from(chunks(db, hash, first), { objectMode: false })
  },
  remove: async (hash) => {
    await sql`delete from attachments.chunks where content = ${hash}`.execute(db)
  },
})

async function* chunks(db: Database, hash: string, first: Buffer): AsyncGenerator<Buffer> {
  for (let [n, bytes]: [number, Buffer | undefined] = [0, first]; bytes; bytes = await chunk(db, hash, ++n))
    yield bytes
}

async function chunk(db: Database, hash: string, n: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from attachments.chunks
    where content = ${hash} and n = ${n}`.execute(db)
  return rows[0]?.bytes
}
