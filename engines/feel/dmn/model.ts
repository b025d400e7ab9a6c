import {
  allows,
  type Check,
  type Compile,
  compileCheck,
  compiler,
  compileTrace,
  Env,
  type Library,
  type NumericTable,
  newFrame,
  numericTable,
  type TableTrace,
} from '../compile/index.ts'
import {
  type NotPushed,
  type QueryOptions,
  type RuleQuery,
  ruleQuery,
  type SetQuery,
  setQuery,
} from '../sql/index.ts'
import { type ItemType, type Node, Scope, type Table } from '../syntax/index.ts'
import {
  contextOf,
  type FeelType,
  FunctionValue,
  isContext,
  newContext,
  type Value,
} from '../values/index.ts'
import { EXPRESSIONS, fitted, readBoxed, readFunction } from './boxed.ts'
import { type Document, type DrgElement, readDocument, servicePart } from './document.ts'
import type { ModelProblem } from './problems.ts'
import { ItemTypes } from './types.ts'
import { child, type XmlElement, XmlProblem } from './xml.ts'

/** Values of one evaluation: what was given, and what was decided on the way. */
interface Evaluation {
  readonly inputs: Readonly<Record<string, Value>>
  readonly made: Map<string, Value>
}

/** A decision, input, function or service of a model, ready to run. */
export interface Element {
  readonly kind: DrgElement['kind']
  readonly key: string
  readonly id: string
  readonly name: string
  readonly type: FeelType
  readonly item: ItemType | undefined
  /** The logic of a decision or the function of a business knowledge model; undefined for the others. */
  readonly logic: Node | undefined
  readonly requires: readonly string[]
  readonly value: (evaluation: Evaluation) => Value
  /** Of a decision that is a table of plain numbers over input data. */
  readonly numeric?: () => NumericTable<Value> | undefined
  /** Of a decision whose logic is a table: why it answers as it does. */
  readonly trace?: (evaluation: Evaluation) => TableTrace
}

/** A decision on the way to an answer. */
export interface Step {
  readonly decision: string
  readonly answer: Value
  readonly table: TableTrace | undefined
}

/** A model that was read, with the models that it imports. */
export interface Model {
  readonly name: string
  readonly namespace: string
  readonly problems: readonly ModelProblem[]
  readonly elements: ReadonlyMap<string, Element>
  /** Own elements by name. */
  find(name: string, kind?: Element['kind']): Element | undefined
  /** @returns the value of a decision, or of a service or function called with the inputs as its arguments */
  evaluate(name: string, inputs: Readonly<Record<string, Value>>): Value
  /** The same as `evaluate`, for many subjects: what can be made ready is made ready once. */
  prepare(name: string): (inputs: Readonly<Record<string, Value>>) => Value
  /** A decision as one query over all subjects, or why there is none. */
  query(name: string, options: QueryOptions): SetQuery | NotPushed
  /** The tests of one rule of a table, by its number from 1, over all subjects. */
  queryRule(name: string, rule: number, options: QueryOptions): RuleQuery | NotPushed
  /** Every decision on the way, those that others need first. */
  explain(name: string, inputs: Readonly<Record<string, Value>>): readonly Step[]
  readonly types: ItemTypes
}

export interface ModelOptions {
  readonly library: Library
  /** Models that may be imported, by namespace. */
  readonly imports?: readonly Model[]
}

/** Reads and compiles a DMN file. What is wrong with it is among its problems; the rest of it runs. */
export function readModel(source: string, { library, imports = [] }: ModelOptions): Model {
  const problems: ModelProblem[] = []
  let document: Document
  try {
    document = readDocument(source)
  } catch (problem) {
    if (!(problem instanceof XmlProblem)) throw problem
    problems.push({ code: 'XML', what: `${problem.line}: ${problem.message}`, element: undefined, place: '' })
    document = { namespace: '', name: '', imports: [], itemDefinitions: [], elements: [] }
  }
  return new Reader(document, library, imports, problems).model()
}

class Reader {
  readonly #document: Document
  readonly #library: Library
  readonly #compile: Compile
  readonly #problems: ModelProblem[]
  readonly #builtins: Scope
  readonly #types: ItemTypes
  readonly #elements = new Map<string, Element>()
  readonly #prefixes = new Map<string, string>()
  readonly #entryNames: readonly string[]
  readonly #open = new Set<string>()

