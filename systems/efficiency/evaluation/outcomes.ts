/**
 * `scoring/` as one query over all firms of a group: what is said there of one firm is said here of a hundred thousand.
 * Quotients are rounded once and exactly (`div` of whole numerics), never first to the digits of a division.
 */
import { type RawBuilder, sql } from 'kysely'
import { INPUTS, MEASURES } from '../words.ts'
import type { SchemeOf } from './scheme.ts'

/**
 * A query of one row a firm: firm, name, synthetic, score, deducted, rank, ranked, class, by_rank, moved, exemption, found,
 * members, points.
 */
export function outcomes({ head, scheme }: SchemeOf): RawBuilder<unknown> {
  const { floor, shares, cap, joint, newYears, rent, research } = scheme
  const [a, b, c] = shares
  const tax = floor?.tax ?? null
  const best = floor?.best ?? null
  const of = sql.raw(joint ? 'coalesce(f.joined, f.id)' : 'f.id')
  return sql`
    with own as materialized (
      select h.id, h.name, h.synthetic, coalesce(h.exemption, case when h.founded_on > ${
        newYears === null ? null : `${Number(head.year) - newYears}-12-31`
      }::date then 'new' end) as exemption,
        case when ${scheme.byIndustry} then h.industry else '' end as field, ${INPUT_SUMS},
        coalesce(sum(f.tenants), 0) as tenants, max(v.worst) as worst,
        coalesce(jsonb_agg(v.found order by f.id <> h.id, f.id) filter (where v.found is not null), '[]') as found,
        jsonb_agg(jsonb_build_object('firm', f.id, 'name', f.name) order by f.id) filter (where f.id <> h.id) as members
      from efficiency.firms f join efficiency.firms h on h.id = ${of} and h.period = f.period
      left join (select firm, max(best) as worst, jsonb_agg(jsonb_build_object('kind', kind, 'best', best)
        order by kind) as found from efficiency.vetoes group by firm) v on v.firm = f.id
      where h.segment = ${head.segment} and f.period = ${`${head.year}-12`} group by h.id
    ), firm as materialized (
      select own.*, exemption is not null as exempt, ${research !== null} and not (
        coalesce(coalesce(research, 0) >= ${research?.amount ?? null}::numeric, false) or coalesce(revenue > 0
          and coalesce(research, 0) * 100 >= revenue * ${research?.share ?? null}::numeric, false)) as idle,
        case when tenants > 0 then nullif(${rent?.first ?? null}::numeric
          + ${rent?.each ?? null}::numeric * (tenants - 1), 0) end as deducted
      from own
    ), measure as (
      select ordinality as at, m->>'measure' as measure, m->>'missing' as missing, m->>'weight' as weight,
        m->>'benchmark' as benchmark, (m->>'weight')::numeric as w, (m->>'benchmark')::numeric as b,
        (m->>'weight')::numeric * ${cap}::numeric as most
      from jsonb_array_elements(${JSON.stringify(scheme.measures)}::jsonb) with ordinality as given(m, ordinality)
    ), part as (
      select f.id as firm, m.*, case measure ${PARTS(0)} end as n, case measure ${PARTS(1)} end as d
      from firm f cross join measure m
    ), line as materialized (
      select firm, at, measure, missing, weight, benchmark,
        case when n is null or d is null or d <= 0 then 'missing' when n < 0 then 'negative'
          when n * w > most * d * b then 'capped' else 'scored' end as reason,
        case when d > 0 then sign(n) * div(2000000 * abs(n) + d, 2 * d) / 1000000 end as value,
        case when n is null or d is null or d <= 0 or n < 0 then 0 when n * w > most * d * b then most
          else div(20000 * n * w + d * b, 2 * d * b) / 10000 end as points
      from part
    ), mean as (
      select measure, div(20000 * sum(round(points, 4)) + count(*), 2 * count(*)) / 10000 as points
      from line where reason <> 'missing' group by measure
    ), scored as (
      select l.firm, sum(own.points) as score, jsonb_agg(jsonb_build_object('measure', l.measure,
        'value', round(l.value, 6)::text, 'benchmark', l.benchmark, 'weight', l.weight, 'points', own.points::text,
        'reason', own.reason) order by l.at) as points
      from line l left join mean on mean.measure = l.measure
      cross join lateral (select l.reason = 'missing' and l.missing = 'average' as averaged) is_
      cross join lateral (select round(case when averaged then coalesce(mean.points, 0) else l.points end, 4) as points,
        case when averaged then 'average' else l.reason end as reason) own
      group by l.firm
    ), placed as (
      select f.*, s.score - coalesce(deducted, 0) as score, s.points,
        case when not exempt then rank() over (partition by field, exempt
          order by s.score - coalesce(deducted, 0) desc) end as rank,
        count(*) filter (where not exempt) over (partition by field) as ranked
      from firm f join scored s on s.firm = f.id
    ), classed as (
      select *, case when exempt then null when rank <= round(ranked * ${a}::numeric * 0.01) then 'A'
        when rank <= round(ranked * (${a}::numeric + ${b}::numeric) * 0.01) then 'B'
        when rank <= round(ranked * (${a}::numeric + ${b}::numeric + ${c}::numeric) * 0.01) then 'C' else 'D' end as by_rank
      from placed
    ), raised as (
      select *, case when land > 0 and tax >= ${tax}::numeric * land then least(by_rank, ${best}::text) else by_rank end
        as raised, greatest(worst, case when idle then ${research?.best ?? null}::text end) as most
      from classed
    )
    select id as firm, name, synthetic, score, round(deducted, 4) as deducted, rank, ranked, points, by_rank, exemption,
      members, ${FOUND(research?.best ?? null)} as found,
      case when exempt then 'N' else greatest(raised, most) end as class,
      case when exempt then null when greatest(raised, most) <> raised then 'veto'
        when raised <> by_rank then 'floor' end as moved
    from raised`
}

const INPUT_SUMS = sql.raw(INPUTS.map((input) => `sum(f.${input}) as ${input}`).join(', '))

/** All that was found against a firm and those joined to it, as one list, with too little R&D last. */
const FOUND = (best: string | null) => sql`(
  select coalesce(jsonb_agg(one order by part.at, each.at), '[]')
    || case when idle then jsonb_build_array(jsonb_build_object('kind', 'research', 'best', ${best}::text)) else '[]' end
  from jsonb_array_elements(found) with ordinality as part(ones, at),
    jsonb_array_elements(part.ones) with ordinality as each(one, at))`

/** What is divided (0), or by what (1), of each indicator. */
const PARTS = (side: 0 | 1) =>
  sql.raw(
    Object.entries(MEASURES)
      .map(([id, { over }]) => `when '${id}' then f.${over[side]}`)
      .join(' '),
  )
