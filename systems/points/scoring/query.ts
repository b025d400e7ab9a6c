/** Everybody of a round at once, as one query; a property test holds it equal to `scoreAll`. */
import { type RawBuilder, sql } from 'kysely'
import { type Column, columnOf, type Sql } from './column.ts'
import type { Scheme } from './config.ts'

/**
 * One row an enterprise throughout: an indicator is some columns of it, so nothing is turned into rows of its own and
 * grouped back, and cost grows with the enterprises. Nothing but the two small tables of each stage is joined, so a wrong
 * guess of how many there are costs nothing either.
 * @param subjects a row an enterprise: `id`, `code`, `name`, `revenue` (万元), `sector`, and `v`, its values by
 *   indicator in their order, numeric[] of six decimals
 * @returns a query with a row for each that has a stage: `id`, `code`, `name`, `sector`, `stage`, `total`, points by
 *   group, ranks, `list`, and `parts`, the explanation as `Part[]`
 */
export function scoredQuery(scheme: Scheme, subjects: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = scheme.indicators.map(columnOf)
  const each = (of: (column: Column) => readonly Sql[]) =>
    sql.join([sql`null as nothing`, ...columns.flatMap(of)])
  const is = sql`id, code, name, sector, stage`
  const median = scheme.undefined === 'median'
  // Each `offset 0` has a level computed once, instead of written out wherever the next ones name it.
  return sql`
    with subject as materialized (
      select s.*, (select g.stage from ${stagesOf(scheme)} where g."from" <= s.revenue
        order by g."from" desc limit 1) as stage
      from (${subjects}) s where s.revenue is not null),
    span as materialized (
      select stage as of_stage, ${each(({ spans }) => spans)} from subject where stage is not null group by 1),
    valued as (
      select ${is}, p.*, ${each(({ values }) => values)}
      from subject left join span p on p.of_stage = stage where ${anyWeight(scheme)} offset 0),
    measured as (select *, ${each(({ fractions }) => fractions)} from valued offset 0),
    earned as ${median ? sql`materialized` : sql``} (
      select *, ${each(({ earned }) => earned)} from measured offset 0),
    ${
      median
        ? sql`middle as (
          select stage as of_stage, ${each(({ middles }) => middles)} from earned group by 1),`
        : sql``
    }
    pointed as (
      select e.*, ${each((one) => (median ? one.pointsOrMiddle : one.points))}
      from earned e ${median ? sql`left join middle m on m.of_stage = e.stage` : sql``} offset 0),
    summed as (
      select *, innovation + growth + auxiliary as total from (
        select ${is}, ${each(({ kept }) => kept)}, ${sumOf(columns, 'innovation')} as innovation,
          ${sumOf(columns, 'growth')} as growth, ${sumOf(columns, 'auxiliary')} as auxiliary
        from pointed) x),
    ranked as (
      select *,
        rank() over (partition by stage order by total desc ${
          scheme.ties === 'innovation' ? sql`, innovation desc` : sql``
        }) as rank,
        count(*) over (partition by stage) as ranked,
        case when sector is not null then rank() over (partition by sector order by total desc) end as sector_rank,
        case when sector is not null then count(*) over (partition by sector) end as sector_ranked
      from summed)
    select ${is}, total, innovation, growth, auxiliary, rank, ranked, sector_rank, sector_ranked,
      (select l.list from ${listsOf(scheme)} where r.rank <= case
        when r.ranked >= ${scheme.small.below}::int then floor(l.share * r.ranked / 100)
        when ${scheme.small.rule} = 'ceil' then ceil(l.share * r.ranked / 100) else 0 end
      order by l.share limit 1) as list,
      -- Written as text and read once: a third of the time of building each object.
      ('[' || array_to_string(array[${sql.join(columns.map(({ told }) => told))}]::text[], ',') || ']')::jsonb as parts
    from ranked r`
}

/** Whose stage no indicator has a weight for is not scored. */
function anyWeight({ indicators }: Scheme): Sql {
  const stages = new Set(indicators.flatMap(({ weights }) => Object.keys(weights)))
  return sql`stage = any(${[...stages]}::text[])`
}

const sumOf = (columns: readonly Column[], group: string): Sql =>
  columns
    .filter((column) => column.group === group)
    .reduce((sum, { term }) => sql`${sum} + ${term}`, sql`0.0000`)

const recordset = (rows: readonly object[], columns: RawBuilder<unknown>) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${columns}`

const stagesOf = ({ stages }: Scheme) => recordset(stages, sql`g (stage text, "from" numeric)`)

/** Shares cumulate: a list ends where the next begins. */
function listsOf({ shares }: Scheme) {
  let share = 0n
  const hundredths = (given: string) => BigInt(Math.round(Number(given) * 1e6))
  const rows = shares.map(({ list, share: own }) => {
    share += hundredths(own)
    return { list, share: Number(share) / 1e6 }
  })
  return recordset(rows, sql`l (list text, share numeric)`)
}
