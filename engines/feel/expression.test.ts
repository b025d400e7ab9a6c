import { describe, expect, it } from 'vitest'
import {
  createEngine,
  type DateTime,
  fromPlain,
  literal,
  newContext,
  parseDateTime,
  SyntaxProblem,
  type Value,
} from './index.ts'

const engine = createEngine({ now: () => parseDateTime('2024-11-15T09:30:00+08:00') as DateTime })

/** What an expression says, spelled as FEEL spells it. */
function say(text: string, names: Readonly<Record<string, unknown>> = {}): string {
  const values = newContext()
  for (const [name, value] of Object.entries(names)) values[name] = fromPlain(value)
  return literal(engine.expression(text, Object.keys(names))(values))
}

const EXAMPLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'numbers are decimals': [
    ['0.1 + 0.2', '0.3'],
    ['4.6 + 0.4 = 5', 'true'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['9007199254740993 + 1', '9007199254740994'],
    ['2 ** 100', '1267650600228229401496703205376'],
    ['10 / 0', 'null'],
    ['-2 ** 2', '4'],
    ['decimal(2.5, 0)', '2'],
    ['round half up(2.5, 0)', '3'],
    ['modulo(-12, 5)', '3'],
    ['number("1 234,5", " ", ",")', '1234.5'],
  ],
  'logic knows three values': [
    ['null and false', 'false'],
    ['null and true', 'null'],
    ['null or true', 'true'],
    ['1 < "a"', 'null'],
    ['not(null)', 'null'],
    ['if null then 1 else 2', '2'],
  ],
  'days and times count in whole numbers': [
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2024-03-31") - duration("P1M")', '2024-02-29'],
    ['date("2024-11-15") - date("2024-01-01")', 'P319D'],
    ['@"2024-11-15T23:30:00+08:00" + @"PT1H"', '2024-11-16T00:30:00+08:00'],
    ['@"2024-11-15T00:00:00Z" = @"2024-11-15T08:00:00@Asia/Shanghai"', 'true'],
    ['date and time("2024-11-15T24:00:00")', '2024-11-16T00:00:00'],
    ['date("999999999-12-31").year', '999999999'],
    ['date("2024-02-30")', 'null'],
    ['day of week(today())', '"Friday"'],
    ['week of year(date("2027-01-01"))', '53'],
    ['years and months duration(date("2020-05-31"), date("2024-05-30"))', 'P3Y11M'],
    ['duration("PT90M").hours', '1'],
    ['@"12:00:00" < @"12:00:00Z"', 'null'],
  ],
  'ranges and tests': [
    ['5 in [1..5)', 'false'],
    ['5 in (1..5]', 'true'],
    ['7 in (< 3, > 6)', 'true'],
    ['[1..10[ = [1..10)', 'true'],
    ['(< 10) = (null..10)', 'false'],
    ['overlaps([1..5], [5..9])', 'true'],
    ['range("[1..3]") = [1..3]', 'true'],
    ['3 between 1 and 3', 'true'],
  ],
  'lists, filters and loops': [
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[1, 2, 3][-1]', '3'],
    ['[{a: 1}, {a: 2}][a = 2].a', '[2]'],
    ['[{item: 1}, {item: 2}][item >= 2]', '[{item: 2}]'],
    ['for x in 1..3, y in [10, 20] return x * y', '[10, 20, 20, 40, 30, 60]'],
    ['for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3, 5]'],
    ['every x in [1, 2] satisfies x > 0', 'true'],
    ['sort([3, 1, 2], function(a, b) a > b)', '[3, 2, 1]'],
    ['sum(1, 2, 3)', '6'],
    ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
    ['flatten([[1, [2]], 3])', '[1, 2, 3]'],
    ['list replace([1, 2, 3], 2, 9)', '[1, 9, 3]'],
  ],
  'text is characters, not halves of them': [
    ['string length("高新🚀")', '3'],
    ['substring("高新🚀区", 3, 1)', '"🚀"'],
    ['replace("2024-11", "(\\d+)-(\\d+)", "$2/$1")', '"11/2024"'],
    ['matches("Abc", "[a-z-[b]]+", "i")', 'true'],
    ['matches("abc", "[")', 'null'],
    ['string join(["a", null, "b"], "、")', '"a、b"'],
  ],
  'contexts and functions': [
    ['{a: 1, b: a + 1}.b', '2'],
    ['(function(a, b) a - b)(b: 1, a: 3)', '2'],
    ['context put({a: {b: 1}}, ["a", "c"], 2)', '{a: {b: 1, c: 2}}'],
    ['get value({"constructor": 1}, "constructor")', '1'],
    ['get value({}, "constructor")', 'null'],
    ['5 instance of number', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
  ],
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples)('%s', (text, expected) => expect(say(text)).toBe(expected))
})

it('a name may have spaces and signs: the longest that is known counts', () => {
  const names = { 研发: 1, '研发 经费': 20, 'R&D-spending': 5, 'a-b': 7, a: 10, b: 2 }
  expect(say('研发 经费 + R&D-spending', names)).toBe('25')
  expect(say('a-b', names)).toBe('7')
  expect(say('a - (b)', { a: 10, b: 2 })).toBe('8')
})

it('a text that is no expression is refused with its place', () => {
  const refused = (text: string) => {
    try {
      engine.expression(text, ['a'])
    } catch (problem) {
      if (problem instanceof SyntaxProblem) return [problem.code, problem.start]
      throw problem
    }
    return undefined
  }
  expect(refused('a + nowhere')).toEqual(['UNKNOWN_NAME', 4])
  expect(refused('a +')).toEqual(['EXPECTED', 3])
  expect(refused('a + "b')).toEqual(['TEXT_OPEN', 4])
  expect(refused('a a')).toEqual(['EXPECTED', 2])
  expect(refused('@"yesterday"')).toEqual(['BAD_LITERAL', 0])
  expect(refused('a + "\\UFFFFFF"')).toEqual(['BAD_LITERAL', 4])
})

it('what a loop holds is kept by the functions that it makes', () => {
  const made = engine.expression('for i in 1..3 return function() i', [])(newContext()) as readonly Value[]
  expect(made.map((each) => (each as { call: (args: Value[]) => Value }).call([]))).toEqual([1, 2, 3])
})

it('what nobody writes is refused before it costs time or the stack', () => {
  const refused = (text: string) => {
    try {
      engine.expression(text, ['x', 'f'])
    } catch (problem) {
      return (problem as SyntaxProblem).code
    }
    return undefined
  }
  expect(refused('('.repeat(10_000))).toBe('TOO_DEEP')
  expect(refused('['.repeat(10_000))).toBe('TOO_DEEP')
  expect(refused(`${'-'.repeat(10_000)}1`)).toBe('TOO_DEEP')
  expect(refused(`${'x in ('.repeat(100)}§`)).toBe('TOO_DEEP')
  expect(refused(`1${' + 1'.repeat(10_000)}`)).toBe('TOO_DEEP')
  expect(refused(`x${'.a'.repeat(10_000)}`)).toBe('TOO_DEEP')
  expect(refused(`1${' + 1'.repeat(1_000)}`)).toBeUndefined()
  expect(refused(`[${'1, '.repeat(10_000)}1]`)).toBeUndefined()
})
