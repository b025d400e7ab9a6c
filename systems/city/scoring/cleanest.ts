import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { CRITERIA, type Criterion } from '../words.ts'

/** Points of one check, 0 to 100 for each criterion. */
export type Points = Readonly<Record<Criterion, number>>

const NAMES = Object.keys(CRITERIA) as Criterion[]
const WHOLE = NAMES.reduce((sum, name) => sum + CRITERIA[name].weight, 0)

/** Of one check: its points, each by its weight; 0 to 100. */
export const sheetScore = (points: Points): number =>
  NAMES.reduce((sum, name) => sum + CRITERIA[name].weight * points[name], 0) / WHOLE

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a street: the mean of its cells, each the mean of its checks, so that a cell checked often weighs no more. */
export function streetScore(checks: readonly (Points & { readonly grid: string })[]): number | null {
  const cells = [...new Set(checks.map(({ grid }) => grid))]
  const scoreOf = (cell: string) => mean(checks.filter(({ grid }) => grid === cell).map(sheetScore))
  return cells.length === 0 ? null : mean(cells.map(scoreOf))
}

export interface CleanStreet {
  readonly street: string
  /** YYYY-MM; null: the whole period. */
  readonly month: string | null
  readonly score: number
  readonly checks: number
  readonly cells: number
}

const inSql = sql`(${sql.join(
  NAMES.map((name) => sql`${sql.lit(CRITERIA[name].weight)} * ${sql.ref(name)}`),
  sql` + `,
)})::float8 / ${sql.lit(WHOLE)}`

interface Days {
  /** First and last day, both included. */
  readonly from: string
  readonly to: string
}

/** The same as `streetScore`, for every street, by month and over all, the best first. */
export async function cleanStreets(
  { db }: Pick<Context, 'db'>,
  { from, to }: Days,
): Promise<readonly CleanStreet[]> {
  const { rows } = await sql<CleanStreet>`
    select street, month, avg(score)::float8 as score, sum(checks)::int as checks, count(*)::int as cells from (
      select street, to_char(checked_on, 'YYYY-MM') as month, grid, avg(${inSql}) as score, count(*) as checks
      from city.checks where checked_on between ${from} and ${to}
      group by grouping sets ((street, grid, to_char(checked_on, 'YYYY-MM')), (street, grid))) cells
    group by street, month order by month nulls first, score desc, street`.execute(db)
  return rows
}

export interface CleanCell {
  readonly grid: string
  readonly street: string
  readonly score: number
  readonly checks: number
  /** The criterion that took the most points of it. */
  readonly worst: Criterion
}

/** Cells by their checks, the dirtiest first. */
export async function dirtyCells(
  { db }: Pick<Context, 'db'>,
  { from, to }: Days,
  most: number,
): Promise<readonly CleanCell[]> {
  const { rows } = await sql<Omit<CleanCell, 'worst'> & Points>`
    select grid, street, avg(${inSql})::float8 as score, count(*)::int as checks,
      ${sql.join(NAMES.map((name) => sql`avg(${sql.ref(name)})::float8 as ${sql.ref(name)}`))}
    from city.checks where checked_on between ${from} and ${to}
    group by grid, street order by score, grid limit ${most}`.execute(db)
  return rows.map((row) => {
    const lost = (name: Criterion) => CRITERIA[name].weight * (100 - row[name])
    const worst = NAMES.toSorted((a, b) => lost(b) - lost(a))[0] as Criterion
    return { grid: row.grid, street: row.street, score: row.score, checks: row.checks, worst }
  })
}
