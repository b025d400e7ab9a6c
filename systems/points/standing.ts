/** How one enterprise stands: its newest score explained, what the next list takes, its months, its objections. */
import { type RawBuilder, sql } from 'kysely'
import { type Actor, OFFICERS } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import { factsOf } from '../../kernel/rules/index.ts'
import { notFound } from '../../kernel/store/index.ts'
import { rowsBehind, traitsOf } from '../../kernel/subjects/index.ts'
import type { Context } from '../../kernel/system.ts'
import { ENTERPRISES, namesIn } from './formulas.ts'
import type { Part } from './scoring/index.ts'
import { type IndicatorRow, objections, type RoundRow, type SchemeRow, scores } from './tables.ts'
import { LISTS, type List } from './words.ts'

interface Score {
  readonly id: string
  readonly round: string
  readonly enterprise: string
  readonly name: string
  readonly stage: string
  readonly sector: string | null
  readonly total: string
  readonly innovation: string
  readonly growth: string
  readonly auxiliary: string
  readonly rank: number
  readonly ranked: number
  readonly sector_rank: number | null
  readonly sector_ranked: number | null
  readonly list: List | null
  readonly parts: readonly Part[]
  readonly synthetic: boolean
  readonly told_to: string | null
}

/** The condition under which the actor may read scores. @throws GaoxinError RECORD_NOT_FOUND */
function readable(actor: Actor, id: string): RawBuilder<unknown> {
  const permit = permitFor(scores, actor, 'read')
  if (!permit) throw notFound(scores, id)
  return permit.where ?? sql`true`
}

/** One score that the actor may read. @throws GaoxinError RECORD_NOT_FOUND */
export async function readScore({ db, actor }: Context, id: string): Promise<Score> {
  const { rows } = await sql<Score>`
    select * from points.scores where id = ${id} and ${readable(actor, id)}`.execute(db)
  if (!rows[0]) throw notFound(scores, id)
  return rows[0]
}

/** @param enterprise row id in the register; @param month left out: the newest @throws GaoxinError RECORD_NOT_FOUND */
export async function standingOf(context: Context, enterprise: string, month?: string) {
  const { db, actor } = context
  const { rows: months } = await sql<{
    id: string
    month: string
    total: string
    rank: number
    ranked: number
    stage: string
    list: List | null
    standing: string
    remark: string | null
  }>`select s.id, r.month, s.total::text as total, s.rank, s.ranked, s.stage, s.list, c.standing, r.remark
    from (select * from points.scores where enterprise = ${enterprise} and ${readable(actor, enterprise)}) s
    join points.rounds r on r.id = s.round join points.schemes c on c.id = r.scheme
    order by r.month, (c.standing = 'official'), r.id`.execute(db)
  const chosen = months.findLast((one) => month === undefined || one.month === month)
  if (!chosen) throw notFound(scores, enterprise)
  const score = await readScore(context, chosen.id)
  const { rows: heads } = await sql<RoundRow>`select * from points.rounds where id = ${score.round}`.execute(
    db,
  )
  const round = heads[0]!
  const { rows: schemes } =
    await sql<SchemeRow>`select * from points.schemes where id = ${round.scheme}`.execute(db)
  const within =
    round.state === 'notice' && context.today >= round.notice_from! && context.today <= round.notice_to!
  return {
    score,
    round,
    scheme: schemes[0]!,
    parts: await partsOf(context, score, round.scheme),
    next: await nextList(context, score),
    months,
    objections: await objectionsTo(context, score.id),
    mayObject:
      within &&
      (actor.role === 'enterprise' || (actor.role === 'officer' && actor.office === schemes[0]!.keeper)),
    mayAnswer: actor.role === 'officer' && actor.office === schemes[0]!.keeper,
  }
}

async function partsOf({ db }: Context, { parts }: Score, scheme: string) {
  const { rows } = await sql<IndicatorRow>`select * from points.indicators where scheme = ${scheme}`.execute(
    db,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return parts.flatMap((part) => {
    const row = byId.get(part.indicator)
    if (!row) return []
    const { number, name, group, unit, counts, normaliser, expression, direction } = row
    return [{ ...part, number, name, group, unit, counts, normaliser, expression, direction }]
  })
}

/** The next better list of the stage, and how many points its last place has. */
async function nextList({ db }: Context, { round, stage, list, total }: Score) {
  const { rows } = await sql<{ list: List; cut: string }>`
    select list, min(total)::text as cut from points.scores
    where round = ${round} and stage = ${stage} and list is not null group by 1`.execute(db)
  const order = Object.keys(LISTS) as List[]
  const own = list === null ? order.length : order.indexOf(list)
  const better = rows
    .filter((row) => order.indexOf(row.list) < own)
    .sort((a, b) => order.indexOf(b.list) - order.indexOf(a.list))[0]
  return better ? { ...better, short: (Number(better.cut) - Number(total)).toFixed(4) } : null
}

async function objectionsTo({ db, actor }: Context, score: string) {
  const permit = permitFor(objections, actor, 'read')
  if (!permit) return []
  const { rows } = await sql<{
    id: string
    indicator: string | null
    about: string
    reason: string
    filed_on: string
    total: string
    state: string
    answer: string | null
    decided_on: string | null
  }>`select id, indicator, about, reason, filed_on::text as filed_on, total::text as total, state, answer,
      decided_on::text as decided_on
    from points.objections where score = ${score} and ${permit.where ?? sql`true`} order by filed_on, id`.execute(
    db,
  )
  return rows
}

/** The rows that a raw value comes from; of rows that the actor may not read only that they are there. */
export async function sourcesOf(context: Context, id: string, indicator: string) {
  const { db, actor, systems } = context
  const score = await readScore(context, id)
  const { rows } = await sql<{
    expression: string
    as_of: string
    data_at: string | null
    remark: string | null
  }>`
    select i.expression, r.as_of::text as as_of, r.data_at::text as data_at, r.remark
    from points.indicators i join points.rounds r on r.scheme = i.scheme
    where i.id = ${indicator} and r.id = ${score.round}`.execute(db)
  const found = rows[0]
  if (!found) throw notFound(scores, indicator)
  const known = traitsOf(systems, ENTERPRISES)
  const names = namesIn(found.expression, known)
  const facts = factsOf(found.as_of, found.data_at ?? undefined)
  const behind = await rowsBehind(db, systems, ENTERPRISES, names, score.enterprise, facts)
  const sources = []
  for (const { trait, record, id: row } of behind) {
    const permit = permitFor(record, actor, 'read')
    const { rows: seen } = permit
      ? await sql<Readonly<Record<string, unknown>>>`
          select * from ${facts.rows(record)} t where id = ${row} and ${permit.where ?? sql`true`}`.execute(
          db,
        )
      : { rows: [] }
    const shown = seen[0]
    const text = (column: string) =>
      permit && column in permit.record.columns && shown?.[column] != null ? String(shown[column]) : null
    sources.push({
      trait,
      unit: known.get(trait)?.unit ?? '',
      record: record.id,
      recordName: record.name,
      row: shown ? row : null,
      value: text('value'),
      source: text('source') ?? text('document'),
      year: text('year'),
      recordedAt: shown ? new Date(String(shown.recorded_at)).toISOString() : null,
    })
  }
  return { expression: found.expression, asOf: found.as_of, remark: found.remark, sources }
}

/** Those who work for the zone read all scores. */
export const READERS = ['guest', ...OFFICERS] as const
