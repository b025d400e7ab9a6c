import { sql } from 'kysely'
import { getRow, notFound } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { efficiencyError } from '../errors.ts'
import { type Measure, requireSound, type Scheme } from '../scoring/index.ts'
import { type SchemeRow, schemes } from '../tables.ts'
import type { Class } from '../words.ts'

/** A scheme with the group and year that it is for. */
export interface SchemeOf {
  readonly head: SchemeRow
  readonly scheme: Scheme
}

/** @throws GaoxinError RECORD_NOT_FOUND, EFFICIENCY_EMPTY, and what `requireSound` throws */
export async function readScheme({ db }: Context, id: string): Promise<SchemeOf> {
  const head = (await getRow(db, schemes, id)) as SchemeRow | undefined
  if (!head) throw notFound(schemes, id)
  const { rows: measures } = await sql<Measure>`
    select measure, weight::text as weight, benchmark::text as benchmark, missing
    from efficiency.measures where scheme = ${id} order by weight desc, measure`.execute(db)
  if (measures.length === 0)
    throw efficiencyError('EFFICIENCY_EMPTY', text('方案没有指标', 'The scheme has no indicators'), {
      place: head.name,
    })
  const scheme = schemeOf(head, measures)
  requireSound(scheme)
  return { head, scheme }
}

const schemeOf = (head: SchemeRow, measures: readonly Measure[]): Scheme => ({
  cap: head.cap,
  shares: [head.share_a, head.share_b, head.share_c],
  byIndustry: head.by_industry,
  floor:
    head.floor_tax !== null && head.floor_class
      ? { tax: head.floor_tax, best: head.floor_class as Class }
      : null,
  joint: head.joint === true,
  rent:
    head.rent_first !== null || head.rent_each !== null
      ? { first: head.rent_first ?? '0', each: head.rent_each ?? '0' }
      : null,
  newYears: head.new_years === null ? null : Number(head.new_years),
  research: head.research_best
    ? { amount: head.research_amount, share: head.research_share, best: head.research_best as Class }
    : null,
  measures,
})
