import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, SYSTEM_ACTOR } from '../kernel/access/actor.ts'
import { offices } from '../kernel/access/offices.ts'
import { openAttachments, type S3Options } from '../kernel/attachments/index.ts'
import { dayAt, timeAt, type ZoneClock } from '../kernel/calendar/moments.ts'
import { GaoxinError } from '../kernel/errors.ts'
import { createFigures } from '../kernel/figures/index.ts'
import { enterFirstDiagrams } from '../kernel/flow/index.ts'
import { drawSql } from '../kernel/geo/index.ts'
import { enterFirstVersions } from '../kernel/rules/index.ts'
import { enterQuantities } from '../kernel/series/index.ts'
import {
  Announcements,
  claimVault,
  type Database,
  faultPoint,
  insertRows,
  LOCKS,
  migrate,
  openStore,
  openTeller,
  openVault,
  readSettings,
  type Store,
  setClock,
  type Teller,
  type Vault,
  type Write,
  writeMissingSetting,
  writeSettings,
  written,
} from '../kernel/store/index.ts'
import type { Context, Progress, System } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'
import { allRecords, findSystems, schemaSources } from './systems.ts'

/** The one place that names the zone; another zone changes it here. */
export const ZONE = { name: text('宁波高新区', 'Ningbo High-tech Zone'), place: '宁波高新区' } as const

/** The office above all others; the rest of the register is entered by the system administrator. */
const COMMITTEE = {
  id: 'committee',
  name: `${ZONE.name.zh}管委会`,
  short: '管委会',
  name_en: 'Zone Management Committee',
  parent: null,
  kind: 'committee',
  leader: '管委会主任',
  sort: 1,
} as const

/**
 * When the demonstration begins, as it is loaded: late enough in 2024 for ten months of data, early enough for a plan
 * under way, and in the morning of a working day.
 */
export const DEMONSTRATION_BEGINS = '2024-11-15T09:00:00+08:00'

export interface Zone {
  readonly store: Store
  readonly systems: readonly System[]
  /** True when it holds generated data only. */
  readonly demonstration: boolean
  readonly today: () => string
  /** By how many milliseconds its clock is ahead of the clock outside; 0 in a real zone, the same for good in a demonstration. */
  readonly ahead: number
  readonly context: (actor?: Actor) => Context
  readonly close: () => Promise<void>
}

export interface ZoneOptions {
  readonly url?: string | undefined
  readonly folder: string
  /** Multiplies the reporting units of a demonstration zone that is created now. */
  readonly scale?: number
  readonly onProgress?: (system: System, progress: Progress) => void
  /** What becomes of a database without a zone: `refuse` leaves it so. The demonstration unless said otherwise. */
  readonly whenNew?: 'demonstration' | 'empty' | 'refuse'
  readonly systems?: readonly System[]
  readonly systemsFolder?: string
  /** GAOXIN_KEYS: the keys to personal data, or the path of their file; without it the data folder's. */
  readonly keys?: string | undefined
  /** Instead of keys: a vault that is open already. */
  readonly vault?: Vault
  /** Where the bytes of attachments go; without it, the database. */
  readonly s3?: S3Options | undefined
}

/**
 * Opens the zone's database, brings it up to date and, where it is new, loads the demonstration zone or what else
 * `whenNew` says.
 * @throws GaoxinError ZONE_NONE, ZONE_DEMONSTRATION
 */
