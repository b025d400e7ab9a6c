import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readModel, writeModel } from '../../../engines/hydraulics/model/index.ts'
import { townModel } from '../../../engines/hydraulics/run/model.fixture.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { testZone } from '../../../test/zone.ts'
import { importModel, modelOf, readNetwork } from './index.ts'
import { rowsOfModel } from './rowsOfModel.ts'

const test = testZone()
const officer: Actor = { id: 'officer-construction', name: '建设局', role: 'officer', office: 'construction' }
const body = async function* (words: string) {
  yield Buffer.from(words)
}

describe('a model of SWMM', () => {
  it('that the register made is the register again', async () => {
    const rows = await readNetwork(test.zone.context())
    const { model } = modelOf(rows, { start: '2024-07-01T00:00:00', end: '2024-07-01T01:00:00' })
    const back = rowsOfModel(readModel(writeModel(model)), 'rain')
    expect(back.left).toEqual([])
    const codes = new Map(rows.nodes.map(({ id, code }) => [id, code]))
    expect(back.links).toHaveLength(rows.links.length)
    const byCode = new Map(back.links.map((link) => [link.code, link]))
    for (const {
      code,
      kind,
      from,
      to,
      size,
      length,
      inOffset,
      outOffset,
      capacity,
      startDepth,
    } of rows.links)
      expect(byCode.get(code)).toMatchObject({
        kind,
        from_node: codes.get(from),
        to_node: codes.get(to),
        size: size === null ? null : size.toFixed(3),
        length: length === null ? null : length.toFixed(3),
        in_offset: inOffset === null ? null : inOffset.toFixed(3),
        out_offset: outOffset === null ? null : outOffset.toFixed(3),
        capacity: capacity === null ? null : capacity.toFixed(4),
        start_depth: startDepth === null ? null : startDepth.toFixed(3),
      })
    const node = new Map(back.nodes.map((each) => [each.code, each]))
    for (const { code, kind, invert, depth, stage, surface, dryFlow } of rows.nodes.filter(
      ({ code, kind }) => code !== 'Y9003' && kind !== 'outfall',
    ))
      expect(node.get(code)).toMatchObject({
        kind,
        invert_level: invert.toFixed(3),
        depth: depth.toFixed(3),
        stage: stage === null ? null : stage.toFixed(3),
        surface_area: surface === null ? null : surface.toFixed(1),
        dry_flow: dryFlow === null ? null : dryFlow.toFixed(3),
      })
    expect(back.catchments).toHaveLength(rows.catchments.length)
  })

  it('comes in whole, kept by the office that brings it, and not twice', async () => {
    const context = test.zone.context(officer)
    const asked = { name: 'town.inp', network: 'combined' } as const
    const done = await importModel(context, asked, body(townModel()))
    expect([done.nodes, done.links, done.catchments]).toEqual([7, 7, 2])
    // A plane of its own cannot be placed.
    expect(done.left.every(({ why }) => why === 'unplaced')).toBe(true)
    const { rows } =
      await sql`select l.code, l.kind, l.size::float8, l.capacity::float8, a.code as "from", l.keeper
      from drainage.links l join drainage.nodes a on a.id = l.from_node
      where l.source = 'town.inp' and l.code in ('C2', 'P1', 'G1') order by l.code`.execute(context.db)
    expect(rows).toEqual([
      { code: 'C2', kind: 'conduit', size: 0.6, capacity: null, from: 'J2', keeper: 'construction' },
      { code: 'G1', kind: 'gate', size: 0.2, capacity: null, from: 'T1', keeper: 'construction' },
      { code: 'P1', kind: 'pump', size: null, capacity: 0.06, from: 'T1', keeper: 'construction' },
    ])
    const again = importModel(context, asked, body(townModel()))
    await expect(again).rejects.toMatchObject({
      code: 'DRAINAGE_TAKEN',
      says: { zh: expect.stringContaining('J1、') },
    })
  })

  it('that is wrong leaves nothing, and says the line', async () => {
    const context = test.zone.context(officer)
    const broken = townModel({ sections: { OUTFALLS: ['O9 x FREE NO'] } })
    const refused = importModel(context, { name: 'broken.inp', network: 'rain' }, body(broken))
    await expect(refused).rejects.toMatchObject({
      code: 'DRAINAGE_MODEL',
      place: 'broken.inp',
      says: { en: expect.stringMatching(/line \d+ \[OUTFALLS\].*"x"/) },
    })
    const empty = importModel(context, { name: 'empty.inp', network: 'rain' }, body(''))
    await expect(empty).rejects.toMatchObject({ code: 'DRAINAGE_MODEL' })
    const { rows } = await sql`select 1 from drainage.nodes where source = 'broken.inp'`.execute(context.db)
    expect(rows).toEqual([])
  })

  it('in feet and cubic feet becomes metres and litres', () => {
    const model = townModel({ options: { FLOW_UNITS: 'CFS' }, sections: { DWF: ['J1 FLOW 1'] } })
    const { nodes, links } = rowsOfModel(readModel(model), 'rain')
    expect(nodes.find(({ code }) => code === 'J1')).toMatchObject({
      invert_level: '3.048',
      depth: '0.762',
      dry_flow: '28.317',
    })
    expect(links.find(({ code }) => code === 'C1')).toMatchObject({ length: '36.576', size: '0.152' })
  })
})
