/** Loads the shipped papers with their granules, and sample budget pots: the same rows at every run. */
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { matchEverybody } from '../matching/index.ts'
import { clauses, criteria, documents, granules, pots } from '../tables.ts'
import { SHIPPED, type ShippedDocument, type ShippedGranule } from './content.ts'
import { redemptionDemo } from './redemption.ts'

const EDITOR = 'gaoxin'
const ENTERED_AT = '2024-01-08T09:00:00+08:00'

/** Budgets are samples; no real one is known to us. */
const POTS = [
  ['science', '科技创新专项资金', '206 科学技术支出', '120000000'],
  ['economy', '产业发展专项资金', '215 资源勘探工业信息等支出', '200000000'],
] as const
const potOf = (office: string) => `policy-pot-2024-${office}`

export async function* demo(context: Context): AsyncIterable<Progress> {
  const { db, actor, newId } = context
  const origin = { actor, newId, now: context.now() }
  const synthetic = { synthetic: true, recorded_at: ENTERED_AT }
  const enter = async (record: Parameters<typeof insertRows>[1], rows: readonly object[]) =>
    insertRows(
      db,
      record,
      rows.map((row) => ({ ...row, ...synthetic })),
      origin,
    )
  await enter(
    pots,
    POTS.map(([office, name, line, amount]) => ({
      id: potOf(office),
      year: '2024',
      name: `2024 年${name}（示例）`,
      line,
      office,
      amount,
      committed: '0',
    })),
  )
  await enter(
    documents,
    SHIPPED.map(({ clauses: _, ...document }) => ({ ...document, issued_on: null, to: null, text: null })),
  )
  const papers = SHIPPED.flatMap((document) =>
    document.clauses.map((clause, i) => ({
      document,
      clause,
      id: `${document.id}-${i + 1}`,
      position: i + 1,
    })),
  )
  await enter(
    clauses,
    papers.map(({ document, clause, id, position }) => ({
      id,
      document: document.id,
      position,
      number: clause.number,
      text: clause.text,
    })),
  )
  const all = papers.flatMap(({ document, clause, id }) =>
    clause.granules.map((granule) => ({ document, clauseId: id, number: clause.number, granule })),
  )
  await enter(
    granules,
    all.map(({ document, clauseId, number, granule }) => granuleRow(document, clauseId, number, granule)),
  )
  await enter(
    criteria,
    all.flatMap(({ granule }) =>
      granule.criteria.map((criterion, i) => ({
        ...criterion,
        id: `${granuleId(granule)}-${i + 1}`,
        granule: granuleId(granule),
        position: i + 1,
      })),
    ),
  )
  yield { step: text('惠企政策颗粒', 'Policy granules'), done: all.length, total: all.length }
  await matchEverybody(context)
  yield { step: text('政策匹配', 'Matching of policies'), done: all.length, total: all.length }
  yield* redemptionDemo(context)
}

const granuleId = ({ code }: Pick<ShippedGranule, 'code'>) => `policy-granule-${code.toLowerCase()}-1`

/** A shipped granule as its row. */
export const granuleRow = (
  document: ShippedDocument,
  clause: string,
  clauseNumber: string,
  { criteria: _, capItem, capYear, months, ...granule }: ShippedGranule,
) => ({
  ...granule,
  id: granuleId(granule),
  version: 1,
  clause,
  office: document.office,
  state: 'published',
  standing: document.standing,
  from: document.from,
  to: null,
  cap_item: capItem,
  cap_year: capYear,
  pot: potOf(document.office),
  window_from: null,
  window_to: null,
  window_months: months,
  basis: `《${document.title}》${clauseNumber}`,
  editors: [EDITOR],
  published_by: EDITOR,
  published_at: ENTERED_AT,
})
