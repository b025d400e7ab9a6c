import { sql } from 'kysely'
import { Decimal } from '../../kernel/figures/series.ts'
import { getRow, notFound } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { efficiencyError } from './errors.ts'
import {
  type Classed,
  classify,
  type Measure,
  requireSound,
  type Scheme,
  type Scored,
  scoreAll,
} from './scoring/index.ts'
import { type FirmRow, type SchemeRow, schemes } from './tables.ts'
import type { Class } from './words.ts'

type Firm = FirmRow & { readonly vetoes: readonly Class[] }

/** One firm with all that the evaluation says of it. */
export interface Outcome extends Scored, Classed {
  readonly firm: Firm
}

/**
 * Evaluates the firms of a scheme's group and year, as their data stand now; writes nothing.
 * @throws GaoxinError RECORD_NOT_FOUND, EFFICIENCY_EMPTY, and what `requireSound` throws
 */
export async function compute({ db }: Context, schemeId: string): Promise<Outcome[]> {
  const head = (await getRow(db, schemes, schemeId)) as SchemeRow | undefined
  if (!head) throw notFound(schemes, schemeId)
  const { rows: measures } = await sql<Measure>`
    select measure, weight::text as weight, benchmark::text as benchmark, missing
    from efficiency.measures where scheme = ${schemeId} order by weight desc, measure`.execute(db)
  const { rows: firms } = await sql<Firm>`
    select f.*, coalesce(v.vetoes, '{}') as vetoes from efficiency.firms f
    left join (select firm, array_agg(best order by best) as vetoes from efficiency.vetoes group by firm) v on v.firm = f.id
    where f.segment = ${head.segment} and f.period = ${`${head.year}-12`} order by f.id`.execute(db)
  if (measures.length === 0 || firms.length === 0)
    throw efficiencyError(
      'EFFICIENCY_EMPTY',
      text(
        '方案没有指标，或者没有可评价的企业',
        'The scheme has no indicators, or there is no firm to evaluate',
      ),
      { place: head.name },
    )
  const scheme = schemeOf(head, measures)
  requireSound(scheme)
  const scored = scoreAll(scheme, firms)
  const classed = classify(
    scheme,
    firms.map((firm, at) => ({
      score: scored[at]!.score,
      industry: firm.industry,
      taxPerMu: taxPerMu(firm),
      exempt: firm.exemption !== null,
      vetoes: firm.vetoes,
    })),
  )
  return firms.map((firm, at) => ({ firm, ...scored[at]!, ...classed[at]! }))
}

const schemeOf = (head: SchemeRow, measures: readonly Measure[]): Scheme => ({
  cap: head.cap,
  shares: [head.share_a, head.share_b, head.share_c],
  byIndustry: head.by_industry,
  floor:
    head.floor_tax !== null && head.floor_class
      ? { tax: head.floor_tax, best: head.floor_class as Class }
      : null,
  measures,
})

const taxPerMu = ({ tax, land }: FirmRow): string | null =>
  tax !== null && Number(land) > 0 ? new Decimal(tax).div(land).toFixed() : null
