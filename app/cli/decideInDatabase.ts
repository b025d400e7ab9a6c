import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { contextOf, fromPlain, type Model, toPlain, type Value } from '../../engines/feel/index.ts'
import { askOf, COLUMN_TYPES, type NotAsked } from '../../kernel/rules/index.ts'
import { batchesOf, type Database, openStore } from '../../kernel/store/index.ts'

export type Inputs = Readonly<Record<string, Value>>

export interface Answered {
  readonly inputs: Inputs
  readonly answer: Value
}

/** Subjects that go to the database, and come back from it, in one statement. */
const BATCH = 2_000

/**
 * Every subject judged by one query, in their order.
 * @param url of a PostgreSQL 15+; without it one is started for this and thrown away
 * @param take is handed the answers, as they come
 * @returns why the decision cannot be asked of the database, when it cannot; nothing is handed over then
 */
export async function decideInDatabase(
  {
    model,
    decision,
    url,
  }: { readonly model: Model; readonly decision: string; readonly url: string | undefined },
  subjects: () => AsyncIterable<Inputs>,
  take: (answered: Answered) => void,
): Promise<NotAsked | undefined> {
  const inputs = [...model.elements.values()].filter(({ kind }) => kind === 'inputData')
  const types = new Map(inputs.map(({ name, type }) => [name, COLUMN_TYPES[String(type)]?.[0] ?? '']))
  const names = [...types.keys()]
  const asked = askOf({
    model,
    decision,
    subjects: sql`select * from subjects`,
    types,
    keep: ['row', ...names],
    as: 'answer',
  })
  if (!('query' in asked)) return asked
  const columns = sql.join([
    sql`"row" bigint`,
    ...[...types].map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`),
  ])
  await inStore(url, (db) =>
    db.transaction().execute(async (transaction) => {
      await sql`create temp table subjects (${columns}) on commit drop`.execute(transaction)
      const put = (rows: readonly object[]) =>
        sql`insert into subjects select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(${columns})`.execute(
          transaction,
        )
      let batch: object[] = []
      let row = 0
      for await (const given of subjects()) {
        batch.push({
          ...Object.fromEntries(names.map((name) => [name, toPlain(given[name] ?? null)])),
          row: ++row,
        })
        if (batch.length < BATCH) continue
        await put(batch)
        batch = []
      }
      await put(batch)
      const ordered = sql`select * from (${asked.query}) answered order by "row"`
      for await (const rows of batchesOf<Readonly<Record<string, unknown>>>(transaction, ordered, BATCH))
        for (const each of rows) take({ inputs: given(model, each), answer: asked.read(each) })
    }),
  )
  return undefined
}

const given = (model: Model, row: Readonly<Record<string, unknown>>): Inputs =>
  contextOf(
    [...model.elements.values()]
      .filter(({ kind }) => kind === 'inputData')
      .map(({ name, type }) => [name, fromPlain(row[name], type)]),
  )

async function inStore<T>(url: string | undefined, work: (db: Database) => Promise<T>): Promise<T> {
  const folder = url === undefined ? await mkdtemp(join(tmpdir(), 'gaoxin-decide-')) : ''
  try {
    const store = await openStore({ url, folder })
    try {
      return await work(store.db)
    } finally {
      await store.close()
    }
  } finally {
    if (folder !== '') await rm(folder, { recursive: true, force: true })
  }
}
