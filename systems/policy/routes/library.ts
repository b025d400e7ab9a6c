/** 政策库: papers, clauses and granules as the offices look at them. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS } from '../../../kernel/access/actor.ts'
import { mayWrite, movesOf } from '../../../kernel/drafting.ts'
import { historyOf, versionOf } from '../../../kernel/store/index.ts'
import { traitsOf } from '../../../kernel/subjects/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { checkWording, granuleOf, MOVES, SUBJECT } from '../granule/index.ts'
import { type GranuleRow, granules } from '../tables.ts'
import { checkShape, criterionShape, headShape, runShape, wordingShape, wordsShape } from './shapes.ts'

const STAFF = [...OFFICERS, 'guest'] as const

interface HeadRow extends GranuleRow {
  readonly document_id: string
  readonly document_title: string
  readonly clause_number: string
  readonly match: number
  readonly near_misses: number
  readonly sum: string
  readonly unknown: number
  readonly open: number
}

/** Granules with their paper and how many they reach; `where` speaks of `g`, `c` and `d`. */
async function headsOf({ db }: Pick<Context, 'db'>, where: RawBuilder<unknown>): Promise<readonly HeadRow[]> {
  const { rows } = await sql<HeadRow>`
    with last as (select counts from policy.runs where kind = 'full' and state = 'done'
      order by started_at desc limit 1)
    select g.*, g."from"::text, g."to"::text, d.id as document_id, d.title as document_title,
      c.number as clause_number, coalesce(m.match, 0)::integer as match, coalesce(m.near, 0)::integer as near_misses,
      coalesce(m.sum, 0)::text as sum,
      coalesce((select (counts -> g.id ->> 'unknown')::integer from last), 0) as unknown,
      coalesce((select (counts -> g.id ->> 'open')::integer from last), 0) as open
    from policy.granules g join policy.clauses c on c.id = g.clause join policy.documents d on d.id = c.document
    left join lateral (select count(*) filter (where verdict = 'match') as match,
        count(*) filter (where verdict = 'near') as near, sum(amount) filter (where verdict = 'match') as sum
      from policy.matches where granule = g.id) m on true
    where ${where} order by d.standing <> 'official', d.standing <> 'toCheck', d.id, c.position, g.code, g.version desc
    limit 1000`.execute(db)
  return rows
}

const shownHead = (row: HeadRow) => ({
  id: row.id,
  code: row.code,
  version: Number(row.version),
  title: row.title,
  office: row.office,
  state: row.state as 'draft',
  standing: row.standing as 'sample',
  mode: row.mode as 'automatic',
  benefit: row.benefit,
  from: row.from,
  to: row.to,
  document: { id: row.document_id, title: row.document_title },
  clause: { id: row.clause, number: row.clause_number },
  coverage: {
    match: row.match,
    near: row.near_misses,
    amountYuan: row.sum,
    unknown: row.unknown,
    open: row.open,
  },
})

/** The newest runs, and how many changes wait to be judged. */
async function runsOf({ db }: Pick<Context, 'db'>) {
  const { rows } = await sql<z.infer<typeof runShape>>`
    select kind, state, as_of::text as "asOf", started_at as "startedAt", finished_at as "finishedAt",
      done::integer, granules::integer, enterprises::integer, changed::integer
    from policy.runs order by started_at desc limit 12`.execute(db)
  return rows
}

