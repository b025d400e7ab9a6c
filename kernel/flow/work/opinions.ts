import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { lockCase } from '../rows.ts'
import { noOpinion, notForThem, notYours } from './errors.ts'
import { holds, isFor, VERBS } from './may.ts'
import { noteWork } from './note.ts'
import { tell } from './notices.ts'
import { lockTask, type Standing } from './standing.ts'

/** 协办: whom a holder asks for an opinion, a person or an office and a role in it. */
export interface Asked {
  readonly person?: { readonly id: string; readonly name: string } | undefined
  readonly office?: string | undefined
  readonly role?: string | undefined
}

export interface Opinion {
  readonly id: string
  readonly case: string
  readonly token: number
  readonly person: string | null
  readonly office: string | null
  readonly role: string | null
  readonly about: string
  readonly asked_by: string
  readonly asked_at: string
  readonly opinion: string | null
  readonly given_by: string | null
  readonly given_at: string | null
  readonly withdrawn_at: string | null
}

/**
 * Asks others for their opinion; until each has said it, or is no longer asked, the holder cannot finish.
 * @returns the ids of what was asked
 * @throws GaoxinError FLOW_NOT_YOURS, FLOW_COLLEAGUE, FLOW_DONE
 */
export const askOpinions = (
  outer: Context,
  id: string,
  token: number,
  asked: readonly Asked[],
  about: string,
): Promise<readonly string[]> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.consult(task, context.actor)) throw notYours()
    const ids: string[] = []
    for (const { person, office, role } of asked) {
      if (person?.id === context.actor.id || !(person || office)) throw notForThem(person?.id ?? '')
      const opinion = context.newId()
      await sql`insert into flow.opinions (id, case_id, token, person, office, role, about, asked_by, asked_at)
        values (${opinion}, ${id}, ${token}, ${person?.id ?? null}, ${office ?? null}, ${role ?? null}, ${about},
        ${context.actor.id}, ${context.moment()}::timestamptz)`.execute(context.db)
      const to = person ? { person: person.id, name: person.name } : { office: office as string }
      await noteWork(context, id, { verb: 'asked', token, element: task.element, to }, about)
      await tell(context, [
        {
          kind: 'asked',
          case: id,
          token,
          to: { person: person?.id ?? null, office: office ?? null, role: role ?? null },
          told: { task: task.name, by: context.actor.name, why: about },
          due: task.due,
        },
      ])
      ids.push(opinion)
    }
    await countOpinions(context, task, ids.length)
    return ids
  }, about)

/** Says an opinion that one was asked for. @throws GaoxinError FLOW_OPINION, FLOW_NOT_YOURS, FLOW_DONE */
export const giveOpinion = (outer: Context, id: string, opinion: string, says: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { asked, task } = await lockOpinion(context, id, opinion)
    if (!isAsked(asked, context.actor)) throw notYours()
    await countOpinions(context, asked, -1)
    await sql`update flow.opinions set opinion = ${says}, given_by = ${context.actor.id},
      given_at = ${context.moment()}::timestamptz where id = ${opinion}`.execute(context.db)
    await noteWork(context, id, { verb: 'answered', token: asked.token, element: task.element }, says)
    await tell(context, [
      {
        kind: 'answered',
        case: id,
        token: asked.token,
        to: { person: task.holder ?? asked.asked_by, office: task.office },
        told: { task: task.name, by: context.actor.name, why: says },
        due: task.due,
      },
    ])
  }, says)

/** No longer asks for an opinion. @throws GaoxinError FLOW_OPINION, FLOW_NOT_YOURS, FLOW_DONE */
export const withdrawOpinion = (outer: Context, id: string, opinion: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { asked, task } = await lockOpinion(context, id, opinion)
    if (!unasks(asked, task, context.actor)) throw notYours()
    await countOpinions(context, asked, -1)
    await sql`update flow.opinions set withdrawn_at = ${context.moment()}::timestamptz where id = ${opinion}`.execute(
      context.db,
    )
    const to = asked.person ? { person: asked.person } : { office: asked.office as string }
    await noteWork(context, id, { verb: 'unasked', token: asked.token, element: task.element, to })
  })

const countOpinions = ({ db }: Context, { case: id, token }: Pick<Opinion, 'case' | 'token'>, more: number) =>
  sql`update flow.tasks set opinions = opinions + ${more} where case_id = ${id} and token = ${token}`.execute(
    db,
  )

/** Whether somebody may say that an opinion is no longer asked for: who asked, or who has the task now. */
export const unasks = (
  { asked_by }: Pick<Opinion, 'asked_by'>,
  task: Standing,
  actor: Context['actor'],
): boolean => asked_by === actor.id || holds(task, actor)

/** Whether an opinion is asked of the post by which somebody acts. */
export const isAsked = (
  { person, office, role }: Pick<Opinion, 'person' | 'office' | 'role'>,
  actor: Context['actor'],
): boolean =>
  person === null
    ? isFor({ office, role }, actor)
    : person === actor.id || (person === actor.standsFor && isFor({ office, role }, actor))

async function lockOpinion(
  context: Context,
  id: string,
  opinion: string,
): Promise<{ asked: Opinion; task: Standing }> {
  await lockCase(context.db, id)
  const [asked] = (await opinionsOf(context, id)).filter((each) => each.id === opinion)
  if (!asked || asked.given_at || asked.withdrawn_at) throw noOpinion(opinion)
  return { asked, task: (await lockTask(context, id, asked.token)).task }
}

const COLUMNS = sql`o.id, o.case_id as "case", o.token, o.person, o.office, o.role, o.about, o.asked_by, o.asked_at,
  o.opinion, o.given_by, o.given_at, o.withdrawn_at`

/** All that was asked in a case, the first first. */
export async function opinionsOf({ db }: Context, id: string): Promise<readonly Opinion[]> {
  const { rows } = await sql<Opinion>`select ${COLUMNS} from flow.opinions o
    where o.case_id = ${id} order by o.asked_at, o.id`.execute(db)
  return rows
}

/** What is asked of an actor and not said yet, the longest asked first. */
export async function opinionsAsked(
  { db, actor }: Context,
  limit: number,
): Promise<
  readonly (Opinion & { readonly title: string; readonly name: string; readonly due: string | null })[]
> {
  const open = sql`o.given_at is null and o.withdrawn_at is null`
  const each = [
    sql`o.person = ${actor.id}`,
    ...(actor.standsFor
      ? [
          sql`o.person = ${actor.standsFor} and (o.office is null or o.office = ${actor.office})
          and (o.role is null or o.role = ${actor.role})`,
        ]
      : []),
    sql`o.person is null and o.office = ${actor.office} and (o.role is null or o.role = ${actor.role})`,
  ].map(
    (mine) => sql`(select o.* from flow.opinions o join flow.tasks t using (case_id, token)
    where ${mine} and ${open} order by o.asked_at limit ${limit})`,
  )
  const { rows } = await sql<Opinion & { title: string; name: string; due: string | null }>`
    select ${COLUMNS}, c.title, t.name, t.due from (${sql.join(each, sql` union all `)}) o
    join flow.tasks t using (case_id, token) join flow.cases c on c.id = o.case_id
    order by o.asked_at, o.id limit ${limit}`.execute(db)
  return rows
}
