/** 合并与撤销合并: two rows of the register become one enterprise, and two again; nothing is lost or doubled. */
import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, notFound, type RecordDefinition, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { enterprises, merges } from '../tables.ts'
import { areApart, isApart } from './apart.ts'
import {
  type Collision,
  done,
  type EnterpriseImage,
  lockBoth,
  planOf,
  pointingOf,
  said,
  table,
} from './plan.ts'

export interface MergeAsked {
  readonly survivor: string
  readonly merged: string
  readonly why: string
  /** Columns whose values the survivor takes over; neither its code nor what tells of a person. */
  readonly take: readonly string[]
  /** Of rows that cannot both be the survivor's, whose it keeps; by the collision's key. */
  readonly keep: Readonly<Record<string, 'survivor' | 'merged'>>
}

/** What a merge did, kept with it so that it can be taken back. */
interface Moved {
  /** The newest change when it was done: whatever is newer touched what was moved. */
  readonly seq: number
  readonly moves: readonly {
    readonly record: string
    readonly column: string
    readonly ids: readonly string[]
  }[]
  /** Rows that changed places; those of a collision that stayed are not named. */
  readonly swaps: readonly {
    readonly record: string
    readonly column: string
    readonly survivorRow: string
    readonly mergedRow: string
  }[]
  readonly survivorBefore: Readonly<Record<string, unknown>>
  readonly mergedBefore: { readonly cancelled_on: unknown }
}

/** Stands for nobody while two rows change places under a key that lets no two be alike. */
const NOWHERE = '#merging'

/**
 * The merged row stays on the register, ended and pointing at the survivor; what referred to it refers to the survivor.
 * @throws GaoxinError RECORD_NOT_FOUND, MERGE_SAME, MERGE_DONE, MERGE_APART, MERGE_TAKE, MERGE_TWICE, MERGE_UNDECIDED (its details: the collisions)
 */
export const merge = (outer: Context, asked: MergeAsked): Promise<{ readonly id: string }> =>
  outer.transaction(async (context) => {
    const both = await lockBoth(context, asked.survivor, asked.merged)
    for (const row of [both.survivor, both.merged]) if (row.merged_into !== null) throw done(row)
    if (await areApart(context, asked.survivor, asked.merged)) throw isApart(asked.survivor)
    const taken = takenFrom(both, asked.take)
    const { moves, collisions } = await planOf(context, both)
    const open = collisions.filter(({ key, same }) => !same && asked.keep[key] === undefined)
    if (open.length > 0) throw undecided(open)
    const swaps = collisions.filter(({ key }) => asked.keep[key] === 'merged')
    for (const { record, column, ids } of moves) await point(context, record, column, ids, both.survivor)
    for (const swap of swaps) await exchange(context, swap, both.survivor, both.merged)
    // A firm is not its own parent.
    await sql`update enterprises.enterprises set parent = null where id = ${asked.survivor} and parent = id`.execute(
      context.db,
    )
    if (Object.keys(taken).length > 0) await updateRow(context, enterprises, asked.survivor, taken)
    await updateRow(context, enterprises, asked.merged, {
      merged_into: asked.survivor,
      ...(both.merged.cancelled_on === null ? { cancelled_on: context.today } : {}),
    })
    const moved: Moved = {
      seq: await newest(context),
      moves,
      swaps: swaps.map(({ record, column, survivorRow, mergedRow }) => ({
        record,
        column,
        survivorRow,
        mergedRow,
      })),
      survivorBefore: Object.fromEntries(
        Object.keys(taken).map((name) => [name, both.survivor[name] ?? null]),
      ),
      mergedBefore: { cancelled_on: both.merged.cancelled_on },
    }
    const row = await createRow(context, merges, {
      survivor: asked.survivor,
      merged: asked.merged,
      why: asked.why,
      merged_on: context.today,
      moved,
    })
    return { id: String(row.id) }
  }, `合并企业：${asked.why}`)

/**
 * Everything goes back to where it was; rows entered for the survivor since stay with it.
 * @throws GaoxinError RECORD_NOT_FOUND, MERGE_UNDONE, MERGE_TOUCHED (its details: which rows somebody changed since)
 */
export const undoMerge = (outer: Context, id: string, why: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { rows } = await sql<{ survivor: string; merged: string; undone_on: string | null; moved: Moved }>`
      select survivor, merged, undone_on, moved from enterprises.merges where id = ${id} for update`.execute(
      context.db,
    )
    const [row] = rows
    if (!row) throw notFound(merges, id)
    const both = await lockBoth(context, row.survivor, row.merged)
    if (row.undone_on !== null) throw undone(id)
    const { moves, swaps, seq, survivorBefore, mergedBefore } = row.moved
    const kept = Object.keys(survivorBefore).length > 0 ? [row.survivor] : []
    const touched = await changedSince(context, seq, [
      ...moves,
      ...swaps.map(({ record, survivorRow, mergedRow }) => ({ record, ids: [survivorRow, mergedRow] })),
      { record: enterprises.id, ids: [row.merged, ...kept] },
    ])
    if (touched.length > 0) throw isTouched(touched)
    await updateRow(context, enterprises, row.merged, { merged_into: null, ...mergedBefore })
    if (kept.length > 0) await updateRow(context, enterprises, row.survivor, survivorBefore)
    for (const { record, column, ids } of moves) await point(context, record, column, ids, both.merged)
    for (const swap of swaps) await exchange(context, swap, both.merged, both.survivor)
    await updateRow(context, merges, id, { undone_on: context.today })
  }, `撤销合并：${why}`)

