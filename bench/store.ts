/**
 * `npm run bench:store`: what records cost against SQL written by hand for the same work on the same database, in one
 * run, after checking that both leave or give the same. GAOXIN_BENCH_ROWS sets the size of the table (1,000,000).
 */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import { runImport } from '../kernel/store/exchange/index.ts'
import {
  defineRecord,
  difference,
  getRow,
  insertRows,
  known,
  listRows,
  pageOf,
  schemaOf,
  totalsOf,
  updateRow,
  verifyHistory,
} from '../kernel/store/index.ts'
import { text } from '../kernel/text.ts'

const ROWS = Number(process.env.GAOXIN_BENCH_ROWS ?? 1_000_000)
const BATCH = 20_000
const FOLDER = '.tmp-bench-store'

const firms = defineRecord({
  id: 'bench.firms',
  name: text('企业', 'Firms'),
  about: text('测速用', 'For measuring'),
  title: 'name',
  columns: {
    code: { kind: 'text', name: text('代码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    sector: { kind: 'text', name: text('行业', 'Sector') },
    state: {
      kind: 'choice',
      name: text('状态', 'State'),
      choices: { z: text('在建', 'Building'), a: text('在营', 'Open'), c: text('停业', 'Shut') },
    },
    parent: { kind: 'reference', name: text('上级', 'Parent'), record: 'bench.firms' },
    revenue: { kind: 'decimal', name: text('收入', 'Revenue') },
    founded: { kind: 'date', name: text('成立日期', 'Founded') },
  },
  unique: [['code']],
  indexes: [{ on: ['sector', 'revenue'] }, { on: ['revenue'] }],
  large: true,
})
const bare = { ...firms, id: 'bench.bare' }

await rm(FOLDER, { recursive: true, force: true })
const zone = await openZone({ folder: FOLDER, systems: [] })
const { db } = zone.store
await sql.raw(`create schema bench; ${difference({}, schemaOf([firms, bare])).sql.join('\n')}`).execute(db)
await sql`select audit.watch('bench.firms')`.execute(db)

/** Names of firms as they are: places, words, a number, in no order. */
const PLACES = [
  '宁波',
  '杭州',
  '上海',
  '苏州',
  '慈溪',
  '余姚',
  '鄞州',
  '镇海',
  '北仑',
  '象山',
  '奉化',
  '海曙',
]
const TRADES = [
  '智能装备',
  '新材料',
  '生物医药',
  '软件',
  '精密模具',
  '汽车零部件',
  '检测服务',
  '半导体',
  '纺织',
  '贸易',
]
const nameOf = (index: number) => {
  const mixed = (index * 48_271) % 2_147_483_647
  return `${PLACES[mixed % 12]}${TRADES[(mixed >> 5) % 10]}${mixed % 100_003}有限公司`
}
const row = (index: number) => ({
  id: `f${index}`,
  code: `C${String(index).padStart(8, '0')}`,
  name: nameOf(index),
  sector: `S${index % 50}`,
  state: 'zac'[index % 3] as string,
  parent: `f${(index * 31) % Math.min(ROWS, 20_000)}`,
  revenue: `${(index * 7919) % 1_000_000}.${String(index % 100).padStart(2, '0')}`,
  founded: `20${String(index % 24).padStart(2, '0')}-0${1 + (index % 9)}-15`,
})
const batches = Array.from({ length: Math.ceil(ROWS / BATCH) }, (_, index) => index * BATCH)
const batch = (from: number) =>
  Array.from({ length: Math.min(BATCH, ROWS - from) }, (_, index) => row(from + index))

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}
/** The median of several runs, in milliseconds. */
async function median(
  work: (run: number) => Promise<unknown>,
  runs = 21,
): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push((await timed(() => work(run))).ms)
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(runs / 2)] ?? 0, p95: times[Math.floor(runs * 0.95)] ?? 0 }
}
const per = (ms: number) => `${((ROWS / ms) * 1000).toFixed(0)} rows/s`
const ratio = (ours: number, theirs: number) => `ratio ${(ours / theirs).toFixed(2)}`

// The same rows, the same batches, one transaction a batch: records with history, records without, SQL by hand.
let [ours, unwatched, byHand] = [0, 0, 0]
const origin = { actor: zone.context().actor, now: new Date().toISOString(), newId: randomUUID }
for (const from of batches) {
  const rows = batch(from)
  ours += (
    await timed(() => zone.context().transaction((context) => insertRows(context.db, firms, rows, origin)))
  ).ms
}
for (const from of batches) {
  const rows = batch(from)
  unwatched += (
    await timed(() => db.transaction().execute((inside) => insertRows(inside, bare, rows, origin)))
  ).ms
}
const same = await sql<{ same: boolean }>`select not exists (
  select code, revenue from bench.firms except select code, revenue from bench.bare) as same`.execute(db)
