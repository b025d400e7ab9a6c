import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { defineRecord, difference, insertRows, schemaOf } from '../../store/index.ts'
import { text } from '../../text.ts'
import { type Direction, partsOf, pathBetween, reachOf, stepsFrom } from './index.ts'

const junctions = defineRecord({
  id: 'traced.junctions',
  name: text('节点', 'Junctions'),
  about: text('测试用', 'For tests'),
  title: 'name',
  columns: { name: { kind: 'text', name: text('名称', 'Name') } },
})
const reference = (zh: string, en: string) =>
  ({ kind: 'reference', name: text(zh, en), record: 'traced.junctions' }) as const
const pipes = defineRecord({
  id: 'traced.pipes',
  name: text('管段', 'Pipes'),
  about: text('测试用', 'For tests'),
  title: 'id',
  columns: {
    a: reference('起点', 'From'),
    b: reference('终点', 'To'),
    length: { kind: 'decimal', name: text('长度', 'Length'), unit: '米', optional: true },
  },
  indexes: [{ on: ['a'] }, { on: ['b'] }],
  edge: { from: 'a', to: 'b', length: 'length' },
})

const test = testZone({ systems: [] })
beforeAll(async () => {
  const { sql: made } = difference({}, schemaOf([junctions, pipes]))
  await sql.raw(`create schema traced; ${made.join('\n')}`).execute(test.zone.store.db)
})

interface Pipe {
  readonly from: string
  readonly to: string
  readonly length: number
}
const DIRECTIONS = ['down', 'up', 'both'] as const
const node = fc.integer({ min: 0, max: 9 }).map((n) => `n${n}`)
const pipe = fc.record({ from: node, to: node, length: fc.integer({ min: 0, max: 20 }) })

async function write(given: readonly Pipe[]) {
  const { db } = test.zone.store
  await sql`delete from traced.pipes`.execute(db)
  const { actor, now, newId } = test.zone.context()
  const rows = given.map(({ from, to, length }, i) => ({ id: `p${i}`, a: from, b: to, length }))
  await insertRows(db, pipes, rows, { actor, now: now(), newId })
}

/** Every pair of nodes with the shortest way between them, by going through all pairs again and again. */
function shortestOfAll(given: readonly Pipe[], direction: Direction, cost: (pipe: Pipe) => number) {
  const nodes = Array.from({ length: 10 }, (_, n) => `n${n}`)
  const least = new Map<string, number>(nodes.map((n) => [`${n} ${n}`, 0]))
  const at = (from: string, to: string) => least.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY
  const tell = (from: string, to: string, metres: number) =>
    metres < at(from, to) && least.set(`${from} ${to}`, metres)
  for (const one of given) {
    if (direction !== 'up') tell(one.from, one.to, cost(one))
    if (direction !== 'down') tell(one.to, one.from, cost(one))
  }
  for (const over of nodes)
    for (const from of nodes) for (const to of nodes) tell(from, to, at(from, over) + at(over, to))
  return { nodes, at }
}

