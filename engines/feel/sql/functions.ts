import { isNumber, toDecimal, type Value } from '../values/index.ts'
import { asScalar, bound } from './choose.ts'
import type { Columns } from './columns.ts'
import { certain, equality, logic, not } from './comparison.ts'
import { arithmetic, ROUNDINGS, rounded, wrapped } from './numbers.ts'
import {
  constant,
  isNull,
  NULL,
  needsOf,
  opened,
  type Scalar,
  type ScalarType,
  scalar,
  type Term,
  Unpushable,
} from './term.ts'

type Maker = (columns: Columns, args: readonly Term[]) => Term

/** Arguments of single kinds; null where one is of another kind, as the functions of the language answer. */
const of =
  (types: readonly ScalarType[], result: ScalarType, sql: (...args: readonly string[]) => string): Maker =>
  (columns, args) => {
    if (args.length !== types.length) return NULL
    const given = scalars(columns, args)
    if (!given.every((arg, i) => arg?.type === types[i])) return NULL
    const made = scalar(
      result,
      sql(...given.map((arg) => wrapped((arg as Scalar).sql))),
      needsOf(given as Scalar[]),
    )
    return result === 'number' ? columns.bind(made) : made
  }

const scalars = (columns: Columns, args: readonly Term[]) => args.map((arg) => asScalar(columns, single(arg)))

/** The only item of a list stands for it. */
const single = (term: Term): Term => {
  const list = opened(term)
  return list.kind === 'list' && list.items.length === 1 ? (list.items[0] as Term) : term
}

/** A function of a list, or of its items. */
const ofList =
  (make: (columns: Columns, items: readonly Term[]) => Term): Maker =>
  (columns, args) => {
    const only = args.length === 1 ? opened(args[0] as Term) : undefined
    return make(columns, only?.kind === 'list' ? only.items : args)
  }

/** Numbers all; undefined where one is surely none. */
function numbers(columns: Columns, items: readonly Term[]): readonly Scalar[] | undefined {
  const given = items.map((item) => {
    const open = opened(item)
    return open.kind === 'list' || open.kind === 'context' ? undefined : asScalar(columns, open)
  })
  return given.length > 0 && given.every((each) => each?.type === 'number') ? (given as Scalar[]) : undefined
}

const best = (sql: 'least' | 'greatest') =>
  ofList((columns, items) => {
    const types = new Set(scalars(columns, items).flatMap((item) => item?.type ?? []))
    // Texts would go by the order of the database.
    if (types.has('string') || types.size > 1) throw new Unpushable('TYPE', [...types].join(', '))
    if (items.some(isNull) || items.length === 0 || types.has('boolean')) return NULL
    const given = scalars(columns, items) as Scalar[]
    if (given.length === 1) return given[0] as Scalar
    const none = given.map(({ sql: each }) => `${wrapped(each)} is null`).join(' or ')
    const all = given.map(({ sql: each }) => each).join(', ')
    return scalar(
      [...types][0] as ScalarType,
      `case when not (${none}) then ${sql}(${all}) end`,
      needsOf(given),
    )
  })

const sum = (columns: Columns, items: readonly Term[]): Term => {
  const given = numbers(columns, items)
  if (!given) return onlyNumbers(columns, items)
  return given.reduce((all, each) => arithmetic(columns, '+', all, each))
}

/** What is missing leaves nothing; other kinds are left to the other back end. */
function onlyNumbers(columns: Columns, items: readonly Term[]): Term {
  if (items.length === 0 || items.some(isNull)) return NULL
  throw new Unpushable(
    'TYPE',
    [...new Set(scalars(columns, items).map((item) => item?.type ?? ''))].join(', '),
  )
}

const roundings = Object.entries(ROUNDINGS).map(([name, sql]): readonly [string, Maker] => [
  name,
  (columns, args) => {
    const [n, places] = args.map(single)
    const scale = places === undefined ? constant(0) : places
    if (places === undefined && name !== 'floor' && name !== 'ceiling') return NULL
    if (scale.kind !== 'constant') throw new Unpushable('FUNCTION', name)
    if (!isNumber(scale.value) || n === undefined) return NULL
    const whole = toDecimal(scale.value).trunc().toNumber()
    if (Math.abs(whole) > 1000) throw new Unpushable('FUNCTION', name)
    const given = asScalar(columns, n)
    if (given?.type !== 'number') return NULL
    const { sql: column, needs } = columns.bind(given)
    return scalar('number', sql(column, whole), needs)
  },
])

