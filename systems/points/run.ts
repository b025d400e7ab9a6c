/** Scores everybody of a round: one query that judges, one statement that writes. */
import { type RawBuilder, sql } from 'kysely'
import { factsOf } from '../../kernel/rules/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import { subjectsQuery } from './formulas.ts'
import { readScheme } from './scheme.ts'
import { requireSound, scoredQuery } from './scoring/index.ts'
import { type RoundRow, scores } from './tables.ts'

/** What the scheme gives for the facts of a round, written nowhere. @throws what `requireSound` and `subjectsQuery` throw */
export async function scoredOf(
  context: Context,
  round: Pick<RoundRow, 'scheme' | 'as_of' | 'data_at'>,
): Promise<RawBuilder<unknown>> {
  const { scheme, head } = await readScheme(context, round.scheme)
  if (scheme.indicators.length === 0)
    throw pointsError('POINTS_EMPTY', text('方案没有指标', 'The scheme has no indicators'), {
      place: head.name,
    })
  requireSound(scheme)
  const facts = factsOf(round.as_of, round.data_at ?? undefined)
  return scoredQuery(scheme, subjectsQuery(context.systems, scheme.indicators, facts))
}

/** Columns of a score that the query answers. */
const ANSWERED = [
  'name',
  'stage',
  'sector',
  'total',
  'innovation',
  'growth',
  'auxiliary',
  'rank',
  'ranked',
  'sector_rank',
  'sector_ranked',
  'list',
  'parts',
] as const
const names = (columns: readonly string[], of = '') =>
  sql.join(columns.map((name) => sql.ref(of ? `${of}.${name}` : name)))

/**
 * Writes a round's scores. One that stays as it was is not written, so the history of each tells every result that it
 * had; an enterprise that is no longer scored is taken out.
 * @param query what it answers, by `scoredOf`
 * @param tell whether each enterprise sees its own at once
 * @returns how many were scored @throws GaoxinError POINTS_EMPTY, POINTS_EXPRESSION
 */
export async function writeScores(
  context: Context,
  round: Pick<RoundRow, 'id' | 'as_of' | 'synthetic'>,
  query: RawBuilder<unknown>,
  tell = false,
): Promise<number> {
  const { db, actor } = context
  const now = context.now()
  await sql`create temporary table points_scored on commit drop as select * from (${query}) q`
    .execute(db)
    .catch(tellOfFormula)
  // Whatever the planner knows of a round that is new, who is looked up here is found and not searched for.
  await sql`create unique index on points_scored (id)`.execute(db)
  await sql`analyze points_scored`.execute(db)
  await sql`delete from points.scores s where s.round = ${round.id}
    and not exists (select from points_scored q where q.id = s.enterprise)`.execute(db)
  const { rows } = await sql<{ n: number }>`
    with written as (
      insert into points.scores as s (id, synthetic, recorded_at, recorded_by, round, enterprise, told_to, ${names(ANSWERED)})
      select ${round.id} || '.' || q.id, ${round.synthetic}, ${now}, ${actor.id}, ${round.id}, q.id,
        ${tell ? sql`q.code` : sql`null::text`}, ${names(ANSWERED, 'q')}
      from points_scored q
      on conflict (round, enterprise) do update set
        (recorded_at, recorded_by, told_to, ${names(ANSWERED)})
          = (excluded.recorded_at, excluded.recorded_by, excluded.told_to, ${names(ANSWERED, 'excluded')})
        where (s.told_to, ${names(ANSWERED, 's')}) is distinct from (excluded.told_to, ${names(ANSWERED, 'excluded')}))
    select count(*)::int as n from points_scored`.execute(db)
  await sql`drop table points_scored`.execute(db)
  if (!rows[0]?.n)
    throw pointsError('POINTS_EMPTY', text('没有可算分的企业', 'There is no enterprise to score'), {
      place: round.as_of,
    })
  await context.changed(scores.id, [])
  return rows[0].n
}

/** A formula that gives a yes or a text is no number to the database. */
function tellOfFormula(error: unknown): never {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== '42846' && code !== '22P02') throw error
  throw pointsError('POINTS_EXPRESSION', text('有公式的结果不是数值', 'A formula gives no number'), {
    value: message,
  })
}
