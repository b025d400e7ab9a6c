/**
 * `npm run bench:policy`: matching of 7,000, 100,000 and 1,000,000 made-up enterprises with 100 granules as the system
 * does it (facts put together, judged, merged into what is kept), beside the same rules written by hand in SQL over the
 * same facts; then the cost of one changed fact. The database, the functions and the hand must answer alike before
 * anything is timed. GAOXIN_BENCH_SUBJECTS sets the largest number of enterprises.
 */
import { rm } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { openZone, type Zone } from '../app/zone.ts'
import { inForce } from '../systems/policy/granule/index.ts'
import { matchChanged, matchEverybody } from '../systems/policy/matching/index.ts'
import { judgeSome } from '../systems/policy/matching/run.ts'

const MOST = Number(process.env.GAOXIN_BENCH_SUBJECTS ?? 1_000_000)
const SIZES = [7_000, 100_000, 1_000_000].filter((size) => size <= MOST)
const GRANULES = 100
const CHANGES = 20
/** One enterprise in so many files yearly facts, as in a zone; of the others nothing can be said. */
const FILES = 8
const FOLDER = '.tmp-bench-policy'
const SECTORS = [...'ABCDEFGHIJKLMNOPQRS']

/**
 * 100 granules of one shape with other numbers: larger firms of one sector whose research is above a floor, growing, and a
 * share of the revenue. So some 4 of 100 answers are kept, as of policies that are made for some.
 */
const shapes = Array.from({ length: GRANULES }, (_, i) => ({
  id: `bench-${String(i).padStart(3, '0')}`,
  sector: SECTORS[i % SECTORS.length] as string,
  floor: 200 + 40 * (i % 20),
  share: 3 + (i % 8) / 2,
  rate: `0.${String(5 + (i % 10)).padStart(2, '0')}`,
  cap: 100 + 20 * (i % 10),
}))