function takenFrom({ merged }: { readonly merged: EnterpriseImage }, take: readonly string[]) {
  for (const name of take) {
    const column = enterprises.columns[name as keyof typeof enterprises.columns]
    if (!column || 'personal' in column || name === 'code' || name === 'merged_into') throw notTaken(name)
  }
  return Object.fromEntries(take.map((name) => [name, merged[name] ?? null]))
}

async function point(
  context: Context,
  id: string,
  column: string,
  ids: readonly string[],
  to: EnterpriseImage | typeof NOWHERE,
): Promise<void> {
  const pointing = requirePointing(context, id, column)
  const value = to === NOWHERE ? NOWHERE : said(pointing, to)
  await sql`update ${table(pointing.record)} set ${sql.ref(column)} = ${value}, recorded_at = ${context.now()},
    recorded_by = ${context.actor.id} where id = any(${[...ids]}::text[])`
    .execute(context.db)
    .catch((error) => {
      throw (error as { code?: string }).code === '23505' ? twice(pointing.record, error) : error
    })
  await context.changed(id, ids)
}

/** The merged one's row becomes the survivor's, and the other way round. */
async function exchange(
  context: Context,
  {
    record,
    column,
    survivorRow,
    mergedRow,
  }: Pick<Collision, 'record' | 'column' | 'survivorRow' | 'mergedRow'>,
  survivor: EnterpriseImage,
  merged: EnterpriseImage,
): Promise<void> {
  await point(context, record, column, [survivorRow], NOWHERE)
  await point(context, record, column, [mergedRow], survivor)
  await point(context, record, column, [survivorRow], merged)
}

function requirePointing(context: Context, record: string, column: string) {
  const found = pointingOf(context).find((each) => each.record.id === record && each.column === column)
  if (found) return found
  throw new GaoxinError(
    'MERGE_GONE',
    text('合并时移动过的记录，现在已没有这一栏', 'What the merge moved is no column of any record any more'),
    text('请恢复相应系统后再撤销', 'Put its system back before undoing'),
    { place: `${record}.${column}`, status: 409 },
  )
}

async function newest({ db }: Context): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select max(seq) as seq from audit.changes`.execute(db)
  return Number(rows[0]?.seq ?? 0)
}

async function changedSince(
  { db }: Context,
  seq: number,
  among: readonly { readonly record: string; readonly ids: readonly string[] }[],
): Promise<readonly { readonly record: string; readonly id: string }[]> {
  const found = []
  for (const { record, ids } of among) {
    const { rows } = await sql<{ id: string }>`select distinct row_id as id from audit.changes
      where record = ${record} and row_id = any(${[...ids]}::text[]) and seq > ${seq} order by 1`.execute(db)
    found.push(...rows.map(({ id }) => ({ record, id })))
  }
  return found
}

const notTaken = (name: string) =>
  new GaoxinError(
    'MERGE_TAKE',
    text('这一栏不能从并入的一条取', 'This column is not taken from the merged row'),
    text(
      '代码和个人信息请在保留的一条上登记',
      'Enter codes and what tells of a person on the row that is kept',
    ),
    { place: 'take', value: name, status: 422 },
  )

const undecided = (collisions: readonly Collision[]) =>
  new GaoxinError(
    'MERGE_UNDECIDED',
    text(
      `有 ${collisions.length} 项两边都有而且不同，须逐项选定`,
      `${collisions.length} rows stand on both sides and differ; each has to be decided`,
    ),
    text('请为每一项选保留哪一边', 'Choose a side for each'),
    { place: 'keep', details: { collisions }, status: 409 },
  )

/** A limit of the table's own, such as one living claim a granule and year, which no choice of a side can answer. */
const twice = ({ id, name }: RecordDefinition, cause: unknown) =>
  new GaoxinError(
    'MERGE_TWICE',
    text(
      `两家各有一条${name.zh}，按规定一家只能有一条`,
      `Each of the two has a row of ${name.en} of which one enterprise may have only one`,
    ),
    text('请先撤回或办结其中一条，再合并', 'Withdraw or end one of them first, then merge'),
    { place: id, value: (cause as { constraint?: string }).constraint, cause, status: 409 },
  )

const undone = (id: string) =>
  new GaoxinError(
    'MERGE_UNDONE',
    text('这次合并已经撤销', 'This merge was undone before'),
    text('不必再撤销', 'Nothing is left to undo'),
    { value: id, status: 409 },
  )

const isTouched = (rows: readonly { readonly record: string; readonly id: string }[]) =>
  new GaoxinError(
    'MERGE_TOUCHED',
    text(
      `合并之后有 ${rows.length} 条记录又被改过，不能整体撤销`,
      `${rows.length} rows were changed after the merge, so it cannot be undone as a whole`,
    ),
    text('请在这些记录上逐条更正', 'Correct these rows one by one'),
    {
      value: rows[0] && `${rows[0].record}:${rows[0].id}`,
      details: { rows: rows.slice(0, 100) },
      status: 409,
    },
  )
