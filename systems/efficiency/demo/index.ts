/** Loads the evaluation's part of the demonstration zone: the same rows at every run. */
import { peers } from '../../../kernel/figures/tables.ts'
import { insertRows } from '../../../kernel/store/rows.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readScheme, writeResults } from '../evaluation/index.ts'
import { firms, measures, plots, rounds, schemes, vetoes } from '../tables.ts'
import { SEGMENTS } from '../words.ts'
import { type FirmDraft, makeFirms, TOTALS } from './firms.ts'
import { makePeers } from './peers.ts'
import { manufacturers } from './register.ts'
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
  const rows = makeFirms(SEED, scale, await manufacturers(context, scale)).map((firm) => ({
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
  await insertRows(context.db, plots, rows.filter(ofNewest).flatMap(plotsOf), origin)
  await tryNewest(context)
  yield { step: text('亩均评价数据', 'Evaluation data'), done: rows.length, total: rows.length }
}

const NEWEST = YEARS.at(-1)!
const ofNewest = ({ period, segment }: FirmDraft) => segment === 'above' && period === `${NEWEST}-12`

/** Every tenth of the larger firms lets two mu to somebody: its land is what its plots add up to. */
const plotsOf = ({ id, land, tenants }: FirmDraft) =>
  tenants === 0
    ? []
    : [
        { kind: 'owned', address: '示例路 1 号', certified: (Number(land) + 2).toFixed(2), other: '本企业' },
        { kind: 'rented_out', address: '示例路 1 号', certified: '2.00', other: '示例承租企业' },
      ].map((plot) => ({ ...plot, firm: id, synthetic: true }))

/** The newest year as it stands after a trial: by sample schemes it goes no further. */
async function tryNewest(context: Context): Promise<void> {
  const { db, actor, newId, vault } = context
  for (const { segment } of SCHEMES) {
    const round = `efficiency-round-${NEWEST}-${segment}`
    const scheme = schemeId(NEWEST, segment)
    const evaluated = await writeResults(context, round, await readScheme(context, scheme))
    const row = { id: round, scheme, state: 'computed', evaluated, computed_by: actor.id, synthetic: true }
    await insertRows(db, rounds, [row], { actor, now: context.now(), newId, vault })
  }
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
