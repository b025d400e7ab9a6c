import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addLink,
  addNode,
  addStorage,
  checkModel,
  done,
  type Model,
  networkOf,
  readModel,
  redone,
  removeLink,
  removeNode,
  scaleColumn,
  setCatchment,
  setCrossSection,
  setGage,
  setGate,
  setInflow,
  setOptions,
  setRoughness,
  setSeries,
  splitConduit,
  timelineOf,
  undone,
  writeModel,
} from './index.ts'
import { SMALL } from './small.fixture.ts'

const small = readModel(SMALL)

/** Lines that went, and lines that came, between the small model and another. */
function changes(model: Model) {
  const lines = (text: string) => text.split('\n').map((line) => line.replace(/ +/g, ' ').trim())
  const [before, now] = [lines(SMALL), lines(writeModel(model))]
  return {
    gone: before.filter((line) => !now.includes(line)),
    come: now.filter((line) => !before.includes(line)),
  }
}
const sound = (model: Model) => checkModel(model).filter(({ level }) => level === 'error')
const code = (operation: () => unknown) => {
  try {
    operation()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('splitting a conduit', () => {
  const split = splitConduit(small, { conduit: 'C1', at: 40, node: 'J1A', lower: 'C1A' })

  it('puts a junction on its bottom, shares section, losses, course and tag', () => {
    expect(changes(split)).toEqual({
      gone: ['C1 J1 J2 100 0.013 0 0.1 0 0', 'C1 0.5 1 0.2 YES 0', 'C1 80 110'],
      come: [
        'J1A 3.88 2.42 0 0 0',
        'C1 J1 J1A 40 0.013 0 0 0 0',
        'C1A J1A J2 60 0.013 0 0.1 0 0',
        'C1A CIRCULAR 0.8 0 0 0 1',
        'C1 0.5 0 0.08 NO 0',
        'C1A 0 1 0.12 YES 0',
        'Link C1A 主管',
        'J1A 39.527864045 110',
        'C1A 80 110',
      ],
    })
  })

  it('leaves a model that is as sound as before', () => {
    expect(sound(split)).toEqual([])
    const { links } = networkOf(split)
    expect((links.get('C1')?.length ?? 0) + (links.get('C1A')?.length ?? 0)).toBe(100)
  })

  it('refuses what makes no sense, by name', () => {
    expect(code(() => splitConduit(small, { conduit: 'P1', at: 1, node: 'N', lower: 'L' }))).toBe(
      'HYDRAULICS_UNKNOWN',
    )
    expect(code(() => splitConduit(small, { conduit: 'C1', at: 100, node: 'N', lower: 'L' }))).toBe(
      'HYDRAULICS_VALUE',
    )
    expect(code(() => splitConduit(small, { conduit: 'C1', at: 9, node: 'j2', lower: 'L' }))).toBe(
      'HYDRAULICS_TAKEN',
    )
    expect(code(() => splitConduit(small, { conduit: 'C1', at: 9, node: 'N', lower: 'c2' }))).toBe(
      'HYDRAULICS_TAKEN',
    )
  })

  it('at any distance, in either way of writing offsets, the bottom stays where it was', () => {
    const high = SMALL.replace('DEPTH\nSTART', 'ELEVATION\nSTART').replace(
      '0.013      0          0.1',
      '0.013      4.2        3.7',
    )
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(SMALL, high),
        (part, text) => {
          const model = readModel(text)
          const before = networkOf(model).links.get('C1')
          const { links, nodes } = networkOf(
            splitConduit(model, { conduit: 'C1', at: part * 100, node: 'N', lower: 'L' }),
          )
          const [upper, lower, node] = [links.get('C1'), links.get('L'), nodes.get('N')]
          const start = 4 + (before?.inOffset ?? 0)
          const bottom = start + (3.6 + (before?.outOffset ?? 0) - start) * part
          expect(node?.elevation).toBeCloseTo(bottom, 9)
          expect(upper?.outOffset).toBeCloseTo(0, 9)
          expect(lower?.inOffset).toBeCloseTo(0, 9)
          expect(lower?.outOffset).toBeCloseTo(before?.outOffset ?? Number.NaN, 9)
          expect((upper?.length ?? 0) + (lower?.length ?? 0)).toBeCloseTo(100, 9)
        },
      ),
    )
  })
})

