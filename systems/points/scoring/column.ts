/** One indicator as columns of the query over everybody, level by level; what only some normalisers need, only they have. */
import { type RawBuilder, sql } from 'kysely'
import type { Indicator } from './config.ts'

export type Sql = RawBuilder<unknown>

export interface Column {
  readonly group: string
  /** Of a stage: least, most, how many have a value. */
  readonly spans: readonly Sql[]
  /** The value, and how many are no better. */
  readonly values: readonly Sql[]
  /** `share ÷ whole` is the normalised value, 0..1 but for what is capped; null where there is no value. */
  readonly fractions: readonly Sql[]
  /** Points of whoever has a value, and the normalised value as it is shown. */
  readonly earned: readonly Sql[]
  /** Of a stage: the lower middle one of those points. */
  readonly middles: readonly Sql[]
  /** Points in the end, and why: 0 or the middle one where there is no value. */
  readonly points: readonly Sql[]
  readonly pointsOrMiddle: readonly Sql[]
  /** The columns that the explanation is told from; the other levels go no further. */
  readonly kept: readonly Sql[]
  /** What it adds to the sum of its group. */
  readonly term: Sql
  /** Its part of the explanation, JSON as text; null where the stage has no weight for it. */
  readonly told: Sql
}

const number = (written: string) => sql`${written}::numeric`

