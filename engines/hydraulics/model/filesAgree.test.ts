import { describe, expect, it } from 'vitest'
import { townModel } from '../run/model.fixture.ts'
import { engineSays, thrown, weSay } from './agree.fixture.ts'
import { checkModel, readModel, sayProblem } from './index.ts'

/** The checks of files beside a model and EPA's own engine, held against each other. */
const bytes = (text: string) => new TextEncoder().encode(text)

const gaged = (...gages: readonly string[]) => townModel({ sections: { RAINGAGES: gages } })
const RAIN = gaged('R1 VOLUME 1:00 1.0 FILE "rain.dat" STA IN')
const SERIES = townModel({ sections: { TIMESERIES: ['storm FILE "storm.dat"', 'base 0 5'] } })
const CLIMATE = townModel({ sections: { TEMPERATURE: ['FILE "climate.dat"'] } })

/** Whether the engine refuses, and what we say of which line. */
async function both(model: string, name: string, text: string) {
  const files = { [name]: bytes(text) }
  const { refuses } = await engineSays(model, files)
  const problems = checkModel(readModel(model), files).map(({ level, code, file, line, value }) =>
    [level === 'error' ? code : `(${code})`, file === undefined ? '' : line, value ?? ''].join(' ').trim(),
  )
  return { refuses, problems }
}

describe('time series', () => {
  it.each([
    ['rows of time and value', '0:00 0\n0:30 60\n', []],
    ['comments, blanks and breaks of every kind', ';; a\r\n\r\n0:00\t0\r\n 0:30 60', []],
    ['dates, and words behind', '7/1/2025 0:00 5 ;first\nJUL-01-2025 0:30 6\n', []],
    ['decimal hours', '.5 0\n1.25 1e-2\n', []],
    ['a heading', 'Time Flow\n0:00 0\n', ['HYDRAULICS_TIME 1 Time']],
    ['a note behind a time', '0:00 5 ;dry\n0:30 6\n', ['HYDRAULICS_DATE 1 0:00']],
    ['commas', '0:00 1\n0:05,5\n', ['HYDRAULICS_ITEMS 2 0:05,5']],
    ['a date of the standard', '2025-07-01 0:00 5\n', ['HYDRAULICS_DATE 1 2025-07-01']],
    ['a value that is none', '0:00 5\n0:30 six\n1:00 7\n', ['HYDRAULICS_NUMBER 2 six']],
    ['time that stands still', '0:00 5\n0:30 6\n0:30 7\n', ['HYDRAULICS_ORDER 3 0:30']],
    ['nothing', '', ['HYDRAULICS_NO_DATA 0']],
    ['comments only', ';a\n', ['HYDRAULICS_NO_DATA 0']],
    ['steps below those of the gage', '0:00 5\n0:05 6\n', ['HYDRAULICS_INTERVAL  0:15']],
    ['a last line that breaks off', '0:00 5\n0:30 6\n1:', ['(HYDRAULICS_ITEMS) 3 1:']],
    [
      'a fourth column',
      '7/1/2025 0:00 5 6\n7/1/2025 0:30 6 7\n',
      ['(HYDRAULICS_EXTRA) 1 6', '(HYDRAULICS_EXTRA) 2 7'],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await both(SERIES, 'storm.dat', text)).toEqual({
      refuses: problems.some((each) => !each.startsWith('(')),
      problems,
    })
  })
})

