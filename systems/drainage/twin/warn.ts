import { sql } from 'kysely'
import { insertRows, LOCKS } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Forecast, Standing } from './forecast.ts'
import { callOut, standDown } from './sites.ts'
import type { ZoneModel } from './state.ts'
import { type WarningRow, warnings } from './tables.ts'

export interface Moved {
  readonly issued: readonly WarningRow[]
  readonly updated: number
  readonly over: number
}

type Open = Pick<WarningRow, 'id' | 'node'>

/**
 * Warnings as a run leaves them: new ones for nodes that have none open, those that are open as the run sees them, and
 * over where it sees no water any more. One open warning a node; where the plan asks for people, a case a site.
 */
export async function moveWarnings(
  context: Context,
  { standing }: Forecast,
  { ids }: Pick<ZoneModel, 'ids'>,
  at: string,
  synthetic: boolean,
): Promise<Moved> {
  const { db } = context
  await sql`select pg_advisory_xact_lock(${LOCKS.movingWarnings})`.execute(db)
  const { rows: open } = await sql<Open>`select id, node from drainage.warnings where state = 'open'`.execute(
    db,
  )
  const byNode = new Map(open.map(({ id, node }) => [node, id]))
  const seen = standing.flatMap((one) => {
    const node = ids.get(one.node)
    return node && one.level ? [{ ...valuesOf(one, at), node, code: one.node }] : []
  })
  const fresh = seen
    .filter(({ node }) => !byNode.has(node))
    .map((row) => ({ id: context.newId(), ...row, state: 'open', issued_at: at, ended_at: null, synthetic }))
  await insertRows(db, warnings, fresh, { actor: context.actor, now: context.now(), newId: context.newId })
  const known = seen.flatMap((row) => {
    const id = byNode.get(row.node)
    return id ? [{ id, ...row }] : []
  })
  await sql`update drainage.warnings w set level = g.level, depth = g.depth, begins_at = g.begins_at, peak_at = g.peak_at,
      minutes = g.minutes, certainty = g.certainty, updated_at = g.updated_at
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as g(id text, level text, depth numeric, begins_at timestamptz,
      peak_at timestamptz, minutes integer, certainty integer, updated_at timestamptz)
    where w.id = g.id`.execute(db)
  const stays = new Set(seen.map(({ node }) => node))
  const gone = open.filter(({ node }) => !stays.has(node)).map(({ id }) => id)
  await sql`update drainage.warnings set state = 'over', ended_at = ${at}, updated_at = ${at}
    where id = any(${gone}::text[])`.execute(db)
  await standDown(context, gone)
  await callOut(context)
  await context.changed(warnings.id, [...fresh, ...known].map(({ id }) => id).concat(gone))
  return { issued: fresh as unknown as readonly WarningRow[], updated: known.length, over: gone.length }
}

const valuesOf = ({ level, peak, begins, peakAt, minutes, certainty }: Standing, at: string) => ({
  level: level as string,
  depth: peak.toFixed(2),
  begins_at: begins === undefined ? null : new Date(begins).toISOString(),
  peak_at: new Date(peakAt).toISOString(),
  minutes: Math.round(minutes),
  certainty: Math.round(certainty * 100),
  updated_at: at,
})
