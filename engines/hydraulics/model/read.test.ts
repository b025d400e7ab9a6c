import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowUnitsOf, networkOf, unitOf } from './network.ts'
import { optionOf, readModel, rowsOf, writeModel } from './read.ts'
import { SMALL } from './small.fixture.ts'
import { cellsOf } from './text.ts'

describe('a line', () => {
  it('is cells parted by blanks and tabs; a semicolon begins a comment', () => {
    expect(cellsOf('C1\tJ1   J2 100 ;to the river\r\n')).toEqual(['C1', 'J1', 'J2', '100'])
    expect(cellsOf(';;Name From To')).toEqual([])
    expect(cellsOf('  \t\r\n')).toEqual([])
  })

  it('has a text in quotes as one cell, which may be empty', () => {
    expect(cellsOf('J1 FLOW "" "a b" "open')).toEqual(['J1', 'FLOW', '', 'a b', 'open'])
  })
})

describe('a model', () => {
  it('is written as it was read, whatever it is', () => {
    expect(writeModel(readModel(SMALL))).toBe(SMALL)
    const strange = fc.array(
      fc.oneof(
        fc.constantFrom('[TITLE]', '[JUNCTIONS]\r\n', '[x', '\n', ';', '"', '\t', ' ', 'J1', '\uFEFF', ']'),
        fc.string(),
      ),
      { maxLength: 60 },
    )
    fc.assert(fc.property(strange, (pieces) => writeModel(readModel(pieces.join(''))) === pieces.join('')))
  })

  it('tells its rows with the line of the file', () => {
    const rows = [...rowsOf(readModel(SMALL), 'CONDUITS')]
    expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['C1', 'J1', 'J2', '100'],
      ['C2', 'J2', 'O1', '60.5'],
    ])
    expect(SMALL.split('\n')[(rows[0]?.line ?? 0) - 1]).toMatch(/^C1 +J1/)
  })

  it('knows a section by how its heading begins, in any case, and twice in a file', () => {
    const model = readModel('[junc]\nJ1 1\n[OUTFALL]\nO1 0 FREE\n[Junctions]\nJ2 2')
    expect([...rowsOf(model, 'JUNCTIONS')]).toEqual([
      { line: 2, cells: ['J1', '1'] },
      { line: 6, cells: ['J2', '2'] },
    ])
  })

  it('is a network: what is where, how high, how long', () => {
    const { nodes, links, catchments } = networkOf(readModel(SMALL))
    expect(nodes.get('J1')).toMatchObject({ kind: 'junction', elevation: 4, maxDepth: 2.5, at: [0, 100] })
    expect(nodes.get('T1')).toMatchObject({ kind: 'storage', maxDepth: 3, at: undefined })
    expect(links.get('C1')).toMatchObject({
      kind: 'conduit',
      from: 'J1',
      to: 'J2',
      length: 100,
      outOffset: 0.1,
      shape: 'CIRCULAR',
      depth: 0.8,
      via: [
        [20, 110],
        [80, 110],
      ],
    })
    expect([...links.values()].map(({ kind }) => kind)).toEqual([
      'conduit',
      'conduit',
      'pump',
      'orifice',
      'weir',
    ])
    expect(catchments.get('S1')).toMatchObject({ outlet: 'J1', area: 1.2, imperviousness: 60 })
    expect(catchments.get('S1')?.ring).toHaveLength(3)
  })

  it('takes elevations of pipe ends as heights above the node', () => {
    const high = SMALL.replace('DEPTH\nSTART', 'ELEVATION\nSTART').replace(
      '0.013      0          0.1',
      '0.013      *          3.7',
    )
    const link = networkOf(readModel(high)).links.get('C1')
    expect(link?.inOffset).toBe(0)
    expect(link?.outOffset).toBeCloseTo(0.1)
  })

  it('says what its numbers are measured in', () => {
    const model = readModel(SMALL)
    expect(optionOf(model, 'END_TIME')).toBe('06:00:00')
    expect(flowUnitsOf(model)).toBe('CMS')
    expect([unitOf('flow', 'CMS'), unitOf('length', 'CMS'), unitOf('area', 'GPM')]).toEqual([
      'm³/s',
      'm',
      'ac',
    ])
  })
})
