import { sql } from 'kysely'
import { type By, isBy, mayWrite, VERSION_MOVES } from '../../../kernel/drafting.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow, insertRows, LOCKS, notFound, removeRow, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { clauses, criteria, type GranuleRow, granules } from '../tables.ts'
import type { GranuleState } from '../words.ts'
import { requireSound } from './check.ts'
import { type Granule, granuleOf } from './load.ts'
import type { CriterionWords } from './wording.ts'

/** What people do with a version of a granule; one that is published is ended by its office or a leader. */
export const MOVES = {
  ...VERSION_MOVES,
  end: { from: 'published', by: 'office' },
} as const satisfies Record<string, { from: GranuleState; by: By }>
export type Move = keyof typeof MOVES

/** What a writer may word; everything else of a row is set by moves. */
export type GranuleWords = Pick<
  GranuleRow,
  | 'title'
  | 'standing'
  | 'from'
  | 'to'
  | 'event'
  | 'given'
  | 'benefit'
  | 'amount'
  | 'unit'
  | 'cap_item'
  | 'cap_year'
  | 'rounding'
  | 'stack'
  | 'stacking'
  | 'pot'
  | 'window_from'
  | 'window_to'
  | 'window_months'
  | 'evidence'
  | 'mode'
  | 'basis'
  | 'clawback'
>

/** A granule that nobody has worded yet: what there must be. */
export const BLANK: Omit<GranuleWords, 'title' | 'from' | 'basis'> = {
  standing: 'toCheck',
  to: null,
  event: 'other',
  given: [],
  benefit: '—',
  amount: '0',
  unit: 'wan',
  cap_item: null,
  cap_year: null,
  rounding: 'yuan',
  stack: null,
  stacking: 'stackable',
  pot: null,
  window_from: null,
  window_to: null,
  window_months: null,
  evidence: [],
  mode: 'declared',
  clawback: null,
}

/** The first version of a new granule of a clause, in the writer's own office. @returns its id */
export const startGranule = (
  outer: Context,
  clause: string,
  words: Partial<GranuleWords> & Pick<GranuleWords, 'title'>,
  tests: readonly CriterionWords[] = [],
): Promise<string> =>
  outer.transaction(async (context) => {
    const { db, actor, today } = context
    if (!mayWrite(actor.office, actor) || actor.office === '') throw forbidden(clause)
    const { rows } = await sql<{ title: string; number: string; from: string }>`
      select d.title, c.number, d."from"::text from policy.clauses c
      join policy.documents d on d.id = c.document where c.id = ${clause}`.execute(db)
    const [found] = rows
    if (!found) throw notFound(clauses, clause)
    const code = await nextCode(context)
    return enter(
      context,
      {
        ...BLANK,
        from: today,
        basis: `《${found.title}》${found.number}`,
        ...words,
        code,
        version: 1,
        clause,
        office: actor.office,
      },
      tests,
    )
  })

/** A draft of the next version, worded as another. @returns its id */
export const startDraft = (outer: Context, like: string): Promise<string> =>
  outer.transaction(async (context) => {
    const { row, criteria: tests } = await granuleOf(context, like)
    if (!mayWrite(row.office, context.actor)) throw forbidden(row.code)
    await alone(context, row.code)
    const { rows } = await sql<{ next: number }>`select (max(version) + 1)::integer as next
      from policy.granules where code = ${row.code}`.execute(context.db)
    const { id: _, recorded_at, recorded_by, synthetic, published_at, published_by, state, ...words } = row
    return enter(context, { ...words, version: rows[0]?.next ?? 1, from: context.today, to: null }, tests)
  })

async function enter(
  context: Context,
  values: Readonly<Record<string, unknown>>,
  tests: readonly CriterionWords[],
): Promise<string> {
  const row = await createRow(context, granules, {
    ...values,
    state: 'draft',
    editors: [context.actor.id],
  })
  await putCriteria(context, row.id as string, tests)
  return row.id as string
}

async function putCriteria(context: Context, granule: string, tests: readonly CriterionWords[]) {
  const { db, actor, newId } = context
  await sql`delete from policy.criteria where granule = ${granule}`.execute(db)
  await insertRows(
    db,
    criteria,
    tests.map((test, i) => ({ ...test, granule, position: i + 1 })),
    { actor, newId, now: context.now() },
  )
}

const alone = ({ db }: Context, code: string) =>
  sql`select pg_advisory_xact_lock(${LOCKS.matchingPolicies}, hashtext(${code}))`.execute(db)

