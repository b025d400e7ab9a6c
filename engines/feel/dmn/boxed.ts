import {
  addItem,
  common,
  type Entry,
  type HitPolicy,
  type ItemType,
  itemOf,
  type Node,
  parseExpression,
  parseUnaryTests,
  Scope,
  SyntaxProblem,
  sharedType,
  type TableOutput,
  type Tests,
} from '../syntax/index.ts'
import type { FeelType } from '../values/index.ts'
import type { ModelProblem } from './problems.ts'
import type { ItemTypes } from './types.ts'
import { child, childrenOf, textOf, type XmlElement } from './xml.ts'

/** What a boxed expression is read with. */
export interface Reading {
  readonly types: ItemTypes
  readonly entryNames: readonly string[]
  readonly problems: ModelProblem[]
  /** The decision or function whose logic it is. */
  readonly place: string
}

export const EXPRESSIONS = [
  'literalExpression',
  'decisionTable',
  'context',
  'invocation',
  'relation',
  'list',
  'functionDefinition',
  'conditional',
  'filter',
  'for',
  'some',
  'every',
]

const NOTHING: Node = { kind: 'literal', value: null, ...common('Any', 0, 0) }

/** A boxed expression (§7.3, §10.2) as the one tree of all expressions. */
export function readBoxed(element: XmlElement | undefined, scope: Scope, reading: Reading): Node {
  if (!element) return NOTHING
  const node = READERS[element.name]?.(element, scope, reading) ?? NOTHING
  return fitted(node, reading.types.item(element.attributes.typeRef))
}

export const fitted = (of: Node, to: ItemType | undefined): Node =>
  to && to.type !== 'Any' ? { kind: 'fit', of, to, ...common(to.type, of.start, of.end) } : of

type Reader = (element: XmlElement, scope: Scope, reading: Reading) => Node

const inside = (element: XmlElement | undefined) => element && child(element, ...EXPRESSIONS)

const READERS: Readonly<Record<string, Reader>> = {
  literalExpression: (element, scope, reading) =>
    attempt(element, textOf(element), reading, NOTHING, (text) =>
      parseExpression(text, { scope, types: reading.types.typeNames(), entryNames: reading.entryNames }),
    ),
  context: (element, scope, reading) => {
    const inner = new Scope(scope)
    const entries: Entry[] = []
    const types: Record<string, FeelType> = {}
    let result: Node | undefined
    for (const entry of childrenOf(element, 'contextEntry')) {
      const variable = child(entry, 'variable')
      const expression = inside(entry)
      const name = variable?.attributes.name ?? entry.attributes.name
      const item = reading.types.item(variable?.attributes.typeRef)
      const value = fitted(readBoxed(expression, inner, reading), item)
      if (name === undefined) result = value
      else {
        entries.push({ name, value })
        types[name] = value.type
        inner.add(name, value.type)
      }
    }
    const type: FeelType = result?.type ?? { kind: 'context', entries: types }
    return { kind: 'context', entries, ...(result ? { result } : {}), ...common(type, 0, 0) }
  },
  invocation: (element, scope, reading) => {
    const callee = readBoxed(inside(element), scope, reading)
    const bindings = childrenOf(element, 'binding')
    const args = bindings.map((binding) => readBoxed(inside(binding), scope, reading))
    const names = bindings.map((binding) => child(binding, 'parameter')?.attributes.name ?? '')
    const type =
      typeof callee.type === 'object' && callee.type.kind === 'function' ? callee.type.result : 'Any'
    return { kind: 'call', callee, args, ...(names.length > 0 ? { names } : {}), ...common(type, 0, 0) }
  },
  relation: (element, scope, reading) => {
    const columns = childrenOf(element, 'column')
    const items = childrenOf(element, 'row').map((row): Node => {
      const cells = row.children.filter(({ name }) => EXPRESSIONS.includes(name))
      const entries = columns.map((column, i) => ({
        name: column.attributes.name ?? '',
        value: fitted(readBoxed(cells[i], scope, reading), reading.types.item(column.attributes.typeRef)),
      }))
      return { kind: 'context', entries, ...common(contextOf(entries), 0, 0) }
    })
    return { kind: 'list', items, ...common({ kind: 'list', of: items[0]?.type ?? 'Any' }, 0, 0) }
  },
  list: (element, scope, reading) => {
    const items = element.children
      .filter(({ name }) => EXPRESSIONS.includes(name))
      .map((each) => readBoxed(each, scope, reading))
    const of = sharedType(items.map(({ type }) => type))
    return { kind: 'list', items, ...common({ kind: 'list', of }, 0, 0) }
  },
  functionDefinition: (element, scope, reading) => readFunction(element, scope, reading),
  conditional: (element, scope, reading) => {
    const [condition, then, otherwise] = ['if', 'then', 'else'].map((part) =>
      readBoxed(inside(child(element, part)), scope, reading),
    ) as [Node, Node, Node]
    return {
      kind: 'if',
      condition,
      then,
      otherwise,
      strict: true,
      ...common(sharedType([then.type, otherwise.type]), 0, 0),
    }
  },
  filter: (element, scope, reading) => {
    const of = readBoxed(inside(child(element, 'in')), scope, reading)
    const inner = new Scope(scope)
    addItem(inner, itemOf(of.type), reading.entryNames)
    const condition = readBoxed(inside(child(element, 'match')), inner, reading)
    return { kind: 'filter', of, condition, strict: true, ...common(of.type, 0, 0) }
  },
  for: (element, scope, reading) => {
    const { binding, inner } = iterator(element, scope, reading)
    inner.add('partial', { kind: 'list', of: 'Any' })
    const body = readBoxed(inside(child(element, 'return')), inner, reading)
    return { kind: 'for', bindings: [binding], body, ...common({ kind: 'list', of: body.type }, 0, 0) }
  },
  some: (element, scope, reading) => quantified('some', element, scope, reading),
  every: (element, scope, reading) => quantified('every', element, scope, reading),
  decisionTable: readTable,
}

