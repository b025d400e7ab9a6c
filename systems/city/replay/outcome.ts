import { sql } from 'kysely'
import { deadline } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { scoreOfAll } from '../scoring/query.ts'
import { type Counts, countsOf, type Period, type Scored } from '../scoring/rates.ts'
import { DEFAULT_LIMIT } from '../settings.ts'
import { grouped } from './grouped.ts'
import type { Told } from './read.ts'

export interface Group {
  readonly name: string
  readonly reported: number
  readonly closed: number
  /** Hours from the report to the close of those that are closed. */
  readonly median: number | null
}

export interface Outcome {
  readonly counts: Counts
  readonly void: number
  readonly merged: number
  /** Not handled when their time was over. */
  readonly late: number
  readonly median: number | null
  /** By class, by owner: by their name. */
  readonly classes: readonly Group[]
  readonly owners: readonly Group[]
}

/** What the file says came of its requests, by nothing but its rows: no case, no database. */
export function outcomeOfFile(
  rows: readonly Told[],
  into: ReadonlyMap<number, number>,
  period: Period,
): Outcome {
  const scored = rows.map((row, i) => ({ ...row, ...scoredOf(row, into.has(i)) }))
  const state = (name: string) => scored.filter((row) => row.state === name).length
  const hours = (of: readonly (Scored & Told)[]) => medianOf(of.flatMap(hoursOf))
  const groups = (key: (row: Told) => string): readonly Group[] =>
    [...grouped(scored, key)]
      .map(([name, of]) => ({
        name,
        reported: of.length,
        closed: of.filter((row) => row.state === 'closed').length,
        median: hours(of),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return {
    counts: countsOf(scored, period),
    void: state('void'),
    merged: state('merged'),
    late: scored.filter((row) => isLate(row, period.to)).length,
    median: hours(scored),
    classes: groups(({ owner, type }) => `${owner} · ${type}`),
    owners: groups(({ owner }) => owner),
  }
}

function scoredOf({ fate, createdAt: at, endedAt }: Told, isMerged: boolean): Scored {
  const none = { filed_at: null, dispatched_at: null, handled_at: null, closed_at: null, due_at: null }
  const base = { reported_at: at, returns: 0, reworks: 0 }
  if (fate === 'void' || fate === 'duplicate')
    return { ...base, ...none, state: isMerged ? 'merged' : 'void' }
  const sent = { ...base, filed_at: at, dispatched_at: at, due_at: deadline(DEFAULT_LIMIT, at) as string }
  return fate === 'closed'
    ? { ...sent, state: 'closed', handled_at: endedAt, closed_at: endedAt }
    : { ...sent, state: 'handling', handled_at: null, closed_at: null }
}

const hoursOf = ({ state, reported_at, closed_at }: Scored): readonly number[] =>
  state === 'closed' && closed_at ? [(Date.parse(closed_at) - Date.parse(reported_at)) / 3600_000] : []

const isLate = ({ due_at, handled_at }: Scored, end: string): boolean =>
  due_at !== null && (handled_at ?? end) > due_at

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
    : (sorted[Math.floor(middle)] as number)
}

/** What the live system shows of the same: the scoreboard, and the reports by class and by office. */
export async function outcomeShown({ db }: Pick<Context, 'db'>, period: Period): Promise<Outcome> {
  const median = sql`(percentile_cont(0.5) within group (order by extract(epoch from r.closed_at - r.reported_at) / 3600)
    filter (where r.state = 'closed'))::float8`
  const { rows } = await sql<Pick<Outcome, 'void' | 'merged' | 'late' | 'median'>>`
    select (count(*) filter (where state = 'void'))::int as void,
      (count(*) filter (where state = 'merged'))::int as merged,
      (count(*) filter (where late))::int as late, ${median} as median from city.reports r`.execute(db)
  // A report that nobody handles stays its class's.
  const groups = async (name: 'c.name' | 'o.short') =>
    (
      await sql<Group>`select ${sql.ref(name)} as name, count(*)::int as reported,
        (count(*) filter (where r.state = 'closed'))::int as closed, ${median} as median
      from city.reports r join city.classes c on c.id = r.class join access.offices o on o.id = c.owner
      where r.unit is null or r.unit = o.id group by 1 order by 1`.execute(db)
    ).rows
  return {
    ...(rows[0] as Pick<Outcome, 'void' | 'merged' | 'late' | 'median'>),
    counts: (await scoreOfAll({ db }, period)).counts,
    classes: await groups('c.name'),
    owners: await groups('o.short'),
  }
}

/** To so many hours two medians are the same. */
const ROUNDING = 0.01

/** Where the two say different things, by name; none where they agree. */
export function differences(file: Outcome, shown: Outcome): readonly string[] {
  const differs = (a: number | null, b: number | null) =>
    a === null || b === null ? a !== b : Math.abs(a - b) > ROUNDING
  const counts = Object.keys(file.counts) as (keyof Counts)[]
  const found = [
    ...counts.filter((name) => file.counts[name] !== shown.counts[name]),
    ...(['void', 'merged', 'late'] as const).filter((name) => file[name] !== shown[name]),
    ...(differs(file.median, shown.median) ? ['median'] : []),
  ] as string[]
  for (const which of ['classes', 'owners'] as const) {
    const other = new Map(shown[which].map((group) => [group.name, group]))
    for (const { name, reported, closed, median } of file[which]) {
      const group = other.get(name)
      if (group?.reported !== reported || group.closed !== closed || differs(median, group.median))
        found.push(name)
    }
    if (other.size !== file[which].length) found.push(which)
  }
  return found
}
