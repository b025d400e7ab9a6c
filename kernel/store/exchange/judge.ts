import { type RawBuilder, sql } from 'kysely'
import { type Text, text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote, tableName } from '../ddl.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { fillable } from './columns.ts'
import { keyOf } from './rows.ts'
import { list, STAGE, type Staged } from './stage.ts'

export interface Counts {
  readonly total: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly badRows: number
}

/**
 * Sets the staged rows beside the table, each question one statement over all of them: which row is which, which
 * stand twice, which would collide, what is new, changed or as it was.
 */
export async function judge(db: Database, record: RecordDefinition, staged: Staged): Promise<Counts> {
  const table = sql.raw(tableName(record.id))
  const condemn = condemner(db, record, staged)
  await sql`update ${stage} s set gx_match = t.id from ${table} t where t.id = s.id`.execute(db)
  if (record.unique?.length) {
    await condemn(['id'], sql`select gx_n from ${stage} where id is not null and gx_match is null`, () =>
      text('没有这个编号的记录；新增的行请把编号留空', 'No row has this id; leave it empty for a new row'),
    )
    await matchByKey(db, record, condemn)
  } else await matchWhole(db, record, condemn)
  for (const names of record.unique ?? []) {
    await condemn(names, twiceBy(record, names), sameAs, true)
    await condemn(names, collisions(record, names), () =>
      text('已有另一条记录与此相同', 'Another row has the same value already'),
    )
  }
  await condemn(
    ['id'],
    twice(sql`coalesce(gx_match, id)`, sql`coalesce(gx_match, id) is not null`),
    sameAs,
    true,
  )
  await refuseIncomplete(record, condemn)
  await sql`update ${stage} set gx_state = 'new' where gx_match is null`.execute(db)
  await sql`update ${stage} s set gx_state = case when ${differs(record)} then 'changed' else 'unchanged' end
    from ${table} t where t.id = s.gx_match`.execute(db)
  return counts(db)
}

const stage = sql.raw(STAGE)

async function counts(db: Database): Promise<Counts> {
  const { rows } = await sql<Record<keyof Counts, number>>`select count(*) as total,
    count(*) filter (where gx_bad) as "badRows",
    count(*) filter (where not gx_bad and gx_state = 'new') as new,
    count(*) filter (where not gx_bad and gx_state = 'changed') as changed,
    count(*) filter (where not gx_bad and gx_state = 'unchanged') as unchanged from ${stage}`.execute(db)
  return rows[0]!
}

interface Hit {
  readonly gx_n: number
  readonly gx_sheet: string
  readonly gx_row: number
  readonly shown: string
  readonly other?: readonly [string, number]
  readonly lacking?: readonly string[]
}

type Condemn = (
  names: readonly string[],
  hits: RawBuilder<unknown>,
  reason: (hit: Hit) => Text,
  twice?: boolean,
) => Promise<void>

/** Marks the rows that a query finds as bad, and lists them with the columns that the reason is about. */
const condemner =
  (db: Database, record: RecordDefinition, { bad, read }: Staged): Condemn =>
  async (names, hits, reason, isTwice = false) => {
    const shown = names.map((name) => `s.${quote(name)}::text`).join(', ')
    const { rows } = await sql<Hit>`with hits as materialized (${hits}), marked as (
        update ${stage} s set gx_bad = true, gx_twice = gx_twice or ${isTwice} from hits h where h.gx_n = s.gx_n)
      select s.gx_sheet, s.gx_row, h.*, concat_ws(' / ', ${sql.raw(shown || 'null')}) as shown
      from hits h join ${stage} s using (gx_n) order by gx_n limit 10000`.execute(db)
    for (const hit of rows) {
      const { matching } = read.find(({ sheet }) => sheet === hit.gx_sheet)!
      const at = matching.columns.findIndex((name) => name && names.includes(name))
      list(bad, {
        sheet: hit.gx_sheet,
        row: hit.gx_row,
        column: at < 0 ? '' : matching.columns[at]!,
        header: at < 0 ? record.name.zh : matching.headers[at]!,
        at: Math.max(at, 0),
        value: hit.shown,
        reason: reason(hit),
      })
    }
  }

function sameAs({ other }: Hit): Text {
  const [sheet, row] = other ?? ['', 0]
  return sheet
    ? text(`与“${sheet}”第 ${row} 行重复`, `The same as row ${row} of "${sheet}"`)
    : text(`与第 ${row} 行重复`, `The same as row ${row}`)
}