describe('an edit touches only its own rows, which keep their comments', () => {
  it('size, roughness, catchment, options', () => {
    expect(changes(setCrossSection(small, 'C1', { shape: 'CIRCULAR', geometry: [1.2] }))).toEqual({
      gone: ['C1 CIRCULAR 0.8 0 0 0 1'],
      come: ['C1 CIRCULAR 1.2 0 0 0 1'],
    })
    expect(changes(setRoughness(small, 'c2', 0.0155))).toEqual({
      gone: ['C2 J2 O1 60.5 0.013 0 0 0 0 ; to the river'],
      come: ['C2 J2 O1 60.5 0.0155 0 0 0 0 ; to the river'],
    })
    expect(changes(setCatchment(small, 'S1', { width: 120, imperviousness: 55, nPervious: 0.2 }))).toEqual({
      gone: ['S1 R1 J1 1.2 60 80 0.5 0', 'S1 0.013 0.15 2 5 25 OUTLET'],
      come: ['S1 R1 J1 1.2 55 120 0.5 0', 'S1 0.013 0.2 2 5 25 OUTLET'],
    })
    expect(changes(setOptions(small, { END_TIME: '04:00', THREADS: 2 }))).toEqual({
      gone: ['END_TIME 06:00:00'],
      come: ['END_TIME 04:00', 'THREADS 2'],
    })
    expect(changes(scaleColumn(small, 'SUBCATCHMENTS', 'imperviousness', 2)).come).toEqual([
      'S1 R1 J1 1.2 100 80 0.5 0',
    ])
  })

  it('columns stay in line', () => {
    const line = writeModel(setRoughness(small, 'C2', 0.0155))
      .split('\n')
      .find((each) => each.startsWith('C2 '))
    expect(line).toBe(
      'C2               J2               O1               60.5       0.0155     0          0          0          0  ; to the river',
    )
  })
})

describe('gates', () => {
  it('are held by a rule above all others, and given back', () => {
    const shut = setGate(small, 'G1', 0)
    expect(changes(shut).come).toEqual([
      'RULE HOLD_G1',
      'IF SIMULATION TIME >= 0',
      'THEN ORIFICE G1 SETTING = 0',
      'PRIORITY 4',
    ])
    expect(changes(setGate(shut, 'G1', 0.5)).come).toContain('THEN ORIFICE G1 SETTING = 0.5')
    expect(sound(setGate(setGate(small, 'P1', 0), 'C1', 0))).toEqual([])
    expect(writeModel(setGate(shut, 'G1', undefined))).toBe(SMALL)
    expect(code(() => setGate(small, 'C1', 0.5))).toBe('HYDRAULICS_VALUE')
    expect(code(() => setGate(small, 'J1', 0))).toBe('HYDRAULICS_UNKNOWN')
  })
})

describe('things', () => {
  it('a junction becomes a tank, or a tank is new', () => {
    expect(changes(addStorage(small, { node: 'J2', area: 200 }))).toEqual({
      gone: ['J2 3.6 2.4 0 0 0'],
      come: ['J2 3.6 2.4 0 FUNCTIONAL 0 0 200 0 0'],
    })
    const area = [
      [0, 50],
      [2, 90],
    ] as const
    const tank = addStorage(small, { node: 'T2', area, elevation: 1, maxDepth: 2, at: [5, 5] })
    expect(changes(tank).come).toEqual([
      'T2 1 2 0 TABULAR T2_AREA 0 0',
      'T2_AREA STORAGE 0 50',
      'T2_AREA 2 90',
      'T2 5 5',
    ])
    expect(sound(tank)).toEqual([])
    expect(code(() => addStorage(small, { node: 'O1', area: 9 }))).toBe('HYDRAULICS_TAKEN')
  })

  it('nodes and links come and go', () => {
    const node = addNode(small, { kind: 'junction', id: 'J4', elevation: 3.9, maxDepth: 2, at: [0, 0] })
    const section = { shape: 'CIRCULAR', geometry: [0.4] } as const
    const link = addLink(node, {
      kind: 'conduit',
      id: 'C3',
      from: 'J4',
      to: 'J2',
      length: 30,
      roughness: 0.013,
      section,
      via: [[1, 1]],
    })
    expect(checkModel(link)).toEqual([])
    expect(code(() => removeNode(link, 'J4'))).toBe('HYDRAULICS_IN_USE')
    expect(writeModel(removeNode(removeLink(link, 'C3'), 'J4'))).toBe(SMALL)
    expect(code(() => addNode(small, { kind: 'outfall', id: 'j1', elevation: 0 }))).toBe('HYDRAULICS_TAKEN')
    expect(code(() => addLink(small, { kind: 'pump', id: 'P2', from: 'J1', to: 'J8' }))).toBe(
      'HYDRAULICS_UNKNOWN',
    )
  })

  it('what is removed takes along what is its own, and nothing that others use', () => {
    const { gone, come } = changes(removeLink(small, 'C1'))
    expect(gone.map((line) => line.slice(0, 12))).toEqual([
      'C1 J1 J2 100',
      'C1 CIRCULAR ',
      'C1 0.5 1 0.2',
      'LINKS C1 C2',
      'Link C1 主管',
      'C1 20 110',
      'C1 80 110',
    ])
    expect(come).toEqual(['LINKS C2'])
    expect(code(() => removeLink(small, 'P1'))).toBe('HYDRAULICS_IN_USE')
    expect(code(() => removeNode(small, 'J9'))).toBe('HYDRAULICS_UNKNOWN')
  })
})

