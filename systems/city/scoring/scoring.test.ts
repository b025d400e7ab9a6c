import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../kernel/flow/index.ts'
import { codeOf, squareAt } from '../../../kernel/geo/index.ts'
import { insertRows, type Place } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { GRIDS } from '../demo/grids.ts'
import { cityCase } from '../flow/index.ts'
import { guessOffice } from '../suggest/dispatch.ts'
import { guessClass, learn } from '../suggest/words.ts'
import { reports } from '../tables/index.ts'
import { hotCells, scoreOfAll, scoresOf } from './query.ts'
import { COUNTS, countsOf, type Period, ratesOf, type Scored, scoreOf } from './rates.ts'
import { hotSquares } from './squares.ts'

const test = testZone()

const MAY: Period = { from: '2031-05-01T00:00:00.000Z', to: '2031-06-01T00:00:00.000Z' }
const row = (over: Partial<Scored>): Scored => ({
  state: 'closed',
  reported_at: '2031-05-02T00:00:00.000Z',
  filed_at: '2031-05-02T01:00:00.000Z',
  dispatched_at: '2031-05-02T02:00:00.000Z',
  handled_at: '2031-05-03T00:00:00.000Z',
  closed_at: '2031-05-03T05:00:00.000Z',
  due_at: '2031-05-04T00:00:00.000Z',
  returns: 0,
  reworks: 0,
  ...over,
})
const many = (n: number, over: Partial<Scored>) => Array.from({ length: n }, () => row(over))

describe('rates', () => {
  it('of the worked example are 97.00%, 93.00% and 3.00%', () => {
    const late = '2031-05-06T00:00:00.000Z'
    const rows = [
      ...many(360, {}),
      ...many(12, { reworks: 1 }),
      ...many(16, { handled_at: late, closed_at: late }),
      ...many(12, { state: 'handling', handled_at: null, closed_at: null }),
    ]
    const counts = countsOf(rows, MAY)
    expect(counts).toMatchObject({
      toClose: 400,
      closed: 388,
      closedOnTime: 372,
      reworked: 12,
      toHandle: 400,
    })
    const percent = (rate: number | null) => `${((rate as number) * 100).toFixed(2)}%`
    const rates = ratesOf(counts)
    expect([rates.closed, rates.closedOnTime, rates.reworked].map(percent)).toEqual([
      '97.00%',
      '93.00%',
      '3.00%',
    ])
  })

  it('of nothing are nothing, and so is the score', () => {
    const rates = ratesOf(countsOf([], MAY))
    expect(new Set(Object.values(rates))).toEqual(new Set([null]))
    expect(scoreOf(rates)).toBeNull()
  })

  it('carry over what was not closed when the period began', () => {
    const before = {
      due_at: '2031-04-20T00:00:00.000Z',
      reported_at: '2031-04-19T00:00:00.000Z',
      dispatched_at: '2031-04-19T00:00:00.000Z',
    }
    const counts = countsOf(
      [
        row({ ...before, state: 'handling', handled_at: null, closed_at: null }),
        row({ ...before, handled_at: '2031-05-02T00:00:00.000Z', closed_at: '2031-05-02T00:00:00.000Z' }),
        row({ ...before, handled_at: '2031-04-19T09:00:00.000Z', closed_at: '2031-04-19T09:00:00.000Z' }),
      ],
      MAY,
    )
    expect(counts).toMatchObject({ reported: 0, toHandle: 0, toClose: 2, closed: 1, closedOnTime: 0 })
  })

  it('are the same by one query as by the functions', async () => {
    const moment = fc
      .integer({ min: 0, max: 90 * 24 })
      .map((h) => new Date(Date.parse('2031-04-01T00:00:00Z') + h * 3600_000).toISOString())
    const some = fc.record({
      state: fc.constantFrom('handling', 'checking', 'closed', 'void', 'merged', 'dispatching'),
      collector: fc.constantFrom('甲', '乙'),
      reported_at: moment,
      filed_at: fc.option(moment),
      dispatched_at: fc.option(moment),
      handled_at: fc.option(moment),
      closed_at: fc.option(moment),
      due_at: fc.option(moment),
      returns: fc.integer({ min: 0, max: 2 }),
      reworks: fc.integer({ min: 0, max: 2 }),
    })
    const context = test.zone.context()
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 40 }), async (drawn) => {
        // What is closed was closed at some moment, and nothing else, as the case keeps it.
        const rows = drawn.map((one) => ({
          ...one,
          closed_at: one.state === 'closed' ? (one.closed_at ?? one.reported_at) : null,
        }))
        const undone = context.transaction(async ({ db, actor, now, newId, vault }) => {
          const before = (await scoreOfAll({ db }, MAY)).counts
          const full = rows.map((one, i) => ({
            channel: 'collector',
            severity: 'normal',
            description: '垃圾',
            office: 'city',
            late: false,
            dispatches: 1,
            reopened: 0,
            number: `T${i}`,
            synthetic: true,
            ...one,
          }))
          await insertRows(db, reports, full, { actor, now: now(), newId, vault })
          const found = await scoresOf({ db }, 'collector', MAY)
          for (const collector of ['甲', '乙']) {
            const expected = countsOf(
              rows.filter((one) => one.collector === collector),
              MAY,
            )
            const none = countsOf([], MAY)
            expect(found.find(({ key }) => key === collector)?.counts ?? none).toEqual(expected)
          }
          const all = (await scoreOfAll({ db }, MAY)).counts
          const mine = countsOf(rows, MAY)
          for (const name of COUNTS) expect([name, all[name]]).toEqual([name, before[name] + mine[name]])
          throw new Error('undo')
        })
        await expect(undone).rejects.toThrow('undo')
      }),
      { numRuns: 25 },
    )
  })
})