if (!same.rows[0]?.same) throw new Error('the two tables differ')
await sql`truncate bench.bare`.execute(db)
for (const from of batches) {
  const rows = batch(from)
  byHand += (
    await timed(() =>
      sql`insert into bench.bare (id, code, name, sector, state, parent, revenue, founded, synthetic, recorded_at, recorded_by)
        select *, false, ${origin.now}::timestamptz, 'bench' from unnest(${rows.map((r) => r.id)}::text[],
          ${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.sector)}::text[],
          ${rows.map((r) => r.state)}::text[], ${rows.map((r) => r.parent)}::text[],
          ${rows.map((r) => r.revenue)}::numeric[], ${rows.map((r) => r.founded)}::date[])`.execute(db),
    )
  ).ms
}
await sql`analyze`.execute(db)
console.log(`— ${ROWS.toLocaleString('en')} rows in batches of ${BATCH.toLocaleString('en')}`)
console.log(
  `  insert: with history and seals ${per(ours)}, without ${per(unwatched)}, hand-written SQL ${per(byHand)} (${ratio(ours, byHand)}; history costs ${((ours / unwatched - 1) * 100).toFixed(0)}%)`,
)

const some = (run: number) => `f${(run * 104_729) % ROWS}`
const one = await median((run) => getRow(db, firms, some(run)), 201)
const oneByHand = await median(
  (run) => sql`select * from bench.bare where id = ${some(run)}`.execute(db),
  201,
)
console.log(
  `  read one row: ${one.p50.toFixed(2)} ms, hand-written ${oneByHand.p50.toFixed(2)} ms (${ratio(one.p50, oneByHand.p50)})`,
)

const context = zone.context()
const edit = await median((run) => updateRow(context, firms, some(run), { name: `改${run}` }), 201)
const editByHand = await median(
  (run) =>
    sql`update bench.bare set name = ${`改${run}`}, recorded_at = now() where id = ${some(run)}`.execute(db),
  201,
)
console.log(
  `  change one row, durable, with history and seal: ${edit.p50.toFixed(2)} ms, hand-written UPDATE ${editByHand.p50.toFixed(2)} ms (${ratio(edit.p50, editByHand.p50)})`,
)

const pages = (knownOn?: string) =>
  median((run) =>
    listRows(db, firms, {
      filter: { sector: `S${run % 50}` },
      sort: '-revenue',
      offset: 0,
      limit: 50,
      ...(knownOn ? { knownOn } : {}),
    }),
  )
const list = await pages()
const listByHand = await median(async (run) => {
  await sql`select count(*), sum(revenue) from bench.bare where sector = ${`S${run % 50}`}`.execute(db)
  await sql`select * from bench.bare where sector = ${`S${run % 50}`} order by revenue desc, id limit 50`.execute(
    db,
  )
})
console.log(
  `  list of one sector, sorted, with its total and sum: p50 ${list.p50.toFixed(1)} ms, p95 ${list.p95.toFixed(1)} ms; hand-written p50 ${listByHand.p50.toFixed(1)} ms (${ratio(list.p50, listByHand.p50)})`,
)
const all = await median((run) => listRows(db, firms, { sort: '-revenue', offset: run * 50, limit: 50 }))
console.log(`  list of everything, sorted: p50 ${all.p50.toFixed(1)} ms, p95 ${all.p95.toFixed(1)} ms`)
// Both lists are of the same rows, whatever was edited above.
await sql`update bench.bare b set name = f.name from bench.firms f where f.id = b.id and f.name <> b.name`.execute(
  db,
)
// A page of the list, as the browser asks for it: the totals are asked for apart.
await sql`vacuum analyze bench.firms, bench.bare`.execute(db)
const target = (id: string) => (id === firms.id ? { record: firms, where: undefined } : undefined)
const PAGES = [
  ['first page, unsorted', {}, sql`order by id`],
  ['first page by title (pinyin)', { sort: 'name' }, sql`order by name collate "zh-x-icu", id`],
  [
    'one sector by title',
    { sort: 'name', filter: { sector: 'S7' } },
    sql`where sector = 'S7' order by name collate "zh-x-icu", id`,
  ],
  [
    'by a choice, as declared',
    { sort: 'state' },
    sql`order by case state when 'z' then 1 when 'a' then 2 else 3 end, id`,
  ],
  [
    'by the title of the row referred to',
    { sort: 'parent', target },
    sql`b join (select id as p, name as title from bench.firms) p on b.parent = p.p
      order by p.title collate "zh-x-icu", id`,
  ],
] as const
for (const [name, choice, tail] of PAGES) {
  const { rows: ours } = await pageOf(db, firms, { ...choice, limit: 50 })
  const { rows: theirs } = await sql<{ id: string }>`select id from bench.bare ${tail} limit 50`.execute(db)
  if (ours.some(({ id }, at) => id !== theirs[at]?.id)) throw new Error(`the two differ: ${name}`)
  const page = await median(() => pageOf(db, firms, { ...choice, limit: 50 }), 101)
  const hand = await median(() => sql`select * from bench.bare ${tail} limit 51`.execute(db), 21)
  console.log(
    `  list page: ${name}: p50 ${page.p50.toFixed(1)} ms, p95 ${page.p95.toFixed(1)} ms; hand-written p95 ${hand.p95.toFixed(1)} ms (${ratio(page.p95, hand.p95)})`,
  )
}

