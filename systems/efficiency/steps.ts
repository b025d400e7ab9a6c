/** The steps of an evaluation: computed, on notice, objected to, published. Who may take one is said by its route. */
import { sql } from 'kysely'
import { createRow, getRow, notFound, updateRow } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { efficiencyError } from './errors.ts'
import { readScheme, staleIn, writeResults } from './evaluation/index.ts'
import { type ObjectionRow, objections, type RoundRow, results, rounds, schemes } from './tables.ts'
import { ROUND_STATES, type RoundState } from './words.ts'

/** Evaluates a group anew; what was on notice is so no longer. What is published stays. @throws GaoxinError EFFICIENCY_STEP */
export async function evaluate(context: Context, scheme: string): Promise<RoundRow> {
  // Two who evaluate by one scheme wait for each other.
  await sql`select from efficiency.schemes where id = ${scheme} for update`.execute(context.db)
  const given = await readScheme(context, scheme)
  const { rows } = await sql<{
    id: string
  }>`select id from efficiency.rounds where scheme = ${scheme}`.execute(context.db)
  const before = rows[0] ? await lockRound(context, rows[0].id) : undefined
  if (before) requireState(before, ['computed', 'notice'])
  const computed = { state: 'computed', computed_by: context.actor.id, notice_from: null, notice_to: null }
  const { id } = before ?? (await createRow(context, rounds, { scheme, ...computed, evaluated: 0 }))
  const evaluated = await writeResults(context, String(id), given)
  await context.changed(results.id, [])
  return move(context, String(id), { ...computed, evaluated })
}

/** Puts results on public notice; each firm sees its own from then on. @throws GaoxinError EFFICIENCY_SAMPLE, _STEP, _NOTICE */
export async function giveNotice(context: Context, id: string, from: string, to: string): Promise<RoundRow> {
  const round = await lockRound(context, id)
  requireState(round, ['computed'])
  await requireOfficial(context, round)
  if (from < context.today || to < from)
    throw efficiencyError('EFFICIENCY_NOTICE', text('公示日期不成立', 'The days of the notice do not hold'), {
      place: 'from',
      value: `${from}—${to}`,
    })
  await sql`update efficiency.results r set told_to = f.credit_code, recorded_at = ${context.now()},
      recorded_by = ${context.actor.id}
    from efficiency.firms f where f.id = r.firm and r.round = ${id}`.execute(context.db)
  await context.changed(results.id, [])
  return move(context, id, { state: 'notice', notice_from: from, notice_to: to })
}

/** @param enterprise the firm that objects, where it does so itself @throws GaoxinError EFFICIENCY_STEP, _NOTICE, RECORD_NOT_FOUND */
export async function object(
  context: Context,
  id: string,
  firm: string,
  reason: string,
): Promise<ObjectionRow> {
  const { rows } = await sql<{ credit_code: string }>`
    select f.credit_code from efficiency.results r join efficiency.firms f on f.id = r.firm
    where r.round = ${id} and r.firm = ${firm} and r.told_to is not null`.execute(context.db)
  const own = context.actor.role !== 'enterprise' || rows[0]?.credit_code === context.actor.enterprise
  // Another firm's result is answered like one that does not exist.
  if (!rows[0] || !own) throw notFound(results, firm)
  const round = await lockRound(context, id)
  requireState(round, ['notice'])
  if (context.today < round.notice_from! || context.today > round.notice_to!)
    throw efficiencyError('EFFICIENCY_NOTICE', text('不在公示期内', 'Not within the days of the notice'), {
      place: 'today',
      value: context.today,
    })
  return (await createRow(context, objections, {
    round: id,
    firm,
    reason,
    filed_on: context.today,
    state: 'filed',
  })) as unknown as ObjectionRow
}