export function columnOf(indicator: Indicator, place: number): Column {
  const { group, counts, normaliser } = indicator
  const up = indicator.direction === 'up'
  const named = (name: string) => sql.ref(`${name}_${place + 1}`)
  const [x, share, whole, points, shown] = (['x', 'share', 'whole', 'points', 'shown'] as const).map(
    named,
  ) as [Sql, Sql, Sql, Sql, Sql]
  const [least, most, known, noBetter] = ['least', 'most', 'known', 'no_better'].map(named) as [
    Sql,
    Sql,
    Sql,
    Sql,
  ]
  const [earned, middle, reason] = ['earned', 'middle', 'reason'].map(named) as [Sql, Sql, Sql]
  const weight = weightOf(indicator)
  const value = sql`v[${place + 1}::int]`
  const ratio = normaliser === 'cap_ratio' || normaliser === 'log_ratio'
  const capped = ratio ? sql`${share} >= ${whole}` : sql`false`
  const spans =
    normaliser === 'minmax'
      ? [sql`min(${value}) as ${least}`, sql`max(${value}) as ${most}`]
      : normaliser === 'percentile'
        ? [sql`count(${value}) as ${known}`]
        : []
  const order = up ? sql`${value}` : sql`${value} desc`
  const rank = sql`count(${value}) over (partition by stage order by ${order} nulls last) as ${noBetter}`
  const against = {
    cap_ratio: [],
    log_ratio: [],
    bands: [],
    minmax: [least, most],
    percentile: [noBetter, known],
  }[normaliser]
  const why = sql`case when ${capped} then 'capped' ${ratio ? sql`when ${x} < 0 then 'negative'` : sql``} else 'scored' end`
  const text = (of: Sql) => sql`'"' || ${of} || '"'`
  return {
    group,
    spans,
    values: [sql`${value} as ${x}`, ...(normaliser === 'percentile' ? [rank] : [])],
    fractions: fractionOf(indicator, { x, least, most, known, noBetter }).map(
      (of, i) => sql`case when ${x} is not null then ${of} end as ${i === 0 ? share : whole}`,
    ),
    earned: [
      // One division, half up, exact: no quotient is rounded twice.
      sql`case when ${capped} then round(${weight}, 4)
        else div(20000 * ${weight} * ${share} + ${whole}, 2 * ${whole}) * 0.0001 end as ${earned}`,
      sql`case when ${capped} then 1.000000
        else div(2000000 * ${share} + ${whole}, 2 * ${whole}) * 0.000001 end as ${shown}`,
      sql`case when ${x} is not null then ${why} end as ${reason}`,
    ],
    middles: [sql`percentile_disc(0.5) within group (order by ${earned}) as ${middle}`],
    points: [
      sql`coalesce(${earned}, 0.0000) as ${points}`,
      sql`coalesce(${reason}, 'missing') as ${named('because')}`,
    ],
    pointsOrMiddle: [
      sql`coalesce(${earned}, ${middle}, 0.0000) as ${points}`,
      sql`coalesce(${reason}, case when ${middle} is null then 'missing' else 'median' end) as ${named('because')}`,
    ],
    kept: [x, shown, points, named('because'), ...against],
    term: sql`case when ${weight} is null then 0.0000 else ${counts === 'deduction' ? sql`-${points}` : points} end`,
    told: sql`case when ${weight} is not null then concat(${`{"indicator":${JSON.stringify(indicator.id)},"value":`}::text,
      coalesce(${text(x)}, 'null'), ',"weight":"', ${weightOf(indicator, (written) => sql`${number(written)}::text`)}, '"',',"normalised":', coalesce(${text(shown)}, 'null'),
      ',"against":', case when ${x} is null then '[]' else ${againstOf(indicator, against, x)} end,
      ',"points":', ${text(points)}, ',"reason":', ${text(named('because'))}, '}') end`,
  }
}

function weightOf({ weights }: Indicator, of: (written: string) => Sql = number): Sql {
  const cases = Object.entries(weights).map(([stage, weight]) => sql`when ${stage} then ${of(weight)}`)
  return cases.length > 0 ? sql`(case stage ${sql.join(cases, sql` `)} end)` : sql`null::numeric`
}

type Peers = Readonly<Record<'x' | 'least' | 'most' | 'known' | 'noBetter', Sql>>

function fractionOf(indicator: Indicator, { x, least, most, known, noBetter }: Peers): readonly [Sql, Sql] {
  const up = indicator.direction === 'up'
  switch (indicator.normaliser) {
    case 'minmax':
      return [
        sql`case when ${least} = ${most} then 1 ${up ? sql`else ${x} - ${least}` : sql`else ${most} - ${x}`} end`,
        sql`case when ${least} = ${most} then 1 else ${most} - ${least} end`,
      ]
    case 'percentile':
      return [sql`${noBetter}::numeric`, sql`${known}::numeric`]
    case 'bands':
      return [bandOf(indicator, x, ({ share }) => number(share), sql`0`), sql`100::numeric`]
    default: {
      const log = indicator.normaliser === 'log_ratio'
      const scale = (of: Sql) => (log ? sql`round(ln(round(1 + ${of}, 30)), 20)` : of)
      const [own, mark] = [scale(sql`greatest(${x}, 0)`), scale(number(indicator.benchmark!))]
      return [
        sql`case when ${x} < 0 then 0 else ${up ? own : mark} end`,
        sql`case when ${x} < 0 then 1 else ${up ? mark : own} end`,
      ]
    }
  }
}

/** What a value was measured against, as a JSON list. */
function againstOf(indicator: Indicator, peers: readonly Sql[], x: Sql): Sql {
  const list = (items: readonly Sql[]) => sql`'["' || ${sql.join(items, sql` || '","' || `)} || '"]'`
  if (peers.length > 0) return list(peers)
  if (indicator.normaliser === 'bands')
    return bandOf(indicator, x, ({ from }) => sql`${`["${from}"]`}::text`, sql`'[]'`)
  return list([number(indicator.benchmark!)])
}

/** Something of the highest band that a value reaches. */
function bandOf({ bands }: Indicator, x: Sql, of: (band: Indicator['bands'][number]) => Sql, none: Sql): Sql {
  const cases = bands.toReversed().map((band) => sql`when ${x} >= ${number(band.from)} then ${of(band)}`)
  return cases.length > 0 ? sql`(case ${sql.join(cases, sql` `)} else ${none} end)` : none
}
