import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WARNING_PLAN, WATER_LEVELS, type WaterLevel } from '../settings.ts'
import { type Answerable, callsOf, sitesOf } from './sites.ts'

/** A warning so many metres to the east. */
const at = (
  id: string,
  metres: number | null,
  level: WaterLevel = 'yellow',
  own: Partial<Answerable> = {},
) => ({
  id,
  code: id.toUpperCase(),
  level,
  depth: '0.20',
  certainty: 67,
  longitude: metres === null ? null : 121.5 + metres / 96_500,
  latitude: metres === null ? null : 29.9,
  isOpen: true,
  site: null,
  called: null,
  synthetic: true,
  ...own,
})
const answered = (found: readonly Answerable[]) => {
  const sites = sitesOf(found)
  return callsOf(found, sites).map(({ id, level, called, members }) => [
    id,
    called,
    level,
    members.map(({ code }) => code.toLowerCase()),
  ])
}

describe('who goes out for warnings', () => {
  it('is the same for those near each other, and by the highest level among them', () => {
    const found = [at('a', 0, 'orange'), at('b', 150), at('c', 350), at('d', 450, 'red'), at('e', null)]
    expect(answered(found)).toEqual([
      ['a', undefined, 'orange', ['a', 'b']],
      ['c', undefined, 'red', ['c', 'd']],
      ['e', undefined, 'yellow', ['e']],
    ])
  })

  it('goes out once, and again only for a higher level', () => {
    const out = [at('a', 0, 'orange', { called: 'orange' }), at('b', 150, 'yellow', { site: 'a' })]
    expect(answered(out)).toEqual([])
    expect(answered([...out, at('c', 100)])).toEqual([])
    expect(answered([...out, at('c', 100, 'red')])).toEqual([['a', 'orange', 'red', ['a', 'b', 'c']]])
  })

  it('stays with its site when the water where it began is gone', () => {
    const gone = at('a', 0, 'red', { called: 'yellow', isOpen: false })
    expect(answered([gone, at('b', 150, 'yellow', { site: 'a' })])).toEqual([])
    expect(answered([gone, at('b', 150, 'orange', { site: 'a' })])).toEqual([
      ['a', 'yellow', 'orange', ['b']],
    ])
  })

  it('is somebody for each open warning that the plan asks people for, and nobody twice', () => {
    const levels = Object.keys(WATER_LEVELS) as WaterLevel[]
    const planned = levels.filter((level) => WARNING_PLAN[level])
    const warning = fc.record({
      metres: fc.option(fc.integer({ min: 0, max: 3000 })),
      level: fc.constantFrom(...planned),
    })
    fc.assert(
      fc.property(fc.array(warning, { maxLength: 30 }), (all) => {
        const found = all.map(({ metres, level }, i) => at(`n${i}`, metres, level))
        const calls = callsOf(found, sitesOf(found))
        const levels = new Map(found.map(({ code, level }) => [code, WATER_LEVELS[level]]))
        const codes = calls.flatMap(({ members }) => members.map(({ code }) => code))
        expect(codes.toSorted()).toEqual([...levels.keys()].toSorted())
        for (const { level, members } of calls)
          expect(WATER_LEVELS[level]).toBe(Math.max(...members.map(({ code }) => levels.get(code) as number)))
        // Once all are out, nobody more is called.
        const sites = sitesOf(found)
        const levelOf = new Map(calls.map(({ id, level }) => [id, level]))
        const out = found.map((one) =>
          sites.get(one.id) === one.id
            ? { ...one, called: levelOf.get(one.id) ?? null }
            : { ...one, site: sites.get(one.id) ?? null },
        )
        expect(answered(out)).toEqual([])
      }),
    )
  })
})