  constructor(document: Document, library: Library, imports: readonly Model[], problems: ModelProblem[]) {
    this.#document = document
    this.#library = library
    this.#compile = compiler(library)
    this.#problems = problems
    this.#builtins = builtinScope(library)
    this.#types = new ItemTypes(document.itemDefinitions, this.#builtins, problems)
    for (const { name, namespace } of document.imports) {
      const model = imports.find((each) => each.namespace === namespace)
      if (!model) {
        problems.push({ code: 'MISSING_IMPORT', what: namespace, element: undefined, place: name })
        continue
      }
      this.#types.import(name, model.types)
      for (const [key, element] of model.elements) {
        this.#elements.set(key, element)
        if (key.startsWith(`${namespace}#`)) this.#prefixes.set(key, name)
      }
    }
    this.#entryNames = spacedNames(document.itemDefinitions)
  }

  model(): Model {
    const { namespace, name, elements } = this.#document
    for (const element of elements) this.#element(element.key)
    const own = elements.map(({ key }) => this.#elements.get(key) as Element)
    const find = (wanted: string, kind?: Element['kind']) =>
      own.find((each) => each.name === wanted && (kind ? each.kind === kind : each.kind !== 'inputData'))
    const explain = (wanted: string, inputs: Readonly<Record<string, Value>>): readonly Step[] => {
      const evaluation = { inputs, made: new Map<string, Value>() }
      const steps = new Map<string, Step>()
      const visit = (element: Element | undefined) => {
        if (element?.kind !== 'decision' || steps.has(element.key)) return
        for (const key of element.requires) visit(this.#elements.get(key))
        steps.set(element.key, {
          decision: element.name,
          answer: element.value(evaluation),
          table: element.trace?.(evaluation),
        })
      }
      visit(find(wanted, 'decision'))
      return [...steps.values()]
    }
    const evaluate = (wanted: string, inputs: Readonly<Record<string, Value>>): Value => {
      const element = find(wanted)
      if (!element) return null
      const value = element.value({ inputs, made: new Map() })
      if (element.kind === 'decision' || !(value instanceof FunctionValue)) return value
      return value.call(value.parameters.map((parameter) => inputs[parameter.name] ?? null))
    }
    return {
      name,
      namespace,
      explain,
      problems: this.#problems,
      elements: this.#elements,
      types: this.#types,
      find,
      prepare: (wanted) => {
        const numeric = find(wanted, 'decision')?.numeric?.()
        const slow = (inputs: Readonly<Record<string, Value>>) => evaluate(wanted, inputs)
        return numeric ? (inputs) => numeric(inputs, slow) : slow
      },
      evaluate,
      query: (wanted, options) => {
        const element = find(wanted, 'decision')
        if (!element) return { code: 'ELEMENT', what: wanted, element: wanted }
        return setQuery({ elements: this.#elements, library: this.#library }, element, options)
      },
      queryRule: (wanted, rule, options) => {
        const element = find(wanted, 'decision')
        if (!element) return { code: 'ELEMENT', what: wanted, element: wanted }
        return ruleQuery({ elements: this.#elements, library: this.#library }, element, rule, options)
      },
    }
  }

  #element(key: string): Element | undefined {
    const known = this.#elements.get(key)
    if (known) return known
    const found = this.#document.elements.find((each) => each.key === key)
    if (!found || this.#open.has(key)) {
      // A function may call itself; a decision that needs itself has no beginning.
      if (found?.kind !== 'businessKnowledgeModel')
        this.#problems.push({
          code: found ? 'CIRCLE' : 'MISSING_REQUIREMENT',
          what: key.split('#')[1] ?? key,
          element: found?.id,
          place: found?.name ?? '',
        })
      return undefined
    }
    this.#open.add(key)
    const element = MAKERS[found.kind].call(this, found)
    this.#open.delete(key)
    this.#elements.set(key, element)
    return element
  }

  inputData(found: DrgElement): Element {
    const { kind, key, id, name, requires } = found
    const item = this.#types.item(found.typeRef)
    const check = this.#check(item)
    const value = ({ inputs }: Evaluation) => {
      const given = inputs[name] ?? null
      return check ? (check(given) ?? null) : given
    }
    return { kind, key, id, name, requires, item, type: item?.type ?? 'Any', logic: undefined, value }
  }

  decision(found: DrgElement): Element {
    const { kind, key, id, name, requires, xml } = found
    const item = this.#types.item(found.typeRef)
    const parts = this.#required(requires)
    const logic = fitted(this.#read(child(xml, ...EXPRESSIONS), parts.scope, found), item)
    if (!child(xml, ...EXPRESSIONS))
      this.#problems.push({ code: 'NO_LOGIC', what: name, element: id, place: name })
    const run = this.#compile(logic, parts.env)
    const inner = logic.kind === 'fit' ? logic.of : logic
    const value = (evaluation: Evaluation): Value => {
      const made = evaluation.made.get(key)
      if (made !== undefined) return made
      const frame = newFrame()
      parts.fill(frame.slots, evaluation)
      const answer = run(frame)
      evaluation.made.set(key, answer)
      return answer
    }
    const type = item?.type ?? logic.type
    const plain = { kind, key, id, name, requires, item, type, logic, value }
    if (inner.kind !== 'table') return plain
    // Few models are asked why or for many: what only that takes is made when it first is.
    const tracer = once(() => compileTrace(inner, parts.env, this.#compile))
    const trace = (evaluation: Evaluation) => {
      const frame = newFrame()
      parts.fill(frame.slots, evaluation)
      return tracer()(frame)
    }
    return { ...plain, trace, numeric: once(() => this.#numeric(inner, logic, requires)) }
  }

  businessKnowledgeModel(found: DrgElement): Element {
    const { kind, key, id, name, requires, xml } = found
    const item = this.#types.item(found.typeRef)
    const called = child(xml, 'encapsulatedLogic')
    const parts = this.#required(requires.filter((each) => each !== key))
    const own = { scope: new Scope(parts.scope), env: parts.env.inner() }
    const declared = declaredType(called, this.#types, item)
    own.scope.add(name, declared)
    const self = own.env.slot(name)
    const result = item && typeof item.type === 'object' && item.type.kind === 'function' ? undefined : item
    const logic = called
      ? readFunction(called, own.scope, this.#reading(found), result?.type === 'Any' ? undefined : result)
      : this.#read(undefined, own.scope, found)
    const run = this.#compile(logic, own.env)
    // Not before it is called: two functions may call each other. It needs no inputs: what it requires are functions.
    const inner = once(() => {
      const frame = newFrame()
      parts.fill(frame.slots, { inputs: newContext(), made: new Map() })
      frame.slots[self] = made
      return run(frame)
    })
    const made: FunctionValue = new FunctionValue(parametersOf(logic), resultType(logic), (args) => {
      const called = inner()
      return called instanceof FunctionValue ? called.call(args) : null
    })
    return { kind, key, id, name, requires, item, type: logic.type, logic, value: () => made }
  }

  decisionService(found: DrgElement): Element {
    const { kind, key, id, name } = found
    const item = this.#types.item(found.typeRef)
    const part = (each: string) => servicePart(this.#document, found, each)
    const outputs = part('outputDecision')
    const given = [...part('inputData'), ...part('inputDecision')]
    const needed = [...outputs, ...given].flatMap((each) => this.#element(each) ?? [])
    const byKey = (each: string) => needed.find((element) => element.key === each)
    const parameters = given.flatMap((each) => {
      const element = byKey(each)
      return element
        ? [
            {
              name: element.name,
              type: element.type,
              key: each,
              check: this.#check(element.item),
              kind: element.kind,
            },
          ]
        : []
    })
    const check = this.#check(
      item && typeof item.type === 'object' && item.type.kind === 'function'
        ? { type: item.type.result }
        : item,
    )
    const call = (args: readonly Value[]): Value => {
      const inputs: Record<string, Value> = newContext()
      const made = new Map<string, Value>()
      for (const [i, parameter] of parameters.entries()) {
        const value = parameter.check ? parameter.check(args[i] ?? null) : (args[i] ?? null)
        if (value === undefined) return null
        inputs[parameter.name] = value
        if (parameter.kind === 'decision') made.set(parameter.key, value)
      }
      const evaluation = { inputs, made }
      const values = outputs.flatMap((each) => {
        const element = byKey(each)
        return element ? [[element.name, element.value(evaluation)] as const] : []
      })
      const answer = values.length === 1 ? (values[0]?.[1] ?? null) : contextOf(values)
      return check ? (check(answer) ?? null) : answer
    }
    const result: FeelType =
      item?.type ?? (outputs.length === 1 ? (byKey(outputs[0] as string)?.type ?? 'Any') : 'Any')
    const type: FeelType = { kind: 'function', parameters: parameters.map((each) => each.type), result }
    const made = new FunctionValue(parameters, result, call)
    return { kind, key, id, name, requires: [...outputs], item, type, logic: undefined, value: () => made }
  }

  /** Only where each input is input data that is a number without limits, and each answer is written out in the table. */
  #numeric(table: Table, logic: Node, requires: readonly string[]): NumericTable<Value> | undefined {
    if (!table.rules.every(({ outputs }) => outputs.every(({ kind }) => kind === 'literal'))) return undefined
    if (table.outputs.some(({ otherwise }) => otherwise)) return undefined
    const names = table.inputs.map(({ value }) => {
      const named = value.kind === 'fit' && value.to.type === 'number' && !value.to.allowed ? value.of : value
      if (named.kind !== 'name') return undefined
      const input = requires.map((key) => this.#elements.get(key)).find((each) => each?.name === named.name)
      return input?.kind === 'inputData' && input.type === 'number' && !input.item?.allowed
        ? named.name
        : undefined
    })
    // What a rule answers is what the decision does when it is the only one, and asks for nothing.
    const answers = table.rules.map((rule) => {
      const tests = rule.tests.map((each) => ({ ...each, tests: [], negated: false }))
      const only: Table = { ...table, hitPolicy: 'FIRST', rules: [{ ...rule, tests }] }
      return this.#compile(logic.kind === 'fit' ? { ...logic, of: only } : only, new Env())(newFrame())
    })
    return numericTable(table, names, [...answers, null], null)
  }

  /** What an element may speak of, and how its names are filled for one evaluation. */
  #required(keys: readonly string[]) {
    const scope = new Scope(this.#builtins)
    const env = new Env()
    const slots: { slot: number; value: (evaluation: Evaluation) => Value }[] = []
    const prefixed = new Map<string, Element[]>()
    for (const key of keys) {
      const element = this.#element(key)
      if (!element) continue
      const prefix = this.#prefixes.get(key) ?? ''
      if (prefix !== '') prefixed.set(prefix, [...(prefixed.get(prefix) ?? []), element])
      else {
        scope.add(element.name, element.type)
        slots.push({ slot: env.slot(element.name), value: element.value })
      }
    }
    for (const [prefix, elements] of prefixed) {
      scope.add(prefix, {
        kind: 'context',
        entries: Object.fromEntries(elements.map(({ name, type }) => [name, type])),
      })
      slots.push({
        slot: env.slot(prefix),
        value: (evaluation) =>
          contextOf(
            elements.map(({ name, kind, value }) => {
              const under = evaluation.inputs[prefix]
              // An imported input may be given under the name of its import.
              return kind === 'inputData' && under !== undefined && isContext(under) && name in under
                ? ([name, under[name] as Value] as const)
                : ([name, value(evaluation)] as const)
            }),
          ),
      })
    }
    const fill = (into: Value[], evaluation: Evaluation) => {
      for (const { slot, value } of slots) into[slot] = value(evaluation)
    }
    return { scope, env, fill }
  }

  #read(expression: XmlElement | undefined, scope: Scope, found: DrgElement): Node {
    return readBoxed(expression, scope, this.#reading(found))
  }

  #reading = (found: DrgElement) => ({
    types: this.#types,
    entryNames: this.#entryNames,
    problems: this.#problems,
    place: found.name,
  })

  #check(item: ItemType | undefined): Check | undefined {
    return item && item.type !== 'Any' ? compileCheck(item, allows(new Env(), this.#compile)) : undefined
  }
}

const MAKERS = {
  inputData: Reader.prototype.inputData,
  decision: Reader.prototype.decision,
  businessKnowledgeModel: Reader.prototype.businessKnowledgeModel,
  decisionService: Reader.prototype.decisionService,
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const parametersOf = (logic: Node) =>
  logic.kind === 'function' ? logic.parameters.map(({ name, check }) => ({ name, type: check?.type })) : []
const resultType = (logic: Node): FeelType =>
  typeof logic.type === 'object' && logic.type.kind === 'function' ? logic.type.result : 'Any'

function declaredType(
  called: XmlElement | undefined,
  types: ItemTypes,
  item: ItemType | undefined,
): FeelType {
  const parameters = called?.children.filter(({ name }) => name === 'formalParameter') ?? []
  return {
    kind: 'function',
    parameters: parameters.map(({ attributes }) => types.item(attributes.typeRef)?.type ?? 'Any'),
    result: item?.type ?? 'Any',
  }
}

/** The functions of the language, under everything that a model names. */
export function builtinScope({ builtins }: Library): Scope {
  const scope = new Scope(undefined, true)
  for (const [name, { parameters, result }] of builtins)
    scope.add(name, { kind: 'function', parameters: parameters.map(({ type = 'Any' }) => type), result })
  return scope
}

/** Names of entries that are more than a word: where nothing is known of a value, they are still read whole. */
function spacedNames(definitions: readonly XmlElement[]): readonly string[] {
  const names = (element: XmlElement): string[] => [
    ...(element.name === 'itemComponent' ? [element.attributes.name ?? ''] : []),
    ...element.children.flatMap(names),
  ]
  return [...new Set(definitions.flatMap(names))].filter((name) => /[^\p{L}\p{N}_]/u.test(name))
}
