import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { copyBytes } from './copied.ts'
import { keepCopied } from './copiedOut.ts'
import { openEmbedded } from './embedded.ts'
import { pointIn } from './place.ts'
import { planOnce } from './plannedOnce.ts'
import { reviver } from './reviver.ts'

// What the declarations promise: dates as they are written, numeric exact as text, counts as numbers, points as places.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())
// The driver's list of types does not name points.
pg.types.setTypeParser(600 as number, pointIn)

export type Database = Kysely<Record<string, Record<string, unknown>>>

export interface Store {
  readonly db: Database
  readonly pool: pg.Pool
  /** True when the database was created by this call and holds nothing yet. */
  readonly created: boolean
  /** Has an embedded server that died started again: for whoever loses a connection of his own beside the pool. */
  readonly revive: () => void
  readonly close: () => Promise<void>
}

export interface StoreOptions {
  /** A PostgreSQL 15+ server; without it the embedded one is used. */
  readonly url?: string | undefined
  /** Where the embedded one keeps its data. */
  readonly folder: string
}

/** @throws GaoxinError STORE_UNREACHABLE or STORE_TOO_OLD, or what `openEmbedded` throws. */
export async function openStore({ url, folder }: StoreOptions): Promise<Store> {
  const embedded = url ? undefined : await openEmbedded(folder)
  const connectionString = url ?? embedded?.url
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    application_name: 'gaoxin',
    // The images of rows that history keeps hold instants as text: one zone for every session.
    onConnect: (client) => client.query(`set timezone to 'UTC'`).then(() => undefined),
  })
  const server = reviver(embedded, (url) => {
    pool.options.connectionString = url
  })
  // A connection that breaks, idle or in use, is met at its next query, with its own error.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', server.revive)
    planOnce(client)
    copyBytes(client)
    keepCopied(client)
  })
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const version = rows[0]?.version ?? 0
    if (version < 150000)
      throw new GaoxinError(
        'STORE_TOO_OLD',
        text('数据库版本过低', 'The database server is too old'),
        text('请使用 PostgreSQL 15 或更新版本', 'Use PostgreSQL 15 or newer'),
        { value: version, status: 503 },
      )
  } catch (cause) {
    await pool.end()
    await embedded?.stop()
    if (cause instanceof GaoxinError) throw cause
    throw new GaoxinError(
      'STORE_UNREACHABLE',
      text('无法连接数据库', 'The database cannot be reached'),
      text('请检查 DATABASE_URL 的地址、账号与网络', 'Check host, account and network of DATABASE_URL'),
      { cause, status: 503 },
    )
  }
  const connections = { connect: () => pool.connect().catch(server.refused), end: () => pool.end() }
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool: connections }) })
  return {
    db,
    pool,
    created: embedded?.created ?? false,
    revive: server.revive,
    close: async () => {
      await db.destroy()
      await embedded?.stop()
    },
  }
}
