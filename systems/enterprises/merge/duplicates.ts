/** 疑似重复: pairs of rows of the register that may be one enterprise, found by the database, with why. */
import { type RawBuilder, sql } from 'kysely'
import { permitFor } from '../../../kernel/access/grants.ts'
import type { Context } from '../../../kernel/system.ts'
import { enterprises } from '../tables.ts'

export type Why = 'name' | 'organisation' | 'mobile' | 'representative' | 'address'

export interface Candidate {
  readonly a: string
  readonly b: string
  readonly whys: readonly Why[]
}

/** A name without what people write in more ways than one: width, case, blanks, dots, brackets, 有限责任公司. */
const NAME = sql`replace(regexp_replace(translate(lower(name), '（）　', '() '), '[\\s()·.．、-]', '', 'g'), '有限责任公司', '有限公司')`

/** What two rows share that makes them suspect; personal columns are compared by their blind indexes. */
const KEYS: readonly { readonly why: Why; readonly key: RawBuilder<unknown>; readonly personal?: string }[] =
  [
    { why: 'name', key: NAME },
    // The nine characters that an organisation keeps when its number was given anew (GB 32100—2015).
    { why: 'organisation', key: sql`substr(code, 9, 9)` },
    { why: 'mobile', key: sql`mobile_blind`, personal: 'mobile' },
    {
      why: 'representative',
      key: sql`nullif(representative_blind || '|' || address, '')`,
      personal: 'representative',
    },
    { why: 'address', key: sql`parent || '|' || address` },
  ]

/**
 * Among the rows that the person may change: who may not merge them is shown none. What tells of a person is compared
 * only where they may see it in full.
 */
export async function candidatesOf(
  { db, actor }: Context,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly Candidate[] }> {
  const change = permitFor(enterprises, actor, 'change')
  if (!change) return { total: 0, rows: [] }
  const reveal = permitFor(enterprises, actor, 'reveal')
  const pairs = KEYS.flatMap(({ why, key, personal }) => {
    if (personal && !(reveal && personal in reveal.record.columns)) return []
    const seen = personal ? (reveal?.where ?? sql`true`) : sql`true`
    const among = sql`select id, ${key} as key from enterprises.enterprises
      where merged_into is null and ${change.where ?? sql`true`} and ${seen}`
    return [
      sql`select least(x.id, y.id) as a, greatest(x.id, y.id) as b, ${why} as why
        from (${among}) x join (${among}) y on y.key = x.key and x.id < y.id`,
    ]
  })
  const { rows } = await sql<Candidate & { readonly total: number }>`
    select a, b, array_agg(why order by why) as whys, (count(*) over ())::int as total
    from (${sql.join(pairs, sql` union all `)}) found group by a, b
    order by count(*) desc, a, b limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}
