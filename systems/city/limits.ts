import { sql } from 'kysely'
import type { Context } from '../../kernel/system.ts'
import { DEFAULT_LIMIT } from './settings.ts'
import type { LimitRow } from './tables/index.ts'
import type { Grade, Severity } from './words.ts'

export type Rule = Pick<LimitRow, 'severity' | 'grade' | 'limit'>

/** The limit that says most of a case: severity before grade; undefined where none fits. */
export const limitAmong = (
  rules: readonly Rule[],
  severity: Severity,
  grade: Grade | null,
): string | undefined =>
  rules
    .filter(
      (rule) => (rule.severity ?? severity) === severity && (rule.grade === null || rule.grade === grade),
    )
    .toSorted((a, b) => weight(b) - weight(a))[0]?.limit

const weight = ({ severity, grade }: Rule): number => (severity === null ? 0 : 2) + (grade === null ? 0 : 1)

/** Of the class, else of the one above it, else the zone's own. */
export async function limitFor(
  { db }: Pick<Context, 'db'>,
  { id, severity, grid }: { readonly id: string; readonly severity: Severity; readonly grid: string | null },
): Promise<string> {
  const { rows } = await sql<Rule & { own: boolean; area: Grade | null }>`
    select l.severity, l.grade, l.limit, l.class = c.id as own,
      (select g.grade from city.grids g where g.code = ${grid}) as area
    from city.classes c join city.limits l on l.class in (c.id, c.parent) where c.id = ${id}`.execute(db)
  const area = rows[0]?.area ?? null
  return (
    limitAmong(
      rows.filter(({ own }) => own),
      severity,
      area,
    ) ??
    limitAmong(
      rows.filter(({ own }) => !own),
      severity,
      area,
    ) ??
    DEFAULT_LIMIT
  )
}
