import {
  add,
  addNumbers,
  asSafeInteger,
  canonical,
  compare,
  Decimal,
  divideNumbers,
  equal,
  type FeelNumber,
  type FunctionValue,
  isList,
  isNumber,
  multiplyNumbers,
  toDecimal,
  type Value,
} from '../values/index.ts'
import { type Definition, define } from './define.ts'

type List = readonly Value[]

/** A function of a list that may also be called with its items. */
const ofList = (name: string, result: Definition['result'], call: (list: List) => Value): Definition[] => [
  define(name, result, 'list: list', call),
  define(name, result, 'list...: any', (...items: Value[]) => call(items)),
]

export const list = [
  define('list contains', 'boolean', 'list: list, element: any', (items: List, element: Value) =>
    items.some((each) => equal(each, element) === true),
  ),
  define('count', 'number', 'list: list', (items: List) => items.length),
  ...ofList('count', 'number', (items) => items.length).slice(1),
  ...ofList('min', 'Any', (items) => best(items, -1)),
  ...ofList('max', 'Any', (items) => best(items, 1)),
  ...ofList('sum', 'Any', sum),
  ...ofList('mean', 'number', (items) => {
    const total = sum(items)
    return isNumber(total) ? divideNumbers(total, items.length) : null
  }),
  ...ofList('product', 'number', (items) =>
    items.length === 0 || !items.every(isNumber)
      ? null
      : (items as FeelNumber[]).reduce<FeelNumber | null>(
          (all, n) => (all === null ? null : multiplyNumbers(all, n)),
          1,
        ),
  ),
  ...ofList('median', 'number', median),
  ...ofList('stddev', 'number', deviation),
  ...ofList('mode', { kind: 'list', of: 'number' }, mode),
  ...ofList('all', 'boolean', (items) => truth(items, false)),
  ...ofList('any', 'boolean', (items) => truth(items, true)),
  define('sublist', LIST(), 'list: list, start position: number, length?: number|null', sublist),
  define('append', LIST(), 'list: list, item...: any', (items: List, ...more: Value[]) => [
    ...items,
    ...more,
  ]),
  define('append', LIST(), 'list: null, item...: any', () => null),
  define('concatenate', LIST(), 'list...: list', (...lists: List[]) => lists.flat() as Value[]),
  define(
    'insert before',
    LIST(),
    'list: list, position: number, newItem: any',
    (items: List, position: FeelNumber, item: Value) => {
      const at = placeOf(position, items.length)
      return at === undefined ? null : [...items.slice(0, at), item, ...items.slice(at)]
    },
  ),
  define('remove', LIST(), 'list: list, position: number', (items: List, position: FeelNumber) => {
    const at = placeOf(position, items.length)
    return at === undefined ? null : [...items.slice(0, at), ...items.slice(at + 1)]
  }),
  define(
    'list replace',
    LIST(),
    'list: list, position: number, newItem: any',
    (items: List, position: FeelNumber, item: Value) => {
      const at = placeOf(position, items.length)
      return at === undefined ? null : [...items.slice(0, at), item, ...items.slice(at + 1)]
    },
  ),
  define('list replace', LIST(), 'list: list, match: function, newItem: any', replaceMatching),
  define('reverse', LIST(), 'list: list', (items: List) => [...items].reverse()),
  define('index of', LIST(), 'list: list, match: any', (items: List, match: Value) =>
    items.flatMap((each, i) => (equal(each, match) === true ? [i + 1] : [])),
  ),
  define('union', LIST(), 'list...: list', (...lists: List[]) => distinct(lists.flat() as List)),
  define('distinct values', LIST(), 'list: list', distinct),
  define('flatten', LIST(), 'list: list', flatten),
  define('sort', LIST(), 'list: list, precedes?: function', sort),
]

function LIST() {
  return { kind: 'list', of: 'Any' } as const
}

function best(items: List, sign: 1 | -1): Value {
  if (items.length === 0) return null
  let found = items[0] as Value
  if (items.length === 1) return compare(found, found) === null ? null : found
  for (const item of items.slice(1)) {
    const order = compare(item, found)
    if (order === null) return null
    if (order === sign) found = item
  }
  return found
}

