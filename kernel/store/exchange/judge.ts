import { type RawBuilder, sql } from 'kysely'
import type { Permit } from '../../access/grants.ts'
import type { Context } from '../../system.ts'
import { type Text, text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote, tableName } from '../ddl.ts'
import { comparable } from '../personal/columns.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { fillable } from './columns.ts'
import { type Condemn, condemner, type Hit } from './condemn.ts'
import { checkMasks } from './masks.ts'
import { keyOf } from './rows.ts'
import { leaving, NOT_YOURS, reach } from './scope.ts'
import { STAGE, type Staged } from './stage.ts'
import { condemnReferring, link, relink } from './within.ts'

export interface Counts {
  readonly total: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly badRows: number
  /** Good rows that refer to a row which this file brings. */
  readonly linked: number
  /** Good rows whose nodes were found at the ends of their lines. */
  readonly joined: number
}

/**
 * Sets the staged rows beside the table, each question one statement over all of them: which row is which, which
 * stand twice, which would collide, what is new, changed or as it was. Rows that the person may not touch are for them
 * not there.
 */
export async function judge(
  context: Context,
  record: RecordDefinition,
  staged: Staged,
  permit: Permit | undefined,
): Promise<Counts> {
  const { db } = context
  const table = reach(record, permit)
  const condemn = condemner(db, record, staged)
  await link(context, record, condemn)
  await sql`update ${stage} s set gx_match = t.id from ${table} t where t.id = s.id`.execute(db)
  if (record.unique?.length || permit?.where)
    await condemn(['id'], sql`select gx_n from ${stage} where id is not null and gx_match is null`, () =>
      permit?.where
        ? NOT_YOURS
        : text(
            '没有这个编号的记录；新增的行请把编号留空',
            'No row has this id; leave it empty for a new row',
          ),
    )
  if (record.unique?.length) await matchByKey(db, record, table, condemn)
  else await matchWhole(db, record, table, condemn)
  await relink(context, record)
  for (const names of record.unique ?? []) {
    await condemn(names, twiceBy(record, names), sameAs, true)
    await condemn(names, collisions(record, names, table, permit), ({ known }) =>
      known ? text('已有另一条记录与此相同', 'Another row has the same value already') : NOT_YOURS,
    )
  }
  await condemn(
    ['id'],
    twice(sql`coalesce(gx_match, id)`, sql`coalesce(gx_match, id) is not null`),
    sameAs,
    true,
  )
  await checkMasks(context, record, condemn)
  await refuseIncomplete(record, permit, condemn)
  if (permit?.where)
    await condemn(keyOf(record), leaving(record, permit.where, stage, context.actor), () => NOT_YOURS)
  await condemnReferring(context, record, condemn)
  await sql`update ${stage} set gx_state = 'new' where gx_match is null`.execute(db)
  await sql`update ${stage} s set gx_state = case when ${differs(record)} then 'changed' else 'unchanged' end
    from ${table} t where t.id = s.gx_match`.execute(db)
  return counts(db)
}

const stage = sql.raw(STAGE)

async function counts(db: Database): Promise<Counts> {
  const { rows } = await sql<Record<keyof Counts, number>>`select count(*) as total,
    count(*) filter (where gx_bad) as "badRows",
    count(*) filter (where not gx_bad and gx_links is not null) as linked,
    count(*) filter (where not gx_bad and gx_joined) as joined,
    count(*) filter (where not gx_bad and gx_state = 'new') as new,
    count(*) filter (where not gx_bad and gx_state = 'changed') as changed,
    count(*) filter (where not gx_bad and gx_state = 'unchanged') as unchanged from ${stage}`.execute(db)
  return rows[0]!
}

function sameAs({ other }: Hit): Text {
  const [sheet, row] = other ?? ['', 0]
  return sheet
    ? text(`与“${sheet}”第 ${row} 行重复`, `The same as row ${row} of "${sheet}"`)
    : text(`与第 ${row} 行重复`, `The same as row ${row}`)
}