describe('rain in the form of SWMM', () => {
  it.each([
    ['rows of one station', 'STA 2025 7 1 6 0 .1\nsta 2025 7 1 7 0 0.2 T\n', []],
    [
      'a heading, a comment, other stations',
      'Station Y M D\n;;\nSTB 2025 7 1 9 0 1\nSTA 2025 7 1 6 0 1\n',
      [],
    ],
    ['another station', 'STB 2025 7 1 0 0 1\nSTC 2025 7 1 0 0 1\n', ['HYDRAULICS_NO_DATA  STA']],
    ['nothing that can be read', 'a\nb\nc\nd\ne\nSTA 2025 7 1 0 0 1\n', ['HYDRAULICS_FORMAT 1']],
    ['commas', 'STA,2025,7,1,0,0,1\n', ['HYDRAULICS_FORMAT 1']],
    ['hours with a colon', 'STA 2025 7 1 0:00 1\n', ['HYDRAULICS_FORMAT 1']],
    ['nothing', '', ['HYDRAULICS_FORMAT 1']],
    ['time that goes back', 'STA 2025 7 1 7 0 1\nSTA 2025 7 1 6 0 1\n', ['HYDRAULICS_ORDER 2 2025 7 1 6 0']],
    ['no such day', 'STA 2025 7 1 0 0 1\nSTA 2025 6 31 0 0 1\n', ['HYDRAULICS_DATE 2 2025 6 31 0 0']],
    ['no such day at first', 'STA 2025 13 1 1 0 1\n', ['(HYDRAULICS_DATE) 1 2025 13 1 1 0']],
    ['a row without its minute', 'STA 2025 7 1 0 0 1\nSTA 2025 7 1 7 1\n', ['(HYDRAULICS_ITEMS) 2 STA']],
    ['a row with a word', 'STA 2025 7 1 0 0 1\nSTA 2025 7 1 7 0 x\n', ['(HYDRAULICS_NUMBER) 2 x']],
  ])('%s', async (_, text, problems) => {
    expect(await both(RAIN, 'rain.dat', text)).toEqual({
      refuses: problems.some((each) => !each.startsWith('(')),
      problems,
    })
  })

  it('a station stands in one file; a day to begin with passes over what is before; gages without use count', async () => {
    const text = 'STA 2025 7 1 0 0 1\n'
    for (const [gages, code] of [
      [
        ['R1 VOLUME 1:00 1 FILE "rain.dat" STA IN', 'R2 VOLUME 1:00 1 FILE "b.dat" sta IN'],
        'HYDRAULICS_DOUBLE',
      ],
      [['R1 VOLUME 1:00 1 FILE "rain.dat" STA IN 8/1/2025'], 'HYDRAULICS_NO_DATA'],
      [
        ['R1 INTENSITY 0:15 1 TIMESERIES storm', 'R2 VOLUME 1:00 1 FILE "rain.dat" STB IN'],
        'HYDRAULICS_NO_DATA',
      ],
    ] as const) {
      const files = { 'rain.dat': bytes(text), 'b.dat': bytes(text) }
      expect((await engineSays(gaged(...gages), files)).refuses).toBe(true)
      expect(weSay(gaged(...gages), files).codes).toEqual([code])
    }
    const dry = townModel({
      options: { IGNORE_RAINFALL: 'YES' },
      sections: { RAINGAGES: ['R1 VOLUME 1:00 1 FILE "rain.dat" STB IN'] },
    })
    expect(await both(dry, 'rain.dat', text)).toEqual({ refuses: false, problems: [] })
  })
})

/** Two hours of rain on 1 July, as each service writes them. */
const SERVICES: Readonly<Record<string, string>> = {
  'NCDC, blanks': '310301 01 HPCP HI 2025 07 01 0700 000010     0800 000020     \n',
  'NCDC, blanks and a name': `310301 ${'ASHEVILLE'.padEnd(30)}01 HPCP HI 2025 07 01 0700 000010     0800 000020     \n`,
  'NCDC, commas': '310301,01,HPCP,HI,2025,07,01,0700,000010, , ,0800,000020, , \n',
  'NCDC, tape': 'HPD31030101HPCPHI20250700010020700000010  0800000020  \n',
  'NCDC, online':
    'STATION           DATE           HPCP     Flag\n----------------- -------------- -------- ----\nCOOP:310301       20250701 07:00 0.10         \nCOOP:310301       20250701 08:00 0.20         \n',
  AES: `3103010025070112${'3'}${Array.from({ length: 24 }, (_, i) => `${String(i * 5).padStart(6, '0')} `).join('')}\n`,
  CMC: `310301020250701123${Array.from({ length: 24 }, (_, i) => `${String(i * 5).padStart(6, '0')} `).join('')}\n`,
}

describe('rain of weather services', () => {
  it.each(Object.entries(SERVICES))('%s', async (_, text) => {
    expect(await both(RAIN, 'rain.dat', text)).toEqual({ refuses: false, problems: [] })
    const dry = text
      .replaceAll(/0000[12]0|0000\d5 |0001\d\d |0000\d0 /g, (rain) => '000000'.padEnd(rain.length))
      .replaceAll(/0\.[12]0/g, '0.00')
    expect(await both(RAIN, 'rain.dat', dry)).toEqual({
      refuses: true,
      problems: ['HYDRAULICS_NO_DATA  STA'],
    })
  })

  it('a sum over hours counts if it has its beginning', async () => {
    const row = (...items: readonly string[]) => `310301 01 HPCP HI 2025 07 01 ${items.join('')}\n`
    expect(await both(RAIN, 'rain.dat', row('0700 099999 a   ', '0900 000030 A   '))).toMatchObject({
      refuses: false,
      problems: [],
    })
    expect(await both(RAIN, 'rain.dat', row('0900 000030 A   '))).toMatchObject({ refuses: true })
    expect((await both(RAIN, 'rain.dat', row('0700 000030 [   '))).problems).toEqual([
      'HYDRAULICS_NO_DATA  STA',
    ])
  })
})

