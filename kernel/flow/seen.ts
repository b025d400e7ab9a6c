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
  return sql`(c.process = any(${keptBy({ systems, actor })}::text[]) or ${hadToDoWith(actor)})`
}

/** Where an office or a person had to do with a case: a table, and each way in which a row of it says so. */
const tiesOf = ({ id, office }: Actor): readonly (readonly [string, readonly RawBuilder<unknown>[]])[] => [
  [
    'flow.tasks',
    [
      sql`(r.office = ${office} and r.holder is null)`,
      sql`(r.office = ${office} and r.holder is not null)`,
      sql`r.holder = ${id}`,
    ],
  ],
  ['flow.handled', [sql`r.office = ${office}`, sql`r.holder = ${id}`]],
  ['flow.steps', [sql`r.actor = ${id}`, takenFrom({ office }), takenFrom({ person: id })]],
  [
    'flow.opinions',
    [sql`(r.withdrawn_at is null and (r.person = ${id} or (r.person is null and r.office = ${office})))`],
  ],
]

const takenFrom = (from: object) =>
  sql`(r.happened @? '$[*].from' and r.happened @> ${JSON.stringify([{ from }])}::jsonb)`

/**
 * That an actor or their office had to do with the case `c`.
 * @param each looked up case by case, not by reading all of what everybody had to do with
 */
export function hadToDoWith(actor: Actor, each: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const ways = tiesOf(actor).map(
    ([table, said]) =>
      sql`exists (select from ${sql.raw(table)} r where r.case_id = c.id and (${sql.join(said, sql` or `)}) ${each})`,
  )
  return sql`(c.started_by = ${actor.id} or ${sql.join(ways, sql` or `)})`
}

/** The ids of those cases, each way by an index of its own. */
export const toDoWith = (actor: Actor): RawBuilder<unknown> =>
  sql.join(
    [
      sql`select id from flow.cases where started_by = ${actor.id}`,
      ...tiesOf(actor).flatMap(([table, said]) =>
        said.map((way) => sql`select r.case_id from ${sql.raw(table)} r where ${way}`),
      ),
    ],
    sql` union all `,
  )

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
