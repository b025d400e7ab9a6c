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

interface Key {
  readonly why: Why
  readonly key: RawBuilder<unknown>
  /** Which rows have one, in words that an index knows. */
  readonly has?: RawBuilder<unknown>
  readonly personal?: string
}

/** What two rows share that makes them suspect; personal columns are compared by their blind indexes. */
const KEYS: readonly Key[] = [
  { why: 'name', key: sql`enterprises.name_key(name)` },
  // The nine characters that an organisation keeps when its number was given anew (GB 32100—2015).
  { why: 'organisation', key: sql`substr(code, 9, 9)` },
  { why: 'mobile', key: sql`mobile_blind`, has: sql`mobile_blind is not null`, personal: 'mobile' },
  {
    why: 'representative',
    key: sql`representative_blind || '|' || address`,
    has: sql`representative_blind is not null and address is not null`,
    personal: 'representative',
  },
  {
    why: 'address',
    key: sql`parent || '|' || address`,
    has: sql`parent is not null and address is not null`,
  },
]

/** What more rows share than this, such as the telephone of an agent, tells nothing of any two of them. */
const SHARED_BY = 20

/**
 * Among the rows that the person may change: who may not merge them is shown none. What tells of a person is compared
 * only where they may see it in full. Pairs found not to be the same are left out.
 */
export async function candidatesOf(
  { db, actor }: Context,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly Candidate[] }> {
  const change = permitFor(enterprises, actor, 'change')
  if (!change) return { total: 0, rows: [] }
  const reveal = permitFor(enterprises, actor, 'reveal')
  const groups = KEYS.flatMap(({ why, key, has = sql`true`, personal }) => {
    if (personal && !(reveal && personal in reveal.record.columns)) return []
    const seen = personal ? (reveal?.where ?? sql`true`) : sql`true`
    return [
      sql`select ${why} as why, array_agg(id) as ids from enterprises.enterprises
        where merged_into is null and ${has} and ${change.where ?? sql`true`} and ${seen}
        group by ${key} having count(*) between 2 and ${SHARED_BY}`,
    ]
  })
  const { rows } = await sql<Candidate & { readonly total: number }>`
    select a, b, array_agg(why order by why) as whys, (count(*) over ())::int as total
    from (${sql.join(groups, sql` union all `)}) alike, unnest(ids) a, unnest(ids) b
    where a < b and not exists (select from enterprises.distinctions d
      where d.first = a and d.second = b and d.undone_on is null)
    group by a, b
    order by count(*) desc, a, b limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}
