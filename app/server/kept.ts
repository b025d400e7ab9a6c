import { sql } from 'kysely'
import type { Keep } from '../../kernel/geo/index.ts'
import type { Database } from '../../kernel/store/index.ts'

const MOST_BYTES = 64 * 1024 * 1024
/** Changes since one last looked, up to which it is worth while to see which records they are of. */
const FEW_CHANGES = 20_000

interface Entry {
  readonly made: Promise<unknown>
  bytes: number
}

/**
 * What is made of records, kept as long as they do not change. Every transaction that changes rows adds a seal before it
 * commits, in the order of the commits: the last one is asked for each time, and what has been sealed since tells which
 * records moved. What was used longest ago gives way.
 */
export class Kept {
  readonly #most: number
  /** The last seal of which it is known what it covers, and for each record the last that touched it. */
  #seal = -1
  #anything = -1
  readonly #touched = new Map<string, number>()
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(most = MOST_BYTES) {
    this.#most = most
  }

  /**
   * What may be kept of records as they are now: asked before their rows are, so that a change in between makes what is
   * kept one that is not found again.
   * @param whole false where other records say which rows are seen: then any change ends it
   * @param scope who asks for what; nothing is found under another
   */
  async of(db: Database, records: readonly string[], whole: boolean, scope: string): Promise<Keep> {
    await this.#look(db)
    const touched = records.map((record) => this.#touched.get(record) ?? this.#anything)
    const since = whole ? Math.max(...touched) : this.#seal
    const key = (name: string) => JSON.stringify([records[0], since, scope, name])
    return {
      get: <T>(name: string) => this.#find(key(name)) as Promise<T> | undefined,
      of: <T>(name: string, make: () => Promise<T>, bytes: (made: T) => number) =>
        (this.#find(key(name)) ?? this.#make(key(name), make, bytes)) as Promise<T>,
    }
  }

  async #look(db: Database): Promise<void> {
    const { rows } = await sql<{ seal: number }>`
      select coalesce(max(number), 0) as seal from audit.seals`.execute(db)
    const seal = rows[0]?.seal ?? 0
    const before = this.#seal
    if (seal <= before) return
    const records = before < 0 ? undefined : await recordsSince(db, before, seal)
    this.#seal = Math.max(this.#seal, seal)
    if (!records) {
      this.#anything = Math.max(this.#anything, seal)
      for (const [record, number] of this.#touched) if (number <= seal) this.#touched.delete(record)
    }
    for (const record of records ?? [])
      this.#touched.set(record, Math.max(seal, this.#touched.get(record) ?? 0))
  }

  #find(key: string): Promise<unknown> | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.made
  }

  /** Who asks while it is being made waits for the same; what fails is not kept. */
  #make<T>(key: string, make: () => Promise<T>, bytes: (made: T) => number): Promise<T> {
    const made = make()
    const entry: Entry = { made, bytes: 0 }
    this.#entries.set(key, entry)
    made.then(
      (done) => {
        entry.bytes = key.length + bytes(done)
        if (this.#entries.get(key) === entry) this.#bytes += entry.bytes
        this.#makeRoom()
      },
      () => this.#entries.delete(key),
    )
    return made
  }

  #makeRoom(): void {
    for (const [key, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#most) return
      this.#entries.delete(key)
      this.#bytes -= bytes
    }
  }
}

/** The records that seals tell of; undefined where there are too many changes to look at. */
async function recordsSince(
  db: Database,
  after: number,
  until: number,
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ changes: number }>`
    select coalesce(sum(last_seq - first_seq + 1), 0)::float8 as changes from audit.seals
    where number > ${after} and number <= ${until}`.execute(db)
  if ((rows[0]?.changes ?? 0) > FEW_CHANGES) return undefined
  const found = await sql<{ record: string }>`select distinct c.record from audit.seals s
    join audit.changes c on c.seq between s.first_seq and s.last_seq and c.tx = s.tx
    where s.number > ${after} and s.number <= ${until}`.execute(db)
  return found.rows.map(({ record }) => record)
}