/** Functions of the language that have a counterpart; every other is left to the other back end. */
const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ...roundings,
  ['not', (_, args) => (args.length === 1 ? not(args[0] as Term) : NULL)],
  ['abs', of(['number'], 'number', (n) => `abs(${n})`)],
  [
    'modulo',
    (columns, args) => {
      const [a, b] = scalars(columns, args).map((arg) => arg && columns.bind(arg))
      if (args.length !== 2 || a?.type !== 'number' || b?.type !== 'number') return NULL
      const rest = columns.bind(scalar('number', `mod(${a.sql}, nullif(${b.sql}, 0))`, needsOf([a, b])))
      const whole = `case when ${rest.sql} = 0 or sign(${rest.sql}) = sign(${b.sql}) then ${rest.sql} else ${rest.sql} + ${b.sql} end`
      return rounded(columns, scalar('number', whole, needsOf([rest, b])))
    },
  ],
  ['min', best('least')],
  ['max', best('greatest')],
  ['sum', ofList(sum)],
  [
    'mean',
    ofList((columns, items) => {
      const total = sum(columns, items)
      const count = asScalar(columns, constant(items.length)) as Scalar
      return total.kind === 'scalar' ? arithmetic(columns, '/', total, count) : NULL
    }),
  ],
  ['count', ofList((_, items) => constant(items.length))],
  ['all', ofList((_, items) => logic('and', items))],
  ['any', ofList((_, items) => logic('or', items))],
  [
    'list contains',
    (columns, args) => {
      const [list, element] = [args[0] && opened(args[0]), args[1]]
      if (list?.kind !== 'list' || !element || args.length !== 2)
        throw new Unpushable('FUNCTION', 'list contains')
      return certain(
        logic(
          'or',
          list.items.map((item) => equality(columns, item, element)),
        ),
      )
    },
  ],
  ['string length', of(['string'], 'number', (text) => `char_length(${text})::numeric`)],
  ['contains', of(['string', 'string'], 'boolean', (text, part) => `strpos(${text}, ${part}) > 0`)],
  ['starts with', of(['string', 'string'], 'boolean', (text, part) => `starts_with(${text}, ${part})`)],
  [
    'ends with',
    of(['string', 'string'], 'boolean', (text, part) => `right(${text}, char_length(${part})) = ${part}`),
  ],
  ['substring', substring],
  [
    'string',
    (columns, args) => {
      const term = args[0]
      if (args.length !== 1 || !term) return NULL
      if (isNull(term)) return NULL
      const given = asScalar(columns, term) as Scalar
      const sql = TEXTS[given.type]?.(wrapped(given.sql))
      if (!sql) throw new Unpushable('FUNCTION', 'string')
      return scalar('string', sql, given.needs)
    },
  ],
  [
    'years and months duration',
    (columns, args) => {
      const [from, to] = scalars(columns, args).map((arg) => arg && columns.bind(arg))
      if (args.length !== 2 || from?.type !== 'date' || to?.type !== 'date') return NULL
      const [a, b] = [from.sql, to.sql]
      const part = (name: string, of: string) => `extract(${name} from ${of})`
      const months = `(${part('year', b)} - ${part('year', a)}) * 12 + ${part('month', b)} - ${part('month', a)}`
      const made = columns.bind(scalar('years and months duration', months, needsOf([from, to])))
      const whole = `case when ${made.sql} > 0 and ${part('day', b)} < ${part('day', a)} then ${made.sql} - 1 when ${made.sql} < 0 and ${part('day', b)} > ${part('day', a)} then ${made.sql} + 1 else ${made.sql} end`
      return scalar('years and months duration', whole, needsOf([made, from, to]))
    },
  ],
])

const TEXTS: Partial<Record<ScalarType, (sql: string) => string>> = {
  string: (sql) => sql,
  number: (sql) => `trim_scale(${sql})::text`,
  boolean: (sql) => `${sql}::text`,
  date: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
}

function substring(columns: Columns, args: readonly Term[]): Term {
  const [text, start, length] = args
  const fixed = [start, length].map((each) =>
    each === undefined || each.kind === 'constant' ? each?.value : 'open',
  )
  const [from, size] = fixed as [Value, Value | undefined]
  if (typeof from !== 'number' || from < 1 || (size !== undefined && typeof size !== 'number'))
    throw new Unpushable('FUNCTION', 'substring')
  const given = text && asScalar(columns, text)
  if (given?.type !== 'string' || (size !== undefined && Math.trunc(size) < 1)) return NULL
  const { sql, needs } = columns.bind(given)
  const at = Math.trunc(from)
  const cut = size === undefined ? `substr(${sql}, ${at})` : `substr(${sql}, ${at}, ${Math.trunc(size)})`
  return scalar('string', `case when char_length(${sql}) >= ${at} then ${cut} end`, needs)
}

/** A call of a function of the language with terms that are not all known. @throws Unpushable */
export function builtin(columns: Columns, name: string, args: readonly Term[]): Term {
  const make = MAKERS.get(name)
  if (!make) throw new Unpushable('FUNCTION', name)
  return make(
    columns,
    args.map((arg) => bound(columns, arg)),
  )
}
