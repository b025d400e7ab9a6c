import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkModel } from './check/index.ts'
import { PROBLEM_CODES, sayProblem } from './problems.ts'
import { readModel } from './read.ts'
import { SMALL } from './small.fixture.ts'

/** Code, line as it stands in the file, and offending value of each problem after a change of the text. */
function changed(from: string | RegExp, to: string) {
  const text = SMALL.replace(from, to)
  expect(text).not.toBe(SMALL)
  const lines = text.split('\n')
  return checkModel(readModel(text)).map(({ code, level, line, value }) => [
    level === 'error' ? code : `(${code})`,
    lines[line - 1]?.trim().split(/\s+/).slice(0, 3).join(' ') ?? '',
    value,
  ])
}

it('a sound model has nothing to tell', () => {
  expect(checkModel(readModel(SMALL))).toEqual([])
})

describe('each line by itself', () => {
  it.each([
    [
      'a number that is none',
      'J2               3.6',
      'J2               3,6',
      'HYDRAULICS_NUMBER',
      'J2 3,6 2.4',
      '3,6',
    ],
    [
      'a number out of range',
      'O1               60.5',
      'O1               -60.5',
      'HYDRAULICS_NUMBER',
      'C2 J2 O1',
      '-60.5',
    ],
    [
      'too few items',
      '100        0.013      0          0.1        0          0',
      '100',
      'HYDRAULICS_ITEMS',
      'C1 J1 J2',
      'C1',
    ],
    ['a word that is none', 'SIDE       0', 'SLIT       0', 'HYDRAULICS_WORD', 'G1 T1 J3', 'SLIT'],
    [
      'an option that is none',
      'FLOW_UNITS           CMS',
      'FLOW_UNIT            CMS',
      'HYDRAULICS_WORD',
      'FLOW_UNIT CMS',
      'FLOW_UNIT',
    ],
    [
      'a day that is none',
      'END_DATE             7/28/2026',
      'END_DATE             28/7/2026',
      'HYDRAULICS_DATE',
      'END_DATE 28/7/2026',
      '28/7/2026',
    ],
    [
      'a time that is none',
      'REPORT_STEP          00:05:00',
      'REPORT_STEP          min5',
      'HYDRAULICS_TIME',
      'REPORT_STEP min5',
      'min5',
    ],
    [
      'a step of nothing',
      'REPORT_STEP          00:05:00',
      'REPORT_STEP          0',
      'HYDRAULICS_TIME',
      'REPORT_STEP 0',
      '0',
    ],
    [
      'a gage that is none',
      'S1               R1 ',
      'S1               R2 ',
      'HYDRAULICS_REFERENCE',
      'S1 R2 J1',
      'R2',
    ],
    ['a curve that is none', 'LIFT       ON', 'LIFT9      ON', 'HYDRAULICS_REFERENCE', 'P1 J3 J2', 'LIFT9'],
    [
      'a series that is none',
      'TIMESERIES STORM',
      'TIMESERIES STORM9',
      'HYDRAULICS_REFERENCE',
      'R1 INTENSITY 0:05',
      'STORM9',
    ],
    [
      'an id given twice',
      'J2               3.6',
      'j1               3.6',
      'HYDRAULICS_DOUBLE',
      'j1 3.6 2.4',
      'j1',
    ],
    [
      'a node by the name of an outfall',
      'T1               2.4',
      'O1               2.4',
      'HYDRAULICS_DOUBLE',
      'O1 2.4 3',
      'O1',
    ],
    ['a section that is none', '[PUMPS]', '[PMPS]', 'HYDRAULICS_SECTION', '[PMPS]', '[PMPS]'],
  ])('%s', (_, from, to, code, line, value) => {
    expect(changed(from, to)).toContainEqual([code, line, value])
  })

  it.each([
    ['REPORT_STEP          00:05:00', 'REPORT_STEP          5min', 'HYDRAULICS_TIME', '5min'],
    ['END_DATE             7/28/2026', 'END_DATE             7/28/2026年', 'HYDRAULICS_DATE', '7/28/2026年'],
    ['START_DATE           7/28/2026', 'START_DATE           7/28/26', 'HYDRAULICS_DATE', '7/28/26'],
    ['START_TIME           00:00:00', 'START_TIME           0x', 'HYDRAULICS_TIME', '0x'],
    ['O1               60.5', 'O1               60.5米', 'HYDRAULICS_NUMBER', '60.5米'],
    ['ROUTING_STEP         5', 'THREADS              two', 'HYDRAULICS_NUMBER', 'two'],
    ['STORM            0:05       36', 'STORM            0:05x      36', 'HYDRAULICS_TIME', '0:05x'],
    ['STORM            7/28/2026  0:20       0', 'STORM  7/28/2026  0:20', 'HYDRAULICS_ITEMS', 'STORM'],
  ])('what the engine takes for something else is warned of: %s → %s', (from, to, code, value) => {
    expect(changed(from, to).map(([told, , cell]) => [told, cell])).toEqual([[`(${code})`, value]])
  })

  it('a shape is drawn by a curve of shapes', () => {
    const drawn = 'C2 CUSTOM 0.8 LIFT 0 0 1'
    expect(
      changed('C2               CIRCULAR     0.8              0          0          0          1', drawn),
    ).toEqual([['HYDRAULICS_REFERENCE', 'C2 CUSTOM 0.8', 'LIFT']])
  })

  it('days and barrels are read as the engine does', () => {
    expect(changed('ROUTING_STEP         5', 'SWEEP_END            DEC-31')).toEqual([])
    expect(
      changed(
        'C2               CIRCULAR     0.8              0          0          0          1',
        'C2               CIRCULAR     0.8              0          0          0          0',
      ),
    ).toEqual([['HYDRAULICS_NUMBER', 'C2 CIRCULAR 0.8', '0']])
    expect(changed('LINKS C1 C2', 'NODESTATS YES').map((problem) => problem.slice(0, 2))).toEqual([
      ['HYDRAULICS_REFERENCE', 'NODESTATS YES'],
    ])
  })

  it('cells too many, and lines before the first section, are warned of', () => {
    expect(changed('0  ; to the river', '0  7 ; to the river')).toEqual([
      ['(HYDRAULICS_EXTRA)', 'C2 J2 O1', '7'],
    ])
    expect(changed('[TITLE]', 'model of\n[TITLE]')).toEqual([['(HYDRAULICS_OUTSIDE)', 'model of', 'model']])
  })

  it('what is only drawn keeps no model from running', () => {
    expect(changed('O1               160', 'O9               160')).toEqual([
      ['(HYDRAULICS_REFERENCE)', 'O9 160 100', 'O9'],
    ])
  })

  it('a row is read by the model that it or the options name', () => {
    expect(changed('INFILTRATION         HORTON', 'INFILTRATION         CURVE_NUMBER')).toEqual([])
    expect(changed('INFILTRATION         HORTON', 'INFILTRATION         GREEN_AMPT')).toEqual([
      ['HYDRAULICS_NUMBER', 'S1 76 3.8', '4'],
    ])
    expect(changed('4          7          0', '0.2 GREEN_AMPT')).toEqual([])
  })
})

