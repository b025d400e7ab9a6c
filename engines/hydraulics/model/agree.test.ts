import { expect, it } from 'vitest'
import { UNSEEN } from '../unseen.fixture.ts'
import { engineSays, thrown, weSay } from './agree.fixture.ts'
import { CATCHMENTS } from './catchments.fixture.ts'
import { DEVICES } from './devices.fixture.ts'

/** The checks and EPA's own engine, held against each other over every section. */

const DIVIDERS = (UNSEEN.dividers as { readonly model: string }).model

/** The section in the place before another, or at the end. */
const moved = (model: string, section: string, before?: string): string => {
  const parts = model.split(/^(?=\[)/m)
  const which = (name: string) => parts.findIndex((part) => part.startsWith(`[${name}`))
  const [part = ''] = parts.splice(which(section), 1)
  parts.splice(before === undefined ? parts.length : which(before), 0, part)
  return parts.join('')
}

it.each([
  ['sections of pipes before the pipes', moved(DEVICES, 'XSECTIONS', 'CONDUITS')],
  ['rules before their pumps', moved(DEVICES, 'CONTROLS', 'CONDUITS')],
  ['transects that no heading ends', moved(DEVICES, 'TRANSECTS')],
  ['evaporation of a climate file that is none', CATCHMENTS.replace(/^MONTHLY .*/m, 'TEMPERATURE')],
])('%s: both refuse it', async (_, text) => {
  expect((await engineSays(text)).refuses).toBe(true)
  expect(weSay(text).refuses).toBe(true)
})

it.each([
  ['nothing that is routed', DEVICES.replace('flow_routing DYNWAVE', 'flow_routing NONE')],
  ['a way of routing that is not said', DEVICES.replace('flow_routing DYNWAVE', '')],
  ['a formula that divides by less than none', CATCHMENTS.replace('Hgw / Hgs', 'Hgw / -5')],
  ['a tank that narrows upwards', DEVICES.replace('FUNCTIONAL 1000 0.5 100', 'FUNCTIONAL 1000 -0.5 100')],
  ['a share of no pollutant', CATCHMENTS.replace('YES * 0 100 5', 'YES * half 100 5')],
  ['an end below its node', CATCHMENTS.replace('C1 J1 J2 100 .013 0 0', 'C1 J1 J2 100 .013 -1 0')],
  ['catchments after what they drain to', moved(DEVICES, 'SUBCATCHMENTS')],
])('%s: neither has anything against it', async (_, text) => {
  expect((await engineSays(text)).refuses).toBe(false)
  expect(weSay(text).codes).toEqual([])
})

const changed = (model: string, from: string, to: string) => {
  expect(model).toContain(from)
  const text = model.replace(from, () => to)
  return { text, line: text.slice(0, model.indexOf(from)).split('\n').length }
}

it('neither has anything against a model that is sound', async () => {
  for (const model of [CATCHMENTS, DEVICES]) {
    expect(await engineSays(model)).toEqual({ refuses: false, lines: [] })
    expect(weSay(model).codes).toEqual([])
  }
})

it.each([
  [
    'a soil that holds more than it has room for',
    CATCHMENTS,
    'AQ1 .5 .15 .3',
    'AQ1 .5 .15 .6',
    'HYDRAULICS_VALUES',
  ],
  ['water above the ground', CATCHMENTS, '0.5 * -1 3 .35', '0.5 * -1 7 .35', 'HYDRAULICS_VALUES'],
  ['a formula that breaks off', CATCHMENTS, 'Hgw / Hgs', 'Hgw /', 'HYDRAULICS_EXPRESSION'],
  ['a formula of something unknown', CATCHMENTS, '0.001*Hgw', '0.001*Hgq', 'HYDRAULICS_EXPRESSION'],
  [
    'snow that melts more than all',
    CATCHMENTS,
    'SNOWMELT 1.0 0.5 0.6',
    'SNOWMELT 1.0 0.5 1.6',
    'HYDRAULICS_VALUES',
  ],
  [
    'snow moved more than once',
    CATCHMENTS,
    'REMOVAL 100 0.1 0.1',
    'REMOVAL 100 0.9 0.1',
    'HYDRAULICS_VALUES',
  ],
  ['a roof without a mat', CATCHMENTS, 'GRN DRAINMAT 25 0.5 0.1\n', '', 'HYDRAULICS_ITEMS'],
  ['a swale without a surface', CATCHMENTS, 'SWALE SURFACE 150 0.1 0.1 1 5\n', '', 'HYDRAULICS_ITEMS'],
  ['a unit without pores', CATCHMENTS, 'BIO SOIL 500 0.5', 'BIO SOIL 500 0', 'HYDRAULICS_VALUES'],
  ['units larger than their catchment', CATCHMENTS, 'PAVE 1 200', 'PAVE 1 40000', 'HYDRAULICS_VALUES'],
  ['units that take all twice', CATCHMENTS, 'BIO 2 100 10 0 20', 'BIO 2 100 10 0 95', 'HYDRAULICS_VALUES'],
  ['one value of three', CATCHMENTS, 'UND 0 0 0', 'UND 0', 'HYDRAULICS_ITEMS'],
  ['a method without its values', CATCHMENTS, 'S5 80 5 0.25 GREEN', 'S5 80 5 GREEN', 'HYDRAULICS_ITEMS'],
  ['a word that must stand alone', CATCHMENTS, 'DRY_ONLY NO', 'DRY_ONLY NOT', 'HYDRAULICS_WORD'],
  ['an efficiency above all', CATCHMENTS, 'RC 0.1 1.1 50 20', 'RC 0.1 1.1 150 20', 'HYDRAULICS_NUMBER'],
  ['a type named twice', CATCHMENTS, 'MON 1 1', 'MON MONTHLY 1 1', 'HYDRAULICS_NUMBER'],
  ['an id in quotes', CATCHMENTS, '\nCOM\n', '\n"COM"\n', 'HYDRAULICS_ID'],
  ['a comment at an id', CATCHMENTS, '\nCOM\n', '\nCOM;x\n', 'HYDRAULICS_ID'],
  ['water that comes back', CATCHMENTS, 'C1 J1 J2', 'C1 J2 J2', 'HYDRAULICS_JOINED'],
  ['rain and inflow by one series', DEVICES, 'J10 FLOW Q1', 'J10 FLOW RAIN', 'HYDRAULICS_VALUES'],
  ['rain in two forms by one series', CATCHMENTS, 'TIMESERIES RAINV', 'TIMESERIES RAIN', 'HYDRAULICS_VALUES'],
  ['a variable that is nothing', DEVICES, 'VARIABLE D1 =', 'VARIABLE D1 is', 'HYDRAULICS_WORD'],
  ['an outlet of two meanings', CATCHMENTS, '\nJ2 4.5', '\nS1 4.5 2\nJ2 4.5', 'HYDRAULICS_DOUBLE'],
  ['two ways out of a node', CATCHMENTS, 'C2 J2 O1', 'C2 J1 O1', 'HYDRAULICS_JOINED'],
  [
    'steps of reports below those of the run',
    CATCHMENTS,
    'REPORT_STEP 0:15:00',
    'REPORT_STEP 0:00:30',
    'HYDRAULICS_ORDER',
  ],
  [
    'a comment longer than the engine reads',
    CATCHMENTS,
    '\nJ2 4.5',
    `\n;${'中'.repeat(400)}\nJ2 4.5`,
    'HYDRAULICS_LONG',
  ],
  ['treatment of neither kind', DEVICES, 'R = 0.2*HRT', 'Q = 0.2*HRT', 'HYDRAULICS_WORD'],
  ['a pump by a curve of a tank', DEVICES, 'J2 PC1 ON', 'J2 STC ON', 'HYDRAULICS_REFERENCE'],
  ['a pump that stops above its start', DEVICES, 'PC2 OFF 2 1', 'PC2 OFF 1 2', 'HYDRAULICS_ORDER'],
  ['a variable by the name of an attribute', DEVICES, 'VARIABLE Q1', 'VARIABLE FLOW', 'HYDRAULICS_WORD'],
  ['an orifice like an egg', DEVICES, 'OR1 CIRCULAR', 'OR1 EGG', 'HYDRAULICS_WORD'],
  ['a notch without a point', DEVICES, 'W3 TRIANGULAR', 'W3 RECT_OPEN', 'HYDRAULICS_WORD'],
  [
    'a pipe filled to the brim',
    DEVICES,
    'FILLED_CIRCULAR 2 0.5',
    'FILLED_CIRCULAR 2 2.5',
    'HYDRAULICS_VALUES',
  ],
  ['an arch of no known size', DEVICES, 'ARCH 5 0', 'ARCH 103 0', 'HYDRAULICS_VALUES'],
  ['a grate of its own without openings', DEVICES, 'GENERIC 0.8 10', 'GENERIC', 'HYDRAULICS_ITEMS'],
  ['banks the wrong way round', DEVICES, 'TR1 7 20 40', 'TR1 7 40 20', 'HYDRAULICS_VALUES'],
  ['a channel without roughness', DEVICES, 'NC 0.05 0.05 0.03', 'NC 0.05 0.05 0', 'HYDRAULICS_ITEMS'],
  ['a strip behind the curb without slope', DEVICES, '2 2 10 4 0.02', '2 2 10 0 0.02', 'HYDRAULICS_NUMBER'],
  ['two values of seepage', DEVICES, '0 0.3 4 .5 .25', '0 0.3 4 .5', 'HYDRAULICS_ITEMS'],
  ['a basin of no width', DEVICES, 'PARABOLIC 50 30 10', 'PARABOLIC 50 0 10', 'HYDRAULICS_NUMBER'],
  ['more barrels than there is room for', DEVICES, '2 3 0 0 3 10', '2 3 0 0 200 10', 'HYDRAULICS_NUMBER'],
  ['an expression compared with itself', DEVICES, 'IF NET > 5', 'IF D1 > NET', 'HYDRAULICS_NUMBER'],
  ['a name of rules that is a function', DEVICES, 'VARIABLE Q1', 'VARIABLE ABS', 'HYDRAULICS_EXPRESSION'],
  ['all after one', DEVICES, 'NODES J1 J2', 'NODES J1 ALL', 'HYDRAULICS_REFERENCE'],
  ['a way out beside an ideal pump', DEVICES, 'P5 ST2 J5 PC5', 'P5 ST2 J5 *', 'HYDRAULICS_JOINED'],
  [
    'a divider whose weir takes too little',
    DIVIDERS,
    'A4 WEIR 1 0.5 3',
    'A4 WEIR 1.07 0.5 3',
    'HYDRAULICS_VALUES',
  ],
] as const)('%s: both refuse it, at the same line', async (_, model, from, to, code) => {
  const { text } = changed(model, from, to)
  const theirs = await engineSays(text)
  const ours = weSay(text)
  expect(theirs.refuses).toBe(true)
  expect(ours.codes).toContain(code)
  // after a line that is too long the engine counts on in its own way
  if (code !== 'HYDRAULICS_LONG') for (const line of theirs.lines) expect(ours.lines).toContain(line)
})

it.each([
  ['a row too short to say anything', CATCHMENTS, 'UND TSS NONE', 'UND'],
  ['more after all', DEVICES, 'SUBCATCHMENTS ALL', 'SUBCATCHMENTS ALL NONE'],
  ['a share below none', CATCHMENTS, 'S2 COM 100', 'S2 COM -1'],
  ['an underdrain of words', CATCHMENTS, 'DRAIN 1 0.5 50 6', 'DRAIN 1 half 50 6'],
  ['a road of no material', DEVICES, '40 GRAVEL', '40 MUD'],
  ['a blank of more than a star', CATCHMENTS, '0.5 * -1', '0.5 *x -1'],
  [
    'more cells than the engine reads',
    DEVICES,
    'DIV DIVERSION',
    `DIV DIVERSION ${Array.from({ length: 40 }, (_, i) => i - 50).join(' ')}`,
  ],
] as const)('%s: the engine takes it, and we warn of the line', async (_, model, from, to) => {
  const { text, line } = changed(model, from, to)
  expect((await engineSays(text)).refuses).toBe(false)
  const { codes, warned } = weSay(text)
  expect(codes).toEqual([])
  expect(warned).toContain(line)
})

const JUNK = [
  '?',
  'abc',
  '-5',
  '0',
  '1e-3',
  '.5',
  '*',
  '""',
  '99999',
  '1.5x',
  '12,5',
  '1:30',
  'YES',
  '150',
  'ALL',
  '2',
  '13/1/2000',
  '"a b"',
  'FLOW',
]
const DRAWN = /^\[(?:title|map|tags|coord|vert|poly|symb|label|backdrop|profile)/i

it('a cell that is spoilt anywhere is refused by both or by neither', async () => {
  const throwOne = thrown(8)
  const differing: string[] = []
  for (const model of [CATCHMENTS, DEVICES]) {
    const lines = model.split('\n')
    let section = ''
    const rows = lines.flatMap((line, i) => {
      if (line.startsWith('[')) section = line
      return line === '' || /^[[;]/.test(line) || DRAWN.test(section) ? [] : [i]
    })
    for (let round = 0; round < 150; round++) {
      const at = rows[throwOne(rows.length)] as number
      const cells = (lines[at] as string).split(/\s+/).filter(Boolean)
      const which = throwOne(cells.length)
      const junk = JUNK[throwOne(JUNK.length)] as string
      const spoilt = [cells.with(which, junk), cells.toSpliced(which, 1), cells.toSpliced(which, 0, junk)][
        throwOne(3)
      ] as string[]
      const text = lines.with(at, spoilt.join(' ')).join('\n')
      const theirs = await engineSays(text)
      const ours = weSay(text)
      const named = !theirs.lines.includes(at + 1) || ours.lines.includes(at + 1)
      if (theirs.refuses !== ours.refuses || !named) differing.push(`${lines[at]} → ${spoilt.join(' ')}`)
    }
  }
  expect(differing).toEqual([])
})