/** KL-2024-7: the next of the year. */
async function nextCode(context: Context): Promise<string> {
  const begin = `KL-${context.today.slice(0, 4)}-`
  await alone(context, begin)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(substr(code, ${begin.length + 1})::integer), 0) + 1 as next from policy.granules
    where starts_with(code, ${begin}) and substr(code, ${begin.length + 1}) ~ '^[0-9]{1,6}$'`.execute(
    context.db,
  )
  return `${begin}${rows[0]?.next ?? 1}`
}

/** @param seen row_version that the writer had before them @throws GaoxinError RECORD_CHANGED, GRANULE_DATES */
export const saveDraft = (
  outer: Context,
  id: string,
  words: Partial<GranuleWords>,
  tests: readonly CriterionWords[] | undefined,
  seen?: number,
): Promise<void> =>
  moved(outer, id, 'save', async (context, { row }) => {
    const next = { ...row, ...words }
    if (next.to !== null && next.to <= next.from) throw backwards(row.code, next.to)
    const editors = [...new Set([...(row.editors as readonly string[]), context.actor.id])]
    await updateRow(context, granules, id, { ...words, editors }, seen)
    if (tests) await putCriteria(context, id, tests)
  })

export const discardDraft = (outer: Context, id: string): Promise<void> =>
  moved(outer, id, 'discard', async (context) => {
    await putCriteria(context, id, [])
    await removeRow(context, granules, id, [])
  })

/** @throws GaoxinError GRANULE_UNSOUND */
export const submitDraft = (outer: Context, id: string): Promise<void> =>
  moved(outer, id, 'submit', async (context, granule) => {
    requireSound(context, granule, context.today)
    await updateRow(context, granules, id, { state: 'submitted' })
  })

export const returnDraft = (
  outer: Context,
  id: string,
  move: 'recall' | 'return',
  why: string,
): Promise<void> =>
  moved(outer, id, move, (context) => updateRow(context, granules, id, { state: 'draft' }), why)

/** The version before it holds until this one comes into force, and no day longer. */
export const publish = (outer: Context, id: string): Promise<void> =>
  moved(outer, id, 'publish', async (context, granule) => {
    const { row } = granule
    requireSound(context, granule, context.today)
    const { rows } = await sql<{ id: string; from: string; to: string | null }>`
      select id, "from"::text, "to"::text from policy.granules
      where code = ${row.code} and state = 'published' for update`.execute(context.db)
    for (const before of rows) {
      const replaced = before.from >= row.from
      const to = before.to !== null && before.to < row.from ? before.to : row.from
      await updateRow(context, granules, before.id, replaced ? { state: 'ended' } : { to })
    }
    await updateRow(context, granules, id, {
      state: 'published',
      published_by: context.actor.id,
      published_at: context.now(),
    })
  })

/** Stops a granule from a day on; what was claimed before stays as it is. */
export const end = (outer: Context, id: string, why: string): Promise<void> =>
  moved(outer, id, 'end', (context) => updateRow(context, granules, id, { state: 'ended' }), why)

const moved = (
  outer: Context,
  id: string,
  move: Move,
  work: (context: Context, granule: Granule) => Promise<unknown>,
  why?: string,
): Promise<void> =>
  outer.transaction(async (context) => {
    await sql`select from policy.granules where id = ${id} for update`.execute(context.db)
    const granule = await granuleOf(context, id)
    if (!isBy(MOVES[move].by, granule.row, context.actor)) throw forbidden(granule.row.code)
    if (granule.row.state !== MOVES[move].from) throw movedOn(granule.row)
    await work(context, granule)
  }, why)

const forbidden = (place: string) =>
  new GaoxinError(
    'GRANULE_FORBIDDEN',
    text('不能办理这个政策颗粒', 'You may not do this with this granule'),
    text(
      '起草由主管单位办理；发布须由没有参与起草的第二人办理',
      'Its office drafts it; publishing takes a second person who wrote none of it',
    ),
    { place, status: 403 },
  )

const movedOn = ({ code, state }: GranuleRow) =>
  new GaoxinError(
    'GRANULE_STATE',
    text('这个版本的状态已经变了', 'The version has moved on meanwhile'),
    text('请刷新后再办', 'Reload the page'),
    { place: code, value: state, status: 409 },
  )

const backwards = (place: string, value: string) =>
  new GaoxinError(
    'GRANULE_DATES',
    text('失效日应晚于生效日', 'It ends before it begins'),
    text('请修改失效日，或留空', 'Change the last day or leave it empty'),
    { place, value },
  )