/** A column of a required kind is compared by `=`, which indexes and hash joins serve. */
const same = (record: RecordDefinition, left: string, right: string) => (name: string) =>
  `${left}.${quote(name)} ${record.columns[name]?.optional ? 'is not distinct from' : '='} ${right}.${quote(name)}`

async function matchByKey(db: Database, record: RecordDefinition, condemn: Condemn): Promise<void> {
  const key = keyOf(record)
  const table = sql.raw(tableName(record.id))
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
async function matchWhole(db: Database, record: RecordDefinition, condemn: Condemn): Promise<void> {
  const table = sql.raw(tableName(record.id))
  const { rows } = await sql<{ given: string[] }>`select distinct gx_given as given from ${stage}`.execute(db)
  for (const { given } of rows) {
    const names = given.filter((name) => name !== 'id')
    if (names.length === 0) continue
    const equal = names.map((name) => {
      const [s, t] = [`s.${quote(name)}`, `t.${quote(name)}`].map((one) =>
        carriedSql(record.columns[name]!, one),
      )
      return `${s} ${record.columns[name]?.optional ? 'is not distinct from' : '='} ${t}`
    })
    const of = sql`s.gx_given = ${given}::text[] and s.id is null and not s.gx_bad`
    await sql`update ${stage} s set gx_match = t.id from ${table} t
      where ${of} and ${sql.raw(equal.join(' and '))}`.execute(db)
    const all = sql.raw(names.map(quote).join(', '))
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
    const column = quote(name)
    return `case when '${name}' = any(s.gx_given) then s.${column} else t.${column} end as ${column}`
  })
  return sql`(select s.gx_n, s.gx_sheet, s.gx_row, s.gx_match, s.gx_twice, ${sql.raw(columns.join(', '))}
    from ${stage} s left join ${sql.raw(tableName(record.id))} t on t.id = s.gx_match)`
}

const present = (names: readonly string[], of: string) =>
  sql.raw(names.map((name) => `${of}.${quote(name)} is not null`).join(' and '))

const twiceBy = (record: RecordDefinition, names: readonly string[]) =>
  twice(sql.raw(names.map(quote).join(', ')), present(names, 'x'), effective(record, names))

const collisions = (record: RecordDefinition, names: readonly string[]) => sql`
  select distinct e.gx_n from ${effective(record, names)} e join ${sql.raw(tableName(record.id))} o
    on ${sql.raw(names.map((name) => `o.${quote(name)} = e.${quote(name)}`).join(' and '))}
  where not e.gx_twice and o.id is distinct from e.gx_match`

async function refuseIncomplete(record: RecordDefinition, condemn: Condemn): Promise<void> {
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
    ({ lacking = [] }) =>
      text(
        `新增的行缺少必填栏目：${names(lacking, 'zh')}`,
        `A new row lacks required columns: ${names(lacking, 'en')}`,
      ),
  )
}

/** A stored text as a file would carry it, so that what no file can carry is no change; the twin of `carried`. */
function carriedSql({ kind }: Column, value: string): string {
  if (kind === 'instant') return `date_trunc('milliseconds', ${value})`
  if (kind !== 'text' && kind !== 'longText') return value
  const lines = `regexp_replace(${value}, E'\\r\\n?', E'\\n', 'g')`
  const bare = `regexp_replace(${lines}, '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]', '', 'g')`
  return `btrim(${bare}, E' \\t\\n\\u00a0\\u3000\\ufeff')`
}

/** Whether a column of a staged row `s` says something else than the row `t` of the table. */
export function differsIn(name: string, column: Column): string {
  const [s, t] = [`s.${quote(name)}`, `t.${quote(name)}`] as const
  const deeper =
    carriedSql(column, s) === s
      ? ''
      : ` and ${carriedSql(column, s)} is distinct from ${carriedSql(column, t)}`
  return `('${name}' = any(s.gx_given) and ${s} is distinct from ${t}${deeper})`
}

const differs = (record: RecordDefinition): RawBuilder<unknown> =>
  sql.raw(
    Object.entries(fillable(record))
      .filter(([name]) => name !== 'id')
      .map(([name, column]) => differsIn(name, column))
      .join(' or '),
  )
