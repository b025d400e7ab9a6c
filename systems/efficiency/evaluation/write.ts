import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { efficiencyError } from '../errors.ts'
import { outcomes } from './outcomes.ts'
import type { SchemeOf } from './scheme.ts'

/**
 * Writes what every firm of the group scores: two statements, whatever their number. A result that stays as it is, is not
 * written again; none is told to its firm any more.
 * @returns how many firms @throws GaoxinError EFFICIENCY_EMPTY
 */
export async function writeResults(context: Context, round: string, given: SchemeOf): Promise<number> {
  const { db, actor, now } = context
  await sql`insert into efficiency.results as r (id, round, firm, name, score, rank, ranked, class, by_rank, moved, points,
      told_to, synthetic, recorded_at, recorded_by)
    select ${round} || '.' || firm, ${round}, firm, name, score, rank, ranked, class, by_rank, moved, points, null,
      synthetic, ${now()}::timestamptz, ${actor.id} from (${outcomes(given)}) o
    on conflict (round, firm) do update set name = excluded.name, score = excluded.score, rank = excluded.rank,
      ranked = excluded.ranked, class = excluded.class, by_rank = excluded.by_rank, moved = excluded.moved,
      points = excluded.points, told_to = null, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
    where (r.name, r.score, r.rank, r.ranked, r.class, r.by_rank, r.moved, r.points, r.told_to) is distinct from
      (excluded.name, excluded.score, excluded.rank, excluded.ranked, excluded.class, excluded.by_rank, excluded.moved,
        excluded.points, null)`.execute(db)
  const { head } = given
  await sql`delete from efficiency.results r where round = ${round} and not exists (
    select from efficiency.firms f where f.id = r.firm and f.segment = ${head.segment} and f.period = ${`${head.year}-12`})`.execute(
    db,
  )
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from efficiency.results where round = ${round}`.execute(db)
  if (rows[0]!.n === 0)
    throw efficiencyError('EFFICIENCY_EMPTY', text('没有可评价的企业', 'There is no firm to evaluate'), {
      place: head.name,
    })
  return rows[0]!.n
}

/** The name of a firm whose result is not what data and scheme give now; undefined where all are. */
export async function staleIn({ db }: Context, round: string, given: SchemeOf): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(o.name, r.name) as name from (${outcomes(given)}) o
    full join (select * from efficiency.results where round = ${round}) r on r.firm = o.firm
    where (o.firm, o.score, o.class) is distinct from (r.firm, r.score, r.class)
    order by 1 limit 1`.execute(db)
  return rows[0]?.name
}
