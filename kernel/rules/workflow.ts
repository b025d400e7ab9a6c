import { sql } from 'kysely'
import { isBy, mayWrite, VERSION_MOVES, type VersionMove } from '../drafting.ts'
import { GaoxinError } from '../errors.ts'
import { createRow, LOCKS, removeRow, tableName, updateRow } from '../store/index.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import type { Measured } from './measure.ts'
import { type VersionRow, versions } from './tables.ts'
import { decisionOf, requireVersion } from './versions.ts'

export interface Wording {
  readonly note: string
  readonly from: string
  readonly to: string | null
  readonly model: string
  readonly cases: string
}

/** A new draft, worded as another version is. @throws GaoxinError RULE_FORBIDDEN, RULE_VERSION_NOT_FOUND */
export const startDraft = (outer: Context, id: string, like: number, note: string): Promise<VersionRow> =>
  outer.transaction(async (context) => {
    const decision = decisionOf(context, id)
    if (!mayWrite(decision.office, context.actor)) throw forbidden(id)
    await sql`select pg_advisory_xact_lock(${LOCKS.enteringRules}, hashtext(${id}))`.execute(context.db)
    const { model, cases } = await requireVersion(context, id, like)
    const { rows } = await sql<{ next: number }>`
      select max(number) + 1 as next from ${sql.raw(tableName(versions.id))} where decision = ${id}`.execute(
      context.db,
    )
    const row = await createRow(context, versions, {
      decision: id,
      number: rows[0]?.next ?? 1,
      note,
      state: 'draft',
      from: context.today,
      editors: [context.actor.id],
      model,
      cases,
    })
    return row as unknown as VersionRow
  }, note)

/** @param seen row_version that the writer had before them @throws GaoxinError RECORD_CHANGED */
export const saveDraft = (
  outer: Context,
  id: string,
  number: number,
  wording: { readonly [K in keyof Wording]?: Wording[K] | undefined },
  seen: number,
): Promise<VersionRow> =>
  moved(outer, id, number, 'save', (context, version) => {
    const editors = [...new Set([...(version.editors as readonly string[]), context.actor.id])]
    const given = Object.fromEntries(
      Object.entries(wording).filter(([, value]) => value !== undefined),
    ) as Partial<Wording>
    const next = { ...version, ...given }
    if (next.to !== null && next.to <= next.from) throw backwards(id, next.to)
    return updateRow(context, versions, version.id, { ...given, editors }, seen)
  })

export const discardDraft = (outer: Context, id: string, number: number): Promise<void> =>
  outer.transaction(async (context) => {
    const version = await entered(context, id, number, 'discard')
    await removeRow(context, versions, version.id, [])
  })

/** @param effect as it was measured; whoever publishes sees the same figures */
export const submitDraft = (
  outer: Context,
  id: string,
  number: number,
  effect: Measured,
): Promise<VersionRow> =>
  moved(outer, id, number, 'submit', (context, { id: row }) =>
    updateRow(context, versions, row, { state: 'submitted', effect }),
  )

export const returnDraft = (
  outer: Context,
  id: string,
  number: number,
  move: 'recall' | 'return',
  why: string,
): Promise<VersionRow> =>
  moved(
    outer,
    id,
    number,
    move,
    (context, { id: row }) => updateRow(context, versions, row, { state: 'draft', effect: null }),
    why,
  )

export const publishVersion = (outer: Context, id: string, number: number): Promise<VersionRow> =>
  moved(outer, id, number, 'publish', (context, { id: row }) =>
    updateRow(context, versions, row, {
      state: 'published',
      published_by: context.actor.id,
      published_at: context.now(),
    }),
  )

const moved = (
  outer: Context,
  id: string,
  number: number,
  move: VersionMove,
  work: (context: Context, version: VersionRow) => Promise<unknown>,
  why?: string,
): Promise<VersionRow> =>
  outer.transaction(async (context) => {
    await work(context, await entered(context, id, number, move))
    return requireVersion(context, id, number)
  }, why)

/** The version under its lock. @throws GaoxinError RULE_FORBIDDEN, RULE_STATE */
async function entered(context: Context, id: string, number: number, move: VersionMove): Promise<VersionRow> {
  const { office } = decisionOf(context, id)
  const version = await requireVersion(context, id, number, true)
  const { from, by } = VERSION_MOVES[move]
  if (!isBy(by, { office, editors: version.editors }, context.actor)) throw forbidden(id)
  if (version.state === from) return version
  throw new GaoxinError(
    'RULE_STATE',
    text('这个版本的状态已经变了', 'The version has moved on meanwhile'),
    text('请刷新后再办', 'Reload the page'),
    { place: `${id} ${number}`, value: version.state, status: 409 },
  )
}

const forbidden = (place: string) =>
  new GaoxinError(
    'RULE_FORBIDDEN',
    text('不能办理这条规则的这个版本', 'You may not do this with this version'),
    text(
      '起草由规则所属单位办理；发布须由没有参与起草的第二人办理',
      'Its office drafts it; publishing takes a second person who wrote none of it',
    ),
    { place, status: 403 },
  )

const backwards = (place: string, value: string) =>
  new GaoxinError(
    'RULE_DATES',
    text('失效日应晚于生效日', 'It ends before it begins'),
    text('请修改失效日，或留空', 'Change the last day or leave it empty'),
    { place, value },
  )