it('no value can break out of its cell', () => {
  for (const id of ['J 9\n[OPTIONS]\nTEMPDIR /', 'J9;', 'J"9', '[JUNCTIONS]', '井 9', ''])
    expect(code(() => addNode(small, { kind: 'junction', id, elevation: 0 }))).toBe('HYDRAULICS_VALUE')
  expect(code(() => setOptions(small, { TEMPDIR: 'a\r\nb' }))).toBe('HYDRAULICS_VALUE')
  expect(code(() => addNode(small, { kind: 'junction', id: 'J9', elevation: Number.NaN }))).toBe(
    'HYDRAULICS_VALUE',
  )
  expect(sound(addNode(small, { kind: 'junction', id: '井9', elevation: 0 }))).toEqual([])
})

describe('rain and inflow', () => {
  it('a gage reads another series', () => {
    const points = [
      [0, 10],
      [0.25, 60],
      [0.5, 0],
    ] as const
    const rain = setGage(setSeries(small, { id: 'NOW', points, start: '2026-07-28T23:50' }), 'R1', {
      series: 'NOW',
      interval: '0:15',
    })
    expect(changes(rain).come).toEqual([
      'R1 INTENSITY 0:15 1.0 TIMESERIES NOW',
      'NOW 7/28/2026 23:50 10',
      'NOW 7/29/2026 0:05 60',
      'NOW 7/29/2026 0:20 0',
    ])
    expect(sound(rain)).toEqual([])
    expect(changes(setInflow(rain, 'J1', 'NOW')).come).toContain('J1 FLOW NOW FLOW 1 1 0')
  })
})

describe('undoing', () => {
  const operations: readonly ((model: Model) => Model)[] = [
    (model) => setRoughness(model, 'C1', 0.02),
    (model) => setGate(model, 'G1', 0),
    (model) => setOptions(model, { THREADS: 2 }),
    (model) => setCrossSection(model, 'C2', { shape: 'RECT_CLOSED', geometry: [1, 2] }),
    (model) => addStorage(model, { node: 'J1', area: 9 }),
    (model) => removeLink(model, 'W1'),
    (model) => splitConduit(model, { conduit: 'C1', at: 10, node: 'N', lower: 'L' }),
  ]

  it('gives back every model that was, and redoing the ones that came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...operations]), (some) => {
        let timeline = timelineOf(small)
        const texts = [SMALL]
        for (const operation of some) {
          timeline = done(timeline, operation)
          texts.push(writeModel(timeline.present))
        }
        for (const text of texts.toReversed().slice(1)) {
          timeline = undone(timeline)
          expect(writeModel(timeline.present)).toBe(text)
        }
        expect(undone(timeline)).toEqual(timeline)
        for (const text of texts.slice(1)) {
          timeline = redone(timeline)
          expect(writeModel(timeline.present)).toBe(text)
        }
      }),
    )
  })

  it('what changes nothing is not kept', () => {
    expect(done(timelineOf(small), (model) => setRoughness(model, 'C1', 0.013)).past).toEqual([])
  })
})
