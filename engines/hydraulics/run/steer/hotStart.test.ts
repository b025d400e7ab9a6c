import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HydraulicsError } from '../../errors.ts'
import { townModel } from '../model.fixture.ts'
import { correctState, flowOf, lengthOf } from './correct.ts'
import { readHotStart, type State, writeHotStart } from './hotStart.ts'
import { type Shape, shapeOf } from './shape.ts'

const shape: fc.Arbitrary<Shape> = fc.record({
  flowUnits: fc.constantFrom('CFS', 'GPM', 'MGD', 'CMS', 'LPS', 'MLD'),
  subcatchments: fc.array(fc.record({ name: fc.string(), groundwater: fc.boolean(), snow: fc.boolean() }), {
    maxLength: 3,
  }),
  nodes: fc.array(fc.record({ name: fc.string(), storage: fc.boolean() }), { maxLength: 5 }),
  links: fc.array(
    fc.record({
      name: fc.string(),
      kind: fc.constant('CONDUIT' as const),
      from: fc.constant(''),
      to: fc.constant(''),
    }),
    { maxLength: 5 },
  ),
  pollutants: fc.array(fc.string(), { maxLength: 2 }),
  landUses: fc.array(fc.string(), { maxLength: 2 }),
})
const double = fc.double({ noNaN: true })
const float = fc.float({ noNaN: true })
const times = (of: fc.Arbitrary<number>, count: number) =>
  fc.array(of, { minLength: count, maxLength: count })
const all = <T>(list: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> => fc.tuple(...list) as fc.Arbitrary<T[]>

const stateOf = ({
  subcatchments,
  nodes,
  links,
  pollutants: { length },
  landUses,
}: Shape): fc.Arbitrary<State> =>
  fc
    .record({
      subcatchments: all(
        subcatchments.map(({ groundwater, snow }) =>
          fc.record({
            ponded: times(double, 3),
            runoff: double,
            infiltration: times(double, 6),
            groundwater: groundwater ? times(double, 4) : fc.constant(undefined),
            snow: snow ? times(double, 15) : fc.constant(undefined),
            quality: times(double, length),
            pondedQuality: times(double, length),
            landUses: length > 0 ? all(landUses.map(() => times(double, length + 1))) : fc.constant([]),
          }),
        ),
      ),
      nodes: all(
        nodes.map(({ storage }) =>
          fc.record({
            depth: float,
            lateralInflow: float,
            residence: storage ? float : fc.constant(undefined),
            quality: times(float, length),
          }),
        ),
      ),
      links: all(
        links.map(() =>
          fc.record({ flow: float, depth: float, setting: float, quality: times(float, length) }),
        ),
      ),
      surfaces: fc.option(times(double, nodes.length), { nil: undefined }),
    })
    .map(({ surfaces, ...state }) => (surfaces ? { ...state, surfaces } : state))

describe('a saved state', () => {
  it('comes back as it was written, for any shape', () => {
    fc.assert(
      fc.property(
        shape.chain((each) => fc.tuple(fc.constant(each), stateOf(each))),
        ([each, state]) => {
          const bytes = writeHotStart(state, each)
          expect(readHotStart(bytes, each)).toEqual(state)
          expect(writeHotStart(readHotStart(bytes, each), each)).toEqual(bytes)
        },
      ),
    )
  })

  const town = shapeOf(townModel())
  const zero: State = {
    subcatchments: town.subcatchments.map(() => ({
      ponded: [0, 0, 0],
      runoff: 0,
      infiltration: [0, 0, 0, 0, 0, 0],
      groundwater: undefined,
      snow: undefined,
      quality: [],
      pondedQuality: [],
      landUses: [],
    })),
    nodes: town.nodes.map(({ storage }) => ({
      depth: 1,
      lateralInflow: 0,
      residence: storage ? 0 : undefined,
      quality: [],
    })),
    links: town.links.map(() => ({ flow: 2, depth: 1, setting: 1, quality: [] })),
  }

  it('is refused by another model, and by what is no state', () => {
    const bytes = writeHotStart(zero, town)
    expect(() => readHotStart(bytes, { ...town, flowUnits: 'CFS' })).toThrow(/another model/)
    expect(() => readHotStart(bytes.slice(0, -4), town)).toThrow(/another model/)
    expect(() => readHotStart(new Uint8Array(60), town)).toThrow(/no hot-start file/)
    expect(() => writeHotStart({ ...zero, nodes: zero.nodes.slice(1) }, town)).toThrow(HydraulicsError)
  })

  it('moves toward observations in the units of the model, as far as the gain says', () => {
    const observed = { depths: { J2: lengthOf(3, 'LPS') }, flows: { C1: flowOf(4, 'LPS') } }
    const moved = correctState(zero, town, observed, 0.5)
    expect(moved.nodes.map(({ depth }) => depth)).toEqual([1, 2, 1, 1, 1, 1, 1])
    // C1 and C2 meet at J2: half of its change.
    expect(moved.links.slice(0, 3).map(({ depth }) => depth)).toEqual([1.5, 1.5, 1])
    expect(moved.links.slice(0, 2).map(({ flow }) => flow)).toEqual([3, 2])
    expect(correctState(zero, town, observed, 0)).toEqual(zero)
  })

  it('names what cannot be corrected', () => {
    expect(() => correctState(zero, town, { depths: { X: 1 } })).toThrow(/X/)
    expect(() => correctState(zero, town, { depths: { J1: -1 } })).toThrow(/J1/)
    expect(() => correctState(zero, town, { flows: { C1: Number.NaN } })).toThrow(HydraulicsError)
    expect(() => correctState(zero, town, {}, 2)).toThrow(/gain/)
  })
})
