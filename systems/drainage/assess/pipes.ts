import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import type { Importance } from '../words.ts'
import { type Assessment, assess, type Defect, type Scheme } from './cjj181.ts'

export interface FoundDefect extends Defect {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: string
}
export interface AssessedPipe {
  readonly id: string
  readonly code: string
  readonly size: number | null
  readonly length: number | null
  readonly importance: Importance | null
  readonly soil: number | null
  readonly defects: readonly FoundDefect[]
  /** F and RI. */
  readonly structural: Assessment | null
  /** G and MI. */
  readonly functional: Assessment | null
}
type PipeRow = Omit<AssessedPipe, 'structural' | 'functional'>

const score = sql`case d.level when '1' then k.level_1 when '2' then k.level_2
  when '3' then k.level_3 else k.level_4 end::float8`

/**
 * Pipes with defects that are not repaired, what is to be done first at the top: by the higher of RI and MI.
 * @param most of those with the highest single scores, which F and G follow to within α, so that none that would lead is left out
 */
export async function worstPipes(
  { db }: Pick<Context, 'db'>,
  scheme: Scheme,
  most: number,
): Promise<readonly AssessedPipe[]> {
  const { rows } = await sql<PipeRow>`
    with worst as (
      select d.link from drainage.defects d join drainage.defect_kinds k on k.id = d.kind
      where d.repaired_on is null group by d.link
      order by max(${score}) desc nulls last, count(*) desc, d.link limit ${most})
    ${pipesOf(sql`worst`)}`.execute(db)
  return rows
    .map((pipe) => assessed(pipe, scheme))
    .toSorted((a, b) => urgency(b) - urgency(a) || (a.code < b.code ? -1 : 1))
}

/** One pipe; undefined where there is none by this id. */
export async function pipeOf(
  { db }: Pick<Context, 'db'>,
  id: string,
  scheme: Scheme,
): Promise<AssessedPipe | undefined> {
  const { rows } = await sql<PipeRow>`
    with one as (select ${id}::text as link) ${pipesOf(sql`one`)}`.execute(db)
  return rows[0] && assessed(rows[0], scheme)
}

const pipesOf = (chosen: ReturnType<typeof sql>) => sql`
  select l.id, l.code, l.size::float8, l.length::float8, l.importance, l.soil::float8, coalesce(found.defects, '[]') as defects
  from ${chosen} chosen join drainage.links l on l.id = chosen.link
  left join lateral (
    select json_agg(json_build_object('id', d.id, 'number', d.number, 'code', k.code, 'name', k.name, 'nameEn', k.name_en,
      'level', d.level, 'group', k."group", 'score', ${score}, 'distance', d.distance::float8, 'length', d.length::float8)
      order by d.distance, d.number) as defects
    from drainage.defects d join drainage.defect_kinds k on k.id = d.kind
    where d.link = l.id and d.repaired_on is null) found on true`

const assessed = (pipe: PipeRow, scheme: Scheme): AssessedPipe => ({
  ...pipe,
  structural: assess(pipe, pipe.defects, 'structural', scheme),
  functional: assess(pipe, pipe.defects, 'functional', scheme),
})

const urgency = ({ structural, functional }: AssessedPipe): number =>
  Math.max(structural?.index ?? -1, functional?.index ?? -1)