await rm(FOLDER, { recursive: true, force: true })
const zone = await openZone({ folder: FOLDER, whenNew: 'empty' })
const { db } = zone.store
try {
  const [cpu] = cpus()
  const { rows } = await sql<{ version: string }>`select version()`.execute(db)
  console.log(
    `\n${cpus().length} × ${cpu?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ${rows[0]?.version.split(' on ')[0]}; ${GRANULES} granules of six criteria`,
  )
  await granules(zone)
  for (const size of SIZES) {
    await fill(size)
    if (size === SIZES[0]) await agree()
    const first = await timed(() => matchEverybody(zone.context()))
    const again = await timed(() => matchEverybody(zone.context()))
    const hand = await timed(() => byHand())
    const { rows: kept } = await sql<{ n: string }>`select count(*)::text as n from policy.matches`.execute(
      db,
    )
    const judged = size * GRANULES
    const each = (time: number) => `${((time * 1e6) / judged).toFixed(0)} ns`
    console.log(
      `${many(size)} enterprises: first match ${seconds(first)} (${each(first)} a judgement), ${many(Number(kept[0]?.n))} answers kept; again ${seconds(again)} (${each(again)}); by hand in SQL ${seconds(hand)} (${each(hand)}): ${(again / hand).toFixed(2)} times; this program ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
    )
    const costs: number[] = []
    for (let i = 0; i < CHANGES; i++) {
      await sql`update enterprises.facts set value = value + 1 where id = ${`f-${FILES * (1 + i * 4)}-研发-2023`}`.execute(
        db,
      )
      costs.push(await timed(() => matchChanged(zone.context())))
    }
    costs.sort((a, b) => a - b)
    console.log(
      `${' '.repeat(9)}one changed fact: median ${costs[CHANGES / 2]?.toFixed(0)} ms, longest ${costs.at(-1)?.toFixed(0)} ms`,
    )
  }
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}

async function granules({ store }: Zone): Promise<void> {
  await sql`insert into policy.documents (id, title, issuer, office, "from", standing, source, synthetic, recorded_at, recorded_by)
    values ('bench', 'bench', 'bench', 'committee', '2023-01-01', 'sample', 'bench', true, now(), 'bench')`.execute(
    store.db,
  )
  await sql`insert into policy.clauses (id, document, position, number, text, synthetic, recorded_at, recorded_by)
    values ('bench', 'bench', 1, '1', 'bench', true, now(), 'bench')`.execute(store.db)
  for (const { id, sector, floor, share, rate, cap } of shapes) {
    await sql`insert into policy.granules (id, code, version, clause, title, office, state, standing, "from", event, given,
        benefit, amount, unit, cap_item, rounding, stacking, evidence, mode, basis, editors, synthetic, recorded_at, recorded_by)
      values (${id}, ${id}, 1, 'bench', ${id}, 'committee', 'published', 'sample', '2023-01-01', 'yearly', '[]', '—',
        ${`(研发费用 - 上年研发费用) * ${rate}`}, 'wan', ${cap}, 'yuan', 'stackable', '[]', 'automatic', '—', '[]', true,
        '2023-01-01', 'bench')`.execute(store.db)
    const tests = [
      ['行业门类', `"${sector}"`],
      ['规上', 'true'],
      ['列入名录', 'false'],
      ['研发费用', `> ${floor}`],
      ['研发费用 - 上年研发费用', '> 0'],
      ['研发费用 / 营业收入 * 100', `>= ${share}`],
    ]
    for (const [i, [operand, test]] of tests.entries())
      await sql`insert into policy.criteria (id, granule, position, says, operand, test, synthetic, recorded_at, recorded_by)
        values (${`${id}-${i}`}, ${id}, ${i + 1}, ${operand}, ${operand}, ${test}, true, now(), 'bench')`.execute(
        store.db,
      )
  }
}

/** Three facts of those that file; some of them filed no revenue, one enterprise in fifty is on a list. */
async function fill(size: number): Promise<void> {
  const year = Number(zone.today().slice(0, 4)) - 1
  await sql`delete from policy.watched`.execute(db)
  // History is not what is measured here, and nobody looks at it.
  await sql`alter table enterprises.enterprises disable trigger user`.execute(db)
  await sql`alter table enterprises.facts disable trigger user`.execute(db)
  await sql`alter table policy.matches disable trigger user`.execute(db)
  await sql`delete from enterprises.facts`.execute(db)
  await sql`delete from enterprises.enterprises`.execute(db)
  await sql`delete from policy.matches`.execute(db)
  await sql`alter table policy.matches enable trigger user`.execute(db)
  await sql`select setseed(0.5)`.execute(db)
  await sql`insert into enterprises.enterprises (id, code, name, kind, sector, scale, listed, registered_on, keeper, synthetic, recorded_at, recorded_by)
    select 'e-' || i, 'bench' || i, '企业' || i, 'enterprise', (${SECTORS}::text[])[1 + i % ${SECTORS.length}::int],
      i % 10 < 3, case when i % 50 = 0 then 'irregular' end,
      '2010-01-01', 'committee', true, now(), 'bench' from generate_series(1, ${size}::int) i`.execute(db)
  for (const [item, name, back, spread] of [
    ['research', '研发', 0, 3000],
    ['research', '研发', 1, 3000],
    ['revenue', '收入', 0, 60000],
  ] as const)
    await sql`insert into enterprises.facts (id, enterprise, year, item, value, unit, source, keeper, synthetic, recorded_at, recorded_by)
      select 'f-' || i || '-' || ${name} || '-' || ${String(2023 - back)}, 'e-' || i, ${String(year - back)}, ${item},
        round((random() ^ 3 * ${spread})::numeric, 2), 'wan', 'bench', 'committee', true, now(), 'bench'
      from generate_series(1, ${size}::int) i where i % ${sql.lit(FILES)} = 0 and (${name} = '研发' or i % 20 <> 4)`.execute(
      db,
    )
  await sql`alter table enterprises.enterprises enable trigger user`.execute(db)
  await sql`alter table enterprises.facts enable trigger user`.execute(db)
  await sql`analyze enterprises.enterprises, enterprises.facts`.execute(db)
}

/** The same in SQL, as one would write it: one statement a granule over the facts put together once. */
async function byHand(): Promise<void> {
  const year = Number(zone.today().slice(0, 4)) - 1
  await db.transaction().execute(async (transaction) => {
    await sql`create temp table hand_firms on commit drop as
      select e.id, e.sector, e.scale, e.listed is not null as listed, sum(f.value) filter (where f.item = 'research' and f.year = ${String(year)}) as r,
        sum(f.value) filter (where f.item = 'research' and f.year = ${String(year - 1)}) as b,
        sum(f.value) filter (where f.item = 'revenue' and f.year = ${String(year)}) as s
      from enterprises.enterprises e left join enterprises.facts f on f.enterprise = e.id group by e.id`.execute(
      transaction,
    )
    await sql`drop table if exists hand_found`.execute(transaction)
    await sql`create unlogged table hand_found (enterprise text, granule text, verdict text, amount numeric)`.execute(
      transaction,
    )
    for (const { id, sector, floor, share, rate, cap } of shapes)
      await sql`insert into hand_found select id, ${id}, case failed when 0 then 'match' else 'near' end,
          floor(greatest(0, least((r - b) * ${rate}::numeric, ${cap}::numeric)) * 10000)
        from (select *, (sector <> ${sector})::int + (not scale)::int + (listed)::int + (not r > ${floor}::numeric)::int + (not r - b > 0)::int
          + (not r / nullif(s, 0) * 100 >= ${share}::numeric)::int as failed from hand_firms) f
        where failed <= 1`.execute(transaction)
  })
}

/** Who matches or misses by one, and for how much: by the database, by the functions, by hand. */
async function agree(): Promise<void> {
  const mark = async (table: string) => {
    const { rows } = await sql<{
      mark: string
    }>`select count(*) || ' ' || md5(string_agg(enterprise || granule || verdict
      || trim_scale(amount), ',' order by granule, enterprise)) as mark from ${sql.raw(table)}`.execute(db)
    return rows[0]?.mark
  }
  await matchEverybody(zone.context())
  const bySet = await mark('policy.matches')
  await sql`delete from policy.matches`.execute(db)
  const context = zone.context()
  await context.transaction(async (inside) => {
    const { rows } = await sql<{ id: string }>`select id from enterprises.enterprises`.execute(inside.db)
    const ids = rows.map(({ id }) => id)
    await judgeSome(inside, await inForce(inside, inside.today), ids, inside.today)
  })
  const byFunction = await mark('policy.matches')
  await sql`delete from policy.matches`.execute(db)
  await byHand()
  const hand = await mark('hand_found')
  if (bySet !== byFunction || bySet !== hand)
    throw new Error(`the ways disagree: ${bySet} / ${byFunction} / ${hand}`)
  console.log(`database, functions and hand agree: ${bySet}\n`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(2)} s`
}

function many(value: number): string {
  return value.toLocaleString('en').padStart(9)
}
