import { type RawBuilder, sql } from 'kysely'

/** Channel on which the database tells every program of the zone that rows changed. */
export const CHANGES = 'gaoxin_changes'
/** Ids of one message at most: who hears of more asks anew. */
const MOST = 100

/** Tells of changed rows when the transaction commits, so that screens hear of a change when it is there to be read. */
export const announce = (record: string, ids: readonly string[]): RawBuilder<unknown> =>
  sql`pg_notify(${CHANGES}, jsonb_build_object('record', ${record}::text, 'ids', ${ids.slice(0, MOST)}::text[],
    'tx', nullif(current_setting('gaoxin.tx', true), ''))::text)`
