/** Loads the economy's part of the demonstration zone: the same rows at every run, whatever the batch size. */
import { peers } from '../../../kernel/figures/tables.ts'
import { insertRows } from '../../../kernel/store/rows.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { contacts, returns, units } from '../tables.ts'
import { makeContacts } from './contacts.ts'
import { totals } from './months.ts'
import { makePeers } from './peers.ts'
import { landOf, makeReturns } from './returns.ts'
import { makeUnits } from './units.ts'

const SEED = 2023
const BATCH = 20_000
/** Returns at scale 1, for the progress display only. */
const RETURNS_AT_ONE = 53_583

/** @param scale multiplies the number of units; totals stay what they are. */
export async function* load(
  context: Context,
  { scale }: { readonly scale: number },
): AsyncIterable<Progress> {
  const origin = {
    actor: context.actor,
    now: context.now(),
    newId: context.newId,
    vault: context.vault,
  }
  const all = totals(SEED)
  const made = makeUnits(SEED, scale)
  const land = landOf(made, all, SEED)

  const step = { units: text('统计单位', 'Reporting units'), returns: text('统计报表', 'Returns') }
  const rows = made.map(({ weight, until, local, ...unit }) => ({
    ...unit,
    land: land.get(unit.id) ?? null,
    recorded_at: `${unit.since}-01T09:00:00+08:00`,
    synthetic: true,
  }))
  for (let done = 0; done < rows.length; done += BATCH) {
    await insertRows(context.db, units, rows.slice(done, done + BATCH), origin)
    yield { step: step.units, done: Math.min(rows.length, done + BATCH), total: rows.length }
  }
  const people = makeContacts(made, SEED)
  for (let done = 0; done < people.length; done += BATCH)
    await insertRows(context.db, contacts, people.slice(done, done + BATCH), origin)
  await insertRows(
    context.db,
    peers,
    makePeers(all, SEED).map((peer) => ({ ...peer, synthetic: true })),
    origin,
  )

  const expected = Math.round(RETURNS_AT_ONE * scale)
  let done = 0
  let batch: object[] = []
  const flush = async (): Promise<Progress> => {
    await insertRows(context.db, returns, batch as Record<string, unknown>[], origin)
    done += batch.length
    batch = []
    return { step: step.returns, done, total: Math.max(done, expected) }
  }
  for (const draft of makeReturns(made, all, SEED)) {
    batch.push({ ...draft, recorded_at: `${draft.filed_on}T09:00:00+08:00`, synthetic: true })
    if (batch.length === BATCH) yield await flush()
  }
  const last = await flush()
  yield { ...last, total: last.done }
}