describe('climate', () => {
  it.each([
    ['rows of the own form', 'STA 2025 7 1 30 20 * *\nSTA 2025 7 2 30 20 * *\n', []],
    [
      'daily values of the world',
      'STATION     DATE     TMAX     TMIN    \nUSC00310301 20250701 300      200     \n',
      [],
    ],
    ['a heading of an own form', 'id y m d max min\nSTA 2025 7 1 30 20\n', ['HYDRAULICS_FORMAT 1']],
    ['nothing', '', ['HYDRAULICS_FORMAT 1']],
    ['a month later', 'STA 2025 8 1 30 20 * *\n', ['HYDRAULICS_NO_DATA 0']],
    [
      'a last line without a break',
      'STA 2025 6 1 30 20 * *\nSTA 2025 7 1 30 20 * *',
      ['HYDRAULICS_NO_DATA 0'],
    ],
    ['a row that breaks off', 'STA 2025 7 1 30 20 * *\nSTA 2025\n', ['HYDRAULICS_ITEMS 2 STA']],
  ])('%s', async (_, text, problems) => {
    expect(await both(CLIMATE, 'climate.dat', text)).toEqual({ refuses: problems.length > 0, problems })
  })
})

it('evaporation of a climate file needs a coefficient for each month', async () => {
  const files = { 'climate.dat': bytes('STA 2025 7 1 30 20 1 *\n') }
  const of = (coefficients: number) =>
    townModel({
      sections: {
        TEMPERATURE: ['FILE "climate.dat"'],
        EVAPORATION: [`FILE ${'.7 '.repeat(coefficients)}`],
      },
    })
  for (const [coefficients, refuses] of [
    [0, true],
    [11, true],
    [12, false],
  ] as const) {
    expect((await engineSays(of(coefficients), files)).refuses).toBe(refuses)
    expect(weSay(of(coefficients), files).refuses).toBe(refuses)
  }
})

const JUNK = ['?', '-5', '0', '99', '1.5x', '12,5', '1:30', '7/1/2025', ';', 'STA', '2025', '', '24']

it('a cell that is spoilt anywhere in a file is refused by both or by neither', async () => {
  const throwOne = thrown(31)
  const differing: string[] = []
  const sound = [
    [SERIES, 'storm.dat', '7/1/2025 6:00 0\n7/1/2025 6:15 20\n6:45 30\n7/2/2025 0:00 0\n'],
    [RAIN, 'rain.dat', 'STA 2025 7 1 6 0 1\nSTB 2025 7 1 6 0 1\nSTA 2025 7 1 8 0 2.5\nSTA 2025 7 2 0 0 0\n'],
    [CLIMATE, 'climate.dat', 'STA 2025 7 1 30 20 * *\nSTA 2025 7 2 31 20 .1 *\nSTA 2025 8 1 31 20 .1 *\n'],
  ] as const
  for (const [model, name, text] of sound)
    for (let round = 0; round < 150; round++) {
      const lines = text.split('\n')
      const at = throwOne(lines.length - 1)
      const cells = (lines[at] as string).split(' ')
      const which = throwOne(cells.length)
      const junk = JUNK[throwOne(JUNK.length)] as string
      const spoilt = [cells.with(which, junk), cells.toSpliced(which, 1), cells.toSpliced(which, 0, junk)]
      const changed = lines.with(at, (spoilt[throwOne(3)] as string[]).join(' ')).join('\n')
      const files = { [name]: bytes(changed) }
      if ((await engineSays(model, files)).refuses !== weSay(model, files).refuses)
        differing.push(`${name}:${at + 1} ${changed.split('\n')[at]}`)
    }
  expect(differing).toEqual([])
})

it('says the file and its line in both languages', () => {
  const [problem] = checkModel(readModel(SERIES), { 'storm.dat': bytes('0:00 5\n0:30 six\n1:00 4\n') })
  if (!problem) throw new Error('no problem found')
  expect(sayProblem(problem, 'zh')).toBe(
    '“storm.dat” 第2行 [TIMESERIES]：“six”数值不对；应为数 [HYDRAULICS_NUMBER]',
  )
  expect(sayProblem(problem, 'en')).toBe(
    '"storm.dat" line 2 [TIMESERIES]: "six" the number is wrong; expected a number [HYDRAULICS_NUMBER]',
  )
})
