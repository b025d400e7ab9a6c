import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { drainageError } from '../errors.ts'
import { STEP_MS } from './quantities.ts'
import { GAUGE, lastState, type ZoneModel, zoneModel } from './state.ts'

/** More than a browser runs in a time that a person waits. */
const MOST_LINKS = 2000

/** What a browser needs to run the network by itself. */
export interface ScenarioBase {
  /** The `.inp`, begun at `at`. */
  readonly model: string
  readonly gauge: string
  /** When it begins, as `Date.UTC` counts. */
  readonly at: number
  /** A hot-start file; undefined: with empty pipes. */
  readonly state: Uint8Array | undefined
  readonly names: Pick<ZoneModel, 'names' | 'links' | 'depths'>
}

/**
 * The register as a model, with the twin's newest state where it is asked for and one fits.
 * @throws GaoxinError DRAINAGE_SCENARIO_LARGE
 */
export async function scenarioBase(
  context: Context,
  withState: boolean,
  most = MOST_LINKS,
): Promise<ScenarioBase> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from drainage.links limit ${most + 1}) l`.execute(context.db)
  const count = rows[0]?.count ?? 0
  if (count > most) throw drainageError('DRAINAGE_SCENARIO_LARGE', { value: most })
  const now = Math.floor(Date.parse(context.moment()) / STEP_MS) * STEP_MS
  const last = withState ? await lastState(context, now) : undefined
  const found = await zoneModel(context, last?.at ?? now)
  const fits = last && last.model === found.digest
  return {
    model: found.job.model,
    gauge: GAUGE,
    at: last?.at ?? now,
    state: fits ? last.state : undefined,
    names: found,
  }
}