export const libraryRoutes = [
  defineRoute({
    method: 'GET',
    path: '/library',
    summary: text(
      '政策颗粒清单，各有多少企业符合、需要多少资金',
      'Granules with how many they reach and what they cost',
    ),
    allow: STAFF,
    input: z.object({
      search: z.string().max(100).optional(),
      office: z.string().max(100).optional(),
      state: z.string().max(20).optional(),
      document: z.string().max(200).optional(),
    }),
    output: z.object({
      granules: z.array(headShape),
      documents: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          issuer: z.string(),
          office: z.string(),
          standing: z.enum(['official', 'toCheck', 'sample']),
          clauses: z.number(),
        }),
      ),
      offices: z.array(z.string()),
      runs: z.array(runShape),
    }),
    handle: async (context, { search, office, state, document }) => {
      const like = search && `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
      const conditions = [
        sql`true`,
        ...(like
          ? [sql`(g.title || ' ' || g.benefit || ' ' || g.code || ' ' || d.title ilike ${like})`]
          : []),
        ...(office ? [sql`g.office = ${office}`] : []),
        ...(document ? [sql`d.id = ${document}`] : []),
        state ? sql`g.state = ${state}` : sql`g.state <> 'ended'`,
      ]
      const [heads, documents, offices, runs] = [
        await headsOf(context, sql.join(conditions, sql` and `)),
        await sql<{
          id: string
          title: string
          issuer: string
          office: string
          standing: 'sample'
          clauses: number
        }>`
          select id, title, issuer, office, standing,
            (select count(*)::integer from policy.clauses c where c.document = d.id) as clauses
          from policy.documents d order by standing <> 'official', standing <> 'toCheck', id limit 500`.execute(
          context.db,
        ),
        await sql<{ office: string }>`select distinct office from policy.granules order by 1`.execute(
          context.db,
        ),
        await runsOf(context),
      ]
      return {
        granules: heads.map(shownHead),
        documents: documents.rows,
        offices: offices.rows.map((row) => row.office),
        runs,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/granules/:id',
    summary: text('一个政策颗粒的一个版本', 'One version of a granule'),
    allow: STAFF,
    input: z.object({ id: z.string().max(200) }),
    output: headShape.extend({
      seen: z.number(),
      words: wordsShape,
      criteria: z.array(criterionShape),
      text: z.string(),
      source: z.string(),
      pot: z
        .object({
          id: z.string(),
          name: z.string(),
          year: z.string(),
          amount: z.string(),
          committed: z.string(),
        })
        .nullable(),
      pots: z.array(z.object({ id: z.string(), name: z.string() })),
      check: checkShape,
      moves: z.array(z.enum(['save', 'discard', 'submit', 'recall', 'return', 'publish', 'end'])),
      mayDraft: z.boolean(),
      versions: z.array(
        z.object({ id: z.string(), version: z.number(), state: z.string(), from: z.string() }),
      ),
      history: z.array(
        z.object({ at: z.string(), actor: z.string(), why: z.string().nullable(), state: z.string() }),
      ),
    }),
    handle: async (context, { id }) => {
      const granule = await granuleOf(context, id)
      const { row } = granule
      const [head] = await headsOf(context, sql`g.id = ${id}`)
      const { rows: places } = await sql<{ text: string; source: string }>`select c.text, d.source
        from policy.clauses c join policy.documents d on d.id = c.document where c.id = ${row.clause}`.execute(
        context.db,
      )
      const { rows: pots } = await sql<{
        id: string
        name: string
        year: string
        amount: string
        committed: string
      }>`select id, name, year, amount::text, committed::text from policy.pots order by year desc, name limit 200`.execute(
        context.db,
      )
      const { rows: versions } = await sql<{ id: string; version: number; state: string; from: string }>`
        select id, version::integer, state, "from"::text from policy.granules where code = ${row.code}
        order by version desc`.execute(context.db)
      const changes = await historyOf(context.db, granules, id)
      return {
        ...shownHead(head as HeadRow),
        seen: await versionOf(context.db, granules, id),
        words: wordsShape.parse({
          ...row,
          window_months: row.window_months === null ? null : Number(row.window_months),
        }),
        criteria: granule.criteria.map((each) => ({ ...each })),
        text: places[0]?.text ?? '',
        source: places[0]?.source ?? '',
        pot: pots.find((pot) => pot.id === row.pot) ?? null,
        pots: pots.map(({ id: pot, name }) => ({ id: pot, name })),
        check: checkWording(context, granule, context.today),
        moves: [...movesOf(MOVES, row, context.actor)],
        mayDraft: row.state !== 'draft' && mayWrite(row.office, context.actor),
        versions,
        history: changes.slice(0, 50).map(({ at, actor, why, after }) => ({
          at,
          actor,
          why,
          state: String(after?.state ?? ''),
        })),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/traits',
    summary: text('公式和条件可用的数据项', 'What formulas and criteria may ask for'),
    allow: STAFF,
    input: z.object({}),
    output: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        unit: z.string().optional(),
        choices: z.array(z.string()).optional(),
      }),
    ),
    handle: async ({ systems }) =>
      [...traitsOf(systems, SUBJECT)].map(([name, { kind, unit, choices }]) => ({
        name,
        kind,
        ...(unit === undefined ? {} : { unit }),
        ...(choices ? { choices: Object.keys(choices) } : {}),
      })),
  }),
  defineRoute({
    method: 'POST',
    path: '/check',
    summary: text('检查条件和金额公式', 'Check criteria and formula as they are typed'),
    allow: STAFF,
    input: wordingShape,
    output: checkShape,
    handle: async (context, wording) => {
      const given = wording.given.map(({ name, kind }) => ({ name, kind }))
      return checkWording(context, { ...wording, given }, context.today)
    },
  }),
]
