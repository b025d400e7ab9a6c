/** Loads the evaluation's part of the demonstration zone: the same rows at every run. */
import { peers } from '../../../kernel/figures/tables.ts'
import { insertRows } from '../../../kernel/store/rows.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { firms, measures, schemes, vetoes } from '../tables.ts'
import { SEGMENTS } from '../words.ts'
import { makeFirms, TOTALS } from './firms.ts'
import { makePeers } from './peers.ts'
import { SCHEMES, type SchemeDraft } from './schemes.ts'

const SEED = 2023
const YEARS = Object.keys(TOTALS)

/** @param scale multiplies the number of firms; the sums of 规上 firms stay what they are */
export async function* demo(
  context: Context,
  { scale }: { readonly scale: number },
): AsyncIterable<Progress> {
  const { actor, newId, vault } = context
  const origin = { actor, now: context.now(), newId, vault }
  const rows = makeFirms(SEED, scale).map((firm) => ({
    ...firm,
    recorded_at: `${firm.confirmed_on}T09:00:00+08:00`,
    synthetic: true,
  }))
  await insertRows(context.db, firms, rows, origin)
  await insertRows(
    context.db,
    vetoes,
    rows.flatMap(({ id, period }, at) =>
      at % 61 === 7
        ? [
            {
              firm: id,
              kind: at % 2 ? 'safety' : 'environment',
              best: at % 2 ? 'D' : 'B',
              office: 'economy',
              found_on: `${period.slice(0, 4)}-09-12`,
              basis: '示例认定文书',
              synthetic: true,
            },
          ]
        : [],
    ),
    origin,
  )
  await insertRows(context.db, schemes, SCHEMES.flatMap(headsOf), origin)
  await insertRows(context.db, measures, SCHEMES.flatMap(measuresOf), origin)
  await insertRows(context.db, peers, makePeers(YEARS), origin)
  yield { step: text('亩均评价数据', 'Evaluation data'), done: rows.length, total: rows.length }
}

const schemeId = (year: string, segment: string) => `efficiency-scheme-${year}-${segment}`

const headsOf = ({ segment, shares }: SchemeDraft) =>
  YEARS.map((year) => ({
    id: schemeId(year, segment),
    name: `${year} 年度示例方案：${SEGMENTS[segment].zh}`,
    year,
    segment,
    standing: 'sample',
    basis: '示例；权重和基准值取自台州市黄岩区 2022 年度公示，分档比例为虚构',
    cap: null,
    share_a: String(shares[0]),
    share_b: String(shares[1]),
    share_c: String(shares[2]),
    by_industry: false,
    floor_tax: null,
    floor_class: null,
    from: `${year}-01-01`,
    to: null,
    synthetic: true,
  }))

const measuresOf = ({ segment, measures }: SchemeDraft) =>
  YEARS.flatMap((year) =>
    measures.map((measure) => ({
      ...measure,
      id: `${schemeId(year, segment)}-${measure.measure}`,
      scheme: schemeId(year, segment),
      synthetic: true,
    })),
  )
