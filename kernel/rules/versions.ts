import { sql } from 'kysely'
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

/** A version without its texts, which are long. */
export type VersionHead = Omit<VersionRow, 'model' | 'cases' | 'effect'>

const HEAD = sql.raw(
  ['id', 'synthetic', 'recorded_at', 'recorded_by', ...Object.keys(versions.columns)]
    .filter((name) => !['model', 'cases', 'effect'].includes(name))
    .map((name) => `"${name}"`)
    .join(', '),
)

/** Oldest first. @param decision left out: of all decisions */
export async function versionsOf({ db }: Context, decision?: string): Promise<readonly VersionHead[]> {
  const { rows } = await sql<VersionHead>`select ${HEAD} from ${table}
    where ${decision === undefined ? sql`true` : sql`decision = ${decision}`} order by number`.execute(db)
  return rows
}

/** @throws GaoxinError RULE_VERSION_NOT_FOUND */
export async function requireVersion(
  context: Context,
  decision: string,
  number: number,
  lock = false,
): Promise<VersionRow> {
  const {
    rows: [row],
  } = await sql<VersionRow>`select * from ${table}
    where decision = ${decision} and number = ${number} ${lock ? sql`for update` : sql``}`.execute(context.db)
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
 * @param known all versions of one decision
 */
export function holding<V extends VersionHead>(
  known: readonly V[],
  asOf: string,
  asKnownOn?: string,
): V | undefined {
  const until = asKnownOn === undefined ? Number.POSITIVE_INFINITY : Date.parse(asKnownOn)
  const [last] = known
    .filter(
      ({ state, from, published_at: at }) =>
        state === 'published' && from <= asOf && at !== null && Date.parse(at) <= until,
    )
    .sort(
      (a, b) =>
        order(b.from, a.from) ||
        Date.parse(b.published_at as string) - Date.parse(a.published_at as string) ||
        b.number - a.number,
    )
  // One that has run out is not followed by the one before it: nothing holds then.
  return last && (last.to === null || asOf < last.to) ? last : undefined
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export async function versionInForce(
  context: Context,
  decision: string,
  { asOf = context.today, asKnownOn }: Moment = {},
): Promise<VersionRow | undefined> {
  const found = holding(await versionsOf(context, decision), asOf, asKnownOn)
  return found && requireVersion(context, decision, found.number)
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
  // Almost always there is nothing to enter, and nobody need wait for anybody.
  if ((await unentered(outer)).length === 0) return
  await outer.transaction(async (context) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.enteringRules})`.execute(context.db)
    const now = context.now()
    await insertRows(
      context.db,
      versions,
      (await unentered(context)).map(({ id, first, sample }) => ({
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

async function unentered(context: Context): Promise<readonly Decision[]> {
  const entered = new Set((await versionsOf(context)).map(({ decision }) => decision))
  return [...decisionsOf(context).values()].filter(({ id }) => !entered.has(id))
}