/** A column of a required kind is compared by `=`, which indexes and hash joins serve. */
const same = (record: RecordDefinition, left: string, right: string) => (name: string) => {
  const column = quote(comparable(record, name))
  return `${left}.${column} ${record.columns[name]?.optional ? 'is not distinct from' : '='} ${right}.${column}`
}

async function matchByKey(
  db: Database,
  record: RecordDefinition,
  table: RawBuilder<unknown>,
  condemn: Condemn,
): Promise<void> {
  const key = keyOf(record)
  const equal = sql.raw(key.map(same(record, 's', 't')).join(' and '))
  // A cell that was no value must not find the rows that have none there.
  const open = sql`s.id is null and s.gx_given @> ${[...key]}::text[] ${
    key.some((name) => record.columns[name]?.optional) ? sql`and not s.gx_bad` : sql``
  }`
  if (key.some((name) => record.columns[name]?.optional))
    await condemn(
      key,
      sql`select s.gx_n from ${stage} s join ${table} t on ${equal} where ${open} group by 1 having count(*) > 1`,
      () => text('与多条已有记录相符，请填编号', 'More than one row fits; give the id'),
    )
  await sql`update ${stage} s set gx_match = t.id from ${table} t where ${open} and ${equal}`.execute(db)
}

/** Without a key a row without an id is found by all that the file says of it, so a file read twice adds nothing. */
async function matchWhole(
  db: Database,
  record: RecordDefinition,
  table: RawBuilder<unknown>,
  condemn: Condemn,
): Promise<void> {
  const { rows } = await sql<{ given: string[] }>`select distinct gx_given as given from ${stage}`.execute(db)
  for (const { given } of rows) {
    const names = given.filter((name) => name !== 'id')
    if (names.length === 0) continue
    const equal = names.map((name) => {
      const column = quote(comparable(record, name))
      const [s, t] = [`s.${column}`, `t.${column}`].map((one) => carriedSql(record.columns[name]!, one))
      return `${s} ${record.columns[name]?.optional ? 'is not distinct from' : '='} ${t}`
    })
    const of = sql`s.gx_given = ${given}::text[] and s.id is null and not s.gx_bad`
    await sql`update ${stage} s set gx_match = t.id from ${table} t
      where ${of} and ${sql.raw(equal.join(' and '))}`.execute(db)
    const all = sql.raw(
      names
        .map(
          (name) =>
            `${quote(comparable(record, name))}${record.columns[name]?.kind === 'place' ? '::text' : ''}`,
        )
        .join(', '),
    )
    await condemn(
      names,
      twice(all, sql`gx_given = ${given}::text[] and id is null and not gx_bad`),
      sameAs,
      true,
    )
  }
}

/** Rows that share a value with another of the file, each with that other. */
const twice = (by: RawBuilder<unknown>, where: RawBuilder<unknown>, from: RawBuilder<unknown> = stage) => sql`
  select gx_n, other from (
    select gx_n, count(*) over (partition by ${by}) as times,
      coalesce(lag(jsonb_build_array(gx_sheet, gx_row)) over w, lead(jsonb_build_array(gx_sheet, gx_row)) over w) as other
    from ${from} x where not gx_twice and ${where} window w as (partition by ${by} order by gx_n)) y where times > 1`

/** The unique columns of each staged row as they would be: the file's, or the table's where the file has none. */
function effective(record: RecordDefinition, names: readonly string[]): RawBuilder<unknown> {
  const columns = names.map((name) => {
    const column = quote(comparable(record, name))
    return `case when '${name}' = any(s.gx_given) then s.${column} else t.${column} end as ${column}`
  })
  return sql`(select s.gx_n, s.gx_sheet, s.gx_row, s.gx_match, s.gx_twice, s.gx_bad, ${sql.raw(columns.join(', '))}
    from ${stage} s left join ${sql.raw(tableName(record.id))} t on t.id = s.gx_match)`
}