const contextOf = (entries: readonly Entry[]): FeelType => ({
  kind: 'context',
  entries: Object.fromEntries(entries.map(({ name, value }) => [name, value.type])),
})

function iterator(element: XmlElement, scope: Scope, reading: Reading) {
  const inNode = child(element, 'in')
  const from = readBoxed(inside(inNode), scope, reading)
  const name = element.attributes.iteratorVariable ?? ''
  const inner = new Scope(scope)
  inner.add(name, reading.types.item(inNode?.attributes.typeRef)?.type ?? itemOf(from.type))
  return { binding: { name, from }, inner }
}

function quantified(quantifier: 'some' | 'every', element: XmlElement, scope: Scope, reading: Reading): Node {
  const { binding, inner } = iterator(element, scope, reading)
  const body = readBoxed(inside(child(element, 'satisfies')), inner, reading)
  return {
    kind: 'quantified',
    quantifier,
    bindings: [binding],
    body,
    strict: true,
    ...common('boolean', 0, 0),
  }
}

/** Of a function definition, and of the logic of a business knowledge model. */
export function readFunction(element: XmlElement, scope: Scope, reading: Reading, result?: ItemType): Node {
  const kind = element.attributes.kind ?? 'FEEL'
  if (kind !== 'FEEL')
    reading.problems.push({
      code: 'NOT_FEEL',
      what: kind,
      element: element.attributes.id,
      place: reading.place,
    })
  const inner = new Scope(scope)
  const parameters = childrenOf(element, 'formalParameter').map(({ attributes }) => {
    const check = reading.types.item(attributes.typeRef)
    inner.add(attributes.name ?? '', check?.type ?? 'Any')
    return { name: attributes.name ?? '', ...(check ? { check } : {}) }
  })
  const body = kind === 'FEEL' ? readBoxed(inside(element), inner, reading) : NOTHING
  const type: FeelType = {
    kind: 'function',
    parameters: parameters.map(({ check }) => check?.type ?? 'Any'),
    result: result?.type ?? body.type,
  }
  return { kind: 'function', parameters, body, ...(result ? { result } : {}), ...common(type, 0, 0) }
}