describe('any network, with its circles, loops and parallel pipes', () => {
  const networks = fc.array(pipe, { maxLength: 24 })

  it('is reached as far as its edges lead, near nodes first, and the way between two is the shortest', async () => {
    const { db } = test.zone.store
    await fc.assert(
      fc.asyncProperty(
        networks,
        fc.constantFrom(...DIRECTIONS),
        node,
        node,
        async (given, direction, from, to) => {
          await write(given)
          const metres = shortestOfAll(given, direction, ({ length }) => length)
          const steps = shortestOfAll(given, direction, () => 1)
          const reached = metres.nodes.filter((one) => Number.isFinite(steps.at(from, one)))
          const { nodes, edges, more } = await reachOf(db, pipes, [from], direction, 100)
          expect([nodes.toSorted(), more]).toEqual([reached, false])
          const away = nodes.map((one) => steps.at(from, one))
          expect(away).toEqual(away.toSorted((a, b) => a - b))
          const leading = given.flatMap((one, i) => {
            const at = [...(direction !== 'up' ? [one.from] : []), ...(direction !== 'down' ? [one.to] : [])]
            return at.some((end) => reached.includes(end)) ? [`p${i}`] : []
          })
          expect(edges.toSorted()).toEqual(leading.toSorted())

          const { path } = await pathBetween(db, pipes, from, to, direction, 100)
          expect(path?.cost ?? Number.POSITIVE_INFINITY).toBe(metres.at(from, to))
          if (!path) return
          expect([path.nodes[0], path.nodes.at(-1)]).toEqual([from, to])
          // Each edge of it leads from its node to the next, as one may go.
          for (const [i, id] of path.edges.entries()) {
            const one = given[Number(id.slice(1))]!
            const [here, next] = [path.nodes[i], path.nodes[i + 1]]
            const along = one.from === here && one.to === next
            const against = one.to === here && one.from === next
            expect((direction !== 'up' && along) || (direction !== 'down' && against)).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('falls into the parts that hang together', async () => {
    const { db } = test.zone.store
    await fc.assert(
      fc.asyncProperty(networks, async (given) => {
        await write(given)
        const { at, nodes } = shortestOfAll(given, 'both', () => 1)
        const touched = nodes.filter((one) => given.some(({ from, to }) => from === one || to === one))
        const { parts, of } = await partsOf(db, pipes)
        for (const one of nodes)
          for (const other of touched)
            expect(of(one) !== undefined && of(one) === of(other)).toBe(
              touched.includes(one) && Number.isFinite(at(one, other)),
            )
        expect(parts.reduce((sum, part) => sum + part.nodes, 0)).toBe(touched.length)
        expect(parts.reduce((sum, part) => sum + part.edges, 0)).toBe(given.length)
        for (const part of parts) expect(of(part.some)).toBe(part)
      }),
      { numRuns: 40 },
    )
  })

  it('is told step by step from several nodes at once', async () => {
    const { db } = test.zone.store
    await fc.assert(
      fc.asyncProperty(networks, fc.constantFrom(...DIRECTIONS), async (given, direction) => {
        await write(given)
        const { at, nodes } = shortestOfAll(given, direction, () => 1)
        const starts = sql`values ('x', 'n0'), ('y', 'n1')`
        const { rows } = await sql<{ start: string; node: string; steps: number }>`
          ${stepsFrom(pipes, sql`select * from (${starts}) s(start, node)`, direction, 3)}`.execute(db)
        const expected = (['x', 'y'] as const).flatMap((start, i) =>
          nodes
            .filter((one) => at(`n${i}`, one) <= 3)
            .map((one) => ({ start, node: one, steps: at(`n${i}`, one) })),
        )
        const order = (found: typeof rows) => found.map((row) => JSON.stringify(row)).sort()
        expect(order(rows)).toEqual(order(expected))
      }),
      { numRuns: 30 },
    )
  })
})

it('what lies beyond the limit is not told, but that there is more is', async () => {
  const { db } = test.zone.store
  await write(Array.from({ length: 9 }, (_, n) => ({ from: `n${n}`, to: `n${n + 1}`, length: 1 })))
  const cut = await reachOf(db, pipes, ['n0'], 'down', 4)
  expect([cut.nodes, cut.more]).toEqual([['n0', 'n1', 'n2', 'n3'], true])
  expect(await pathBetween(db, pipes, 'n0', 'n9', 'down', 4)).toEqual({ path: undefined, more: true })
  expect(await pathBetween(db, pipes, 'n9', 'n0', 'down', 4)).toEqual({ path: undefined, more: false })
  expect((await pathBetween(db, pipes, 'n0', 'n2', 'down', 4)).path?.edges).toEqual(['p0', 'p1'])
})

it('a large network is walked by the indexes of both ends', async () => {
  const { db } = test.zone.store
  await sql`delete from traced.pipes`.execute(db)
  await sql`insert into traced.pipes (id, a, b, synthetic, recorded_at, recorded_by)
    select 'g' || n, 'k' || n, 'k' || n / 2, false, now(), 'test' from generate_series(1, 30000) n`.execute(
    db,
  )
  await sql`analyze traced.pipes`.execute(db)
  const { rows } = await sql<Record<string, string>>`explain
    ${stepsFrom(pipes, sql`select 'x' as start, 'k30000' as node`, 'both', 20)}`.execute(db)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('pipes_a_idx')
  expect(plan).toContain('pipes_b_idx')
  expect(plan).not.toContain('Seq Scan')
  // 30,000 halves down to 0 in 15 steps.
  expect((await pathBetween(db, pipes, 'k30000', 'k0', 'down', 100)).path?.nodes).toHaveLength(16)
  expect((await partsOf(db, pipes)).parts).toEqual([{ some: 'k1', nodes: 30_001, edges: 30_000 }])
})

it('is declared: from and to refer to rows of one record', () => {
  const declare = (a: object) => () =>
    defineRecord({ ...pipes, id: 'traced.wrong', columns: { ...pipes.columns, a } as typeof pipes.columns })
  expect(declare({ kind: 'text', name: text('起', 'A') })).toThrow('refer to no nodes')
  expect(declare({ ...reference('起', 'A'), record: 'traced.pipes' })).toThrow('refer to no nodes')
})
