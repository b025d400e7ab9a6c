import { type RawBuilder, sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { insertRows, LOCKS, tableName } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import type { Decision } from './decision.ts'
import { type VersionRow, versions } from './tables.ts'

const table = sql.raw(tableName(versions.id))

/** Which day is asked about, and what the zone knew when. */
export interface Moment {
  /** YYYY-MM-DD in the world; today when left out. */
  readonly asOf?: string | undefined
  /** ISO 8601: as known at that instant; now when left out. */
  readonly asKnownOn?: string | undefined
}

/** Every decision that the zone's systems declare, by id. */
export const decisionsOf = ({ systems }: Pick<Context, 'systems'>): ReadonlyMap<string, Decision> =>
  new Map(systems.flatMap(({ decisions = [] }) => decisions.map((each) => [each.id, each] as const)))

/** @throws GaoxinError RULE_NOT_FOUND */
export function decisionOf(context: Pick<Context, 'systems'>, id: string): Decision {
  const found = decisionsOf(context).get(id)
  if (found) return found
  throw new GaoxinError(
    'RULE_NOT_FOUND',
    text('没有这条规则', 'There is no such decision'),
    text('请在“规则”页查看现有规则', 'See the page of rules'),
    { value: id, status: 404 },
  )
}

/** Oldest first. */
export const versionsOf = (context: Context, decision: string): Promise<readonly VersionRow[]> =>
  read(context, sql`where decision = ${decision} order by number`)

/** @throws GaoxinError RULE_VERSION_NOT_FOUND */
export async function requireVersion(
  context: Context,
  decision: string,
  number: number,
  lock = false,
): Promise<VersionRow> {
  const [row] = await read(
    context,
    sql`where decision = ${decision} and number = ${number} ${lock ? sql`for update` : sql``}`,
  )
  if (row) return row
  throw new GaoxinError(
    'RULE_VERSION_NOT_FOUND',
    text('没有这个版本', 'There is no such version'),
    text('请从版本列表进入', 'Choose one from the list of versions'),
    { place: decision, value: number, status: 404 },
  )
}

/**
 * The version that holds on a day, as known at an instant: of those published by then, the one that came into force
 * last, and of several from the same day the one published last (a correction).
 */
export async function versionInForce(
  context: Context,
  decision: string,
  { asOf = context.today, asKnownOn }: Moment = {},
): Promise<VersionRow | undefined> {
  const known = asKnownOn === undefined ? sql`true` : sql`published_at <= ${asKnownOn}`
  const [row] = await read(
    context,
    sql`where decision = ${decision} and state = 'published' and "from" <= ${asOf} and ${known}
      order by "from" desc, published_at desc, number desc limit 1`,
  )
  // One that has run out is not followed by the one before it: nothing holds then.
  return row && (row.to === null || asOf < row.to) ? row : undefined
}

/** @throws GaoxinError RULE_NOT_IN_FORCE */
export async function requireInForce(
  context: Context,
  decision: string,
  moment: Moment,
): Promise<VersionRow> {
  const row = await versionInForce(context, decision, moment)
  if (row) return row
  throw new GaoxinError(
    'RULE_NOT_IN_FORCE',
    text('这一天没有生效的规则', 'No version of the rule holds on that day'),
    text('请换一个日期，或发布覆盖这一天的版本', 'Ask for another day, or publish a version that covers it'),
    { place: decision, value: moment.asOf ?? context.today, status: 409 },
  )
}

/** Enters the first version of every decision that has none yet. */
export async function enterFirstVersions(outer: Context): Promise<void> {
  await outer.transaction(async (context) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.enteringRules})`.execute(context.db)
    const { rows } = await sql<{ decision: string }>`select distinct decision from ${table}`.execute(
      context.db,
    )
    const known = new Set(rows.map(({ decision }) => decision))
    const now = context.now()
    const fresh = [...decisionsOf(context).values()].filter(({ id }) => !known.has(id))
    await insertRows(
      context.db,
      versions,
      fresh.map(({ id, first, sample }) => ({
        decision: id,
        number: 1,
        note: '随系统交付的首个版本',
        state: 'published',
        from: first.from,
        editors: [],
        published_by: context.actor.id,
        published_at: now,
        model: first.model,
        cases: first.cases,
        synthetic: sample === true,
      })),
      { actor: context.actor, now, newId: context.newId },
    )
  }, '随系统交付的规则')
}

async function read({ db }: Context, tail: RawBuilder<unknown>): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`select * from ${table} ${tail}`.execute(db)
  return rows
}