export async function openZone(options: ZoneOptions): Promise<Zone> {
  const systems = options.systems ?? (await findSystems(options.systemsFolder))
  const store = await openStore(options)
  try {
    await migrate(store.db, schemaSources(systems, options.systemsFolder), by(SYSTEM_ACTOR, '升级数据库'))
    await watch(store.db, systems)
    await enterQuantities(store.db, systems)
    const vault = await vaultOf(store.db, options)
    const teller = openTeller(store.db)
    const shared = { systems, vault, attachments: openAttachments(store.db, options.s3), teller }
    await createWhenNew(store.db, shared, options)
    const settings = await readSettings(store.db)
    // Only what says so is one: in a demonstration everybody may try out every post.
    const demonstration = settings.demonstration === 'true'
    const ahead = demonstration ? await clockOf(store.db, settings) : 0
    const surroundings = { ...shared, ...clockAhead(ahead) }
    const first = contextOver(store.db, surroundings, SYSTEM_ACTOR)
    await enterFirstVersions(first)
    await enterFirstDiagrams(first)
    return {
      store,
      systems,
      demonstration,
      today: () => dayAt(surroundings.moment()),
      ahead,
      context: (actor = SYSTEM_ACTOR) => contextOver(store.db, surroundings, actor),
      close: async () => {
        await teller.settled()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** What every context of a zone shares. */
type Surroundings = Shared & ZoneClock
type Shared = Pick<Context, 'systems' | 'vault' | 'attachments'> & { readonly teller: Teller }

/** The clock outside, and one that is so many milliseconds ahead of it. */
const clockAhead = (ahead: number): ZoneClock => ({
  now: () => new Date().toISOString(),
  moment: () => new Date(Date.now() + ahead).toISOString(),
})

/** How far the clock of a demonstration is ahead. One that was loaded to stay on its day goes on from it now. */
async function clockOf(db: Database, { clock, today }: Readonly<Record<string, string>>): Promise<number> {
  if (clock !== undefined) return Number(clock)
  const now = new Date().toISOString()
  const ahead = Date.parse(today ? `${today}T${timeAt(now)}+08:00` : DEMONSTRATION_BEGINS) - Date.parse(now)
  return Number(await writeMissingSetting(db, 'clock', String(ahead)))
}

/** The keys, bound to this database. */
async function vaultOf(db: Database, options: ZoneOptions): Promise<Vault> {
  // Telephone codes are under the keys in every zone, whatever its systems keep.
  const vault = options.vault ?? (await openVault(db, { ...options, given: options.keys, needed: true }))
  await claimVault(db, vault)
  return vault
}

async function createWhenNew(db: Database, shared: Shared, options: ZoneOptions): Promise<void> {
  const { zone, demonstration } = await readSettings(db)
  const { whenNew = 'demonstration' } = options
  if (zone && whenNew === 'empty' && demonstration !== 'false') throw isDemonstration()
  if (zone) return
  if (whenNew === 'refuse') throw noZone()
  if (whenNew === 'empty') return createEmpty(db, shared)
  return loadDemonstration(db, shared, options)
}

/** A zone with real data begins with its committee, to which its first administrators belong, and nothing else. */
const createEmpty = (db: Database, shared: Shared): Promise<void> =>
  contextOver(db, { ...shared, ...clockAhead(0) }, SYSTEM_ACTOR).transaction(async (context) => {
    const { actor, now, newId } = context
    await sql`select pg_advisory_xact_lock(${LOCKS.creatingZone})`.execute(context.db)
    if ((await readSettings(context.db)).zone) return
    await insertRows(context.db, offices, [COMMITTEE], { actor, now: now(), newId })
    await writeSettings(context.db, { zone: ZONE.place, demonstration: 'false' })
  }, '建立新区')

/** All of it or nothing: one transaction, so a start that is cut short begins anew. */
async function loadDemonstration(
  db: Database,
  shared: Shared,
  { scale = 1, onProgress }: ZoneOptions,
): Promise<void> {
  const clock = clockAhead(Date.parse(DEMONSTRATION_BEGINS) - Date.now())
  await contextOver(db, { ...shared, ...clock }, SYSTEM_ACTOR).transaction(async (context) => {
    // Of two programs that find the zone empty, the second waits and finds it loaded.
    await sql`select pg_advisory_xact_lock(${LOCKS.creatingZone})`.execute(context.db)
    if ((await readSettings(context.db)).zone) return
    for (const system of shared.systems)
      for await (const progress of system.demo?.(context, { scale }) ?? []) onProgress?.(system, progress)
    faultPoint('demonstration-loaded')
    await writeSettings(context.db, { zone: ZONE.place, demonstration: 'true' })
    await setClock(context.db, context.moment(), context.now())
  }, '建立演示数据')
  await sql`analyze`.execute(db)
}

const by = (actor: Actor, why?: string): Write => ({
  tx: randomUUID(),
  now: new Date().toISOString(),
  actor: actor.id,
  why,
})

/**
 * Every record's table keeps its history from its first day, and of edges the lines that maps draw; rows of an older
 * version enter both now.
 */
const watch = (db: Database, systems: readonly System[]): Promise<unknown> =>
  written(db, by(SYSTEM_ACTOR, '纳入变更记录'), async (transaction) => {
    const records = allRecords(systems)
    await sql`select audit.watch(record) from unnest(${[...records.keys()]}::text[]) record`.execute(
      transaction,
    )
    for (const record of records.values())
      await drawSql(record, (id) => records.get(id))?.execute(transaction)
  })

/** @param said within a transaction: what is told once it has committed */
function contextOver(db: Database, surroundings: Surroundings, actor: Actor, said?: Announcements): Context {
  const indicators = surroundings.systems.flatMap((system) => system.indicators)
  const { teller } = surroundings
  return {
    ...surroundings,
    db,
    figures: createFigures(db, indicators, ZONE.place),
    today: dayAt(surroundings.moment()),
    newId: randomUUID,
    actor,
    with: ({ actor: other = actor, now, moment = now ?? surroundings.moment }) =>
      contextOver(db, { ...surroundings, now: now ?? surroundings.now, moment }, other, said),
    changed: async (record, ids) => {
      if (said) return said.add(record, ids)
      const told = new Announcements({ tx: null, actor: null })
      told.add(record, ids)
      teller.tell(told.all())
    },
    transaction: async (work, why) => {
      if (db.isTransaction) return work(contextOver(db, surroundings, actor, said))
      const write = by(actor, why)
      const told = new Announcements(write)
      const done = await written(db, write, (transaction) =>
        work(contextOver(transaction, surroundings, actor, told)),
      )
      teller.tell(told.all())
      return done
    },
  }
}

const isDemonstration = () =>
  new GaoxinError(
    'ZONE_DEMONSTRATION',
    text(
      '这里已经是演示区，不能改作真实的区',
      'There is a demonstration here already; it cannot become a real zone',
    ),
    text(
      '请用 GAOXIN_DATA 或 DATABASE_URL 指定一个空的数据目录或数据库',
      'Name an empty data folder or database in GAOXIN_DATA or DATABASE_URL',
    ),
    { status: 409 },
  )

const noZone = () =>
  new GaoxinError(
    'ZONE_NONE',
    text('这里还没有区', 'There is no zone here yet'),
    text(
      '请先运行 gaoxin init（真实的区）或 gaoxin start（演示区）',
      'Run gaoxin init (a real zone) or gaoxin start (the demonstration) first',
    ),
    { status: 409 },
  )
