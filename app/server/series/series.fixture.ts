import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { issueKey } from '../../../kernel/series/index.ts'
import { install } from '../../../kernel/series/series.fixture.ts'
import type { Zone } from '../../zone.ts'

/** A device with a key. */
export async function deviceWithKey(zone: Zone, code: string, gateway?: string): Promise<string> {
  await install(zone.context(), { code, ...(gateway ? { gateway } : {}) })
  return issueKey(zone.context(), code, randomBytes)
}

export async function countOf(zone: Zone, device: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from series.readings r
    join series.series s on s.id = r.series where s.device = ${device}`.execute(zone.store.db)
  return rows[0]?.n ?? 0
}
