import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { OPEN, type ReportState } from '../words.ts'

export interface Overdue {
  readonly id: string
  readonly number: string
  readonly class: string | null
  readonly classEn: string | null
  readonly address: string | null
  readonly unit: string | null
  readonly due: string
}

/** 超时未处置, the longest over first. */
export async function overdue(
  { db }: Pick<Context, 'db'>,
  moment: string,
  most: number,
): Promise<readonly Overdue[]> {
  const { rows } =
    await sql<Overdue>`select r.id, r.number, c.name as class, c.name_en as "classEn", r.address, r.unit, r.due_at as due
    from city.reports r left join city.classes c on c.id = r.class
    where r.state = 'handling' and r.due_at < ${moment}::timestamptz order by r.due_at, r.id limit ${most}`.execute(
      db,
    )
  return rows
}

export interface OpenPlace {
  readonly id: string
  readonly state: ReportState
  readonly longitude: number
  readonly latitude: number
  readonly late: boolean
}

/** Where reports under way are, the newest first. */
export async function openPlaces(
  { db }: Pick<Context, 'db'>,
  moment: string,
  most: number,
): Promise<readonly OpenPlace[]> {
  const { rows } = await sql<OpenPlace>`select id, state, place[0] as longitude, place[1] as latitude,
      state = 'handling' and coalesce(due_at < ${moment}::timestamptz, false) as late
    from city.reports where state = any(${OPEN}::text[]) and place is not null
    order by reported_at desc limit ${most}`.execute(db)
  return rows
}

/** How much of what was told today, so far, and what was closed. */
export async function ofToday(
  { db }: Pick<Context, 'db'>,
  moment: string,
): Promise<{ readonly reported: number; readonly filed: number; readonly closed: number }> {
  const since = (column: string) =>
    sql`${sql.ref(column)} >= date_trunc('day', ${moment}::timestamptz, 'Asia/Shanghai') and ${sql.ref(column)} <= ${moment}::timestamptz`
  const { rows } = await sql<{ reported: number; filed: number; closed: number }>`select
    (select count(*)::int from city.reports where ${since('reported_at')}) as reported,
    (select count(*)::int from city.reports where ${since('reported_at')} and filed_at is not null) as filed,
    (select count(*)::int from city.reports where ${since('closed_at')}) as closed`.execute(db)
  return rows[0]!
}
