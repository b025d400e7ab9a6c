import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { Decimal } from '../../../kernel/figures/series.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { testZone } from '../../../test/zone.ts'
import { classify, type Data, type Scheme, scoreAll } from '../scoring/index.ts'
import { HUANGYAN } from '../scoring/scoring.fixture.ts'
import { firms, type SchemeRow, vetoes } from '../tables.ts'
import { type Class, INPUTS } from '../words.ts'
import { outcomes } from './outcomes.ts'

const opened = testZone()
const YEAR = '2031'

/** Few enough values that equal scores, capped and empty ones all come up. */
const amount = fc.oneof(
  fc.constant(null),
  fc.constantFrom('0', '1', '0.01', '-3', '24.097', '50'),
  fc.integer({ min: -10_000, max: 100_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed()),
)
const one = fc.record({
  data: fc.record(
    Object.fromEntries(INPUTS.map((input) => [input, amount])) as Record<keyof Data, typeof amount>,
  ),
  industry: fc.constantFrom('26', '39'),
  exempt: fc.boolean(),
  vetoes: fc.subarray<Class>(['B', 'C', 'D']),
})
type One = typeof one extends fc.Arbitrary<infer T> ? T : never
const missing = fc.constantFrom('zero', 'average')
const scheme: fc.Arbitrary<Scheme> = fc.record({
  cap: fc.constantFrom(null, '1', '1.5'),
  shares: fc.constantFrom(
    ['20', '60', '15'] as const,
    ['33.3', '33.3', '33.3'] as const,
    ['0', '50', '0'] as const,
  ),
  byIndustry: fc.boolean(),
  floor: fc.constantFrom(null, { tax: '24.097', best: 'B' } as const),
  measures: fc.tuple(missing, missing).map(([first, second]) => [
    ...HUANGYAN.measures.map((measure, at) => ({
      ...measure,
      missing: at === 0 ? first : measure.missing,
    })),
    { measure: 'tax_electricity' as const, weight: '7.5', benchmark: '0.2352', missing: second },
  ]),
})

const head = { segment: 'above', year: YEAR } as SchemeRow

/** Puts the firms in, asks the query, and takes them out again. */
async function bySql(given: readonly One[], scheme: Scheme): Promise<unknown[]> {
  let found: unknown[] = []
  const undone = new Error('undone')
  await opened.zone
    .context()
    .transaction(async (context: Context) => {
      const { db, actor, newId, vault } = context
      const origin = { actor, now: context.now(), newId, vault }
      const rows = given.map(({ data, industry, exempt }, at) => ({
        id: `f${String(at).padStart(3, '0')}`,
        credit_code: `test-${at}`,
        name: `企业 ${at}`,
        period: `${YEAR}-12`,
        segment: 'above',
        industry,
        exemption: exempt ? 'utility' : null,
        ...data,
        land: data.land ?? '0',
      }))
      await insertRows(db, firms, rows, origin)
      const against = given.flatMap(({ vetoes }, at) =>
        vetoes.map((best) => ({
          firm: rows[at]!.id,
          kind: best,
          best,
          office: 'economy',
          found_on: `${YEAR}-01-01`,
          basis: 't',
        })),
      )
      await insertRows(db, vetoes, against, origin)
      const answer = await sql<object>`
        select score::text as score, rank::int as rank, ranked::int as ranked, class, by_rank as "byRank", moved, points
        from (${outcomes({ head, scheme })}) o order by firm`.execute(db)
      found = answer.rows
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return found
}

function byHand(given: readonly One[], scheme: Scheme): unknown[] {
  const data = given.map(({ data }) => ({ ...data, land: data.land ?? '0' }))
  const scored = scoreAll(scheme, data)
  const classed = classify(
    scheme,
    given.map(({ industry, exempt, vetoes }, at) => ({
      score: scored[at]!.score,
      industry,
      exempt,
      vetoes,
      taxPerMu:
        data[at]!.tax !== null && Number(data[at]!.land) > 0
          ? new Decimal(data[at]!.tax).div(data[at]!.land).toFixed()
          : null,
    })),
  )
  return scored.map((one, at) => ({ ...one, ...classed[at] }))
}

it('one query says of all firms what the scoring says of each: score, points, place, class, and why', () =>
  fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 25 }), scheme, async (given, scheme) => {
      expect(await bySql(given, scheme)).toEqual(byHand(given, scheme))
    }),
    { numRuns: 60 },
  ))
