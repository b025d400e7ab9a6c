/**
 * The points' part of the demonstration zone: a sample scheme and seven monthly rounds. The last is scored from the
 * facts of the register; those before by the same rules from values that are made up around these, and say so.
 */
import { sql } from 'kysely'
import { factsOf } from '../../../kernel/rules/index.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { subjectsQuery } from '../formulas.ts'
import { writeScores } from '../run.ts'
import { readScheme } from '../scheme.ts'
import { scoredQuery } from '../scoring/index.ts'
import { indicatorRows, rounds, schemes } from '../tables.ts'
import { HEAD, indicatorRowsOfSample, SAMPLE_ID } from './schemes.ts'

/** Enough for a line over half a year; each more would be a moment more at the first start. */
const MONTHS = Array.from({ length: 7 }, (_, i) => `2024-${String(i + 4).padStart(2, '0')}`)
/** The last month is on trial notice; a sample goes no further. */
const NOTICE = { state: 'notice', notice_from: '2024-11-11', notice_to: '2024-11-20' }
const MADE_UP = '示例：以往月份的原始值为模拟，不是登记的事实'

export async function* demo(context: Context): AsyncIterable<Progress> {
  const { actor, newId, db } = context
  const origin = { actor, now: context.now(), newId }
  await insertRows(db, schemes, [HEAD], origin)
  await insertRows(db, indicatorRows, indicatorRowsOfSample(), origin)
  const { scheme } = await readScheme(context, SAMPLE_ID)
  const last = MONTHS.at(-1)!
  const subjects = subjectsQuery(context.systems, scheme.indicators, factsOf(lastDayOf(last)))
  await sql`create temporary table points_demo on commit drop as ${subjects}`.execute(db)
  const { rows } = await sql`select from points_demo limit 1`.execute(db)
  if (rows.length === 0) return
  for (const [at, month] of MONTHS.entries()) {
    const back = MONTHS.length - 1 - at
    const round = { id: `points-round-${month}`, month, as_of: lastDayOf(month), synthetic: true }
    const state = back === 0 ? NOTICE : { state: 'scored', remark: MADE_UP }
    await insertRows(db, rounds, [{ ...round, ...state, scheme: SAMPLE_ID, computed_by: actor.id }], origin)
    await writeScores(context, round, scoredQuery(scheme, earlier(back)), true)
    yield { step: text('创新积分', 'Innovation points'), done: at + 1, total: MONTHS.length }
  }
  await sql`update points.rounds r set scored = (select count(*) from points.scores s where s.round = r.id)`.execute(
    db,
  )
  await sql`drop table points_demo`.execute(db)
}

/** So many months ago: each value a little less, or a little more. */
const earlier = (back: number) => sql`
  select id, code, name, revenue, sector, array(
    select case when ${back}::int = 0 or x = 0 then x
      else round(x * (1 - ${back}::int * (${chance(sql`id || n`)} - 0.3) * 0.03), 6) end
    from unnest(v) with ordinality e (x, n) order by n) as v
  from points_demo`

/** 0..1, the same for the same words on every machine. */
const chance = (words: ReturnType<typeof sql>) =>
  sql`(('x' || left(md5(${words}), 4))::bit(16)::int / 65536.0)`

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
