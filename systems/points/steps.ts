/** The steps of a round: data confirmed, scored, on notice, objected to, published. Who may take one is said by its route. */
import { sql } from 'kysely'
import { createRow, getRow, notFound, updateRow } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import { scoredOf, writeScores } from './run.ts'
import {
  type ObjectionRow,
  objections,
  type RoundRow,
  rounds,
  type SchemeRow,
  schemes,
  scores,
} from './tables.ts'
import { ROUND_STATES, type RoundState } from './words.ts'

/** Days of a notice at least, both ends counted. */
export const NOTICE_DAYS = 5

/** Opens a month of a scheme. @throws GaoxinError RECORD_NOT_FOUND, RECORD_EXISTS, POINTS_KEEPER */
export async function openRound(
  context: Context,
  given: { readonly scheme: string; readonly month: string; readonly asOf: string },
): Promise<RoundRow> {
  const head = await requireKeeper(context, given.scheme)
  return (await createRow(context, rounds, {
    scheme: head.id,
    month: given.month,
    as_of: given.asOf,
    state: 'draft',
  })) as unknown as RoundRow
}

/** From now on the round is scored from what is known at this moment. @throws GaoxinError POINTS_KEEPER, POINTS_STEP */
export async function confirmData(context: Context, id: string): Promise<RoundRow> {
  await lockedStep(context, id, ['draft'])
  return move(context, id, { state: 'confirmed', data_at: context.now() })
}

/** @throws GaoxinError POINTS_KEEPER, POINTS_STEP and what `scoredOf` throws */
export async function score(context: Context, id: string): Promise<RoundRow> {
  const { round, head } = await lockedStep(context, id, ['confirmed', 'scored'])
  const made = { ...round, synthetic: head.synthetic }
  const scored = await writeScores(context, made, await scoredOf(context, round))
  return move(context, id, { state: 'scored', scored, computed_by: context.actor.id })
}

/**
 * Back to collecting data, as after an objection that was upheld. What was scored stays in the history; nobody is told
 * it as their score any more.
 * @throws GaoxinError POINTS_KEEPER, POINTS_STEP
 */
export async function reopen(context: Context, id: string): Promise<RoundRow> {
  await lockedStep(context, id, ['confirmed', 'scored', 'notice'])
  return move(context, id, { state: 'draft', data_at: null, notice_from: null, notice_to: null })
}

/** Puts scores on notice; each enterprise sees its own from then on. @throws GaoxinError POINTS_KEEPER, _STEP, _NOTICE */
export async function giveNotice(context: Context, id: string, from: string, to: string): Promise<RoundRow> {
  await lockedStep(context, id, ['scored'])
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (from < context.today || !(days >= NOTICE_DAYS))
    throw pointsError('POINTS_NOTICE', text('公示日期不成立', 'The days of the notice do not hold'), {
      place: 'from',
      value: `${from}—${to}`,
    })
  await sql`update points.scores s set told_to = e.code, recorded_at = ${context.now()},
      recorded_by = ${context.actor.id}
    from (${await scoredCodes(context, id)}) e where e.id = s.enterprise and s.round = ${id}
      and s.told_to is distinct from e.code`.execute(context.db)
  await context.changed(scores.id, [])
  return move(context, id, { state: 'notice', notice_from: from, notice_to: to })
}

/** The codes of whoever was scored, from the register that keeps them. */
async function scoredCodes(context: Context, id: string) {
  const round = (await getRow(context.db, rounds, id)) as unknown as RoundRow
  return sql`select q.id, q.code from (${await scoredOf(context, round)}) q`
}

/**
 * Objects within the notice: the enterprise itself, or the office for it.
 * @throws GaoxinError RECORD_NOT_FOUND, POINTS_STEP, POINTS_NOTICE
 */
export async function object(
  context: Context,
  id: string,
  given: {
    readonly indicator?: string | undefined
    readonly about: 'value' | 'points'
    readonly reason: string
  },
): Promise<ObjectionRow> {
  const { rows } = await sql<{
    round: string
    told_to: string | null
    total: string
    parts: { indicator: string }[]
  }>`
    select round, told_to, total::text as total, parts from points.scores where id = ${id}`.execute(
    context.db,
  )
  const found = rows[0]
  const own = context.actor.role !== 'enterprise' || found?.told_to === context.actor.enterprise
  // Another enterprise's score is answered like one that does not exist.
  if (!found?.told_to || !own) throw notFound(scores, id)
  const { indicator } = given
  if (indicator && !found.parts.some((part) => part.indicator === indicator))
    throw notFound(scores, indicator)
  const round = await lockRound(context, found.round)
  if (context.actor.role !== 'enterprise') await requireKeeper(context, round.scheme)
  requireState(round, ['notice'])
  if (context.today < round.notice_from! || context.today > round.notice_to!)
    throw pointsError('POINTS_NOTICE', text('不在公示期内', 'Not within the days of the notice'), {
      place: 'today',
      value: context.today,
    })
  return (await createRow(context, objections, {
    round: round.id,
    score: id,
    indicator: indicator ?? null,
    about: given.about,
    reason: given.reason,
    filed_on: context.today,
    total: found.total,
    state: 'filed',
  })) as unknown as ObjectionRow
}