describe('control rules', () => {
  it.each([
    ['AND SIMULATION CLOCKTIME', 'AND SIMULATION HOUR', 'HYDRAULICS_WORD', 'AND SIMULATION HOUR', 'HOUR'],
    ['6:00\n', 'six\n', 'HYDRAULICS_TIME', 'AND SIMULATION CLOCKTIME', 'six'],
    ['NODE T1', 'NODE T9', 'HYDRAULICS_REFERENCE', 'IF NODE T9', 'T9'],
    ['DEPTH > 2', 'DEPTH => 2', 'HYDRAULICS_WORD', 'IF NODE T1', '=>'],
    ['THEN PUMP P1', 'THEN PUMP C1', 'HYDRAULICS_REFERENCE', 'THEN PUMP C1', 'C1'],
    ['STATUS = OFF', 'STATUS = SHUT', 'HYDRAULICS_WORD', 'ELSE PUMP P1', 'SHUT'],
    [
      'THEN PUMP P1 STATUS = ON',
      'THEN ORIFICE G1 SETTING = 1.5',
      'HYDRAULICS_NUMBER',
      'THEN ORIFICE G1',
      '1.5',
    ],
    ['IF NODE', 'AND NODE', 'HYDRAULICS_RULE', 'AND NODE T1', 'AND'],
    ['IF NODE', 'WHEN NODE', 'HYDRAULICS_WORD', 'WHEN NODE T1', 'WHEN'],
  ])('%s → %s', (from, to, code, line, value) => {
    expect(changed(from, to)[0]).toEqual([code, line, value])
  })

  it('named variables and expressions may stand for what they name', () => {
    const named = 'VARIABLE N = NODE T1 DEPTH\nEXPRESSION E = N * 2\nRULE EMPTY\nIF E > 2\nAND N < 9'
    expect(changed('RULE EMPTY\nIF NODE T1 DEPTH > 2', named)).toEqual([])
  })
})