// A word looked for in the list: whoever has no index asks with `ilike` over its columns.
const LOOKED = [
  ['rare', '88431'],
  ['one row in twelve has it, its title begins with it', '宁波'],
  ['one row in ten', '精密模具'],
  ['every row', '有限公司'],
  ['nobody has it', '量子纠缠'],
  ['one character', '波'],
] as const
for (const [kind, search] of LOOKED) {
  const match = sql`(code ilike ${`%${search}%`} or name ilike ${`%${search}%`} or sector ilike ${`%${search}%`})`
  const words = []
  for (const [order, choice, by] of [
    ['', {}, sql`id`],
    [' by title', { sort: 'name' }, sql`name collate "zh-x-icu", id`],
  ] as const) {
    const scan = sql<{ id: string }>`select * from bench.bare where ${match} order by ${by} limit 51`
    const { rows: ours } = await pageOf(db, firms, { search, ...choice, limit: 50 })
    const { rows: theirs } = await scan.execute(db)
    if (ours.length !== Math.min(50, theirs.length) || ours.some(({ id }, at) => id !== theirs[at]?.id))
      throw new Error(`the two differ: ${search}${order}`)
    const page = await median(() => pageOf(db, firms, { search, ...choice, limit: 50 }), 51)
    const hand = await median(() => scan.execute(db), 5)
    words.push(
      `page${order} p50 ${page.p50.toFixed(1)} ms, p95 ${page.p95.toFixed(1)} ms (scan ${hand.p50.toFixed(0)} ms, ${ratio(page.p50, hand.p50)})`,
    )
  }
  const count = sql<{ n: number }>`select count(*) as n from bench.bare where ${match}`
  const { total, atLeast } = await totalsOf(db, firms, { search })
  const { n } = (await count.execute(db)).rows[0] ?? { n: 0 }
  if (atLeast ? n <= total : n !== total) throw new Error(`the totals differ: ${search}`)
  const counted = await median(() => totalsOf(db, firms, { search }), 51)
  const counting = await median(() => count.execute(db), 5)
  console.log(
    `  search “${search}” (${kind}): ${words.join(', ')}, totals${atLeast ? ' up to 10,000' : ''} p50 ${counted.p50.toFixed(1)} ms, p95 ${counted.p95.toFixed(1)} ms (scan ${counting.p50.toFixed(0)} ms, ${ratio(counted.p50, counting.p50)})`,
  )
}

const middle = await sql<{ name: string; id: string }>`select name, id from bench.firms
  order by name collate "zh-x-icu", id offset ${Math.floor(ROWS * 0.9)} limit 1`.execute(db)
