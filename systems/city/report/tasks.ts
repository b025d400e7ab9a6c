import { sql } from 'kysely'
import { type Form, versionNumbered } from '../../../kernel/flow/index.ts'
import { METRES_A_DEGREE, type Place } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { ReportState, Severity } from '../words.ts'

/** Steps that are done on the spot, in the diagram's names. */
export const FIELD_STEPS = ['verify', 'handle', 'check'] as const
export type FieldStep = (typeof FIELD_STEPS)[number]

/** Something to do on the spot, with all that one needs there without a network. */
export interface FieldTask {
  readonly case: string
  readonly token: number
  readonly step: FieldStep
  /** Taken by who asks; else it waits for anybody of the office. */
  readonly mine: boolean
  readonly due: string | null
  readonly form: Form | null
  readonly report: {
    readonly id: string
    readonly number: string
    readonly state: ReportState
    readonly severity: Severity
    readonly class: string | null
    readonly classEn: string | null
    readonly description: string
    readonly address: string | null
    readonly place: Place | null
    readonly limit: string | null
    readonly why: string | null
    readonly reportedAt: string
  }
  /** From where who asks is; null where either place is not known. */
  readonly metres: number | null
}

/**
 * What the actor has to do on the spot, or could take: the nearest first, or without a place what is due first.
 * @param near degrees
 */
export async function fieldTasks(
  context: Context,
  near: Place | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly FieldTask[]> {
  const { actor, db } = context
  const { rows } = await sql<Kept>`select t.case_id as "case", t.token, t.element as step, t.due,
      coalesce(t.holder = ${actor.id}, false) as mine, c.version, r.id, r.number, r.state, r.severity, k.name as class,
      k.name_en as "classEn", r.description, r.address, r.place[0] as x, r.place[1] as y, r.limit, r.why,
      r.reported_at as "reportedAt", ${near ? metresFrom(near) : sql`null::float8`} as metres
    from flow.tasks t join flow.cases c on c.id = t.case_id and c.record = 'city.reports'
    join city.reports r on r.id = c.row_id left join city.classes k on k.id = r.class
    where t.process = 'city.case' and t.element = any(${[...FIELD_STEPS]}::text[]) and (t.holder = ${actor.id}
      or (t.holder is null and (t.office = ${actor.office ?? null} or t.office is null)
        and (t.role is null or t.role = ${actor.role})
        and (${actor.grid ?? null}::text is null or r.grid is null or starts_with(r.grid, ${actor.grid ?? ''}))))
    order by metres nulls last, coalesce(t.due, 'infinity'), t.case_id, t.token
    limit ${limit} offset ${offset}`.execute(db)
  const numbers = [...new Set(rows.map(({ version }) => version))]
  const versions = new Map(
    await Promise.all(
      numbers.map(async (number) => [number, await versionNumbered(context, 'city.case', number)] as const),
    ),
  )
  return rows.map(({ case: id, token, step, mine, due, version, x, y, metres, reportedAt, ...report }) => {
    const kept = versions.get(version)
    return {
      case: id,
      token,
      step,
      mine,
      due: due && new Date(due).toISOString(),
      form: kept?.forms[kept.process.elements.get(step)?.given.form ?? ''] ?? null,
      report: {
        ...report,
        place: x === null || y === null ? null : { longitude: x, latitude: y },
        reportedAt: new Date(reportedAt).toISOString(),
      },
      metres: metres === null ? null : Math.round(metres),
    }
  })
}

type Kept = Pick<FieldTask, 'case' | 'token' | 'step' | 'mine' | 'due' | 'metres'> &
  Omit<FieldTask['report'], 'place'> & {
    readonly version: number
    readonly x: number | null
    readonly y: number | null
  }

/** Plane, which is right to a metre within a zone. */
const metresFrom = ({ longitude, latitude }: Place) => {
  const wide = METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180)
  return sql`sqrt(((r.place[0] - ${longitude}) * ${wide}) ^ 2
    + ((r.place[1] - ${latitude}) * ${METRES_A_DEGREE}) ^ 2)::float8`
}
