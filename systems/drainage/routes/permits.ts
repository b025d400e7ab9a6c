import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '../../../kernel/calendar/days.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { DRAINER_CLASSES } from '../words.ts'
import * as shapes from './shapes.ts'

/** So many days before it runs out a permit is to be renewed. */
const SOON_DAYS = 90
const MOST = 200
const CONCERNS = ['none', 'expired', 'soon', 'exceeded'] as const

const permits = defineRoute({
  method: 'GET',
  path: '/permits',
  summary: text(
    '许可或检测有问题的排水户',
    'Drainers without a permit, with one that runs out, or whose test exceeded',
  ),
  allow: shapes.LOOKING,
  input: shapes.none,
  output: z.object({
    counts: z.record(z.enum(CONCERNS), z.number()),
    drainers: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          class: z.enum(shapes.keysOf(DRAINER_CLASSES)),
          important: z.boolean(),
          concern: z.enum(CONCERNS),
          permit: z.string().nullable(),
          permitTo: z.string().nullable(),
          testedOn: z.string().nullable(),
          node: z.string().nullable().describe('Where its sewage comes in'),
          nodeCode: z.string().nullable(),
        }),
      )
      .describe('Key drainers first; one may be there twice, with its permit and with its test'),
  }),
  handle: (context) => concernsOf(context),
})

export const permitRoutes = [permits]

/** A permit is good to the end of its last day. */
export async function concernsOf({ db, today }: Pick<Context, 'db' | 'today'>) {
  const concern = sql`case when d.permit is null then 'none' when d.permit_to < ${today}::date then 'expired'
    when d.permit_to <= ${addDays(today, SOON_DAYS)}::date then 'soon' end`
  const found = sql`(select d.*, c.concern from drainage.drainers d
    cross join lateral (select ${concern} as concern
      union all select 'exceeded' where d.test = 'exceeded') c where c.concern is not null)`
  const { rows: counted } = await sql<{ concern: (typeof CONCERNS)[number]; count: number }>`
    select concern, count(*)::int as count from ${found} f group by concern`.execute(db)
  const { rows: drainers } = await sql<never>`
    select f.id, f.name, f.class, f.important, f.concern, f.permit, f.permit_to::text as "permitTo",
      f.tested_on::text as "testedOn", n.id as node, n.code as "nodeCode"
    from ${found} f left join drainage.nodes n on n.id = f.sewage_node
    order by f.important desc, f.permit_to nulls first, f.code, f.concern limit ${MOST}`.execute(db)
  const counts = Object.fromEntries(
    CONCERNS.map((each) => [each, counted.find((row) => row.concern === each)?.count ?? 0]),
  ) as Record<(typeof CONCERNS)[number], number>
  return { counts, drainers }
}
