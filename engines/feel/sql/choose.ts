import type { Value } from '../values/index.ts'
import type { Columns } from './columns.ts'
import {
  isNull,
  NULL,
  needsOf,
  opened,
  type Scalar,
  type ScalarType,
  scalar,
  scalarOf,
  type Term,
  Unpushable,
} from './term.ts'

/** One way to go: an SQL condition with the pass that it needs, and what holds then. */
export interface Branch {
  readonly when: Scalar
  readonly answer: Term
}

/** The first branch whose condition is true, else the last; structures are chosen entry by entry. */
export function choose(columns: Columns, branches: readonly Branch[], otherwise: Term): Term {
  if (branches.length === 0) return otherwise
  const ways = [...branches.map(({ answer }) => opened(answer)), opened(otherwise)]
  const first = ways.find((way) => !isNull(way))
  if (!first) return NULL
  const each = (pick: (way: Term) => Term) =>
    choose(
      columns,
      branches.map(({ when }, i) => ({ when, answer: pick(ways[i] as Term) })),
      pick(ways.at(-1) as Term),
    )
  switch (first.kind) {
    case 'function':
      throw new Unpushable('FORM', 'function')
    case 'list': {
      const same = (way: Term) => way.kind === 'list' && way.items.length === first.items.length
      if (!ways.every(same)) throw new Unpushable('MIXED', 'list')
      return {
        kind: 'list',
        items: first.items.map((_, i) =>
          each((way) => (way.kind === 'list' ? (way.items[i] as Term) : NULL)),
        ),
      }
    }
    case 'context': {
      const names = [...first.entries.keys()]
      const same = (way: Term) =>
        isNull(way) ||
        (way.kind === 'context' &&
          way.entries.size === names.length &&
          names.every((name) => way.entries.has(name)))
      if (!ways.every(same)) throw new Unpushable('MIXED', 'context')
      const entries = new Map(
        names.map((name) => [
          name,
          each((way) => (way.kind === 'context' ? (way.entries.get(name) as Term) : NULL)),
        ]),
      )
      const presence = each((way) => (way.kind === 'context' ? (way.present ?? TRUE) : FALSE))
      return {
        kind: 'context',
        entries,
        present: presence.kind === 'scalar' ? columns.bind(presence) : undefined,
      }
    }
  }
  if (ways.every((way) => way.kind === 'constant' && way.value === (first as { value?: Value }).value))
    return first
  const scalars = ways.map((way) => asScalar(columns, way))
  const types = new Set(scalars.flatMap((each) => (each ? [each.type] : [])))
  if (types.size > 1) throw new Unpushable('MIXED', [...types].join(', '))
  const type = [...types][0] as ScalarType
  const [last, ...others] = [...scalars].reverse()
  const cases = others
    .reverse()
    .map((way, i) => `when ${(branches[i] as Branch).when.sql} then ${way?.sql ?? 'null'}`)
  const needs = needsOf([...branches.map(({ when }) => when), ...scalars.flatMap((way) => way ?? [])])
  return scalar(type, `case ${cases.join(' ')}${last ? ` else ${last.sql}` : ''} end`, needs)
}

const TRUE: Term = { kind: 'constant', value: true }
const FALSE: Term = { kind: 'constant', value: false }

/** A value of one column; undefined for null. */
export function asScalar(columns: Columns, term: Term): Scalar | undefined {
  if (term.kind === 'scalar') return term
  if (isNull(term)) return undefined
  const made = term.kind === 'constant' ? scalarOf(term.value, columns.parameter) : undefined
  if (!made) throw new Unpushable('TYPE', term.kind === 'constant' ? 'Any' : term.kind)
  return made
}

/** The same as one column, or as a structure of columns: to be spoken of more than once. */
export function bound(columns: Columns, term: Term): Term {
  switch (term.kind) {
    case 'scalar':
      return columns.bind(term)
    case 'context':
      return {
        ...term,
        entries: new Map([...term.entries].map(([name, entry]) => [name, bound(columns, entry)])),
      }
    case 'list':
      return { ...term, items: term.items.map((item) => bound(columns, item)) }
    default:
      return term
  }
}
