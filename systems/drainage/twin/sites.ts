import { sql } from 'kysely'
import { distance } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { WARNING_PLAN, WARNING_SITE, WATER_LEVELS, type WaterLevel } from '../settings.ts'
import { beginCases, type Call, endCases } from './flow/index.ts'

/** A warning that asks for people, or for which some went out. */
export interface Answerable {
  readonly id: string
  readonly code: string
  readonly level: WaterLevel
  readonly depth: string
  readonly certainty: number
  readonly longitude: number | null
  readonly latitude: number | null
  readonly isOpen: boolean
  /** The warning with which it is answered; null where by itself. */
  readonly site: string | null
  /** For which level people went out; null of those that are answered with another. */
  readonly called: WaterLevel | null
  readonly synthetic: boolean
}

/**
 * Whom each warning is answered with: with the nearest for which people are out, or go out now, where that is near enough;
 * else by itself.
 * @param found the deepest first
 * @returns id of the warning that leads, by id
 */
export function sitesOf(found: readonly Answerable[]): ReadonlyMap<string, string> {
  const leaders = found.filter(({ called }) => called)
  const sites = new Map(leaders.map(({ id }) => [id, id]))
  for (const one of found) {
    if (sites.has(one.id)) continue
    const kept = leaders.find(({ id }) => id === one.site)
    const leader = kept ?? nearest(one, leaders) ?? one
    if (leader === one) leaders.push(one)
    sites.set(one.id, leader.id)
  }
  return sites
}

function nearest(one: Answerable, leaders: readonly Answerable[]): Answerable | undefined {
  const [first] = leaders
    .map((leader) => ({ leader, metres: apart(one, leader) }))
    .filter(({ metres }) => metres <= WARNING_SITE)
    .toSorted((a, b) => a.metres - b.metres)
  return first?.leader
}

function apart(one: Answerable, other: Answerable): number {
  const [from, to] = [placeOf(one), placeOf(other)]
  return from && to ? distance(from, to) : Number.POSITIVE_INFINITY
}

const placeOf = ({ longitude, latitude }: Answerable) =>
  longitude === null || latitude === null ? undefined : { longitude, latitude }

const RANKS = Object.keys(WATER_LEVELS) as readonly WaterLevel[]

/** What has to be called for: of each site the highest level of its open warnings, where that is more than was called. */
export function callsOf(found: readonly Answerable[], sites: ReadonlyMap<string, string>): readonly Call[] {
  return found
    .filter(({ id }) => sites.get(id) === id)
    .flatMap(({ id, called, synthetic }) => {
      const members = found.filter((one) => one.isOpen && sites.get(one.id) === id)
      const level = RANKS[Math.max(...members.map((one) => RANKS.indexOf(one.level)))]
      const more = level && WARNING_PLAN[level] && (!called || RANKS.indexOf(level) > RANKS.indexOf(called))
      return more ? [{ id, level, called: called ?? undefined, members, synthetic }] : []
    })
}

/** Sends people to sites that have none yet, or where more are needed than went out. */
export async function callOut(context: Context): Promise<void> {
  const { db } = context
  const { rows: found } = await sql<Answerable>`
    select w.id, w.code, w.level, w.depth, w.certainty, n.place[0] as longitude, n.place[1] as latitude,
      w.state = 'open' as "isOpen", w.site, w.called, w.synthetic
    from drainage.warnings w left join drainage.nodes n on n.id = w.node
    where (w.state = 'open' and w.level = any(${Object.keys(WARNING_PLAN)}::text[]))
      or (w.called is not null and (w.state = 'open'
        or exists (select from drainage.warnings o where o.site = w.id and o.state = 'open')))
    order by w.depth desc, w.code`.execute(db)
  const sites = sitesOf(found)
  const calls = callsOf(found, sites)
  const led = found.flatMap(({ id, site }) => {
    const leader = sites.get(id) as string
    return leader !== id && leader !== site ? [{ id, site: leader }] : []
  })
  await sql`update drainage.warnings w set site = g.site
    from jsonb_to_recordset(${JSON.stringify(led)}::jsonb) as g(id text, site text) where w.id = g.id`.execute(
    db,
  )
  await sql`update drainage.warnings w set called = g.level
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as g(id text, level text) where w.id = g.id`.execute(
    db,
  )
  // Who did not go out yet for less water goes out for more.
  await endCases(
    context,
    calls.filter(({ called }) => called).map(({ id }) => id),
  )
  await beginCases(context, calls)
}

/** Ends the cases of sites where no water is expected any more. @param gone warnings that are over */
export async function standDown(context: Context, gone: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(w.site, w.id) as id from drainage.warnings w where w.id = any(${[...gone]}::text[])
      and not exists (select from drainage.warnings o
        where o.state = 'open' and coalesce(o.site, o.id) = coalesce(w.site, w.id))`.execute(context.db)
  await endCases(
    context,
    rows.map(({ id }) => id),
  )
}
