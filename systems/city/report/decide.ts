import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { act, seenReport } from './acts.ts'

/** What a dispatcher decides of a report as they saw it. */
export interface Decision {
  readonly seen: 'accepting' | 'dispatching'
  /** Files it as this class, if it is not filed yet, and sends it to this office. */
  readonly class?: string | undefined
  readonly office?: string | undefined
  /** Or why it is not filed. */
  readonly refuse?: string | undefined
}

/**
 * 立案派遣: files a report where it is not filed yet and sends it to an office, or refuses it; all of it or nothing.
 * @throws GaoxinError CITY_MOVED where it no longer stands where it was seen, CITY_REPORT, and those of the steps
 */
export const decide = (
  outer: Context,
  id: string,
  { seen, refuse, office = '', ...filed }: Decision,
): Promise<void> =>
  outer.transaction(async (context) => {
    // Of two at once the second waits here, and then sees what the first has done.
    const { rows } = await sql<{ id: string }>`select id from flow.cases
      where record = 'city.reports' and row_id = ${id} and state = 'running' order by id for update`.execute(
      context.db,
    )
    const { state } = await seenReport(context, id)
    if (state !== seen)
      throw cityError('CITY_MOVED', { place: state, value: await lastActor(context, rows[0]?.id) })
    if (refuse !== undefined) return act(context, id, 'accept', { filing: 'refuse', reason: refuse })
    if (state === 'accepting')
      await act(context, id, 'accept', {
        filing: 'file',
        ...(filed.class === undefined ? {} : { class: filed.class }),
      })
    await act(context, id, 'dispatch', { office })
  }, '立案派遣')

async function lastActor({ db }: Context, caseId: string | undefined): Promise<string | null> {
  const { rows } = await sql<{ actor: string }>`select actor from flow.steps where case_id = ${caseId ?? ''}
    order by number desc limit 1`.execute(db)
  return rows[0]?.actor ?? null
}
