import { sql } from 'kysely'
import type { Role } from '../../access/actor.ts'
import type { Context } from '../../system.ts'
import type { Colleague } from './hand.ts'

/** Who holds a post of an office today and may sign in, by name; of a role, or of any. Their own posts, none lent. */
export async function colleaguesOf(
  { db, today }: Pick<Context, 'db' | 'today'>,
  office: string | null,
  role: string | null,
): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague & { role: Role }>`
    select distinct a.id, a.display as name, p.office, p.role
    from access.posts p join access.accounts a on a.id = p.account
    where (${office}::text is null or p.office = ${office}) and (${role}::text is null or p.role = ${role})
      and p.delegated_by is null and a.state = 'active' and a.kind = 'officer'
      and p."from" <= ${today}::date and (p."to" is null or p."to" > ${today}::date)
    order by name, a.id limit 500`.execute(db)
  return rows
}
