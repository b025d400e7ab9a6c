import { sql } from 'kysely'
import type { Vars } from '../../engines/bpmn/index.ts'
import type { Database } from '../store/index.ts'

/** Something that a step asks for and that is done after it. */
export interface Posted {
  /** Whoever gets it twice knows it by this; the same key is posted once. */
  readonly key: string
  readonly case: string
  readonly process: string
  /** `message:NAME` or `signal:NAME`. */
  readonly effect: string
  readonly vars: Vars
  readonly at: string
}

/** Kept with the step or not at all. */
export const post = (db: Database, { key, case: id, process, effect, vars, at }: Posted): Promise<unknown> =>
  sql`insert into flow.outbox (key, case_id, process, effect, payload, made_at, next_at)
    values (${key}, ${id}, ${process}, ${effect}, ${JSON.stringify(vars)}::jsonb, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (key) do nothing`.execute(db)