it('cells are told by how often, and what came back within the month', async () => {
  const year: Period = { from: '2023-11-14T16:00:00.000Z', to: '2024-11-12T16:00:00.000Z' }
  const cells = await hotCells(test.zone.context(), year, 10)
  expect(cells).toHaveLength(10)
  expect(cells.map(({ reports }) => reports)).toEqual(
    cells.map(({ reports }) => reports).toSorted((a, b) => b - a),
  )
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from city.reports
    where grid = ${cells[0]?.grid} and state not in ('void', 'merged') and reported_at >= ${year.from} and reported_at < ${year.to}`.execute(
    test.zone.store.db,
  )
  expect(cells[0]?.reports).toBe(rows[0]?.n)
  expect(cells[0]?.again).toBeGreaterThan(0)
  // The cells of the demonstration are boxes, so those around one are those whose edges meet.
  const all = await hotCells(test.zone.context(), year, 400)
  const around = ({ grid }: { grid: string }) => {
    const [west, south, east, north] = GRIDS.find(({ code }) => code === grid)!.box
    return GRIDS.filter(
      ({ code, box }) =>
        code !== grid &&
        box[0] <= east + 1e-6 &&
        box[2] >= west - 1e-6 &&
        box[1] <= north + 1e-6 &&
        box[3] >= south - 1e-6,
    ).reduce((sum, { code }) => sum + (all.find((one) => one.grid === code)?.reports ?? 0), 0)
  }
  expect(all.map((cell) => cell.around)).toEqual(all.map((cell, i) => (i < 10 ? around(cell) : null)))
  expect(all[0]?.around).toBeGreaterThan(0)
})

it('squares of equal size have every report that has a place, where it lies, and fill the ground of the cells', async () => {
  const year: Period = { from: '2023-11-14T16:00:00.000Z', to: '2024-11-12T16:00:00.000Z' }
  const squares = await hotSquares(test.zone.context(), year, 500)
  const { rows } = await sql<{ place: Place }>`select place from city.reports
    where place is not null and class is not null and state not in ('void', 'merged')
      and reported_at >= ${year.from} and reported_at < ${year.to}`.execute(test.zone.store.db)
  // 121.55° is nearer to 123° than to 120°.
  const grid = { meridian: 123, side: 500 }
  const expected = new Map<string, number>()
  for (const { place } of rows) {
    const code = codeOf(grid, squareAt(grid, place))
    expected.set(code, (expected.get(code) ?? 0) + 1)
  }
  expect(rows.length).toBeGreaterThan(100)
  const told = squares.filter(({ reports }) => reports > 0)
  expect(new Map(told.map(({ grid: code, reports }) => [code, reports]))).toEqual(expected)
  expect(told.some(({ again }) => again > 0)).toBe(true)
  // 9.7 km by 7.8 km of cells.
  expect(squares.length).toBeGreaterThanOrEqual(20 * 16)
  expect(new Set(squares.map(({ grid: code }) => code)).size).toBe(squares.length)
})

describe('suggestions', () => {
  const learned = learn([
    ...Array.from({ length: 8 }, () => ({ class: 'waste', description: '路边有暴露垃圾没人收' })),
    ...Array.from({ length: 8 }, () => ({ class: 'light', description: '路边路灯不亮' })),
  ])
  it('of a class say which words spoke', () => {
    const [first] = guessClass(learned, '这里有很多暴露垃圾')
    expect(first).toMatchObject({ class: 'waste', because: [{ word: '暴露垃圾', seen: 8, of: 8 }] })
    expect(first?.share).toBeGreaterThan(0.9)
    expect(guessClass(learned, 'xyz')).toEqual([])
  })
  it('of an office go by rule, and by the past where the rule was mostly not followed', () => {
    const duty = { id: 'd', class: null, area: null, office: 'city', note: '规则' }
    const asked = { duty, where: 'grid' as const, owner: 'construction', street: 'guisi' }
    expect(guessOffice({ ...asked, past: [] })[0]).toEqual({
      office: 'city',
      because: [{ kind: 'rule', note: '规则' }],
    })
    expect(guessOffice({ ...asked, past: [{ office: 'guisi', count: 2 }] })[0]?.office).toBe('city')
    const [first] = guessOffice({
      ...asked,
      past: [
        { office: 'guisi', count: 9 },
        { office: 'city', count: 1 },
      ],
    })
    expect(first?.office).toBe('guisi')
    expect(first?.because[0]).toEqual({ kind: 'past', count: 9, of: 10, where: 'grid' })
    expect(
      guessOffice({ duty: undefined, past: [], where: 'grid', owner: null, street: null })[0]?.office,
    ).toBe('city')
  })
})

it('the diagram is one that runs', async () => {
  expect(await problemsOf(cityCase, cityCase.diagram, '2024-11-15T00:00:00Z')).toEqual([])
})