const far = middle.rows[0] as { name: string; id: string }
const after = Buffer.from(JSON.stringify([far.name, far.id])).toString('base64url')
const deep = await median(() => pageOf(db, firms, { sort: 'name', limit: 50, after }), 101)
const deepByHand = await median(
  () =>
    sql`select * from bench.bare where (name collate "zh-x-icu", id) > (${far.name}, ${far.id})
    order by name collate "zh-x-icu", id limit 51`.execute(db),
  101,
)
const offset = await median(
  () =>
    sql`select * from bench.bare order by name collate "zh-x-icu", id
    offset ${Math.floor(ROWS * 0.9) + 1} limit 51`.execute(db),
  5,
)
console.log(
  `  list page: nine tenths in, by title: p50 ${deep.p50.toFixed(1)} ms, p95 ${deep.p95.toFixed(1)} ms; hand-written p95 ${deepByHand.p95.toFixed(1)} ms (${ratio(deep.p95, deepByHand.p95)}), by offset ${offset.p50.toFixed(0)} ms`,
)
const totals = await median(() => totalsOf(db, firms, {}))
const totalsByHand = await median(() => sql`select count(*), sum(revenue) from bench.bare`.execute(db))
console.log(
  `  totals of everything, asked apart: p50 ${totals.p50.toFixed(0)} ms, p95 ${totals.p95.toFixed(0)} ms; hand-written p95 ${totalsByHand.p95.toFixed(0)} ms (${ratio(totals.p95, totalsByHand.p95)})`,
)
const before = new Date(Date.parse(origin.now) + 1000).toISOString()
const past = await pages(before)
console.log(
  `  the same list as it was known before ${201} edits: p50 ${past.p50.toFixed(1)} ms (${ratio(past.p50, list.p50)} to today's)`,
)
const gone = await sql<{
  n: number
}>`select count(*) as n from ${known('bench.firms', before)} t where name like '改%'`.execute(db)
if (gone.rows[0]?.n !== 0) throw new Error('the past shows later edits')

// What the indexes of a large record cost each row that is written.
const GROWN = Math.min(ROWS, 200_000)
const grown = [
  { ...firms, id: 'bench.plain', large: false },
  { ...firms, id: 'bench.sorted', searched: [] },
  { ...firms, id: 'bench.searched' },
]
await sql.raw(difference({}, schemaOf(grown)).sql.join('\n')).execute(db)
const filled = [0, 0, 0]
for (let from = 0; from < GROWN; from += BATCH)
  for (const [at, record] of grown.entries())
    filled[at]! += (await timed(() => insertRows(db, record, batch(from), origin))).ms
const [plain = 1, sorted = 1, searchable = 1] = filled
const percent = (part: number, whole: number) => `${((part / whole) * 100 - 100).toFixed(0)}%`
console.log(
  `  the indexes of a large record, of ${GROWN.toLocaleString('en')} rows without history: those for sorting cost ${percent(sorted, plain)}, that for search ${percent(searchable, sorted)} more`,
)

// A file read in, against the same values taken into a table of texts and then converted, all in the database.
const IMPORTED = Math.min(ROWS, 200_000)
const file = Buffer.from(
  `代码,名称,行业,状态,上级,收入,成立日期\n${Array.from({ length: IMPORTED }, (_, index) => {
    const { name, sector, state, parent, revenue, founded } = row(index)
    return `I${index},${name},${sector},${state},${parent},${revenue},${founded}\n`
  }).join('')}`,
)
const imported = await timed(() => runImport(context, firms, file, { why: '测速' }))
if (imported.value.new !== IMPORTED) throw new Error('the import did not write every row')
await sql`delete from bench.bare where code like 'I%'`.execute(db)
const lines = file.toString().trimEnd().split('\n').slice(1)
const split = await timed(() =>
  sql`insert into bench.bare (id, code, name, sector, state, parent, revenue, founded, synthetic, recorded_at, recorded_by)
    select 'i' || f[1], f[1], f[2], f[3], f[4], f[5], f[6]::numeric, f[7]::date, false, ${origin.now}::timestamptz, 'bench'
    from (select string_to_array(line, ',') f from unnest(${lines}::text[]) line) x`.execute(db),
)
const alike = await sql<{ same: boolean }>`select not exists (
  select code, name, revenue, founded from bench.firms where code like 'I%'
  except select code, name, revenue, founded from bench.bare) as same`.execute(db)
if (!alike.rows[0]?.same) throw new Error('the import and the SQL by hand differ')
const rate = (ms: number) => `${((IMPORTED / ms) * 1000).toFixed(0)} rows/s`
console.log(
  `  import of ${IMPORTED.toLocaleString('en')} rows from CSV, checked, with history and seals: ${rate(imported.ms)}, insert…select by hand ${rate(split.ms)} (${ratio(imported.ms, split.ms)})`,
)

const verified = await timed(() => verifyHistory(db, ['bench.firms']))
if (verified.value.findings.length > 0) throw new Error('the history does not hold')
console.log(
  `  audit verify of ${verified.value.changes.toLocaleString('en')} changes: ${(verified.ms / 1000).toFixed(1)} s (${((verified.value.changes / verified.ms) * 1000).toFixed(0)} changes/s)`,
)
await zone.close()
await rm(FOLDER, { recursive: true, force: true })