function readTable(element: XmlElement, scope: Scope, reading: Reading): Node {
  const { types } = reading
  const surroundings = (more: Scope) => ({
    scope: more,
    types: types.typeNames(),
    entryNames: reading.entryNames,
  })
  const testScopes: Scope[] = []
  const inputs = childrenOf(element, 'input').map((input, i) => {
    const expression = child(input, 'inputExpression')
    const text = textOf(expression)
    const within = { ...reading, place: `${reading.place} · ${i + 1}` }
    const value = attempt(expression ?? input, text, within, NOTHING, (source) =>
      parseExpression(source, surroundings(scope)),
    )
    const declared = types.item(expression?.attributes.typeRef)
    const typed = declared && declared.type !== 'Any' ? { ...value, type: declared.type } : value
    const inner = new Scope(scope)
    inner.add('?', typed.type)
    testScopes.push(inner)
    const limits = textOf(child(input, 'inputValues'))
    const own =
      limits.trim() === ''
        ? undefined
        : tests(child(input, 'inputValues') as XmlElement, limits, inner, within)
    return {
      label: input.attributes.label ?? text,
      text,
      value:
        declared && value.kind !== 'literal'
          ? fitted(value, { ...declared, allowed: undefined } as unknown as ItemType)
          : typed,
      ...(own ? { allowed: own } : {}),
    }
  })
  const outputs = childrenOf(element, 'output').map((output, i): TableOutput => {
    const name = output.attributes.name
    const check = types.item(output.attributes.typeRef)
    const inner = new Scope(scope)
    inner.add('?', check?.type ?? 'Any')
    const within = { ...reading, place: `${reading.place} · ${output.attributes.label ?? name ?? i + 1}` }
    const values = child(output, 'outputValues')
    const order =
      values && textOf(values).trim() !== '' ? tests(values, textOf(values), inner, within) : check?.allowed
    const given = child(output, 'defaultOutputEntry')
    const otherwise =
      given && textOf(given).trim() !== ''
        ? attempt(given, textOf(given), within, NOTHING, (source) =>
            parseExpression(source, surroundings(scope)),
          )
        : undefined
    return {
      name,
      ...(check && check.type !== 'Any' ? { check } : {}),
      ...(order ? { order } : {}),
      ...(otherwise ? { otherwise } : {}),
    }
  })
  const rules = childrenOf(element, 'rule').map((rule, i) => {
    const cells = childrenOf(rule, 'inputEntry')
    const texts = inputs.map((_, j) => textOf(cells[j]).trim())
    const within = (column: number) => ({
      ...reading,
      place: `${reading.place} · ${i + 1} · ${inputs[column]?.label}`,
    })
    const annotation = textOf(child(rule, 'annotationEntry'))
    return {
      id: rule.attributes.id ?? String(i + 1),
      texts,
      tests: texts.map((text, j) => tests(cells[j] ?? rule, text, testScopes[j] as Scope, within(j))),
      outputs: childrenOf(rule, 'outputEntry').map((entry, j) =>
        attempt(
          entry,
          textOf(entry),
          { ...reading, place: `${reading.place} · ${i + 1} · ${outputs[j]?.name ?? ''}` },
          NOTHING,
          (source) =>
            source.trim() === '' || source.trim() === '-'
              ? NOTHING
              : parseExpression(source, surroundings(scope)),
        ),
      ),
      ...(annotation ? { annotation } : {}),
    }
  })
  const hitPolicy = (element.attributes.hitPolicy ?? 'UNIQUE') as HitPolicy
  const aggregator = element.attributes.aggregation as 'SUM' | 'COUNT' | 'MIN' | 'MAX' | undefined
  return {
    kind: 'table',
    inputs,
    outputs,
    rules,
    hitPolicy,
    aggregator,
    ...common(typeOfTable(hitPolicy, aggregator, outputs), 0, 0),
  }

  function tests(at: XmlElement, text: string, inner: Scope, within: Reading): Tests {
    const none: Tests = { kind: 'tests', tests: [NOTHING], negated: false, ...common('boolean', 0, 0) }
    return attempt(at, text, within, none, (source) => parseUnaryTests(source, surroundings(inner)))
  }
}

function typeOfTable(
  hitPolicy: HitPolicy,
  aggregator: string | undefined,
  outputs: readonly TableOutput[],
): FeelType {
  const of: FeelType =
    outputs.length === 1
      ? (outputs[0]?.check?.type ?? 'Any')
      : {
          kind: 'context',
          entries: Object.fromEntries(outputs.map(({ name = '', check }) => [name, check?.type ?? 'Any'])),
        }
  if (aggregator === 'COUNT') return 'number'
  const many = ['RULE ORDER', 'OUTPUT ORDER'].includes(hitPolicy) || (hitPolicy === 'COLLECT' && !aggregator)
  return many ? { kind: 'list', of } : of
}

/** Reads a text; what is wrong with it is noted with its place, and stands for nothing. */
function attempt<T>(
  element: XmlElement,
  text: string,
  { problems, place }: Reading,
  instead: T,
  read: (text: string) => T,
): T {
  try {
    return read(text)
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem
    const { code, what, start, end } = problem
    problems.push({ code, what, element: element.attributes.id, place, expression: text, start, end })
    return instead
  }
}
