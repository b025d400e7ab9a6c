/**
 * `npm run bench:points`: a month of innovation points for 7,000 and 100,000 synthetic enterprises by the sample scheme of
 * 20 indicators, as its office takes it: formulas over the register's facts as they were confirmed, points, ranks, lists,
 * explanations, rows written, their history kept and sealed. GAOXIN_BENCH_ENTERPRISES sets other numbers, as in 1000,2000.
 */
import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import type { Database } from '../kernel/store/index.ts'
import type { Context } from '../kernel/system.ts'
import { SAMPLE_ID } from '../systems/points/demo/schemes.ts'
import { scoredOf } from '../systems/points/run.ts'
import { confirmData, openRound, score } from '../systems/points/steps.ts'

const SIZES = (process.env.GAOXIN_BENCH_ENTERPRISES ?? '7000,100000').split(',').map(Number)
const FOLDER = '.tmp-bench-points'

await rm(FOLDER, { recursive: true, force: true })
const zone = await openZone({ folder: FOLDER })
try {
  for (const [i, size] of SIZES.entries()) {
    await fill(zone.store.db, size)
    await measure(zone.context(), size, `2025-${String(i + 1).padStart(2, '0')}`)
  }
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}

async function measure(context: Context, size: number, month: string): Promise<void> {
  const opened = await context.transaction((inside) =>
    openRound(inside, { scheme: SAMPLE_ID, month, asOf: '2024-10-31' }),
  )
  const round = await context.transaction((inside) => confirmData(inside, opened.id))
  const judged = await timed(async () => {
    const query = await scoredOf(context, round)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n, sum(total + rank) as read from (${query} offset 0) q`.execute(context.db)
    return rows[0]!.n
  })
  const written = await timed(() => context.transaction((inside) => score(inside, round.id)))
  const again = await timed(() => context.transaction((inside) => score(inside, round.id)))
  console.log(
    `${size.toLocaleString('en')} enterprises, ${judged.value.toLocaleString('en')} with a stage: judged in ${judged.seconds} s; ` +
      `judged, written and sealed in ${written.seconds} s; again, nothing changed, in ${again.seconds} s (load ${loadavg()[0]!.toFixed(1)})`,
  )
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: string }> {
  const from = performance.now()
  const value = await work()
  return { value, seconds: ((performance.now() - from) / 1000).toFixed(1) }
}

/** Copies of a demonstration firm that has facts, each with its own name and code and values around the firm's own. */
async function fill(db: Database, size: number): Promise<void> {
  await db.transaction().execute(async (inside) => {
    // Filling is not what is measured, so no history is kept of it.
    await sql`set local session_replication_role = replica`.execute(inside)
    await sql`delete from enterprises.enterprises where id like 'bench-%'`.execute(inside)
    await sql`delete from enterprises.facts where id like 'bench-%'`.execute(inside)
    await sql`create temporary table firm on commit drop as select enterprise as id, row_number() over (order by enterprise) - 1 as nth
      from (select distinct enterprise from points.scores where enterprise not like 'bench-%') s`.execute(
      inside,
    )
    await sql`create temporary table copy on commit drop as select 'bench-' || n as id, f.id as of, n from generate_series(1, ${size}::int) n
      join firm f on f.nth = n % (select count(*) from firm)`.execute(inside)
    await sql`insert into enterprises.enterprises select (jsonb_populate_record(e, jsonb_build_object('id', c.id, 'code', c.id))).*
      from copy c join enterprises.enterprises e on e.id = c.of`.execute(inside)
    // Only the two years that the formulas ask for.
    await sql`insert into enterprises.facts (id, enterprise, year, item, value, unit, source, keeper, synthetic, recorded_at, recorded_by)
      select c.id || '-' || f.id, c.id, f.year, f.item, round(f.value * (0.5 + (c.n % 997) / 997.0), 2), f.unit, f.source, f.keeper,
        f.synthetic, f.recorded_at, f.recorded_by
      from copy c join enterprises.facts f on f.enterprise = c.of and f.year in ('2022', '2023')`.execute(
      inside,
    )
  })
  await sql`analyze`.execute(db)
}
