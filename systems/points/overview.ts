/** A round as the office sees it: its steps, how points spread over each stage, whether the scheme's weights hold. */
import { sql } from 'kysely'
import type { Actor } from '../../kernel/access/actor.ts'
import { notFound } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { readScheme } from './scheme.ts'
import { placesOf, sumsOf } from './scoring/index.ts'
import { type RoundRow, rounds, type SchemeRow } from './tables.ts'
import type { RoundState, Stage } from './words.ts'

/** From which states a step may be taken, and by which roles; officers only of the office that keeps the scheme. */
export const STEPS = {
  confirm: { from: ['draft'], roles: ['officer'] },
  score: { from: ['confirmed', 'scored'], roles: ['officer'] },
  notice: { from: ['scored'], roles: ['officer'] },
  publish: { from: ['notice'], roles: ['officer', 'leader'] },
  reopen: { from: ['confirmed', 'scored', 'notice'], roles: ['officer'] },
} as const
export type Step = keyof typeof STEPS
export const STEP_IDS = Object.keys(STEPS) as Step[]

const stepsFor = ({ role, office }: Actor, state: string, keeper: string): Step[] =>
  STEP_IDS.filter((step) => {
    const { from, roles } = STEPS[step]
    const may = (roles as readonly string[]).includes(role) && (role !== 'officer' || office === keeper)
    return may && (from as readonly RoundState[]).includes(state as RoundState)
  })

export async function listRounds({ db }: Context) {
  const { rows } = await sql<{
    id: string
    month: string
    state: string
    scored: number | null
    scheme: string
    standing: string
  }>`
    select r.id, r.month, r.state, r.scored, c.name as scheme, c.standing from points.rounds r
    join points.schemes c on c.id = r.scheme order by r.month desc, c.standing, r.id`.execute(db)
  return rows
}

const BINS = 10

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function overviewOf(context: Context, id: string) {
  const { db, actor } = context
  const { rows: heads } = await sql<RoundRow>`select * from points.rounds where id = ${id}`.execute(db)
  const round = heads[0]
  if (!round) throw notFound(rounds, id)
  const { head, scheme, rows: indicators } = await readScheme(context, round.scheme)
  const { rows: stages } = await sql<{
    stage: Stage
    count: number
    mean: string
    median: string
    best: string
    ties: number
  }>`
    select stage, count(*)::int as count, round(avg(total), 2)::text as mean,
      round(percentile_cont(0.5) within group (order by total)::numeric, 2)::text as median,
      max(total)::text as best, count(list)::int as ties
    from points.scores where round = ${id} group by 1`.execute(db)
  const { rows: bins } = await sql<{ stage: Stage; bin: number; count: number }>`
    select stage, least(greatest(floor(total / 10), 0), ${BINS - 1})::int as bin, count(*)::int as count
    from points.scores where round = ${id} group by 1, 2`.execute(db)
  const { rows: filed } = await sql<{ n: number }>`
    select count(*)::int as n from points.objections where round = ${id} and state = 'filed'`.execute(db)
  return {
    round,
    scheme: head as SchemeRow,
    sums: sumsOf(scheme),
    indicators,
    stages: scheme.stages.map(({ stage, from }) => {
      const found = stages.find((one) => one.stage === stage)
      const counts = Array.from(
        { length: BINS },
        (_, bin) => bins.find((one) => one.stage === stage && one.bin === bin)?.count ?? 0,
      )
      return {
        stage,
        from,
        count: found?.count ?? 0,
        mean: found?.mean ?? null,
        median: found?.median ?? null,
        best: found?.best ?? null,
        bins: counts,
        places: placesOf(scheme, found?.count ?? 0),
      }
    }),
    objections: filed[0]!.n,
    steps: stepsFor(actor, round.state, head.keeper),
  }
}

/** Published lists of official schemes, newest first: what anybody may know. */
export async function publishedRounds({ db }: Context) {
  const { rows } = await sql<{ id: string; month: string; name: string; published_on: string }>`
    select r.id, r.month, c.name, r.published_on::text as published_on from points.rounds r
    join points.schemes c on c.id = r.scheme
    where r.state = 'published' and c.standing = 'official' order by r.month desc, r.id`.execute(db)
  return rows
}

/** Names, ranks and lists; no points and no raw values. @throws GaoxinError RECORD_NOT_FOUND */
export async function publishedList(context: Context, id: string) {
  const round = (await publishedRounds(context)).find((one) => one.id === id)
  if (!round) throw notFound(rounds, id)
  const { rows } = await sql<{ stage: Stage; list: string; rank: number; name: string }>`
    select stage, list, rank, name from points.scores where round = ${id} and list is not null
    order by stage, rank, name`.execute(context.db)
  return { round, rows }
}
