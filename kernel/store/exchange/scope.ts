import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import type { Permit } from '../../access/grants.ts'
import { type Text, text } from '../../text.ts'
import { quote, tableName } from '../ddl.ts'
import { storedColumns } from '../personal/columns.ts'
import type { RecordDefinition } from '../record.ts'
import type { Allowed } from './columns.ts'

/**
 * What a person's import may reach. A row that lies outside is told of like one that is not there, whatever led to
 * it: its id, its key, or a value that another row has.
 */
export const NOT_YOURS: Text = text(
  '没有这条记录，或不在您的管理范围内',
  'There is no such row, or it is not in your charge',
)

export const allowedBy = (permit: Permit | undefined): Allowed =>
  permit && new Set(Object.keys(permit.record.columns))

/** The rows of the table that may be touched, to stand in a `from`. */
export const reach = (record: RecordDefinition, permit: Permit | undefined): RawBuilder<unknown> =>
  permit?.where
    ? sql`(select * from ${sql.raw(tableName(record.id))} where ${permit.where})`
    : sql.raw(tableName(record.id))

/** The staged rows that would lie outside, once written. */
export function leaving(
  record: RecordDefinition,
  where: RawBuilder<unknown>,
  stage: RawBuilder<unknown>,
  actor: Actor,
): RawBuilder<unknown> {
  const own = Object.keys(storedColumns(record)).filter(
    (name) => !['synthetic', 'recorded_at', 'recorded_by'].includes(name),
  )
  const columns = own.map((name) => {
    const column = quote(name)
    const given = name === 'id' ? 's.gx_match is null' : `'${name}' = any(s.gx_given)`
    return `case when ${given} then s.${column} else t.${column} end as ${column}`
  })
  return sql`select gx_n from (
    select s.gx_n, ${sql.raw(columns.join(', '))}, coalesce(t.synthetic, false) as synthetic,
      now() as recorded_at, ${actor.id}::text as recorded_by
    from ${stage} s left join ${sql.raw(tableName(record.id))} t on t.id = s.gx_match
    where not s.gx_bad) after_change
    where not coalesce(${where}, false)`
}
