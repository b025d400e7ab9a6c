import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { AnnouncedChange } from './history/index.ts'

/** Channel on which the database tells every program of the zone that rows changed. */
export const CHANGES = 'gaoxin_changes'
/** Ids of one message at most: who hears of more asks anew. */
const MOST = 100
/** What comes so soon after each other is told in one statement: nobody's screen asks sooner. */
const GATHER_MS = 20

/** What a transaction has changed, as it is told once it has committed: one message a record. */
export class Announcements {
  readonly #ids = new Map<string, Set<string>>()
  readonly #of: Pick<AnnouncedChange, 'tx' | 'actor'>

  constructor({ tx, actor }: Pick<AnnouncedChange, 'tx' | 'actor'>) {
    this.#of = { tx, actor }
  }

  add(record: string, ids: readonly string[]): void {
    const known = this.#ids.get(record) ?? new Set()
    this.#ids.set(record, known)
    for (const id of ids) if (known.size < MOST) known.add(id)
  }

  all(): readonly AnnouncedChange[] {
    return [...this.#ids].map(([record, ids]) => ({ record, ids: [...ids], ...this.#of }))
  }
}

/** Tells all programs of the zone of changes. */
export interface Teller {
  readonly tell: (changes: readonly AnnouncedChange[]) => void
  /** Once all is told that can be. */
  readonly settled: () => Promise<void>
}

/**
 * Changes are told after their transaction, in statements of their own: one that says NOTIFY holds up the commits of all
 * others until it is on disk.
 * A program that dies in between tells nobody; its own screens lose their streams, and ask for everything again.
 */
export function openTeller(db: Database): Teller {
  let waiting: AnnouncedChange[] = []
  let telling: Promise<void> | undefined
  const send = async () => {
    while (waiting.length > 0) {
      await setTimeout(GATHER_MS)
      const now = waiting
      waiting = []
      const said = now.map((change) => JSON.stringify(change))
      try {
        await sql`select pg_notify(${CHANGES}, said) from unnest(${said}::text[]) said`.execute(db)
      } catch {
        // The connection is lost; it goes with what comes next.
        waiting = [...now, ...waiting]
        break
      }
    }
    telling = undefined
  }
  return {
    tell: (changes) => {
      waiting.push(...changes)
      if (waiting.length > 0) telling ??= send()
    },
    settled: async () => telling,
  }
}
