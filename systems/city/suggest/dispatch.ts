import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { CITY_OFFICE } from '../settings.ts'
import type { DutyRow } from '../tables/index.ts'

export type Duty = Pick<DutyRow, 'id' | 'class' | 'area' | 'office' | 'note'>
export interface About {
  readonly class: string
  /** The class above it. */
  readonly parent: string | null
  readonly grid: string | null
}

/** The rule that is closest to a case: by class before by area, a smaller area before a larger. */
export const dutyAmong = (duties: readonly Duty[], about: About): Duty | undefined =>
  duties
    .filter(
      ({ class: named, area }) =>
        (named === null || named === about.class || named === about.parent) &&
        (area === null || about.grid?.startsWith(area)),
    )
    .toSorted((a, b) => closeness(b, about) - closeness(a, about) || (a.id < b.id ? -1 : 1))[0]

const closeness = ({ class: named, area }: Duty, about: About): number =>
  (named === about.class ? 200 : named === null ? 0 : 100) + (area?.length ?? 0)

/** Who handled such cases without sending them back. */
export interface Past {
  readonly office: string
  readonly count: number
}

export interface DispatchGuess {
  readonly office: string
  /** Why: by a rule, as in the past, by the class, by where it lies. */
  readonly because: readonly (
    | { readonly kind: 'rule'; readonly note: string }
    | {
        readonly kind: 'past'
        readonly count: number
        readonly of: number
        readonly where: 'grid' | 'street'
      }
    | { readonly kind: 'class' | 'territory' | 'centre' }
  )[]
}

/** A rule counts for half of all that was; with too little of a past it decides alone. */
const RULE = 0.5
const ENOUGH = 3

export interface Known {
  readonly duty: Duty | undefined
  readonly past: readonly Past[]
  readonly where: 'grid' | 'street'
  /** The office in charge of the class. */
  readonly owner: string | null
  readonly street: string | null
}

/** Offices that may be responsible, the likeliest first; never none: at last it is the territory's, or the centre's. */
export function guessOffice({ duty, past, where, owner, street }: Known): readonly DispatchGuess[] {
  const total = past.reduce((sum, { count }) => sum + count, 0)
  const found = new Map<string, { weight: number; because: DispatchGuess['because'][number][] }>()
  const say = (office: string, weight: number, why: DispatchGuess['because'][number]) => {
    const known = found.get(office) ?? { weight: 0, because: [] }
    found.set(office, { weight: known.weight + weight, because: [...known.because, why] })
  }
  if (duty) say(duty.office, RULE, { kind: 'rule', note: duty.note })
  for (const { office, count } of total >= ENOUGH ? past : [])
    say(office, count / total, { kind: 'past', count, of: total, where })
  if (owner) say(owner, 0.02, { kind: 'class' })
  if (street) say(street, 0.01, { kind: 'territory' })
  if (found.size === 0) say(CITY_OFFICE, 0, { kind: 'centre' })
  return [...found]
    .toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([office, { because }]) => ({ office, because }))
}

/** For a report of that class in that cell. */
export async function suggestOffice(
  { db, today }: Pick<Context, 'db' | 'today'>,
  {
    class: named,
    grid,
    street,
  }: { readonly class: string; readonly grid: string | null; readonly street: string | null },
): Promise<readonly DispatchGuess[]> {
  const { rows: classes } = await sql<{ parent: string | null; owner: string | null }>`
    select c.parent, coalesce(c.owner, p.owner) as owner from city.classes c
    left join city.classes p on p.id = c.parent where c.id = ${named}`.execute(db)
  const { parent = null, owner = null } = classes[0] ?? {}
  const { rows: duties } = await sql<Duty>`select id, class, area, office, note from city.duties
    where (class is null or class in (${named}, ${parent})) and "from" <= ${today} and ("to" is null or "to" > ${today})`.execute(
    db,
  )
  const inCell = await pastOf(db, named, grid)
  const enough = inCell.reduce((sum, { count }) => sum + count, 0) >= ENOUGH
  const past = enough || !grid ? inCell : await pastOf(db, named, grid.slice(0, STREET_DIGITS))
  const where = enough ? 'grid' : 'street'
  return guessOffice({ duty: dutyAmong(duties, { class: named, parent, grid }), past, where, owner, street })
}
const STREET_DIGITS = 9

const pastOf = async (db: Context['db'], named: string, area: string | null): Promise<readonly Past[]> =>
  (
    await sql<Past>`select unit as office, count(*)::int as count from city.reports
      where class = ${named} and grid between ${area} and ${area} || '999999' and unit is not null and handled_at is not null
      group by unit order by count(*) desc, unit`.execute(db)
  ).rows
