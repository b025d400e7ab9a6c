import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HydraulicsError } from '../errors.ts'
import { type MadeOut, madeOut, valuesAPeriod } from './out.fixture.ts'
import { joinOut, OUT_TAIL, readOutHeader, readOutTail, VARIABLES } from './out.ts'
import { columnOf, frameOf, joinResults, peaksOf, ResultStream, readResults, seriesOf } from './results.ts'

const names = (prefix: string, most: number) =>
  fc.nat({ max: most }).map((count) => Array.from({ length: count }, (_, i) => `${prefix}${i}井`))
const layout = fc.record({
  subcatchments: names('S', 3),
  nodes: names('N', 4),
  links: names('L', 4),
  pollutants: names('P', 2),
})
const made: fc.Arbitrary<MadeOut> = layout.chain((objects) => {
  const count = valuesAPeriod(objects)
  const values = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
    minLength: count,
    maxLength: count,
  })
  return fc.record({
    subcatchments: fc.constant(objects.subcatchments),
    nodes: fc.constant(objects.nodes),
    links: fc.constant(objects.links),
    pollutants: fc.constant(objects.pollutants),
    periods: fc.array(fc.tuple(fc.double({ min: 40_000, max: 50_000, noNaN: true }), values), {
      maxLength: 6,
    }),
  })
})

/** Where a value stands in a record. */
function positionOf(
  file: MadeOut,
  kind: 'subcatchment' | 'node' | 'link',
  object: number,
  variable: number,
): number {
  const counts = { subcatchment: file.subcatchments.length, node: file.nodes.length, link: file.links.length }
  let at = 0
  for (const each of ['subcatchment', 'node', 'link'] as const) {
    const stride = VARIABLES[each].length + file.pollutants.length
    if (each === kind) return at + object * stride + variable
    at += counts[each] * stride
  }
  return at
}

describe('binary results', () => {
  it('come back value by value, whatever pieces the file arrives in', () => {
    fc.assert(
      fc.property(
        made,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }),
        (file, sizes) => {
          const bytes = madeOut(file)
          const stream = new ResultStream({}, 1)
          let at = 0
          for (let i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length] as number
            stream.push(bytes.subarray(at, at + size))
            at += size
          }
          const results = stream.results()
          expect(results).toEqual(readResults(bytes))
          expect(results.periods).toBe(file.periods.length)
          expect([...results.times]).toEqual(file.periods.map(([time]) => time))
          for (const [object, name] of file.links.entries())
            expect([...seriesOf(results, 'link', name, 'depth')]).toEqual(
              file.periods.map(([, values]) => values[positionOf(file, 'link', object, 1)]),
            )
          for (const pollutant of file.pollutants)
            for (const [period, [, values]] of file.periods.entries())
              expect([...frameOf(results, 'node', pollutant, period)]).toEqual(
                file.nodes.map(
                  (_, object) =>
                    values[
                      positionOf(
                        file,
                        'node',
                        object,
                        VARIABLES.node.length + file.pollutants.indexOf(pollutant),
                      )
                    ],
                ),
              )
        },
      ),
    )
  })

  it('of runs that follow each other are one file, and the same as joined columns', () => {
    fc.assert(
      fc.property(made, fc.nat({ max: 6 }), (file, cut) => {
        const parts = [file.periods.slice(0, cut), file.periods.slice(cut)].map((periods) =>
          madeOut({ ...file, periods }),
        )
        const whole = joinOut(parts)
        expect(whole).toEqual(madeOut(file))
        expect(joinResults(parts.map((part) => readResults(part)))).toEqual(readResults(whole))
        expect(readOutTail(whole)).toEqual({ periods: file.periods.length, error: 0 })
      }),
    )
  })

  const file: MadeOut = {
    subcatchments: [],
    nodes: ['A', 'B'],
    links: [],
    pollutants: [],
    periods: [3, -7, 5].map((peak, i) => [
      45_000 + i,
      Array.from(
        { length: valuesAPeriod({ subcatchments: [], nodes: ['A', 'B'], links: [], pollutants: [] }) },
        (_, at) => (at === 6 ? peak : 0),
      ),
    ]),
  }

  it('give peaks by size, with the period they came in', () => {
    const { values, periods } = peaksOf(readResults(madeOut(file)), 'node', 'depth')
    expect([...values]).toEqual([0, 7])
    expect(periods[1]).toBe(1)
  })

  it('keep only the columns that are asked for', () => {
    const results = readResults(madeOut(file), { node: ['depth'], link: [], subcatchment: [], system: [] })
    expect(results.columns.map(({ variable }) => variable)).toEqual(['depth'])
    expect(() => columnOf(results, 'node', 'head')).toThrow(HydraulicsError)
    expect(() => seriesOf(results, 'node', 'C', 'depth')).toThrow(/node C/)
  })

  it('tell a file that was broken off, or is no results', () => {
    const bytes = madeOut(file)
    expect(readOutTail(bytes.subarray(0, bytes.length - OUT_TAIL))).toBeUndefined()
    expect(readOutHeader(bytes.subarray(0, 40))).toBeUndefined()
    expect(() => readResults(new Uint8Array(64).fill(7))).toThrow(HydraulicsError)
    expect(() => joinOut([bytes, bytes.subarray(0, bytes.length - OUT_TAIL)])).toThrow(HydraulicsError)
  })
})
