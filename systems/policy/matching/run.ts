import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { factsOf, notAskedSays, typesOf } from '../../../kernel/rules/index.ts'
import { batchesOf, insertRows, LOCKS } from '../../../kernel/store/index.ts'
import { populationOf } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Text } from '../../../kernel/text.ts'
import { type Granule, inForce, kindsOf, SUBJECT } from '../granule/index.ts'
import { type AskedGranule, askedGranules, type Found, Tally } from './asked.ts'
import { judgeRows } from './byRow.ts'
import { askedOf, findBySet, type Subjects } from './bySet.ts'
import { createFound, FOUND, foundRows, insertFound, merge } from './merge.ts'
import { runs } from './tables.ts'
import { clearTouched, countTouched, takeTouched, watchSources } from './touched.ts'

/** Enterprises whose answers are held at once when they are judged one by one. */
const BATCH = 2_000
/** With more changes than this, everybody is judged anew. */
const MOST_CHANGES = 20_000

export interface Judged {
  readonly granules: number
  readonly enterprises: number
  /** Answers that are others now, gone or new. */
  readonly changed: number
  readonly counts: Tally['counts']
  readonly oneByOne: ReadonlyMap<string, Text>
}

/**
 * Judges everybody by granules, in one transaction: enterprises are put together once, the database judges by a granule
 * a statement, and what it cannot be asked goes batch by batch. Memory does not grow with their number.
 * @param all whether these are all granules in force, so that answers of others go
 */
export async function judgeEverybody(
  context: Context,
  granules: readonly Granule[],
  asOf: string,
  { all, onProgress }: { readonly all: boolean; readonly onProgress?: (done: number) => Promise<unknown> },
): Promise<Judged> {
  const { db, systems } = context
  const asked = askedGranules(context, granules, asOf)
  const names = [...new Set(asked.flatMap((granule) => granule.names))]
  const { subjects } = populationOf(systems, SUBJECT, names)
  // Statements this wide take longer to compile than they run.
  await sql`set local jit = off`.execute(db)
  await createFound(db)
  await sql`create temp table policy_subjects on commit drop as ${subjects(factsOf(asOf))}`.execute(db)
  await sql`analyze policy_subjects`.execute(db)
  const query = sql`select * from policy_subjects`
  const everybody: Subjects = { query, types: await typesOf(db, query, names) }
  const tally = new Tally()
  const oneByOne = new Map<string, Text>()
  const byRow: AskedGranule[] = []
  let done = 0
  for (const granule of asked) {
    const question = askedOf(granule, everybody)
    if ('query' in question) {
      await findBySet(db, granule, question, FOUND, tally)
      await onProgress?.(++done)
    } else {
      oneByOne.set(granule.id, notAskedSays(question))
      byRow.push(granule)
    }
  }
  if (byRow.length > 0) {
    const judge = judgeRows(byRow, kindsOf(context), tally)
    for await (const rows of batchesOf<Record<string, unknown> & { id: string }>(db, query, BATCH))
      await insertFound(db, rows.flatMap(judge))
    await onProgress?.(asked.length)
  }
  await sql`analyze policy_found`.execute(db)
  // Both sides are whole: a planner that takes what is kept for a few rows, as before the first run, would go through it
  // once for every answer, while it grows.
  await sql`set local enable_nestloop = off`.execute(db)
  const changed = await merge(db, sql`${FOUND} f`, all ? {} : { granules: asked.map(({ id }) => id) }, {
    asOf,
    now: context.now(),
  })
  await sql`set local enable_nestloop = on`.execute(db)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from policy_subjects`.execute(db)
  await sql`drop table policy_subjects, policy_found`.execute(db)
  return {
    granules: asked.length,
    enterprises: rows[0]?.n ?? 0,
    changed,
    counts: tally.counts,
    oneByOne,
  }
}

/** Judges some enterprises by some granules; who is no longer there has no answers. @returns answers changed */
export async function judgeSome(
  context: Context,
  granules: readonly Granule[],
  enterprises: readonly string[],
  asOf: string,
): Promise<number> {
  const { db, systems } = context
  const asked = askedGranules(context, granules, asOf)
  const names = [...new Set(asked.flatMap((granule) => granule.names))]
  const judge = judgeRows(asked, kindsOf(context), new Tally())
  let changed = 0
  for (let at = 0; at < enterprises.length; at += BATCH) {
    const only = enterprises.slice(at, at + BATCH)
    const { subjects } = populationOf(systems, SUBJECT, names, only)
    const { rows } = await sql<Record<string, unknown> & { id: string }>`
      select * from (${subjects(factsOf(asOf))}) q`.execute(db)
    const found: readonly Found[] = rows.flatMap(judge)
    changed += await merge(
      db,
      foundRows(found),
      { granules: asked.map(({ id }) => id), enterprises: only },
      { asOf, now: context.now() },
    )
  }
  return changed
}

/** One matching at a time; the others wait, and find less to do. */
const alone = (context: Context) =>
  sql`select pg_advisory_xact_lock(${LOCKS.matchingPolicies})`.execute(context.db)

/** 全量匹配: everybody by every granule in force, kept as a run. @returns its id */
export async function matchEverybody(outer: Context): Promise<string> {
  const id = outer.newId()
  const asOf = outer.today
  const write = (context: Context, values: Readonly<Record<string, unknown>>) =>
    context.transaction(async ({ db, changed }) => {
      const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update policy.runs set ${sql.join(sets)}, recorded_at = ${context.now()} where id = ${id}`.execute(
        db,
      )
      await changed(runs.id, [id])
    })
  const granules = await inForce(outer, asOf)
  await outer.transaction(({ db, actor, now, newId }) =>
    insertRows(
      db,
      runs,
      [
        {
          id,
          kind: 'full',
          state: 'running',
          as_of: asOf,
          started_at: now(),
          done: 0,
          granules: granules.length,
          enterprises: 0,
          changed: 0,
          counts: {},
          one_by_one: {},
        },
      ],
      { actor, newId, now: now() },
    ),
  )
  try {
    await outer.transaction(async (context) => {
      await alone(context)
      await watchSources(context)
      // What is noted up to here is in the rows that are read from here on.
      await clearTouched(context.db)
      const judged = await judgeEverybody(context, granules, asOf, {
        all: true,
        onProgress: (done) => write(outer, { done }),
      })
      await write(context, {
        state: 'done',
        done: judged.granules,
        finished_at: context.now(),
        enterprises: judged.enterprises,
        changed: judged.changed,
        counts: JSON.stringify(Object.fromEntries(judged.counts)),
        one_by_one: JSON.stringify(Object.fromEntries(judged.oneByOne)),
      })
    }, '惠企政策全量匹配')
  } catch (error) {
    if (!outer.db.isTransaction)
      await write(outer, { state: 'failed', finished_at: outer.now(), error: String(error).slice(0, 500) })
    throw error
  }
  return id
}