/** Answers an objection. One that is upheld is followed by correcting the facts, reopening and scoring again. @throws GaoxinError POINTS_STEP, POINTS_KEEPER */
export async function answer(
  context: Context,
  id: string,
  state: 'upheld' | 'rejected',
  says: string,
): Promise<ObjectionRow> {
  const { rows } = await sql<{ state: string; round: string }>`
    select state, round from points.objections where id = ${id} for update`.execute(context.db)
  if (!rows[0]) throw notFound(objections, id)
  const round = (await getRow(context.db, rounds, rows[0].round)) as unknown as RoundRow
  await requireKeeper(context, round.scheme)
  if (rows[0].state !== 'filed')
    throw pointsError('POINTS_STEP', text('异议已经答复', 'The objection has been answered'), { value: id })
  return (await updateRow(context, objections, id, {
    state,
    answer: says,
    decided_by: context.actor.id,
    decided_on: context.today,
  })) as unknown as ObjectionRow
}

/**
 * Publishes what was on notice, unchanged, after its last day, all objections answered, by somebody who did not score
 * it.
 * @throws GaoxinError POINTS_KEEPER, POINTS_SAMPLE, _STEP, _SECOND, _NOTICE, _OPEN, _STALE
 */
export async function publish(context: Context, id: string): Promise<RoundRow> {
  const { round, head } = await lockedStep(context, id)
  // What the demonstration made up stays a sample, whatever it is called.
  if (head.standing !== 'official' || head.synthetic)
    throw pointsError(
      'POINTS_SAMPLE',
      text('示例方案的结果不得正式公布', 'Results of a sample scheme are never published'),
      { place: head.name, value: head.standing },
    )
  requireState(round, ['notice'])
  if (round.computed_by === context.actor.id)
    throw pointsError('POINTS_SECOND', text('算分人不能公布', 'Who scored it may not publish it'), {
      value: context.actor.id,
    })
  if (context.today <= round.notice_to!)
    throw pointsError('POINTS_NOTICE', text('公示期未满', 'The notice has not ended'), {
      place: 'notice_to',
      value: round.notice_to,
    })
  await requireAnswered(context, round)
  await requireFresh(context, round)
  return move(context, id, {
    state: 'published',
    published_by: context.actor.id,
    published_on: context.today,
  })
}

/** Nothing is unanswered, and what was upheld was followed by scoring anew. */
async function requireAnswered({ db }: Context, { id, data_at }: RoundRow): Promise<void> {
  const { rows } = await sql<{ open: number; upheld: number }>`
    select count(*) filter (where state = 'filed')::int as open,
      count(*) filter (where state = 'upheld' and recorded_at > ${data_at})::int as upheld
    from points.objections where round = ${id}`.execute(db)
  const { open, upheld } = rows[0]!
  if (open > 0)
    throw pointsError('POINTS_OPEN', text('还有异议未答复', 'Objections are unanswered'), { value: open })
  if (upheld > 0)
    throw pointsError(
      'POINTS_STALE',
      text('成立的异议之后没有重新算分', 'An objection was upheld and nothing scored since'),
      { value: upheld },
    )
}

/** What is published is what the facts confirmed and the scheme give. */
async function requireFresh(context: Context, round: RoundRow): Promise<void> {
  const { rows } = await sql<{ name: string | null }>`
    select coalesce(s.name, q.name) as name from (${await scoredOf(context, round)}) q
    full join (select * from points.scores where round = ${round.id}) s on s.enterprise = q.id
    where (s.total, s.stage, s.rank, s.list) is distinct from (q.total, q.stage, q.rank::int, q.list)
    limit 1`.execute(context.db)
  if (rows[0])
    throw pointsError(
      'POINTS_STALE',
      text('公示后方案或数据有改动', 'Scheme or data changed after the notice'),
      { place: rows[0].name ?? round.id },
    )
}

const move = async (context: Context, id: string, values: object): Promise<RoundRow> =>
  (await updateRow(context, rounds, id, values as Record<string, unknown>)) as unknown as RoundRow

/** Locks the round for a step that its keeper may take in these states. */
async function lockedStep(
  context: Context,
  id: string,
  among?: readonly RoundState[],
): Promise<{ readonly round: RoundRow; readonly head: SchemeRow }> {
  const round = await lockRound(context, id)
  const head = await requireKeeper(context, round.scheme)
  if (among) requireState(round, among)
  return { round, head }
}

async function lockRound({ db }: Context, id: string): Promise<RoundRow> {
  await sql`select from points.rounds where id = ${id} for update`.execute(db)
  const round = await getRow(db, rounds, id)
  if (!round) throw notFound(rounds, id)
  return round as unknown as RoundRow
}

/** Officers take steps for the office that keeps the scheme; leaders are above offices. */
async function requireKeeper({ db, actor }: Context, scheme: string): Promise<SchemeRow> {
  const head = (await getRow(db, schemes, scheme)) as unknown as SchemeRow | undefined
  if (!head) throw notFound(schemes, scheme)
  if (actor.role === 'officer' && actor.office !== head.keeper)
    throw pointsError('POINTS_KEEPER', text('不是主管单位', 'Not the office that keeps the scheme'), {
      place: head.name,
      value: actor.office,
    })
  return head
}

function requireState({ state }: RoundRow, among: readonly RoundState[]): void {
  const is = state as RoundState
  if (!among.includes(is))
    throw pointsError(
      'POINTS_STEP',
      text(
        `批次${ROUND_STATES[is].zh}，不能进行这一步`,
        `The round is: ${ROUND_STATES[is].en}; this step is not open`,
      ),
      { place: 'state', value: state },
    )
}
