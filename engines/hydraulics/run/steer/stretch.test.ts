import { describe, expect, it } from 'vitest'
import { HydraulicsError } from '../../errors.ts'
import { townModel } from '../model.fixture.ts'
import { clockOf } from './clock.ts'
import { rowsOf, sectionsOf } from './sections.ts'
import { datedFile, notCarried, stretchOf } from './stretch.ts'

const model = townModel()
const start = Date.UTC(2025, 6, 1, 6)
const hour = 3_600_000
const rows = (text: string, section: string) =>
  rowsOf(sectionsOf(text), section).map(({ words }) => words.join(' '))

describe('a stretch of a model', () => {
  const second = stretchOf(model, {
    from: start + 2 * hour,
    to: start + 3 * hour,
    useState: true,
    saveState: true,
  })

  it('begins and ends as asked, from a state and to a state', () => {
    expect(clockOf(sectionsOf(second))).toEqual({
      start: start + 2 * hour,
      end: start + 3 * hour,
      reportStart: start + 2 * hour,
      reportStep: 300,
    })
    // Half a second more: 9:00 less 8:00 is 3599.9999998 s to the engine, which would cut it to 3599.
    expect(rows(second, 'OPTION')).toContain('END_TIME 9.00013889')
    expect(rows(second, 'FILE')).toEqual(['USE HOTSTART state-in.hsf', 'SAVE HOTSTART state-out.hsf'])
  })

  it('counts series and rules from the start of the whole run', () => {
    expect(rows(second, 'TIMESERIES')).toEqual([
      'storm 07/01/2025 6 0',
      'storm 07/01/2025 6.5 20 6.75 60',
      'storm 07/01/2025 7 90',
      'storm 07/01/2025 7.25 30',
      'storm 07/01/2025 7.5 0',
      'base 07/01/2025 6 5',
      'base 07/01/2025 12 15',
    ])
    expect(rows(second, 'CONTROL')).toContain('IF SIMULATION TIME >= 0')
    const midnight = townModel({ options: { START_TIME: '00:00' } })
    const dated = stretchOf(midnight, { from: start, to: start + hour })
    expect(rows(dated, 'TIMESERIES').slice(0, 2)).toEqual([
      'storm 07/01/2025 0:00 0',
      'storm 0:30 20 0:45 60',
    ])
  })

  it('leaves series with dates alone, in the model and in files', () => {
    const dated = townModel({
      sections: { TIMESERIES: ['storm 07/01/2025 6:30 20', 'storm 7:00 0', 'base FILE "b.dat"'] },
    })
    const text = stretchOf(dated, { from: start + hour, to: start + 2 * hour })
    expect(rows(text, 'TIMESERIES')).toEqual(['storm 07/01/2025 6:30 20', 'storm 7:00 0', 'base FILE b.dat'])
    expect(datedFile('; a comment\n0:30 5\n1 6\n', model)).toBe('; a comment\n07/01/2025 6.5 5\n7 6\n')
    expect(datedFile('07/01/2025 6:30 5', model)).toBe('07/01/2025 6:30 5')
  })

  it('has other rain, inflow and settings where they change', () => {
    const text = stretchOf(model, {
      from: start,
      to: start + hour,
      changes: {
        rain: { R1: [0, 5, 10].map((minute) => [start + minute * 60_000, minute]) },
        inflow: { J1: [[start, 7]] },
        settings: { P1: 0, G1: 0.3, C1: 0 },
      },
    })
    expect(rows(text, 'RAINGAGE')).toEqual([`R1 INTENSITY ${300 / 3600} 1.0 TIMESERIES gx-rain-R1`])
    expect(rows(text, 'INFLOW')).toEqual(['J1 FLOW gx-inflow-J1 FLOW 1.0 1.0'])
    expect(rows(text, 'TIMESERIES')).toContain('gx-rain-R1 07/01/2025 06:05:00 5')
    expect(rows(text, 'CONTROL')).toEqual(
      expect.arrayContaining([
        'THEN PUMP P1 SETTING = 0',
        'THEN ORIFICE G1 SETTING = 0.3',
        'THEN CONDUIT C1 STATUS = CLOSED',
      ]),
    )
  })

  it('refuses times, names and values that make no sense', () => {
    const stretch = { from: start, to: start + hour }
    expect(() => stretchOf(model, { from: start, to: start })).toThrow(HydraulicsError)
    expect(() => stretchOf(model, { from: start - hour, to: start })).toThrow(HydraulicsError)
    expect(() => stretchOf(townModel({ options: { START_DATE: 'soon' } }), stretch)).toThrow(/soon/)
    for (const changes of [
      { rain: { R9: [[start, 1]] as const } },
      { inflow: { J9: [[start, 1]] as const } },
      { settings: { P9: 1 } },
      { settings: { P1: -1 } },
      { inflow: { J1: [[start, Number.NaN]] as const } },
    ])
      expect(() => stretchOf(model, { ...stretch, changes })).toThrow(HydraulicsError)
  })

  it('says what a state does not hold', () => {
    expect(notCarried(model)).toEqual([])
    expect(
      notCarried(
        townModel({
          sections: {
            RDII: ['J1 uh 1'],
            ORIFICES: ['G1 T1 J5 SIDE 1.0 0.65 NO 0.5'],
            CONTROLS: ['RULE a', 'IF PUMP P1 TIMEOPEN > 1', 'THEN PUMP P1 STATUS = OFF'],
          },
        }),
      ),
    ).toEqual(['rdii', 'rule-timers', 'moving-gates'])
  })
})