function twiceBy(record: RecordDefinition, names: readonly string[]): RawBuilder<unknown> {
  const columns = names.map((name) => quote(comparable(record, name)))
  const present = columns.map((column) => `x.${column} is not null`).join(' and ')
  return twice(sql.raw(columns.join(', ')), sql.raw(present), effective(record, names))
}

/**
 * Against every row, in reach or not: the database keeps them apart; which it was is told of those in reach only. Of a
 * row out of reach it is told once, so that a second reason does not give it away.
 */
function collisions(
  record: RecordDefinition,
  names: readonly string[],
  table: RawBuilder<unknown>,
  permit: Permit | undefined,
) {
  const columns = names.map((name) => quote(comparable(record, name)))
  return sql`select e.gx_n, bool_and(exists (select from ${table} k where k.id = o.id)) as known
    from ${effective(record, names)} e join ${sql.raw(tableName(record.id))} o
      on ${sql.raw(columns.map((column) => `o.${column} = e.${column}`).join(' and '))}
    where not e.gx_twice and not (e.gx_bad and ${permit?.where !== undefined}) and o.id is distinct from e.gx_match group by e.gx_n`
}

async function refuseIncomplete(
  record: RecordDefinition,
  permit: Permit | undefined,
  condemn: Condemn,
): Promise<void> {
  const required = Object.keys(record.columns).filter((name) => !record.columns[name]?.optional)
  const names = (lacking: readonly string[], language: 'zh' | 'en') =>
    required
      .filter((name) => lacking.includes(name))
      .map((name) => record.columns[name]?.name[language])
      .join(language === 'zh' ? '、' : ', ')
  await condemn(
    keyOf(record),
    sql`select gx_n, array(select unnest(${required}::text[]) except select unnest(gx_given)) as lacking
      from ${stage} where gx_match is null and not gx_bad and not gx_given @> ${required}::text[]`,
    ({ lacking = [] }) => {
      if (permit && lacking.some((name) => !(name in permit.record.columns)))
        return text('您只能更新已有的记录，不能新增', 'You may change rows that exist, not add new ones')
      return text(
        `新增的行缺少必填栏目：${names(lacking, 'zh')}`,
        `A new row lacks required columns: ${names(lacking, 'en')}`,
      )
    },
  )
}

/** A stored text as a file would carry it, so that what no file can carry is no change; the twin of `carried`. */
function carriedSql({ kind, personal }: Column, value: string): string {
  if (personal) return value
  // Points have no equality; written out, no decimal is lost.
  if (kind === 'place') return `${value}::text`
  if (kind === 'instant') return `date_trunc('milliseconds', ${value})`
  if (kind !== 'text' && kind !== 'longText') return value
  const lines = `regexp_replace(${value}, E'\\r\\n?', E'\\n', 'g')`
  const bare = `regexp_replace(${lines}, '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]', '', 'g')`
  return `btrim(${bare}, E' \\t\\n\\u00a0\\u3000\\ufeff')`
}

/** Whether a column of a staged row `s` says something else than the row `t` of the table. */
export function differsIn(record: RecordDefinition, name: string): string {
  const column = fillable(record)[name]!
  const compared = quote(comparable(record, name))
  const [s, t] = [`s.${compared}`, `t.${compared}`] as const
  const [carriedS, carriedT] = [carriedSql(column, s), carriedSql(column, t)]
  const deeper = carriedS === s ? '' : ` and ${carriedS} is distinct from ${carriedT}`
  const plainly = column.kind === 'place' ? 'true' : `${s} is distinct from ${t}`
  return `('${name}' = any(s.gx_given) and ${plainly}${deeper})`
}

const differs = (record: RecordDefinition): RawBuilder<unknown> =>
  sql.raw(
    Object.keys(record.columns)
      .map((name) => differsIn(record, name))
      .join(' or '),
  )
