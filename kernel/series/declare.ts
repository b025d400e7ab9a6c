import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import type { System } from '../system.ts'
import { checkQuantity, type Quantity } from './quantity.ts'

export const quantitiesOf = (systems: readonly System[]): readonly Quantity[] =>
  systems.flatMap(({ quantities = [] }) => quantities)

/** Enters what the systems declare of quantities, as it is now; what no system declares any more stays with its readings. */
export async function enterQuantities(db: Database, systems: readonly System[]): Promise<void> {
  const all = quantitiesOf(systems)
  for (const quantity of all) checkQuantity(quantity)
  if (all.length === 0) return
  const column = (of: (quantity: Quantity) => string | number | undefined) =>
    all.map((one) => of(one) ?? null)
  await sql`insert into series.quantities (id, every, low, high, rate, stuck, keep_readings, keep_minutes)
    select * from unnest(${column(({ id }) => id)}::text[], ${column(({ every }) => every)}::float8[],
      ${column(({ limits }) => limits?.low)}::float8[], ${column(({ limits }) => limits?.high)}::float8[],
      ${column(({ limits }) => limits?.rate)}::float8[], ${column(({ limits }) => limits?.stuck)}::float8[],
      ${column(({ keep }) => keep.readings)}::int[], ${column(({ keep }) => keep.minutes)}::int[])
    on conflict (id) do update set every = excluded.every, low = excluded.low, high = excluded.high,
      rate = excluded.rate, stuck = excluded.stuck, keep_readings = excluded.keep_readings,
      keep_minutes = excluded.keep_minutes`.execute(db)
}
