/** Everybody of a round at once, as one query; a property test holds it equal to `scoreAll`. */
import { type RawBuilder, sql } from 'kysely'
import type { Scheme } from './config.ts'

/**
 * @param subjects a row an enterprise: `id`, `code`, `name`, `revenue` (万元), `sector`, and `v`, its values by
 *   indicator in their order, numeric[] of six decimals
 * @returns a query with a row for each that has a stage: `id`, `code`, `name`, `sector`, `stage`, `total`, points by
 *   group, ranks, `list`, and `parts`, the explanation as `Part[]`
 */
export function scoredQuery(scheme: Scheme, subjects: RawBuilder<unknown>): RawBuilder<unknown> {
  const { points, reason, join } = UNKNOWN[scheme.undefined]
  return sql`
    with subject as materialized (
      select s.*, (select g.stage from ${stagesOf(scheme)} where g."from" <= s.revenue
        order by g."from" desc limit 1) as stage
      from (${subjects}) s where s.revenue is not null),
    raw as (
      select s.id, s.stage, i.*, v.value
      from subject s cross join lateral unnest(s.v) with ordinality v (value, place)
      join ${indicatorsOf(scheme)} on i.at = v.place and i.of_stage = s.stage),
    peers as (
      select raw.*,
        min(value) over peer as least, max(value) over peer as most, count(value) over peer as known,
        case when value is null or kind <> 'percentile' then null
          when up then count(value) over (partition by stage, at order by value nulls last)
          else count(value) over (partition by stage, at order by value desc nulls last) end as no_better
      from raw window peer as (partition by stage, at)),
    measured as (
      select p.*, f.share, f.whole, f.against,
        f.share >= f.whole and kind in ('cap_ratio', 'log_ratio') as capped
      from peers p left join lateral (${FRACTION}) f on p.value is not null),
    earned as materialized (
      select m.*, case when value is null then null when capped then round(weight, 4)
        -- One division, half up, exact: no quotient is rounded twice.
        else div(20000 * weight * share + whole, 2 * whole) * 0.0001 end as points
      from measured m),
    middle as (
      select stage, at, percentile_disc(0.5) within group (order by points) as points
      from earned where points is not null group by 1, 2),
    part as (
      select e.id, e.of_group, coalesce(e.points, ${points}, 0.0000) as points,
        case e.counts when 'deduction' then -1 else 1 end as sign, e.at,
        jsonb_build_object('indicator', e.indicator, 'value', e.value::text, 'weight', e.weight::text,
          'normalised', case when e.value is null then null when e.capped then '1.000000'
            else (div(2000000 * e.share + e.whole, 2 * e.whole) * 0.000001)::text end,
          'against', coalesce(to_jsonb(e.against), '[]'), 'points', coalesce(e.points, ${points}, 0.0000)::text,
          'reason', case when e.value is null then ${reason}
            when e.kind not in ('cap_ratio', 'log_ratio') then 'scored'
            when e.value < 0 then 'negative' when e.capped then 'capped' else 'scored' end) as told
      from earned e ${join}),
    summed as (
      select id, sum(sign * points) as total,
        coalesce(sum(sign * points) filter (where of_group = 'innovation'), 0.0000) as innovation,
        coalesce(sum(sign * points) filter (where of_group = 'growth'), 0.0000) as growth,
        coalesce(sum(sign * points) filter (where of_group = 'auxiliary'), 0.0000) as auxiliary,
        jsonb_agg(told order by at) as parts
      from part group by id),
    ranked as (
      select s.id, s.code, s.name, s.sector, s.stage, t.total, t.innovation, t.growth, t.auxiliary, t.parts,
        rank() over (partition by s.stage order by t.total desc ${
          scheme.ties === 'innovation' ? sql`, t.innovation desc` : sql``
        }) as rank,
        count(*) over (partition by s.stage) as ranked,
        case when s.sector is not null then rank() over (partition by s.sector order by t.total desc) end
          as sector_rank,
        case when s.sector is not null then count(*) over (partition by s.sector) end as sector_ranked
      from subject s join summed t on t.id = s.id)
    select r.*, (select l.list from ${listsOf(scheme)} where r.rank <= case
        when r.ranked >= ${scheme.small.below}::int then floor(l.share * r.ranked / 100)
        when ${scheme.small.rule} = 'ceil' then ceil(l.share * r.ranked / 100) else 0 end
      order by l.share limit 1) as list
    from ranked r`
}

/** `share ÷ whole` is the normalised value of a value that is known, 0..1 but for what is capped. */
const FRACTION = sql`
  select
    case p.kind
      when 'minmax' then case when p.least = p.most then 1 when p.up then p.value - p.least else p.most - p.value end
      when 'percentile' then p.no_better
      when 'bands' then coalesce(b.share, 0)
      else case when p.value < 0 then 0 when p.up then s.own else s.mark end end as share,
    case p.kind
      when 'minmax' then case when p.least = p.most then 1 else p.most - p.least end
      when 'percentile' then p.known
      when 'bands' then 100
      else case when p.value < 0 then 1 when p.up then s.mark else s.own end end as whole,
    case p.kind
      when 'minmax' then array[p.least::text, p.most::text]
      when 'percentile' then array[p.no_better::text, p.known::text]
      when 'bands' then case when b."from" is null then '{}' else array[b."from"::text] end
      else array[p.mark::text] end as against
  from (select
      case when p.kind = 'log_ratio' then round(ln(round(1 + greatest(p.value, 0), 30)), 20)
        else greatest(p.value, 0) end as own,
      case when p.kind = 'log_ratio' then round(ln(round(1 + p.mark, 30)), 20) else p.mark end as mark) s
    left join lateral (
      select g."from", g.share from jsonb_to_recordset(p.bands) g ("from" numeric, share numeric)
      where p.kind = 'bands' and g."from" <= p.value order by g."from" desc limit 1) b on true`

/** What counts where a value is not known. */
const UNKNOWN = {
  zero: { points: sql`null::numeric`, reason: sql`'missing'`, join: sql`` },
  median: {
    points: sql`d.points`,
    reason: sql`case when d.points is null then 'missing' else 'median' end`,
    join: sql`left join middle d on d.stage = e.stage and d.at = e.at`,
  },
} as const

const recordset = (rows: readonly object[], columns: RawBuilder<unknown>) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${columns}`

const stagesOf = ({ stages }: Scheme) => recordset(stages, sql`g (stage text, "from" numeric)`)

/** A row an indicator and stage that has a weight for it. */
const indicatorsOf = ({ indicators }: Scheme) =>
  recordset(
    indicators.flatMap((one, i) =>
      Object.entries(one.weights).map(([stage, weight]) => ({
        at: i + 1,
        of_stage: stage,
        indicator: one.id,
        of_group: one.group,
        counts: one.counts,
        kind: one.normaliser,
        up: one.direction === 'up',
        weight,
        mark: one.benchmark,
        bands: one.bands,
      })),
    ),
    sql`i (at int, of_stage text, indicator text, of_group text, counts text, kind text, up boolean, weight numeric,
      mark numeric, bands jsonb)`,
  )

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
