/** Loads the enterprises' part of the demonstration zone: the same rows at every run. */
import { sql } from 'kysely'
import { peers } from '../../../kernel/figures/tables.ts'
import { enterSamples } from '../../../kernel/sample/enter.ts'
import type { NewRow, RecordDefinition } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { parks } from '../parks.ts'
import { enterprises, facts, honours } from '../tables.ts'
import { withContacts } from './contacts.ts'
import { makeFacts } from './facts.ts'
import { makeHonours } from './honours.ts'
import { makeParks } from './parks.ts'
import { makeRegister, type Unit } from './register.ts'

const SEED = 2023
const BATCH = 10_000

export async function* load(context: Context): AsyncIterable<Progress> {
  const register = makeRegister(SEED, await unitsOf(context))
  yield* entered(
    context,
    enterprises,
    withContacts(register, SEED).map((entity) => ({
      ...entity,
      keeper: 'services',
      recorded_at: `${entity.registered_on}T09:00:00+08:00`,
    })),
  )
  yield* entered(
    context,
    parks,
    makeParks(register).map((park) => ({
      ...park,
      keeper: 'science',
      recorded_at: `${park.opened_on}T09:00:00+08:00`,
    })),
  )
  yield* entered(
    context,
    facts,
    makeFacts(register, SEED).map((fact) => ({
      ...fact,
      recorded_at: `${Number(fact.year) + 1}-05-31T09:00:00+08:00`,
    })),
  )
  yield* entered(
    context,
    honours,
    makeHonours(register, SEED).map((honour) => ({
      ...honour,
      recorded_at: `${honour.granted_on ?? honour.applied_on}T09:00:00+08:00`,
    })),
  )
  yield* entered(context, peers, LISTED_ELSEWHERE)
}

/** 数量居全市首位: invented, but for the zone's place among them. */
const LISTED_ELSEWHERE = Object.entries({
  海曙区: 9,
  江北区: 7,
  镇海区: 10,
  北仑区: 14,
  鄞州区: 16,
  奉化区: 4,
  余姚市: 8,
  慈溪市: 13,
  宁海县: 5,
  象山县: 2,
}).map(([place, value]) => ({
  place,
  peer_group: 'district',
  indicator: 'enterprises.innovation-top-500',
  aspect: 'level',
  period: '2023',
  value: String(value),
  source: '示例：省高企创新能力500强榜单',
}))

async function* entered(
  context: Context,
  record: RecordDefinition,
  rows: readonly NewRow[],
): AsyncIterable<Progress> {
  const enter = enterSamples(context)
  for (let done = 0; done < rows.length; done += BATCH) {
    await enter(record, rows.slice(done, done + BATCH))
    yield { step: record.name, done: Math.min(rows.length, done + BATCH), total: rows.length }
  }
}

/** Reporting units that are legal persons, where the zone has them: they are on the register under their own names. */
async function unitsOf({ db, systems }: Context): Promise<readonly Unit[]> {
  const kept = systems.some(({ records }) => records.some(({ id }) => id === 'economy.units'))
  if (!kept) return []
  const { rows } = await sql<Unit>`
    select enterprise as code, name, sector, kind <> 'institute' as scale, street, grid, place from economy.units
    where enterprise is not null and place is not null order by economy.units.code`.execute(db)
  return rows
}