/** 增量匹配: the enterprises that changes touched, by the granules that ask what they touched. @returns answers changed */
export const matchChanged = (outer: Context): Promise<number> =>
  outer.transaction(async (context) => {
    const { db, today } = context
    await alone(context)
    const started = context.now()
    const touched = await takeTouched(context, today)
    if (touched.length === 0) return 0
    const granules = await inForce(context, today)
    const asked = new Map(askedGranules(context, granules, today).map(({ id, names }) => [id, names]))
    let changed = 0
    for (const { record, enterprises, traits } of touched) {
      const some =
        record === SUBJECT
          ? granules
          : granules.filter(({ row }) => asked.get(row.id)?.some((name) => traits.has(name)))
      if (some.length > 0) changed += await judgeSome(context, some, enterprises, today)
    }
    await insertRows(
      db,
      runs,
      [
        {
          kind: 'changed',
          state: 'done',
          as_of: today,
          started_at: started,
          finished_at: context.now(),
          done: granules.length,
          granules: granules.length,
          enterprises: new Set(touched.flatMap(({ enterprises }) => enterprises)).size,
          changed,
          counts: {},
          one_by_one: {},
        },
      ],
      { actor: SYSTEM_ACTOR, newId: context.newId, now: context.now() },
    )
    return changed
  }, '惠企政策增量匹配')

/** What the program does by itself: the first of a day is everybody, then what changed. */
export async function keepMatched(context: Context): Promise<void> {
  if ((await isStale(context)) || (await countTouched(context.db, MOST_CHANGES)) >= MOST_CHANGES)
    await matchEverybody(context)
  else if ((await countTouched(context.db, 1)) > 0) await matchChanged(context)
}

/** Honours expire and months pass: what was judged on another day, or before a granule came or went, is judged anew. */
async function isStale({ db, today }: Context): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`
    with last as (select as_of, started_at from policy.runs where kind = 'full' and state = 'done'
      order by started_at desc limit 1)
    select exists (select from policy.granules where state in ('published', 'ended'))
      and not exists (select from last where as_of = ${today}::date and not exists (
        select from policy.granules g where g.state in ('published', 'ended') and g.recorded_at > last.started_at))
      as stale`.execute(db)
  return rows[0]?.stale ?? false
}
