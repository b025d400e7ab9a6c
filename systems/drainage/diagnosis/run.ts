import { sql } from 'kysely'
import { ZONE_MS } from '../../../kernel/calendar/moments.ts'
import { insertRows, LOCKS } from '../../../kernel/store/index.ts'
import type { Chore, Context } from '../../../kernel/system.ts'
import type { Finding } from './finding.ts'
import { judge } from './judge/index.ts'
import { readWatch } from './read.ts'
import { readLimits } from './setting.ts'
import { diagnoses } from './tables.ts'
import { DAY, type Watch } from './watched.ts'

export interface Diagnosed {
  readonly found: readonly Finding[]
  readonly fresh: number
  /** That were open and are not seen any more. */
  readonly over: number
}

/**
 * Judges what sensors said in the last days and keeps what it finds: a finding that is open is moved on, a new one
 * entered, and one that the sensor no longer shows is over. Nothing changes where no sensor said anything.
 */
export async function diagnose(context: Context): Promise<Diagnosed | undefined> {
  const limits = await readLimits(context)
  const watch = await readWatch(context, limits.days)
  if (!watch) return undefined
  const found = judge(watch, limits)
  const kept = await context.transaction(
    (inner) => keep(inner, found, liveOf(watch, Date.parse(context.moment()) + ZONE_MS)),
    '监测诊断',
  )
  return { found, ...kept }
}

/** Sensors that went on sending: of one that did not, less is known than before, and nothing is over. */
const liveOf = ({ sensors }: Watch, now: number): ReadonlySet<string> =>
  new Set(
    sensors
      .filter(({ points }) => now - (points.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) < DAY)
      .map(({ sensor }) => sensor),
  )

async function keep(context: Context, found: readonly Finding[], judged: ReadonlySet<string>) {
  const { db, actor, newId } = context
  await sql`select pg_advisory_xact_lock(${LOCKS.diagnosing})`.execute(db)
  const [when, year] = [context.moment(), context.today.slice(0, 4)]
  const { rows: open } = await sql<{ id: string; sensor: string; kind: string }>`
    select id, sensor, kind from drainage.diagnoses where state = 'open'`.execute(db)
  const keyOf = ({ sensor, kind }: { readonly sensor: string; readonly kind: string }) => `${kind} ${sensor}`
  const known = new Map(open.map((row) => [keyOf(row), row.id]))
  const { rows: places } = await sql<{
    id: string
    node: string | null
    link: string | null
    synthetic: boolean
  }>`select id, node, link, synthetic from drainage.sensors where id = any(${found.map(({ sensor }) => sensor)}::text[])`.execute(
    db,
  )
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from drainage.diagnoses where number like ${`ZD${year}-%`}`.execute(db)
  let next = counted[0]?.count ?? 0
  const fresh: Record<string, unknown>[] = []
  const seen: object[] = []
  for (const finding of found) {
    const values = valuesOf(finding, when)
    const id = known.get(keyOf(finding))
    if (id) {
      seen.push({ id, ...values })
      continue
    }
    const { node = null, link = null, synthetic = false } = placeOf.get(finding.sensor) ?? {}
    fresh.push({
      id: newId(),
      number: `ZD${year}-${String(++next).padStart(4, '0')}`,
      kind: finding.kind,
      state: 'open',
      sensor: finding.sensor,
      node,
      link,
      found_at: when,
      synthetic,
      ...values,
    })
  }
  await insertRows(db, diagnoses, fresh, { actor, now: context.now(), newId })
  await sql`update drainage.diagnoses d set beside = g.beside, value = g.value, "limit" = g."limit", unit = g.unit,
      confidence = g.confidence, shown_from = g.shown_from, shown_to = g.shown_to, numbers = g.numbers, seen_at = g.seen_at
    from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as g(id text, beside text, value numeric, "limit" numeric,
      unit text, confidence integer, shown_from timestamptz, shown_to timestamptz, numbers jsonb, seen_at timestamptz)
    where d.id = g.id`.execute(db)
  const stays = new Set(found.map(keyOf))
  const gone = open.filter((row) => judged.has(row.sensor) && !stays.has(keyOf(row))).map(({ id }) => id)
  await sql`update drainage.diagnoses set state = 'over', ended_at = ${when} where id = any(${gone}::text[])`.execute(
    db,
  )
  if (fresh.length + gone.length > 0) await context.changed(diagnoses.id, gone)
  return { fresh: fresh.length, over: gone.length }
}

/** Judges count by the clock of the zone. */
const moment = (at: number): string => new Date(at - ZONE_MS).toISOString()

const valuesOf = ({ beside, value, limit, unit, confidence, from, to, numbers }: Finding, seen: string) => ({
  beside: beside ?? null,
  value: String(value),
  limit: String(limit),
  unit,
  confidence: Math.round(confidence * 100),
  shown_from: moment(from),
  shown_to: moment(to),
  numbers,
  seen_at: seen,
})

/** Four times a day: what it looks for shows over days. */
export const diagnosisChore: Chore = {
  name: 'diagnosis of the drainage network',
  everyMs: 6 * 3_600_000,
  run: diagnose,
}
