import { describe, expect, it } from 'vitest'
import { insertRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { links, nodes } from '../tables/index.ts'
import {
  CHECKS,
  type Check,
  findingsOf,
  type LongSection,
  networkIn,
  sectionOf,
  traceOf,
  wayBetween,
  wayThrough,
} from './index.ts'

const test = testZone()
const found = async (check: Check) =>
  (await findingsOf(test.zone.context(), check, 50)).findings.map(({ code }) => code)

describe('the demonstration network', () => {
  it('has each fault that was put in, and no other', async () => {
    const checks = Object.keys(CHECKS) as Check[]
    const codes = Object.fromEntries(
      await Promise.all(checks.map(async (check) => [check, await found(check)] as const)),
    )
    expect(codes).toEqual({
      uphill: ['Y0150-Y0151', 'Y0533-Y0532'],
      dangling: ['Y9002'],
      crossed: [expect.stringMatching(/^W\d+-Y\d+$/), expect.stringMatching(/^Y\d+-W\d+$/)].sort(),
      shrinking: [expect.stringMatching(/^Y\d+-Y\d+$/)],
      lone: ['Y9003'],
      loop: ['Y0533-Y0532'],
      // The pipe that leads nowhere is a network of its own.
      cutOff: ['Y9001'],
    })
  })

  it('is traced from any pipe to its outfall, with the ground above it', async () => {
    const context = test.zone.context()
    const { nodes: path } = sectionOf(await wayThrough(context, { node: 'node-Y0001' }))
    const down = await traceOf(context, 'node-Y0001', 'down', 1000)
    expect(down.outfalls).toEqual(['YC01'])
    // Downward there is one way, so the section of the head shows all of it.
    expect(path.map(({ id }) => id).toSorted()).toEqual([...down.nodes].toSorted())
    expect(path.at(-1)?.code).toBe('YC01')
    // And so does the way between its ends, whichever is named first.
    for (const [one, other] of [
      ['node-Y0001', 'node-YC01'],
      ['node-YC01', 'node-Y0001'],
    ] as const)
      expect(sectionOf((await wayBetween(context, one, other))!).nodes).toEqual(path)
    expect(await wayBetween(context, 'node-Y0001', 'node-W0001')).toBeUndefined()
    const up = await traceOf(context, 'node-YC01', 'up', 1000)
    expect(up.nodes).toHaveLength(71)
    expect(up.links).toHaveLength(70)
    expect(up.area).toBeCloseTo(60 * 0.585 + 10 * 66 * 30e-4, 5)
    const cut = await traceOf(context, 'node-YC01', 'up', 10)
    expect([cut.nodes.length, cut.more, up.more]).toEqual([10, true, false])
  })

  it('is told for a box, with nothing that lies outside', async () => {
    const context = test.zone.context()
    const whole = await networkIn(context, [121, 29, 122, 30], 5000)
    expect([whole.links.length, whole.more]).toEqual([1240, false])
    const few = await networkIn(context, [121, 29, 122, 30], 100)
    expect([few.links.length, few.more]).toEqual([100, true])
    expect(few.links.every(({ size }) => (size ?? 0) >= 1)).toBe(true)
    expect((await networkIn(context, [100, 20, 101, 21], 100)).links).toEqual([])
  })
})

describe('checks', () => {
  const place = { longitude: 10, latitude: 10 }
  const node = (code: string, invert: number, other: object = {}) => ({
    id: code,
    code,
    kind: 'junction',
    network: 'rain',
    ground_level: 9,
    invert_level: invert,
    depth: 9 - invert,
    place,
    keeper: 'construction',
    ...other,
  })
  const link = (from: string, to: string, other: object = {}) => ({
    id: `${from}>${to}`,
    code: `${from}>${to}`,
    kind: 'conduit',
    network: 'rain',
    from_node: from,
    to_node: to,
    shape: 'circular',
    size: 0.5,
    length: 10,
    keeper: 'construction',
    ...other,
  })

  it('take offsets, pumps, combined sewers and parallel pipes for what they are', async () => {
    const { db, actor, now, newId } = test.zone.context()
    const origin = { actor, now: now(), newId }
    await insertRows(
      db,
      nodes,
      [
        node('z1', 5),
        node('z2', 4),
        node('z3', 4.5),
        node('z4', 3, { network: 'combined' }),
        node('z5', 2, { kind: 'outfall', network: 'combined' }),
        node('z6', 2, { network: 'sewage' }),
        node('z7', 3),
        node('z8', 2.9),
      ],
      origin,
    )
    await insertRows(
      db,
      links,
      [
        // Its invert ends 0.6 above the bottom, so it rises: 4 + 1.6 over 5.
        link('z1', 'z2', { out_offset: 1.6 }),
        // Upward, but a pump.
        link('z2', 'z3', { kind: 'pump', size: null, shape: null, length: null }),
        // Rain into a combined sewer is right; two of 0.4 after one of 0.5 are not, each being smaller.
        link('z3', 'z4', { size: 0.8, width: 0.9, shape: 'box' }),
        link('z4', 'z5', { network: 'combined', size: 0.4 }),
        link('z4', 'z6', { network: 'combined', size: 0.3 }),
        link('z7', 'z8'),
        link('z8', 'z7', { code: 'back' }),
        link('z8', 'gone', { code: 'lost' }),
      ],
      origin,
    )
    expect((await found('uphill')).filter((code) => /^z|back|lost/.test(code))).toEqual(['back', 'z1>z2'])
    expect((await found('dangling')).filter((code) => /^z|back|lost/.test(code))).toEqual(['lost', 'z6'])
    expect((await found('crossed')).filter((code) => /^z/.test(code))).toEqual([])
    // Rain and combined are compared with their own alone.
    expect((await found('shrinking')).filter((code) => /^z|back/.test(code))).toEqual([])
    expect((await found('loop')).filter((code) => /^z|back/.test(code))).toEqual(['back'])
    expect((await findingsOf(test.zone.context(), 'loop', 1)).count).toBe(2)
    // z1 to z6 hang together and have an outfall; z7 and z8 have none.
    expect((await found('cutOff')).filter((code) => /^z/.test(code))).toEqual(['z7'])
    // A walk round a circle ends where it began.
    expect((await traceOf(test.zone.context(), 'z7', 'down', 100)).nodes.toSorted()).toEqual([
      'gone',
      'z7',
      'z8',
    ])
    expect((await wayThrough(test.zone.context(), { node: 'z7' })).map(({ code }) => code)).toEqual([
      'z8',
      'z7',
    ])
  })
})

it('a long section counts chainage along the pipes and knows crowns and water', () => {
  const step = (
    node: string,
    invert: number,
    link: LongSection['links'][number]['kind'] | null,
    length: number | null,
  ) => ({
    node,
    code: node,
    ground: 5,
    invert,
    longitude: 121.5,
    latitude: node === 'c' ? 29.8009 : 29.8,
    link: link && { id: link, code: link, kind: link, size: 0.5, length, inOffset: 0.1, outOffset: 0 },
  })
  const { nodes: at, links: drawn } = sectionOf(
    [step('a', 3, null, null), step('b', 2, 'conduit', 40), step('c', 4, 'pump', null)],
    new Map([['b', 2.3]]),
  )
  // A pump has no length: it is as long as its ends are apart.
  expect(at.map(({ chainage }) => Math.round(chainage))).toEqual([0, 40, 140])
  expect(at.map(({ water }) => water)).toEqual([null, 2.3, null])
  expect(drawn).toMatchObject([
    { from: 0, invert: [3.1, 2], crown: [3.6, 2.5] },
    { from: 1, crown: null },
  ])
})
