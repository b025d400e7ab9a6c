import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { Decimal } from '../../../kernel/figures/series.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { testZone } from '../../../test/zone.ts'
import { type Data, evaluateAll, type Firm, merged, type Scheme } from '../scoring/index.ts'
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
  tenants: fc.constantFrom(null, 0, 1, 2, 5),
  foundedOn: fc.constantFrom(null, '2010-05-01', '2029-12-31', '2030-01-01', '2031-06-30'),
  /** Of the firms that are joined to nobody. */
  joined: fc.option(fc.nat(30)),
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
  joint: fc.boolean(),
  rent: fc.constantFrom(
    null,
    { first: '0', each: '5' },
    { first: '10', each: '5' },
    { first: '0', each: '0' },
  ),
  newYears: fc.constantFrom(null, 2),
  research: fc.constantFrom(
    null,
    { amount: '100', share: '2', best: 'B' } as const,
    { amount: null, share: '2', best: 'C' } as const,
    { amount: '100', share: null, best: 'D' } as const,
  ),
  measures: fc.tuple(missing, missing).map(([first, second]) => [
    ...HUANGYAN.measures.map((measure, at) => ({
      ...measure,
      missing: at === 0 ? first : measure.missing,
    })),
    { measure: 'tax_electricity' as const, weight: '7.5', benchmark: '0.2352', missing: second },
  ]),
})

const head = { segment: 'above', year: YEAR } as SchemeRow

const VETO = { B: 'environment', C: 'research', D: 'safety' } as const
const idOf = (at: number) => `f${String(at).padStart(3, '0')}`
/** To whom each is joined: to one of those that are joined to nobody, if any. */
function headsOf(given: readonly One[]): (number | null)[] {
  const heads = given.flatMap(({ joined }, at) => (joined === null ? [at] : []))
  return given.map(({ joined }) =>
    joined === null || heads.length === 0 ? null : heads[joined % heads.length]!,
  )
}

/** Puts the firms in, asks the query, and takes them out again. */
async function bySql(given: readonly One[], scheme: Scheme): Promise<unknown[]> {
  let found: unknown[] = []
  const undone = new Error('undone')
  await opened.zone
    .context()
    .transaction(async (context: Context) => {
      const { db, actor, newId, vault } = context
      const origin = { actor, now: context.now(), newId, vault }
      const heads = headsOf(given)
      const rows = given.map(({ data, industry, exempt, tenants, foundedOn }, at) => ({
        id: idOf(at),
        credit_code: `test-${at}`,
        name: `企业 ${at}`,
        period: `${YEAR}-12`,
        segment: 'above',
        industry,
        exemption: exempt ? 'utility' : null,
        tenants,
        founded_on: foundedOn,
        joined: heads[at] === null ? null : idOf(heads[at]!),
        ...data,
        land: data.land ?? '0',
      }))
      await insertRows(db, firms, rows, origin)
      const against = given.flatMap(({ vetoes }, at) =>
        vetoes.map((best) => ({
          firm: rows[at]!.id,
          kind: VETO[best as keyof typeof VETO],
          best,
          office: 'economy',
          found_on: `${YEAR}-01-01`,
          basis: 't',
        })),
      )
      await insertRows(db, vetoes, against, origin)
      const answer = await sql<object>`
        select score::text as score, deducted::text as deducted, rank::int as rank, ranked::int as ranked, class,
          by_rank as "byRank", moved, exemption, found, members, points
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
  const heads = headsOf(given)
  const all = given.map(
    ({ data, industry, exempt, vetoes, tenants, foundedOn }): Firm => ({
      data: { ...data, land: data.land ?? '0' },
      industry,
      tenants: tenants ?? 0,
      foundedOn,
      exemption: exempt ? 'utility' : null,
      found: vetoes.map((best) => ({ kind: VETO[best as keyof typeof VETO], best })),
    }),
  )
  const units = all.flatMap((firm, at) => {
    if (!scheme.joint) return [{ firm, members: null }]
    if (heads[at] !== null) return []
    const members = all.flatMap((_, other) => (heads[other] === at ? [other] : []))
    return [
      {
        firm: merged(
          firm,
          members.map((other) => all[other]!),
        ),
        members: members.length
          ? members.map((other) => ({ firm: idOf(other), name: `企业 ${other}` }))
          : null,
      },
    ]
  })
  return evaluateAll(
    scheme,
    YEAR,
    units.map(({ firm }) => firm),
  ).map((one, at) => ({ ...one, members: units[at]!.members }))
}

it('one query says of all firms what the scoring says of each: score, points, place, class, and why', () =>
  fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 25 }), scheme, async (given, scheme) => {
      expect(await bySql(given, scheme)).toEqual(byHand(given, scheme))
    }),
    { numRuns: 100 },
  ))