function sum(items: List): Value {
  if (items.length === 0) return null
  const [first, ...rest] = items
  if (typeof first === 'string' || items.includes(null)) return null
  const total = rest.reduce<Value>(
    (all, item) =>
      all === null ? null : isNumber(all) && isNumber(item) ? addNumbers(all, item) : add(all, item),
    first as Value,
  )
  return isNumber(total) ||
    (total !== null && typeof total === 'object' && !isList(total) && add(total, total) !== null)
    ? total
    : null
}

function median(items: List): Value {
  if (items.length === 0 || !items.every(isNumber)) return null
  const sorted = [...(items as FeelNumber[])].sort((a, b) => compare(a, b) as number)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle] as Value
  const total = addNumbers(sorted[middle - 1] as FeelNumber, sorted[middle] as FeelNumber)
  return total === null ? null : divideNumbers(total, 2)
}

/** Of a sample: one less than the count divides. */
function deviation(items: List): Value {
  if (items.length < 2 || !items.every(isNumber)) return null
  const numbers = (items as FeelNumber[]).map(toDecimal)
  const mean = numbers.reduce((all, n) => all.plus(n), new Decimal(0)).div(numbers.length)
  const squares = numbers.reduce((all, n) => all.plus(n.minus(mean).pow(2)), new Decimal(0))
  return canonical(squares.div(numbers.length - 1).sqrt())
}

/** What comes most often, in order. */
function mode(items: List): Value {
  if (!items.every(isNumber)) return null
  const sorted = [...(items as FeelNumber[])].sort((a, b) => compare(a, b) as number)
  let [found, most, count]: [FeelNumber[], number, number] = [[], 0, 0]
  sorted.forEach((value, i) => {
    count = i > 0 && equal(value, sorted[i - 1] as Value) ? count + 1 : 1
    if (count > most) found = []
    if (count >= most) found.push(value)
    most = Math.max(most, count)
  })
  return found
}

function truth(items: List, decisive: boolean): Value {
  if (items.includes(decisive)) return decisive
  return items.every((each) => each === !decisive) ? !decisive : null
}

function placeOf(position: FeelNumber, length: number): number | undefined {
  const place = asSafeInteger(toDecimal(position).trunc().toNumber())
  if (place === undefined || place === 0 || Math.abs(place) > length) return undefined
  return place > 0 ? place - 1 : length + place
}

function sublist(items: List, start: FeelNumber, length: FeelNumber | null = null): Value {
  const from = placeOf(start, items.length)
  if (from === undefined) return null
  if (length === null) return items.slice(from)
  const size = asSafeInteger(length)
  return size === undefined || size < 0 || from + size > items.length ? null : items.slice(from, from + size)
}

function replaceMatching(items: List, match: FunctionValue, item: Value): Value {
  if (match.parameters.length !== 2) return null
  const verdicts = items.map((each) => match.call([each, item]))
  if (verdicts.some((verdict) => typeof verdict !== 'boolean')) return null
  return items.map((each, i) => (verdicts[i] === true ? item : each))
}

/** The first of those that are equal. Texts and JavaScript's numbers are only equal to themselves. */
function distinct(items: List): Value {
  const plain = new Set<Value>()
  const others: Value[] = []
  return items.filter((item) => {
    const isPlain = item === null || typeof item !== 'object'
    if (isPlain ? plain.has(item) : others.some((each) => equal(each, item) === true)) return false
    if (isPlain) plain.add(item)
    else others.push(item)
    return true
  })
}

function flatten(items: List): Value[] {
  return items.flatMap((each) => (isList(each) ? flatten(each) : [each]))
}

/** Stable; without a function by the order of the values themselves. */
function sort(items: List, precedes?: FunctionValue): Value {
  if (precedes && precedes.parameters.length !== 2) return null
  let wrong = false
  const before = precedes
    ? (a: Value, b: Value) => precedes.call([a, b])
    : (a: Value, b: Value) => {
        const order = compare(a, b)
        return order === null ? null : order < 0
      }
  const sorted = [...items].sort((a, b) => {
    const first = before(a, b)
    if (typeof first !== 'boolean') wrong = true
    return first === true ? -1 : before(b, a) === true ? 1 : 0
  })
  return wrong ? null : sorted
}
