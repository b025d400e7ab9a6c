import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { efficiencyError } from '../errors.ts'
import { outcomes } from './outcomes.ts'
import type { SchemeOf } from './scheme.ts'

/** What an outcome has, as the columns of a result. */
const OUTCOME = [
  'name',
  'score',
  'deducted',
  'rank',
  'ranked',
  'class',
  'by_rank',
  'moved',
  'exemption',
  'found',
  'members',
  'points',
]

/** A firm joined to one that is itself joined, or of another year, would count nowhere. @throws GaoxinError EFFICIENCY_JOINED */
async function requireJoined({ db }: Context, { head, scheme }: SchemeOf): Promise<void> {
  if (!scheme.joint) return
  const { rows } = await sql<{ name: string }>`
    select f.name from efficiency.firms f left join efficiency.firms h on h.id = f.joined and h.period = f.period
    where f.period = ${`${head.year}-12`} and f.joined is not null and (h.id is null or h.joined is not null)
    order by f.name limit 1`.execute(db)
  if (rows[0])
    throw efficiencyError(
      'EFFICIENCY_JOINED',
      text('企业并入的对象不成立', 'A firm is joined to one that cannot take it'),
      { place: 'joined', value: rows[0].name },
    )
}

/**
 * Writes what every firm of the group scores: two statements, whatever their number. A result that stays as it is, is not
 * written again; none is told to its firm any more.
 * @returns how many firms @throws GaoxinError EFFICIENCY_EMPTY
 */
export async function writeResults(context: Context, round: string, given: SchemeOf): Promise<number> {
  const { db, actor, now } = context
  await requireJoined(context, given)
  const columns = (of: string) => sql.raw(OUTCOME.map((name) => `${of}${name}`).join(', '))
  const renewed = sql.raw(OUTCOME.map((name) => `${name} = excluded.${name}`).join(', '))
  await sql`insert into efficiency.results as r
      (id, round, firm, ${columns('')}, told_to, synthetic, recorded_at, recorded_by)
    select ${round} || '.' || firm, ${round}, firm, ${columns('')}, null, synthetic, ${now()}::timestamptz, ${actor.id}
    from (${outcomes(given)}) o
    on conflict (round, firm) do update set ${renewed}, told_to = null, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by
    where (r.told_to, ${columns('r.')}) is distinct from (null, ${columns('excluded.')})`.execute(db)
  const { head } = given
  await sql`delete from efficiency.results r where round = ${round} and not exists (
    select from efficiency.firms f where f.id = r.firm and f.segment = ${head.segment} and f.period = ${`${head.year}-12`}
      and not (${given.scheme.joint} and f.joined is not null))`.execute(db)
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
