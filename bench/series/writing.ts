/**
 * The first half of `npm run bench:series`: readings written with flags and roll-ups, against a bare COPY of the same rows into an equal
 * table with the same key, on the same database in one run, after checking that both hold the same and that the roll-ups
 * are those of the readings. GAOXIN_BENCH_READINGS sets how many (3,000,000 a shape), GAOXIN_BENCH_SHAPES which (`live,dense`).
 */
import { sql } from 'kysely'
import type { Point } from '../../kernel/series/index.ts'
import { writeReadings } from '../../kernel/series/index.ts'
import { BATCH, bareCopy, benchZone, levelAt, quantity, type Row, rate, timed } from './zone.ts'

const READINGS = Number(process.env.GAOXIN_BENCH_READINGS ?? 3_000_000)
const START = Date.parse('2026-03-31T20:30:00+08:00')

/** How sensors send: so many series, a reading of each every so many seconds, by time as they come. */
const SHAPES = [
  { name: 'second', every: 1, series: 1000 },
  { name: 'seconds', every: 10, series: 5000 },
  { name: 'minute', every: 60, series: 5000 },
  // A reading of each in every batch: nothing to gather.
  { name: 'live', every: 60, series: 50_000 },
  // The same, and a minute of each closes with every sixth batch.
  { name: 'dense', every: 10, series: 50_000 },
] as const
const ASKED = process.env.GAOXIN_BENCH_SHAPES?.split(',')

const zone = await benchZone(
  '.tmp-bench-series',
  SHAPES.map(({ name, every }) => quantity(name, every)),
)
const { db } = zone.store

for (const { name, every, series: count } of SHAPES.filter(({ name }) => ASKED?.includes(name) ?? true)) {
  const { rows: begun } = await sql<{
    id: number
    number: number
  }>`insert into series.series (device, quantity, minutes)
    select 'device-' || g, q.number, q.every < 60 from series.quantities q, generate_series(1, ${count}) g
    where q.id = ${`bench.${name}`} returning id, quantity as number`.execute(db)
  const ids = begun.map(({ id }) => id)
  const number = begun[0]?.number ?? 0
  const steps = Math.floor(READINGS / count)
  const batches = function* (): Generator<readonly Row[]> {
    let rows: Row[] = []
    for (let step = 0; step < steps; step++)
      for (let index = 0; index < count; index++) {
        rows.push({
          series: ids[index] as number,
          at: START + step * every * 1000,
          value: levelAt(index, step),
        })
        if (rows.length === BATCH) {
          yield rows
          rows = []
        }
      }
    if (rows.length > 0) yield rows
  }
  // The same table, the same key, one partition or two by the month; in the order they come, and in the order of the key.
  for (const table of ['bare', 'sorted'])
    await sql
      .raw(`drop table if exists series.${table}; create table series.${table} (like series.readings);
        alter table series.${table} add primary key (series, at)`)
      .execute(db)
  const [ours, bare, sorted]: [number[], number[], number[]] = [[], [], []]
  const copy = (table: string, rows: readonly Row[]) => bareCopy(db, table, number, rows)
  let sent = 0
  for (const rows of batches()) {
    sent += rows.length
    ours.push(
      await timed(() => {
        const batch = new Map<number, Point[]>()
        for (const row of rows) {
          const points = batch.get(row.series)
          if (points) points.push(row)
          else batch.set(row.series, [row])
        }
        return writeReadings(db, batch)
      }),
    )
    bare.push(await timed(() => copy('bare', rows)))
    sorted.push(
      await timed(() =>
        copy(
          'sorted',
          rows.toSorted((a, b) => a.series - b.series || a.at - b.at),
        ),
      ),
    )
  }
  const total = (times: readonly number[]) => times.reduce((sum, ms) => sum + ms, 0)
  await check(number, sent)
  console.log(
    `— ${sent.toLocaleString('en')} readings of ${count.toLocaleString('en')} series, one each ${every} s, batches of ${BATCH.toLocaleString('en')}`,
  )
  console.log(
    `  with flags and roll-ups ${rate(sent, total(ours))}; bare COPY as they come ${rate(sent, total(bare))} (ratio ${(total(ours) / total(bare)).toFixed(2)}), bare COPY in the order of its key ${rate(sent, total(sorted))} (ratio ${(total(ours) / total(sorted)).toFixed(2)}, its sorting included)`,
  )
}
await zone.close()

/** The same readings in all tables, and roll-ups that are theirs. */
async function check(number: number, sent: number): Promise<void> {
  await sql`analyze`.execute(db)
  const { rows } = await sql<{
    ours: number
    other: number
    rolled: number
    good: number
    expected: number
  }>`select
    (select count(*) from series.readings where quantity = ${number}) as ours,
    (select count(*) from series.readings r join series.bare b using (series, at) join series.sorted s using (series, at)
      where r.quantity = ${number} and r.value = b.value and r.value = s.value) as other,
    (select sum(count) from series.all_hours h join series.series s on s.id = h.series where s.quantity = ${number})::int8 as rolled,
    (select sum(good) from series.all_days h join series.series s on s.id = h.series where s.quantity = ${number})::int8 as good,
    (select count(*) from series.readings where quantity = ${number} and flags & 7 = 0) as expected`.execute(
    db,
  )
  const found = rows[0]
  if (found?.ours !== sent || found.other !== sent || found.rolled !== sent || found.good !== found.expected)
    throw new Error(`the tables differ: ${JSON.stringify(found)}, ${sent} sent`)
}
