import { describe, expect, it } from 'vitest'
import {
  type CalendarDate,
  type DateTime,
  type FunctionValue,
  fromPlain,
  literal,
  parseDateTime,
  parseNumber,
  parseTemporal,
  Range,
  type Value,
} from '../values/index.ts'
import { builtins } from './index.ts'

const functions = builtins(() => parseDateTime('2024-11-15T09:30:00+08:00') as DateTime)
const named = (name: string) => functions.get(name) as FunctionValue

const at = (text: string): Value => parseTemporal(text)
const closed = (start: Value, end: Value) => new Range(start, end, true, true)
const open = (start: Value, end: Value) => new Range(start, end, false, false)
const under = (bound: Value) => Range.of('<', bound)
const over = (bound: Value) => Range.of('>', bound)

const NINES = parseNumber('9'.repeat(34))
const BIRTHNAMES = fromPlain(JSON.parse('{"__proto__": 1, "constructor": 2}'))

/** Function, arguments, and the answer as the language spells it. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [string, readonly unknown[], string])[]>> = {
  conversion: [
    ['number', ['1 234,5', ' ', ','], '1234.5'],
    ['number', ['1.5', ' ', ','], 'null'],
    ['number', ['1,5', ',', ','], 'null'],
    ['string', [['a', at('2024-02-29')]], '"[\\"a\\", 2024-02-29]"'],
    ['date', [2024, 2, 29], '2024-02-29'],
    ['date', [2023, 2, 29], 'null'],
    ['time', [9, 30, parseNumber('1.25'), at('PT8H')], '09:30:01.25+08:00'],
    ['date and time', [at('2024-11-15'), at('09:30:00')], '2024-11-15T09:30:00'],
    ['duration', ['P14M'], 'P1Y2M'],
    ['years and months duration', [at('2024-01-31'), at('2024-02-29')], 'P0M'],
    ['years and months duration', [at('2024-03-15'), at('2022-03-16')], '-P1Y11M'],
    ['range', ['[date("2024-01-01") .. @"2024-12-31")'], '[2024-01-01..2024-12-31)'],
    ['range', ['["a..b".."c\\n\\q"]'], '["a..b".."c\n\\\\q"]'],
    ['range', ['(< 10)'], '(< 10)'],
    ['range', ['(..10]'], '(<= 10)'],
    ['range', ['[..10]'], 'null'],
    ['range', ['[1.."b"]'], 'null'],
  ],
  text: [
    ['substring', ['高新🚀区', -2], '"🚀区"'],
    ['substring', ['高新', 0], 'null'],
    ['string length', [['🚀🚀']], '2'],
    ['substring before', ['园区', 'x'], '""'],
    ['substring after', ['园区办', '园'], '"区办"'],
    ['upper case', [1], 'null'],
    ['split', ['a(b?c', '\\('], '["a", "b?c"]'],
    ['split', ['xaay', '(a)\\1'], '["x", "y"]'],
    ['split', ['a1b22c', '(\\d)+'], '["a", "b", "c"]'],
    ['replace', ['abc', 'b', '\\\\n'], '"a\\\\nc"'],
    ['replace', ['abc', 'b', '$'], 'null'],
    ['replace', ['abc', 'x*', '-'], 'null'],
    ['replace', ['a.b', '.', '$1', 'q'], '"a$1b"'],
    ['matches', ['rhythm', '^[a-z-[aeiou]]+$'], 'true'],
    ['matches', ['\u2028', '^.$'], 'true'],
    ['matches', ['a\nb', 'a.b'], 'false'],
    ['matches', ['a\nb', 'a.b', 's'], 'true'],
    ['matches', ['hello', ' h e l\tl o ', 'x'], 'true'],
    ['matches', ['ab', '\\i\\c'], 'true'],
    ['matches', ['a', '\\p{Isconstructor}'], 'null'],
    ['matches', ['a', 'a', 'g'], 'null'],
    ['string join', [['a', null, 'b'], '、'], '"a、b"'],
  ],
  numbers: [
    ['decimal', [parseNumber('2.5'), 0], '2'],
    ['floor', [parseNumber('-1.56'), 1], '-1.6'],
    ['ceiling', [parseNumber('1.2')], '2'],
    ['round up', [parseNumber('-5.5'), 0], '-6'],
    ['round down', [1234, -2], '1200'],
    ['round half down', [parseNumber('2.5'), 0], '2'],
    ['modulo', [-12, 5], '3'],
    ['modulo', [12, -5], '-3'],
    ['modulo', [parseNumber('-4.5'), parseNumber('0.2')], '0.1'],
    ['modulo', [NINES, parseNumber('0.7')], '0.2'],
    ['modulo', [1, 0], 'null'],
    ['sqrt', [-1], 'null'],
    ['log', [0], 'null'],
    ['odd', [-3], 'true'],
    ['even', [parseNumber('0.5')], 'false'],
    ['abs', [at('-P1D')], 'P1D'],
  ],
  lists: [
    ['count', [[]], '0'],
    ['min', [3, 1, 2], '1'],
    ['max', [['a', 1]], 'null'],
    ['sum', [[parseNumber('0.1'), parseNumber('0.2')]], '0.3'],
    ['sum', [[]], 'null'],
    ['mean', [1, 2], '1.5'],
    ['median', [[4, 1, 3, 2]], '2.5'],
    ['mode', [[6, 1, 9, 6, 1]], '[1, 6]'],
    ['mode', [[]], '[]'],
    ['all', [[true, null]], 'null'],
    ['any', [[null, true]], 'true'],
    ['sublist', [[1, 2, 3], -2, 1], '[2]'],
    ['append', [[1], 2, [3]], '[1, 2, [3]]'],
    ['insert before', [[1, 2], -1, 9], '[1, 9, 2]'],
    ['remove', [[1, 2], 3], 'null'],
    ['index of', [[1, null, 1], null], '[2]'],
    [
      'union',
      [
        [1, '1'],
        [1, null, null],
      ],
      '[1, "1", null]',
    ],
    ['distinct values', [[[1], [1], at('P12M'), at('P1Y')]], '[[1], P1Y]'],
    ['flatten', [[[1, [2]], 3]], '[1, 2, 3]'],
    ['list replace', [[1, 2], 2, 9], '[1, 9]'],
  ],
  contexts: [
    ['get value', [{ a: 1 }, 'constructor'], 'null'],
    ['get entries', [{ a: 1 }], '[{key: "a", value: 1}]'],
    [
      'context',
      [
        [
          { key: 'a', value: 1 },
          { key: 'a', value: 2 },
        ],
      ],
      'null',
    ],
    ['context put', [{ a: { b: 1 } }, ['a', 'c'], 2], '{a: {b: 1, c: 2}}'],
    ['context put', [{ a: 1 }, [], 2], 'null'],
    ['context merge', [[BIRTHNAMES, { a: 3 }]], '{__proto__: 1, constructor: 2, a: 3}'],
  ],
  logic: [
    ['not', ['x'], 'null'],
    [
      'is',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      'true',
    ],
    ['is', [[at('12:00:00Z')], [at('12:00:00+00:00')]], 'true'],
    ['is', [at('20:00:00Z'), at('21:00:00+01:00')], 'false'],
    ['is', [BIRTHNAMES, BIRTHNAMES], 'true'],
    ['is', [under(1), open(null, 1)], 'false'],
  ],
  ranges: [
    ['before', [closed(1, 5), 5], 'false'],
    ['before', [under(5), closed(5, 6)], 'true'],
    ['before', [1, 'a'], 'null'],
    ['after', [over(5), 5], 'true'],
    ['meets', [closed(1, 5), closed(5, 9)], 'true'],
    ['met by', [closed(5, 9), open(1, 5)], 'false'],
    ['overlaps', [under(5), over(3)], 'true'],
    ['overlaps', [closed(1, 5), closed('a', 'b')], 'null'],
    ['overlaps before', [closed(1, 5), closed(3, 8)], 'true'],
    ['overlaps after', [closed(3, 8), closed(1, 5)], 'true'],
    ['finishes', [5, closed(1, 5)], 'true'],
    ['finished by', [open(1, 5), 5], 'false'],
    ['includes', [Range.of('<=', 10), 10], 'true'],
    ['includes', [open(null, 10), 5], 'null'],
    ['during', [closed(2, 3), over(1)], 'true'],
    ['starts', [under(3), under(5)], 'true'],
    ['started by', [closed(1, 5), open(1, 5)], 'false'],
    ['coincides', [under(5), under(5)], 'true'],
  ],
  days: [
    ['now', [], '2024-11-15T09:30:00+08:00'],
    ['today', [], '2024-11-15'],
    ['day of year', [at('2024-12-31')], '366'],
    ['day of week', [at('2024-11-15T23:00:00')], '"Friday"'],
    ['month of year', [at('2024-11-15')], '"November"'],
    ['week of year', [at('2027-01-01')], '53'],
  ],
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  const calls = examples.map(([name, given, expected]) => {
    const args = given.map((each) => fromPlain(each))
    return { name, args, spelled: args.map(literal).join(', '), expected }
  })
  it.each(calls)('$name($spelled) is $expected', ({ name, args, expected }) => {
    expect(literal(named(name).call(args))).toBe(expected)
  })
})

it('named arguments choose the way of calling; a name that none knows answers null', () => {
  const date = (args: Readonly<Record<string, Value>>) =>
    named('date').callNamed?.(new Map(Object.entries(args))) as CalendarDate | null
  expect(literal(date({ day: 29, month: 2, year: 2024 }))).toBe('2024-02-29')
  expect(literal(date({ from: '2024-02-29' }))).toBe('2024-02-29')
  expect(date({ text: '2024-02-29' })).toBeNull()
  expect(date({ year: 2024, month: 2 })).toBeNull()
})

it('no function throws, whatever it is given', () => {
  const things: Value[] = [null, true, -1, '\\', [], [[]], BIRTHNAMES, at('P1D'), at('12:00:00'), under(1)]
  for (const [name, { call }] of functions)
    for (const a of things)
      for (const b of things)
        for (const args of [[a], [a, b], [a, b, a]]) expect(() => call(args), name).not.toThrow()
})
