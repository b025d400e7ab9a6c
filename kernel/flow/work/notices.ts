import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import type { Context } from '../../system.ts'
import { isFor } from './may.ts'
import { addressee, type Standing } from './standing.ts'

/** What a notice is about: what its reader has to do, or to know. */
export type NoticeKind =
  | 'delegated'
  | 'reassigned'
  | 'returned'
  | 'asked'
  | 'answered'
  | 'urged'
  | 'withdrawn'
  | `${'pause' | 'extension'}-${'asked' | 'approved' | 'refused'}`
  | 'warned'
  | 'late'
  | 'escalated'

/** Values that its words are made of. */
export interface Told {
  /** Name of the task. */
  readonly task: string
  readonly by: string
  readonly why?: string
}

export interface NewNotice {
  readonly kind: NoticeKind
  readonly case: string
  readonly token: number
  /** A person; or an office, and a role in it. With a person, the office for which they have it. */
  readonly to: {
    readonly person?: string | null
    readonly office?: string | null
    readonly role?: string | null
  }
  readonly told: Told
  readonly due: string | null
  /** A second one that says the same is not written. */
  readonly once?: string
}

export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly case: string
  readonly token: number
  readonly title: string
  readonly told: Told
  readonly due: string | null
  readonly at: string
  readonly read_at: string | null
}

/** Writes notices in one statement; nobody is told of what they did themselves. @returns how many were written */
export async function tell(context: Context, notices: readonly NewNotice[]): Promise<number> {
  const { db, actor, newId, moment, changed } = context
  const addressed = notices.filter(({ to }) => (to.person ?? to.office) && to.person !== actor.id)
  if (addressed.length === 0) return 0
  const rows = addressed.map(({ to, case: case_id, ...notice }) => ({
    id: newId(),
    case_id,
    ...to,
    ...notice,
  }))
  const { rows: written } = await sql<{ id: string }>`
    insert into flow.notices (id, once, person, office, role, case_id, token, kind, told, due, at)
    select n.id, n.once, n.person, n.office, n.role, n.case_id, n.token, n.kind, n.told, n.due, ${moment()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n(id text, once text, person text, office text, role text,
      case_id text, token integer, kind text, told jsonb, due timestamptz)
    on conflict (once) do nothing returning id`.execute(db)
  if (written.length > 0)
    await changed(
      'flow.notices',
      written.map(({ id }) => id),
    )
  return written.length
}

/** Tells whoever has a task now. */
export const tellHolder = (
  context: Context,
  task: Standing,
  kind: NoticeKind,
  why?: string,
): Promise<number> =>
  tell(context, [
    {
      kind,
      case: task.case,
      token: task.token,
      to: addressee(task),
      told: { task: task.name, by: context.actor.name, ...(why ? { why } : {}) },
      due: task.due,
    },
  ])

/** One's own, those of the colleague whose post one was lent, and those of one's office and role. */
const isMine = ({ actor }: Context) => [
  sql`n.person = ${actor.id}`,
  ...(actor.standsFor ? [sql`n.person = ${actor.standsFor} and n.office = ${actor.office}`] : []),
  ...(actor.office
    ? [sql`n.person is null and n.office = ${actor.office} and (n.role is null or n.role = ${actor.role})`]
    : []),
]

/** Whom notices are for, so that their screens ask again. */
export async function toldBy(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<(actor: Actor) => boolean> {
  const { rows } = await sql<{ person: string | null; office: string | null; role: string | null }>`
    select distinct person, office, role from flow.notices where id = any(${ids}::text[])`.execute(db)
  return (actor) =>
    rows.some(({ person, office, role }) =>
      person === null
        ? isFor({ office, role }, actor)
        : person === actor.id || (person === actor.standsFor && office === actor.office),
    )
}

export interface NoticesAfter {
  readonly at: string
  readonly id: string
}

/** The latest first, a page at a time, by where the last one ended. */
export async function noticesOf(
  context: Context,
  { limit, after }: { readonly limit: number; readonly after?: NoticesAfter | undefined },
): Promise<readonly Notice[]> {
  const beyond = after ? sql`and (n.at, n.id) < (${after.at}::timestamptz, ${after.id})` : sql``
  const each = isMine(context).map(
    (mine) =>
      sql`(select n.* from flow.notices n where ${mine} ${beyond} order by n.at desc, n.id desc limit ${limit})`,
  )
  const { rows } = await sql<Notice>`
    select n.id, n.kind, n.case_id as "case", n.token, c.title, n.told, n.due, n.at, n.read_at
    from (${sql.join(each, sql` union all `)}) n join flow.cases c on c.id = n.case_id
    order by n.at desc, n.id desc limit ${limit}`.execute(context.db)
  return rows
}

const MOST_COUNTED = 100

/** How many are unread, counted to a hundred. */
export async function unreadOf(context: Context): Promise<number> {
  const each = isMine(context).map(
    (mine) => sql`(select from flow.notices n where ${mine} and n.read_at is null limit ${MOST_COUNTED})`,
  )
  const { rows } = await sql<{ count: number }>`select least(count(*), ${MOST_COUNTED})::integer as count
    from (${sql.join(each, sql` union all `)}) n`.execute(context.db)
  return rows[0]?.count ?? 0
}

/** Marks one's own as read: those named, or all. Of an office's the first reader is kept. @returns how many were unread */
export async function readNotices(outer: Context, ids: readonly string[] | 'all'): Promise<number> {
  return outer.transaction(async (context) => {
    const which = ids === 'all' ? sql`` : sql`and n.id = any(${ids}::text[])`
    const { rows } = await sql<{ id: string }>`update flow.notices n
      set read_at = ${context.moment()}::timestamptz, read_by = ${context.actor.id}
      where n.read_at is null and (${sql.join(
        isMine(context).map((mine) => sql`(${mine})`),
        sql` or `,
      )}) ${which} returning n.id`.execute(context.db)
    if (rows.length > 0)
      await context.changed(
        'flow.notices',
        rows.map(({ id }) => id),
      )
    return rows.length
  })
}
