/** From the rows of a scheme to what the scoring takes. */
import { sql } from 'kysely'
import { getRow, notFound } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import { bandsOf, type Indicator, LIST_IDS, type Scheme } from './scoring/index.ts'
import { type IndicatorRow, type SchemeRow, schemes } from './tables.ts'
import { STAGE_IDS, type Stage } from './words.ts'

export interface ReadScheme {
  readonly head: SchemeRow
  readonly rows: readonly IndicatorRow[]
  readonly scheme: Scheme
}

/** @throws GaoxinError RECORD_NOT_FOUND, POINTS_BENCHMARK */
export async function readScheme({ db }: Pick<Context, 'db'>, id: string): Promise<ReadScheme> {
  const head = (await getRow(db, schemes, id)) as SchemeRow | undefined
  if (!head) throw notFound(schemes, id)
  const { rows } = await sql<IndicatorRow>`
    select * from points.indicators where scheme = ${id} order by number`.execute(db)
  return { head, rows, scheme: schemeOf(head, rows) }
}

const schemeOf = (head: SchemeRow, rows: readonly IndicatorRow[]): Scheme => ({
  stages: STAGE_IDS.flatMap((stage) => {
    const from = head[`from_${stage}`]
    return from === null ? [] : [{ stage, from }]
  }),
  indicators: rows.map(indicatorOf),
  shares: LIST_IDS.map((list) => ({ list, share: head[`share_${list}`] })),
  ties: head.ties as Scheme['ties'],
  small: { below: head.small_below, rule: head.small as 'ceil' | 'none' },
  undefined: head.undefined as Scheme['undefined'],
})

function indicatorOf(row: IndicatorRow): Indicator {
  const bands = bandsOf(row.bands)
  if (!bands)
    throw pointsError('POINTS_BENCHMARK', text('分档读不懂', 'The bands cannot be read'), {
      place: row.name,
      value: row.bands,
    })
  const weights = STAGE_IDS.flatMap((stage): [Stage, string][] => {
    const weight = row[`weight_${stage}`]
    return weight === null ? [] : [[stage, weight]]
  })
  return {
    id: row.id,
    name: row.name,
    group: row.group as Indicator['group'],
    expression: row.expression,
    direction: row.direction as Indicator['direction'],
    counts: row.counts as Indicator['counts'],
    normaliser: row.normaliser as Indicator['normaliser'],
    benchmark: row.benchmark,
    bands,
    weights: Object.fromEntries(weights),
  }
}