describe('lines together', () => {
  it.each([
    [
      'an end before the start',
      'END_TIME             06:00:00',
      'END_TIME             00:00:00',
      'HYDRAULICS_ORDER',
      'END_DATE 7/28/2026',
    ],
    [
      'a curve that goes back',
      'LIFT                        2 ',
      'LIFT                        0 ',
      'HYDRAULICS_ORDER',
      'LIFT 0 0.05',
    ],
    [
      'a series that goes back',
      'STORM            7/28/2026',
      'STORM            7/27/2026',
      'HYDRAULICS_ORDER',
      'STORM 7/27/2026 0:20',
    ],
    [
      'a gage slower than its series',
      'INTENSITY 0:05',
      'INTENSITY 0:10',
      'HYDRAULICS_INTERVAL',
      'R1 INTENSITY 0:10',
    ],
    [
      'an outfall with two links',
      'T1               TRANSVERSE',
      'O1               TRANSVERSE',
      'HYDRAULICS_OUTFALL_LINKS',
      'O1 3.0 FREE',
    ],
    ['a pipe without a section', /C2 {15}CIRCULAR.*\n/, '', 'HYDRAULICS_NO_SHAPE', 'C2 J2 O1'],
    [
      'a pipe of no height',
      'C2               CIRCULAR     0.8',
      'C2               CIRCULAR     0',
      'HYDRAULICS_NUMBER',
      'C2 CIRCULAR 0',
    ],
    [
      'a pipe from a node to itself',
      'C1               J1               J2',
      'C1               J1               J1',
      '(HYDRAULICS_LOOP)',
      'C1 J1 J1',
    ],
    [
      'water above the rim',
      'J1               4.0        2.5        0',
      'J1               4.0        2.5        3',
      'HYDRAULICS_DEPTH',
      'J1 4.0 2.5',
    ],
    ['a pipe uphill', 'J2               3.6', 'J2               4.6', '(HYDRAULICS_SLOPE)', 'C1 J1 J2'],
    ['a shallow manhole', '3.6        2.4', '3.6        0.6', '(HYDRAULICS_CROWN)', 'J2 3.6 0.6'],
    ['a pump without a curve', 'LIFT       ON', '*          ON', '(HYDRAULICS_NO_CURVE)', 'P1 J3 J2'],
    ['a node by itself', '[OUTFALLS]', 'J9 1\n[OUTFALLS]', '(HYDRAULICS_LONE)', 'J9 1'],
  ])('%s', (_, from, to, code, line) => {
    expect(changed(from, to).map((problem) => problem.slice(0, 2))).toContainEqual([code, line])
  })

  it('water that cannot leave, and units that nobody named', () => {
    const dammed = SMALL.replace(/O1 {15}3.0 .*\n/, '').replaceAll('O1', 'T1')
    expect(checkModel(readModel(dammed)).map(({ code }) => code)).toContain('HYDRAULICS_NO_OUTLET')
    expect(changed(/FLOW_UNITS.*\n/, '').map(([code]) => code)).toEqual(['(HYDRAULICS_UNITS)'])
  })

  it('a pipe uphill is an error where the water only runs down', () => {
    const kinematic = SMALL.replace('DYNWAVE', 'KINWAVE').replace(
      'J2               3.6',
      'J2               4.6',
    )
    expect(checkModel(readModel(kinematic))).toContainEqual(
      expect.objectContaining({ code: 'HYDRAULICS_SLOPE', level: 'error', value: 'C1' }),
    )
  })
})

it('a problem is one sentence in either language', () => {
  const [problem] = checkModel(readModel(SMALL.replace('O1               60.5', 'O1               x')))
  if (!problem) throw new Error('no problem found')
  expect(sayProblem(problem, 'zh')).toBe(
    '第47行 [CONDUITS] 长度：“x”数值不对；应为大于0的数 [HYDRAULICS_NUMBER]',
  )
  expect(sayProblem(problem, 'en')).toBe(
    'line 47 [CONDUITS] length: "x" the number is wrong; expected a number above 0 [HYDRAULICS_NUMBER]',
  )
  expect(PROBLEM_CODES.every((code) => code.startsWith('HYDRAULICS_'))).toBe(true)
})

/** Rows of which every cell counts: a cell that is spoilt is named with its line. */
it('a broken cell anywhere is named with its line', () => {
  const lines = SMALL.split('\n')
  const rows = lines.flatMap((line, i) =>
    /^(?:C\d|J\d|S1|P1|G1|W1|T1|R1|STORM)\b/.test(line) && i < 75 ? [i] : [],
  )
  fc.assert(
    fc.property(fc.constantFrom(...rows), fc.nat(), (at, which) => {
      const cells = (lines[at] ?? '').replace(/;.*/, '').trim().split(/\s+/)
      const broken = cells.with(1 + (which % (cells.length - 1)), '?')
      const text = lines.with(at, broken.join(' ')).join('\n')
      return checkModel(readModel(text)).some(({ line, value }) => line === at + 1 && value === '?')
    }),
  )
})

it('tells something of any text, and never fails', () => {
  const cell = fc.constantFrom(
    'C1',
    'J1',
    '*',
    '""',
    '-1',
    '1e400',
    'FREE',
    'X1',
    'GR',
    'RULE',
    'IF',
    '7/28/2026',
    '"',
    ';',
    '[CURVES]',
  )
  const line = fc.array(cell, { maxLength: 9 }).map((cells) => cells.join(' '))
  const heading = fc.constantFrom(
    '[OPTIONS]',
    '[CONDUITS]',
    '[XSECTIONS]',
    '[TIMESERIES]',
    '[CONTROLS]',
    '[TRANSECTS]',
    '[TAGS]',
    '[?]',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, heading)), (all) => {
      for (const problem of checkModel(readModel(all.join('\n')))) sayProblem(problem, 'zh')
    }),
  )
})
