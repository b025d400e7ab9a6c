/**
 * Second half of `npm run bench:rules`: 100 granules asked of 10,000, 100,000 and 1,000,000 enterprises as queries made
 * from their DMN models, beside the same rules written by hand in SQL and beside the compiled functions over a cursor.
 * Who is eligible and for how much is written to a table; all three must write the same before anything is timed.
 * GAOXIN_BENCH_SUBJECTS sets the largest number of enterprises.
 */
import { rm } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { type RawBuilder, sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import {
  contextOf,
  createEngine,
  type DateTime,
  fromPlain,
  type Model,
  parseDateTime,
} from '../engines/feel/index.ts'
import { askOf, typesOf } from '../kernel/rules/index.ts'
import { batchesOf } from '../kernel/store/index.ts'

const MOST = Number(process.env.GAOXIN_BENCH_SUBJECTS ?? 1_000_000)
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= MOST)
const GRANULES = 100
const FOLDER = '.tmp-bench-rules'
const TYPES = {
  收入: 'number',
  研发: 'number',
  税收: 'number',
  人数: 'number',
  增速: 'number',
  行业: 'string',
  级别: 'string',
  规上: 'boolean',
  成立: 'date',
} as const
const INPUTS = Object.keys(TYPES) as (keyof typeof TYPES)[]
const SECTORS = ['智能装备', '新材料', '软件', '生物医药', '贸易']
const LEVELS = ['', '科技型', '高企', '专精特新', '小巨人']

interface Granule {
  readonly revenue: number
  readonly intensity: number
  readonly growth: number
  readonly sector: string
  readonly level: string
  readonly since: number
  readonly rates: readonly [number, number]
  readonly cap: number
}
const granules = Array.from(
  { length: GRANULES },
  (_, i): Granule => ({
    revenue: 500 + 150 * (i % 20),
    intensity: 2 + (i % 7) / 2,
    growth: (i % 9) - 3,
    sector: SECTORS[i % 4] as string,
    level: LEVELS[1 + (i % 4)] as string,
    since: 2010 + (i % 12),
    rates: [0.05 + (i % 5) / 100, 0.1 + (i % 5) / 100],
    cap: 50 + 10 * (i % 10),
  }),
)

await rm(FOLDER, { recursive: true, force: true })
const zone = await openZone({ folder: FOLDER, systems: [] })
const { db } = zone.store
try {
  const { rows } = await sql<{ version: string }>`select version()`.execute(db)
  console.log(
    `\n${GRANULES} granules of three decisions and a table of four rules; ${rows[0]?.version.split(' on ')[0]}`,
  )
  const models = granules.map(modelOf)
  await agree(models)
  console.log(`all three agree on ${SIZES[0]?.toLocaleString('en')} enterprises\n`)
  for (const size of SIZES) {
    await fill(size)
    const asked = await timed(async () => {
      for (const [i, model] of models.entries()) await keep(i, await askedOf(model))
    })
    const written = await timed(async () => {
      for (const [i, granule] of granules.entries()) await keep(i, byHand(granule))
    })
    const found = await sql<{ n: string }>`select count(*)::text n from bench.eligible`.execute(db)
    const judged = size * GRANULES
    const each = (time: number) => `${((time * 1e6) / judged).toFixed(0).padStart(5)} ns a judgement`
    console.log(
      `${size.toLocaleString('en').padStart(9)} enterprises   query ${seconds(asked)} ${each(asked)}   by hand ${seconds(written)} ${each(written)}   ${(asked / written).toFixed(2)} times   (${Number(found.rows[0]?.n).toLocaleString('en')} eligible)`,
    )
    if (size === SIZES[0]) {
      const here = await timed(async () => {
        for (const [i, model] of models.entries()) await keepHere(i, model)
      })
      console.log(
        `${' '.repeat(9)}               compiled functions over a cursor ${seconds(here)} ${each(here)}   ${(here / written).toFixed(2)} times`,
      )
    }
  }
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}

