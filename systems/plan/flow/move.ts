import { sql } from 'kysely'
import { doTask, sendMessage } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { acted, requireAct } from '../acts.ts'
import { SUPERVISION_OFFICE } from '../settings.ts'
import { letters } from '../tables.ts'
import { beginCase } from './begin.ts'
import { noSuchLetter, readLetter } from './read.ts'

/** The lead office signs for a letter. @throws GaoxinError PLAN_LETTER, those of `requireAct`, FLOW_TAKEN, FLOW_DONE */
export const signLetter = (outer: Context, id: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { found } = await openLetter(context, id)
    await doTask(context, found, (await openTask(context, found, 'sign')) ?? NONE, {}, '签收')
  }, '签收督办单')

/**
 * The lead office answers a letter; who answers it has received it.
 * @returns the granule
 * @throws GaoxinError PLAN_LETTER, those of `requireAct`, FLOW_TAKEN: a colleague has it in hand
 */
export const answerLetter = (outer: Context, id: string, answer: string): Promise<string> =>
  outer.transaction(async (context) => {
    const { found, granule } = await openLetter(context, id)
    const sign = await openTask(context, found, 'sign')
    if (sign !== undefined) await doTask(context, found, sign, {}, '签收')
    await doTask(context, found, (await openTask(context, found, 'answer')) ?? NONE, { answer }, '答复督办单')
    return granule
  }, '答复督办单')

/** A letter that the actor may answer, and its case. One that was issued before letters ran as cases gets one. */
async function openLetter(context: Context, id: string): Promise<{ found: string; granule: string }> {
  // The case is held before the letter is read: what it says of itself is then the last word.
  const { rows } = await sql<{ id: string }>`select id from flow.cases
    where record = ${letters.id} and row_id = ${id} order by started_at desc limit 1 for update`.execute(
    context.db,
  )
  const { letter, granule } = await readLetter(context, id)
  if (letter.state !== 'open') throw noSuchLetter(id, 409)
  requireAct('answer', acted(granule), context.actor)
  const { lead_office, text } = granule
  const found =
    rows[0]?.id ?? (await beginCase(context, { ...letter, lead_office, text }, SUPERVISION_OFFICE))
  return { found, granule: granule.id }
}

/** No task has it: doing it says that it is done. */
const NONE = -1

async function openTask({ db }: Context, found: string, element: string): Promise<number | undefined> {
  const { rows } = await sql<{ token: number }>`select token from flow.tasks
    where case_id = ${found} and element = ${element} order by token limit 1`.execute(db)
  return rows[0]?.token
}

/** Another office leads the granule now: letters that its last one has not answered go to it. */
export async function passOn(context: Context, granule: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from plan.letters
    where granule = ${granule} and state = 'open' order by id`.execute(context.db)
  for (const { id } of rows)
    await sendMessage(
      context,
      'plan.letter-office',
      { subject: { record: letters.id, id } },
      {},
      '牵头单位调整',
    )
}
