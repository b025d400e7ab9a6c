import type { Library } from '../compile/index.ts'
import type { Element } from '../dmn/index.ts'
import type { Value } from '../values/index.ts'
import { answerOf, type Row } from './answer.ts'
import { bound } from './choose.ts'
import { Columns, type QueryText, type SUBJECTS } from './columns.ts'
import { translate } from './expression.ts'
import { fitTerm } from './fit.ts'
import { Names } from './names.ts'
import { rounded } from './numbers.ts'
import { isScalarType, type Scalar, type Term, Unpushable, type UnpushableCode } from './term.ts'

/** A decision over all subjects at once. */
export interface SetQuery {
  /** One row a subject, the query of whom is to be put where `SUBJECTS` stands; the other values are texts. */
  readonly query: QueryText<string | typeof SUBJECTS>
  /** The columns of the answer. */
  readonly columns: readonly string[]
  /** The answer that a row holds. */
  readonly read: (row: Row) => Value
}

/** Why a decision has no such query: what it is, and in which element of the model. */
export interface NotPushed {
  readonly code: UnpushableCode
  readonly what: string
  readonly element: string
}

export interface QueryOptions {
  /** Columns of the subjects that stay beside the answer. */
  readonly keep: readonly string[]
  /** What the columns of the answer are called, or begin with. */
  readonly as?: string
}

/** What a query is made from: the elements of a model and the functions of the language. */
export interface Source {
  readonly elements: ReadonlyMap<string, Element>
  readonly library: Library
}

/**
 * A decision as one query for PostgreSQL 15 or later. Columns of the subjects have the names of the model's input data
 * and kinds that can be cast to its types.
 */
export function setQuery(
  { elements, library }: Source,
  decision: Element,
  { keep, as = 'answer' }: QueryOptions,
): SetQuery | NotPushed {
  const columns = new Columns()
  const by = { columns, library, depth: 0, translate }
  const made = new Map<string, Term>()
  let place = decision.name
  const termOf = (element: Element): Term => {
    const known = made.get(element.key)
    if (known) return known
    const outer = place
    place = element.name
    const term = bound(columns, element.kind === 'inputData' ? inputTerm(element) : logicTerm(element))
    place = outer
    made.set(element.key, term)
    return term
  }
  const inputTerm = ({ name, type, item }: Element): Term => {
    if (!isScalarType(type) || type.endsWith('duration'))
      throw new Unpushable('TYPE', typeof type === 'string' ? type : type.kind)
    const given = columns.subject(type, name)
    const value: Scalar = type === 'number' ? rounded(columns, given) : given
    return item ? fitTerm(value, item, by) : value
  }
  const logicTerm = ({ kind, name, logic, requires, key }: Element): Term => {
    if (!logic || (kind !== 'decision' && kind !== 'businessKnowledgeModel'))
      throw new Unpushable('ELEMENT', name)
    const names = new Names()
    for (const each of requires) {
      const required = elements.get(each)
      // What has another namespace is spoken of under the name of its import.
      if (!required || each === key || namespaceOf(each) !== namespaceOf(key))
        throw new Unpushable('ELEMENT', name)
      names.with(required.name, termOf(required))
    }
    return translate(logic, names, by)
  }
  try {
    const answer = answerOf(termOf(decision), as)
    const names = answer.columns.map(({ name }) => name)
    return { query: columns.query(keep, answer.columns), columns: names, read: answer.read }
  } catch (problem) {
    if (!(problem instanceof Unpushable)) throw problem
    return { code: problem.code, what: problem.what, element: place }
  }
}

const namespaceOf = (key: string) => key.slice(0, key.lastIndexOf('#'))