function modelOf({ revenue, intensity, growth, sector, level, since, rates, cap }: Granule): Model {
  const decision = (name: string, needs: readonly string[], logic: string) =>
    `<decision id="d_${name}" name="${name}"><variable name="${name}"/>${needs
      .map(
        (need) =>
          `<informationRequirement><required${need in TYPES ? 'Input' : 'Decision'} href="#${need in TYPES ? 'i' : 'd'}_${need}"/></informationRequirement>`,
      )
      .join('')}${logic}</decision>`
  const text = (words: string) => `<text>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`
  const rule = (cells: readonly string[], answers: readonly string[]) =>
    `<rule>${cells.map((each) => `<inputEntry>${text(each)}</inputEntry>`).join('')}${answers.map((each) => `<outputEntry>${text(each)}</outputEntry>`).join('')}</rule>`
  const table = `<decisionTable hitPolicy="FIRST">
    ${['收入', '强度', '增速', '行业', '级别', '规上', '成立'].map((of) => `<input><inputExpression>${text(of)}</inputExpression></input>`).join('')}
    <output name="结论"/><output name="比例"/>
    ${rule(['null', '', '', '', '', '', ''], ['"资料不全"', '0'])}
    ${rule([`>= ${revenue}`, `>= ${intensity + 2}`, `> ${growth}`, `"${sector}"`, '', 'true', ''], ['"可享"', String(rates[1])])}
    ${rule([`>= ${revenue}`, `>= ${intensity}`, '', '', `"${level}", "小巨人"`, '', `>= date("${since}-01-01")`], ['"可享"', String(rates[0])])}
    ${rule(['', '', '', '', '', '', ''], ['"不符合"', '0'])}</decisionTable>`
  const model = createEngine({ now: () => parseDateTime('2024-11-15T00:00:00Z') as DateTime }).model(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="bench" name="bench">
    ${INPUTS.map((name) => `<inputData id="i_${name}" name="${name}"><variable name="${name}" typeRef="${TYPES[name]}"/></inputData>`).join('')}
    ${decision('强度', ['收入', '研发'], `<literalExpression>${text('if 收入 > 0 then 研发 / 收入 * 100 else null')}</literalExpression>`)}
    ${decision('判断', ['收入', '强度', '增速', '行业', '级别', '规上', '成立'], table)}
    ${decision('补助', ['判断', '研发'], `<literalExpression>${text(`if 判断.结论 = "可享" then min(研发 * 判断.比例, ${cap}) else null`)}</literalExpression>`)}
    </definitions>`,
  )
  if (model.problems.length > 0) throw new Error(JSON.stringify(model.problems))
  return model
}

/** The same in SQL, as one would write it. */
function byHand({
  revenue,
  intensity,
  growth,
  sector,
  level,
  since,
  rates,
  cap,
}: Granule): RawBuilder<unknown> {
  return sql`select id, case when rate is not null then least("研发" * rate, ${cap}::numeric) end as answer from (
    select id, "研发", case when "收入" is null then null
      when "收入" >= ${revenue}::numeric and "收入" > 0 and "研发" / "收入" * 100 >= ${intensity + 2}::numeric and "增速" > ${growth}::numeric and "行业" = ${sector} and "规上" then ${rates[1]}::numeric
      when "收入" >= ${revenue}::numeric and "收入" > 0 and "研发" / "收入" * 100 >= ${intensity}::numeric and "级别" in (${level}, '小巨人') and "成立" >= make_date(${since}, 1, 1) then ${rates[0]}::numeric end as rate
    from bench.firms) f`
}

async function askedOf(model: Model): Promise<RawBuilder<unknown>> {
  const subjects = sql`select * from bench.firms`
  const types = await typesOf(db, subjects, INPUTS)
  const asked = askOf({ model, decision: '补助', subjects, types, keep: ['id'] })
  if (!('query' in asked)) throw new Error(`${asked.code} ${asked.what} ${asked.element}`)
  return asked.query
}

/** Those who get something. */
async function keep(granule: number, answers: RawBuilder<unknown>): Promise<void> {
  await sql`insert into bench.eligible select id, ${granule}::int, answer::numeric from (${answers}) a where answer is not null`.execute(
    db,
  )
}

/** The same with the compiled functions. */
async function keepHere(granule: number, model: Model): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const evaluate = model.prepare('补助')
    for await (const rows of batchesOf<Record<string, unknown>>(
      transaction,
      sql`select * from bench.firms`,
      2_000,
    )) {
      const found = rows.flatMap((row) => {
        const inputs = contextOf(INPUTS.map((name) => [name, fromPlain(row[name], TYPES[name])]))
        const answer = evaluate(inputs)
        return answer === null ? [] : [{ id: row.id, answer: String(answer) }]
      })
      await sql`insert into bench.eligible select id, ${granule}::int, answer from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(id int, answer numeric)`.execute(
        transaction,
      )
    }
  })
}

async function fill(size: number): Promise<void> {
  await sql
    .raw(`drop schema if exists bench cascade; create schema bench; select setseed(0.5);
    create table bench.firms as select i as id,
      case when random() < 0.97 then round((random() ^ 3 * 50000)::numeric, 2) end as "收入",
      round((random() ^ 3 * 2000)::numeric, 2) as "研发", round((random() * 900)::numeric, 2) as "税收",
      trunc((random() * 800)::numeric) as "人数", round((random() * 60 - 20)::numeric, 1) as "增速",
      (array['${SECTORS.join("','")}'])[1 + trunc(random() * ${SECTORS.length})::int] as "行业",
      (array['${LEVELS.join("','")}'])[1 + trunc(random() * ${LEVELS.length})::int] as "级别",
      random() < 0.3 as "规上", date '2000-01-01' + trunc(random() * 9000)::int as "成立"
    from generate_series(1, ${size}) i;
    create table bench.eligible (id int, granule int, answer numeric);`)
    .execute(db)
  await sql`analyze bench.firms`.execute(db)
}

/** Who gets how much, by all three ways, row by row. */
async function agree(models: readonly Model[]): Promise<void> {
  await fill(SIZES[0] as number)
  const marks: string[] = []
  for (const way of [
    async () => {
      for (const [i, model] of models.entries()) await keep(i, await askedOf(model))
    },
    async () => {
      for (const [i, granule] of granules.entries()) await keep(i, byHand(granule))
    },
    async () => {
      for (const [i, model] of models.entries()) await keepHere(i, model)
    },
  ]) {
    await sql`truncate bench.eligible`.execute(db)
    await way()
    const { rows } = await sql<{ mark: string }>`
      select count(*) || ' ' || md5(string_agg(id || ' ' || granule || ' ' || trim_scale(answer), ',' order by granule, id)) as mark from bench.eligible`.execute(
      db,
    )
    marks.push(rows[0]?.mark ?? '')
  }
  if (new Set(marks).size !== 1) throw new Error(`the ways disagree: ${marks.join(' / ')}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  await sql`truncate bench.eligible`.execute(db)
  const from = performance.now()
  await work()
  return performance.now() - from
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1).padStart(6)} s`
}
