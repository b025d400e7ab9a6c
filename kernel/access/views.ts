import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { createRow, defineRecord, type Row, removeRow, tableName } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'

/** 视图: a list as somebody wants to find it again: its filters, columns and order, under a name. */
export const views = defineRecord({
  id: 'access.views',
  name: text('视图', 'Saved views'),
  about: text('每行一个保存的列表视图', 'One saved view of a list'),
  title: 'name',
  closed: true,
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    record: { kind: 'text', name: text('台账', 'Record') },
    query: { kind: 'longText', name: text('筛选、列与排序', 'Filters, columns, order') },
    owner: { kind: 'text', name: text('保存人', 'Owner') },
    office: { kind: 'text', name: text('单位', 'Office') },
    shared: { kind: 'boolean', name: text('本单位共用', 'Shared with the office') },
  },
  indexes: [{ on: ['record', 'office'] }],
})

export type ViewRow = Row<typeof views>

const mine = ({ actor }: Context) => sql`owner = ${actor.id}`

/** Who belongs to no office, as an enterprise, shares with nobody. */
const officeOf = ({ actor }: Context): string => actor.office || actor.id

/** One's own views of a record and those that the office shares, by name. */
export async function viewsOf(context: Context, record: string): Promise<readonly ViewRow[]> {
  const { rows } = await sql<ViewRow>`select * from ${sql.raw(tableName(views.id))}
    where record = ${record} and (${mine(context)} or (shared and office = ${officeOf(context)}))
    order by name collate "zh-x-icu", id`.execute(context.db)
  return rows
}

export const saveView = (
  context: Context,
  view: Pick<ViewRow, 'name' | 'record' | 'query' | 'shared'>,
): Promise<ViewRow> =>
  createRow(context, views, {
    ...view,
    owner: context.actor.id,
    office: officeOf(context),
  }) as Promise<Record<string, unknown>> as Promise<ViewRow>

/** @throws GaoxinError VIEW_NOT_FOUND unless it is one’s own */
export const removeView = (outer: Context, id: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { rows } = await sql`select from ${sql.raw(tableName(views.id))}
      where id = ${id} and ${mine(context)}`.execute(context.db)
    if (rows.length === 0)
      throw new GaoxinError(
        'VIEW_NOT_FOUND',
        text('没有这个自己保存的视图', 'You have saved no such view'),
        text('共用的视图由保存它的人删除', 'A shared view is removed by whoever saved it'),
        { place: views.id, value: id, status: 404 },
      )
    await removeRow(context, views, id, [])
  })
