import { type RawBuilder, sql } from 'kysely'
import { type OfficeRow, offices } from '../../kernel/access/offices.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { Database } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { asOf, type Rows, startedOn } from './asOf.ts'
import { type Standing, standingOf, type Tracking, trackingOf } from './standing.ts'
import {
  type ApplicationRow,
  type ChangeRow,
  type EvidenceRow,
  type GranuleRow,
  granules,
  type LetterRow,
  type NodeRow,
  type ProgressRow,
} from './tables.ts'

/** One granule with all that hangs on it. */
export interface Entry extends Rows {
  readonly standing: Standing
  readonly tracking: Tracking
}

/**
 * Reads granules with what hangs on them, in eight queries whatever their number.
 * @param day the day whose ledger is asked for: what was known at its end
 */
export async function readLedger(
  context: Context,
  which: { readonly year?: string | undefined; readonly ids?: readonly string[]; readonly day?: string } = {},
): Promise<readonly Entry[]> {
  const { db } = context
  const day = which.day ?? context.today
  const found = await sql<GranuleRow>`select * from plan.granules
    where (${which.year ?? null}::text is null or year = ${which.year ?? null})
      and (${which.ids ?? null}::text[] is null or id = any(${which.ids ?? null}::text[]))
    order by year desc, list desc, code`.execute(db)
  const ids = found.rows.map(({ id }) => id)
  const [nodes, progress, letters, evidence, applications, changes] = await Promise.all([
    of<NodeRow>(
      db,
      sql`select * from plan.nodes where granule = any(${ids}::text[]) order by granule, position`,
    ),
    of<ProgressRow>(
      db,
      sql`select * from plan.progress where granule = any(${ids}::text[]) order by granule, month`,
    ),
    of<LetterRow>(
      db,
      sql`select * from plan.letters where granule = any(${ids}::text[]) order by issued_on, id`,
    ),
    of<EvidenceRow>(
      db,
      sql`select * from plan.evidence where granule = any(${ids}::text[]) order by added_on, recorded_at, id`,
    ),
    of<ApplicationRow>(
      db,
      sql`select * from plan.applications where granule = any(${ids}::text[]) order by applied_on, recorded_at, id`,
    ),
    of<ChangeRow>(
      db,
      sql`select * from plan.changes where granule = any(${ids}::text[])
        order by changed_on, recorded_at, id`,
    ),
  ])
  const computed = (indicator: string) => context.figures.indicators.get(indicator)?.measure !== undefined
  return found.rows.map((granule) => {
    const mine = asOf(
      {
        granule,
        nodes: nodes.get(granule.id) ?? [],
        progress: progress.get(granule.id) ?? [],
        letters: letters.get(granule.id) ?? [],
        evidence: evidence.get(granule.id) ?? [],
        applications: applications.get(granule.id) ?? [],
        changes: changes.get(granule.id) ?? [],
      },
      day,
    )
    return {
      ...mine,
      standing: standingOf(mine.granule, mine.nodes, mine.progress, day, startedOn(mine.changes)),
      tracking: trackingOf(
        mine.granule,
        { nodes: mine.nodes.length, progress: mine.progress.length, evidence: mine.evidence.length },
        computed,
      ),
    }
  })
}

async function of<R extends { granule: string }>(
  db: Database,
  query: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, readonly R[]>> {
  const { rows } = await (query as RawBuilder<R>).execute(db)
  return group(rows)
}

function group<R extends { granule: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const mine = groups.get(row.granule)
    if (mine) mine.push(row)
    else groups.set(row.granule, [row])
  }
  return groups
}

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function readEntry(context: Context, id: string): Promise<Entry> {
  const [entry] = await readLedger(context, { ids: [id] })
  if (entry) return entry
  throw noSuchTask(id)
}

export const noSuchTask = (id: string) =>
  new GaoxinError(
    'RECORD_NOT_FOUND',
    text('没有这项任务', 'There is no such task'),
    text('请从台账重新打开', 'Open it again from the ledger'),
    { place: granules.id, value: id, status: 404 },
  )

/**
 * Reads a granule to act on it: until the transaction ends nobody else can, so what was read still holds when it
 * is written. Every act takes this lock first.
 * @throws GaoxinError RECORD_NOT_FOUND
 */
export async function lockEntry(context: Context, id: string): Promise<Entry> {
  await sql`select 1 from plan.granules where id = ${id} for update`.execute(context.db)
  return readEntry(context, id)
}

export async function readOffices(db: Database): Promise<ReadonlyMap<string, OfficeRow>> {
  const { rows } = await sql<OfficeRow>`select * from ${sql.table(offices.id)} order by sort`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