/** Answers an objection. One that is upheld is followed by correcting the data and evaluating anew. @throws GaoxinError EFFICIENCY_STEP */
export async function answer(
  context: Context,
  id: string,
  state: 'upheld' | 'rejected',
  says: string,
): Promise<ObjectionRow> {
  const { rows } = await sql<{ state: string }>`
    select state from efficiency.objections where id = ${id} for update`.execute(context.db)
  if (!rows[0]) throw notFound(objections, id)
  if (rows[0].state !== 'filed')
    throw efficiencyError('EFFICIENCY_STEP', text('异议已经答复', 'The objection has been answered'), {
      value: id,
    })
  return (await updateRow(context, objections, id, {
    state,
    answer: says,
    decided_by: context.actor.id,
    decided_on: context.today,
  })) as unknown as ObjectionRow
}

/**
 * Publishes what was on notice, unchanged, after its last day, all objections answered, by somebody who did not compute it.
 * @throws GaoxinError EFFICIENCY_SAMPLE, _STEP, _SECOND, _NOTICE, _OPEN, _STALE
 */
export async function publish(context: Context, id: string): Promise<RoundRow> {
  const round = await lockRound(context, id)
  await requireOfficial(context, round)
  requireState(round, ['notice'])
  if (round.computed_by === context.actor.id)
    throw efficiencyError('EFFICIENCY_SECOND', text('试算人不能公布', 'Who computed it may not publish it'), {
      value: context.actor.id,
    })
  if (context.today <= round.notice_to!)
    throw efficiencyError('EFFICIENCY_NOTICE', text('公示期未满', 'The notice has not ended'), {
      place: 'notice_to',
      value: round.notice_to,
    })
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from efficiency.objections
    where round = ${id} and state = 'filed'`.execute(context.db)
  if (rows[0]!.n > 0)
    throw efficiencyError('EFFICIENCY_OPEN', text('还有异议未答复', 'Objections are unanswered'), {
      value: rows[0]!.n,
    })
  await requireFresh(context, round)
  return move(context, id, {
    state: 'published',
    published_by: context.actor.id,
    published_on: context.today,
  })
}

/** What is published is what the data and the scheme give: a correction after the notice needs a notice of its own. */
async function requireFresh(context: Context, { id, scheme }: RoundRow): Promise<void> {
  const name = await staleIn(context, id, await readScheme(context, scheme))
  if (name !== undefined)
    throw efficiencyError(
      'EFFICIENCY_STALE',
      text('公示后数据或方案有改动', 'Data or scheme changed after the notice'),
      { place: name },
    )
}

const move = async (context: Context, id: string, values: object): Promise<RoundRow> =>
  (await updateRow(context, rounds, id, values as Record<string, unknown>)) as unknown as RoundRow

async function lockRound({ db }: Context, id: string): Promise<RoundRow> {
  await sql`select from efficiency.rounds where id = ${id} for update`.execute(db)
  const round = await getRow(db, rounds, id)
  if (!round) throw notFound(rounds, id)
  return round as unknown as RoundRow
}

function requireState({ state }: RoundRow, among: readonly RoundState[]): void {
  const is = state as RoundState
  if (!among.includes(is))
    throw efficiencyError(
      'EFFICIENCY_STEP',
      text(
        `评价${ROUND_STATES[is].zh}，不能进行这一步`,
        `The evaluation is: ${ROUND_STATES[is].en}; this step is not open`,
      ),
      { place: 'state', value: state },
    )
}

/** Numbers that nobody published are nobody's result. */
async function requireOfficial({ db }: Context, { scheme }: RoundRow): Promise<void> {
  const row = await getRow(db, schemes, scheme)
  // What the demonstration made up stays a sample, whatever it is called.
  if (row?.standing !== 'official' || row.synthetic === true)
    throw efficiencyError(
      'EFFICIENCY_SAMPLE',
      text('示例方案的结果不得公示或公布', 'Results of a sample scheme are not put on notice or published'),
      {
        place: String(row?.name ?? scheme),
        value: row?.standing,
      },
    )
}
