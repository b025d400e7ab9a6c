/** Who gets a granule today, and who misses it by how much. */
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import { decimalShape } from '../../../kernel/shapes.ts'
import { guarded } from '../../../kernel/store/exchange/csv.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { granuleOf } from '../granule/index.ts'
import { matchEverybody } from '../matching/index.ts'

const STAFF = [...OFFICERS, 'guest'] as const
const PAGE = 50
/** Rows of a file in one piece. */
const PIECE = 2_000

interface Reached {
  readonly enterprise: string
  readonly code: string
  readonly name: string
  readonly amount: string | null
  readonly says: string | null
  readonly gap: string | null
  readonly unit: string | null
}

/** The richest first, and of near misses the nearest. */
async function reachedBy(
  { db }: Pick<Context, 'db'>,
  granule: string,
  verdict: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly Reached[]> {
  const { rows } = await sql<Reached>`
    select m.enterprise, e.code, e.name, m.amount::text, c.says, m.gap::text, c.unit
    from policy.matches m join enterprises.enterprises e on e.id = m.enterprise
    left join policy.criteria c on c.granule = m.granule and c.position = m.near
    where m.granule = ${granule} and m.verdict = ${verdict}
    order by case when m.verdict = 'near' then m.near end, case when m.verdict = 'near' then m.gap end,
      m.amount desc nulls last, m.enterprise
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const VERDICT = z.enum(['match', 'near'])

export const reachRoutes = [
  defineRoute({
    method: 'GET',
    path: '/granules/:id/enterprises',
    summary: text('符合或只差一项的企业', 'Enterprises that match, or miss by one criterion'),
    allow: STAFF,
    input: z.object({
      id: z.string().max(200),
      verdict: VERDICT,
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
    }),
    output: z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          enterprise: z.string(),
          code: z.string(),
          name: z.string(),
          amount: decimalShape.nullable(),
          says: z.string().nullable(),
          gap: decimalShape.nullable(),
          unit: z.string().nullable(),
        }),
      ),
    }),
    handle: async (context, { id, verdict, offset }) => {
      await granuleOf(context, id)
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from policy.matches
        where granule = ${id} and verdict = ${verdict}`.execute(context.db)
      return {
        total: rows[0]?.n ?? 0,
        rows: [...(await reachedBy(context, id, verdict, { offset, limit: PAGE }))],
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/granules/:id/enterprises.csv',
    summary: text('符合或只差一项的企业，CSV', 'The same as a file'),
    allow: STAFF,
    input: z.object({ id: z.string().max(200), verdict: VERDICT }),
    output: { contentType: 'text/csv; charset=utf-8' },
    handle: async (context, { id, verdict }) => {
      const { row } = await granuleOf(context, id)
      return {
        fileName: `${row.code}-${verdict === 'match' ? '符合' : '只差一项'}.csv`,
        contentType: 'text/csv; charset=utf-8',
        pieces: filePieces(context, id, verdict),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/runs',
    summary: text('对全部企业重新匹配', 'Match everybody anew'),
    allow: ['officer', 'statistician', 'supervisor', 'leader'],
    input: z.object({}),
    output: z.object({ id: z.string() }),
    handle: async (context) => ({ id: await matchEverybody(context) }),
  }),
]

async function* filePieces(context: Context, id: string, verdict: string): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  const head = ['统一社会信用代码', '企业名称', '测算金额（元）', '所差条件', '差距', '单位']
  yield encoder.encode(`\uFEFF${stringify([head])}`)
  for (let offset = 0; ; offset += PIECE) {
    const rows = await reachedBy(context, id, verdict, { offset, limit: PIECE })
    if (rows.length > 0)
      yield encoder.encode(
        stringify(
          rows.map(({ code, name, amount, says, gap, unit }) =>
            [code, name, amount ?? '', says ?? '', gap ?? '', unit ?? ''].map(guarded),
          ),
        ),
      )
    if (rows.length < PIECE) return
  }
}
