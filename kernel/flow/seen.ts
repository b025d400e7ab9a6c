import { type RawBuilder, sql } from 'kysely'
import { type Actor, OFFICERS, type Role } from '../access/actor.ts'
import type { Database } from '../store/index.ts'
import type { Context } from '../system.ts'
import { noCase } from './errors.ts'
import { keptBy, processesOf } from './versions.ts'

/** Who works on cases. The three administrators do not read what the zone's people work on. */
export const WORKERS: readonly Role[] = [...OFFICERS, 'gridWorker']

/** These see every case: whoever supervises, whoever leads, and who looks at a demonstration. */
const SEE_ALL: readonly Role[] = ['supervisor', 'leader', 'guest']
export const seesAll = ({ role }: Actor): boolean => SEE_ALL.includes(role)

/**
 * Which cases an actor sees, as a condition on `c`: those of which the office or the person has or had a task, those
 * of processes that the office keeps, and those begun by the person.
 */
export function seenBy({ systems, actor }: Pick<Context, 'systems' | 'actor'>): RawBuilder<unknown> {
  if (seesAll(actor)) return sql`true`
  if (!WORKERS.includes(actor.role)) return sql`false`
  return sql`(c.started_by = ${actor.id} or c.process = any(${keptBy({ systems, actor })}::text[])
    or exists (select from flow.tasks t where t.case_id = c.id and (t.office = ${actor.office} or t.holder = ${actor.id}))
    or exists (select from flow.handled h where h.case_id = c.id and (h.office = ${actor.office} or h.holder = ${actor.id}))
    or exists (select from flow.steps s where s.case_id = c.id and (s.actor = ${actor.id}
      or s.happened @> ${JSON.stringify([{ from: { office: actor.office } }])}::jsonb
      or s.happened @> ${JSON.stringify([{ from: { person: actor.id } }])}::jsonb))
    or exists (select from flow.opinions o where o.case_id = c.id and o.withdrawn_at is null
      and (o.person = ${actor.id} or (o.person is null and o.office = ${actor.office}))))`
}

/** @throws GaoxinError FLOW_CASE_NOT_FOUND: the same for a case that is not there and one that may not be seen */
export async function requireSeen(context: Context, id: string): Promise<void> {
  const { rows } = await sql`select from flow.cases c where c.id = ${id} and ${seenBy(context)}`.execute(
    context.db,
  )
  if (rows.length === 0) throw noCase(id)
}

/** Whom a change of cases concerns, so that their screens ask again. */
export async function concernedBy(
  { db, systems }: { readonly db: Database; readonly systems: Context['systems'] },
  ids: readonly string[],
): Promise<(actor: Actor) => boolean> {
  const { rows } = await sql<{ offices: string[]; people: string[]; processes: string[] }>`
    with who as (
      select office, holder as person from flow.tasks where case_id = any(${ids}::text[])
      union all select office, holder from flow.handled where case_id = any(${ids}::text[])
      union all select office, person from flow.opinions where case_id = any(${ids}::text[])
      union all select h->'from'->>'office', s.actor
        from flow.steps s, jsonb_array_elements(s.happened) h where s.case_id = any(${ids}::text[])
      union all select null, h->'from'->>'person'
        from flow.steps s, jsonb_array_elements(s.happened) h where s.case_id = any(${ids}::text[]))
    select coalesce(array_agg(distinct who.office) filter (where who.office is not null), '{}') as offices,
      coalesce(array_agg(distinct who.person) filter (where who.person is not null), '{}')
        || array(select distinct started_by from flow.cases where id = any(${ids}::text[])) as people,
      array(select distinct process from flow.cases where id = any(${ids}::text[])) as processes
    from who`.execute(db)
  const { offices = [], people = [], processes = [] } = rows[0] ?? {}
  const declared = processesOf({ systems })
  const concerned = new Set([...offices, ...processes.flatMap((id) => declared.get(id)?.office ?? [])])
  const named = new Set(people)
  return (actor) =>
    seesAll(actor) || (WORKERS.includes(actor.role) && (concerned.has(actor.office) || named.has(actor.id)))
}
