import { describe, expect, it } from 'vitest'
import { checkModel, networkOf, writeModel } from '../../../engines/hydraulics/model/index.ts'
import { continuityError, openEngine, runModel } from '../../../engines/hydraulics/run/index.ts'
import { testZone } from '../../../test/zone.ts'
import { modelOf, type NetworkRows, readNetwork } from './index.ts'

const test = testZone()
const HOUR = { start: '2024-07-01T00:00:00', end: '2024-07-01T01:00:00' }

describe('the model of the demonstration network', () => {
  it('is of some 1,200 pipes, without an error, and the engine runs an hour of a storm on it', async () => {
    const rows = await readNetwork(test.zone.context())
    const built = modelOf(rows, { ...HOUR, routingStep: 15 })
    const conduits = rows.links.filter(({ kind }) => kind === 'conduit')
    expect(conduits.length).toBeGreaterThan(1150)
    expect(conduits.length).toBeLessThan(1300)
    // The manhole that no pipe touches is all that the model cannot hold.
    expect(built.left).toEqual([{ id: 'node-Y9003', why: 'noLink' }])
    // Nor is anything wrong with it but the two pipes that run uphill on purpose.
    expect(checkModel(built.model).map(({ code, value }) => [code, value])).toEqual([
      ['HYDRAULICS_SLOPE', 'Y0150-Y0151'],
      ['HYDRAULICS_SLOPE', 'Y0533-Y0532'],
    ])
    const outcome = await runModel(await openEngine(), {
      name: 'demonstration',
      model: writeModel(built.model),
      keep: { node: ['depth'], link: ['flow'], subcatchment: [], system: [] },
    })
    expect(outcome.results?.periods).toBeGreaterThanOrEqual(11)
    expect(outcome.report.tables.linkFlow).toHaveLength(rows.links.length)
    expect(Math.abs(continuityError(outcome.report, 'Flow Routing Continuity') as number)).toBeLessThan(5)
  })
})

const node = (
  id: string,
  other: Partial<NetworkRows['nodes'][number]> = {},
): NetworkRows['nodes'][number] => ({
  id,
  code: id,
  kind: 'junction',
  network: 'rain',
  ground: 5,
  invert: 3,
  depth: 2,
  at: null,
  ponded: null,
  surface: null,
  stage: null,
  dryFlow: null,
  ...other,
})
const pipe = (id: string, from: string, to: string): NetworkRows['links'][number] => ({
  id,
  code: id,
  kind: 'conduit',
  network: 'rain',
  from,
  to,
  shape: 'circular',
  size: 0.5,
  width: null,
  length: 50,
  roughness: null,
  inOffset: null,
  outOffset: 0.2,
  capacity: null,
  startDepth: null,
  stopDepth: null,
  course: null,
})

describe('a register', () => {
  it('keeps names apart that differ in case or in what a name may not hold', () => {
    const rows: NetworkRows = {
      nodes: [
        node('1', { code: 'A 1' }),
        node('2', { code: 'a_1' }),
        node('3', { code: 'A;1', kind: 'outfall' }),
      ],
      links: [pipe('p', '1', '2'), pipe('q', '2', '3')],
      catchments: [],
    }
    const { model, nodes } = modelOf(rows, HOUR)
    expect([...nodes.values()]).toEqual(['A_1', 'a_1~2', 'A_1~3'])
    const { links } = networkOf(model)
    expect(links.get('Q')).toMatchObject({
      from: 'a_1~2',
      to: 'A_1~3',
      outOffset: 0.2,
      roughness: 0.013,
      depth: 0.5,
    })
  })

  it('tells what it leaves out, and why', () => {
    const rows: NetworkRows = {
      nodes: [node('1'), node('2', { kind: 'outfall' }), node('3')],
      links: [pipe('p', '1', '2'), pipe('lost', '1', 'nowhere'), { ...pipe('thin', '1', '2'), size: null }],
      catchments: [
        { id: 's', code: 's', outlet: '3', area: 1, imperviousness: 50, width: 100, slope: 1, outline: null },
      ],
    }
    expect(modelOf(rows, HOUR).left).toEqual([
      { id: 'lost', why: 'noEnd' },
      { id: 'thin', why: 'noSection' },
      { id: '3', why: 'noLink' },
      { id: 's', why: 'noOutlet' },
    ])
  })
})
