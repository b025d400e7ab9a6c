import {
  type ItemType,
  parseTypeName,
  parseUnaryTests,
  Scope,
  SyntaxProblem,
  simpleType,
  type TypeNames,
} from '../syntax/index.ts'
import type { FeelType } from '../values/index.ts'
import type { ModelProblem } from './problems.ts'
import { child, childrenOf, textOf, type XmlElement } from './xml.ts'

/** Item definitions of a model: names to types, those of imports under `prefix.name`. */
export class ItemTypes {
  readonly #definitions = new Map<string, XmlElement>()
  readonly #known = new Map<string, ItemType>()
  readonly #open = new Set<string>()
  readonly #problems: ModelProblem[]
  readonly #builtins: Scope
  #typeNames: TypeNames | undefined

  constructor(definitions: readonly XmlElement[], builtins: Scope, problems: ModelProblem[]) {
    for (const definition of definitions) this.#definitions.set(definition.attributes.name ?? '', definition)
    this.#builtins = builtins
    this.#problems = problems
  }

  import(prefix: string, types: ItemTypes): void {
    for (const name of types.names())
      this.#known.set(prefix === '' ? name : `${prefix}.${name}`, types.item(name) as ItemType)
  }

  names(): readonly string[] {
    return [...this.#definitions.keys(), ...this.#known.keys()]
  }

  /** For types within expressions; asked for by every one of them. */
  typeNames(): TypeNames {
    this.#typeNames ??= new Map(
      this.names().flatMap((name) => {
        const item = this.item(name)
        return item ? [[name, item.type] as const] : []
      }),
    )
    return this.#typeNames
  }

  /** @param reference a typeRef @returns undefined for none, and for one that is nowhere defined */
  item(reference: string | undefined): ItemType | undefined {
    if (reference === undefined || reference === '') return undefined
    const known = this.#known.get(reference)
    if (known) return known
    const definition = this.#definitions.get(reference)
    if (definition) return this.#define(reference, definition)
    const simple = simpleType(reference.replace(/^feel[:.]/, ''))
    return simple && simple !== 'Any' ? { name: reference, type: simple } : simple && { type: 'Any' }
  }

  #define(name: string, definition: XmlElement): ItemType {
    // A type that holds itself is anything where it does.
    if (this.#open.has(name)) return { name, type: 'Any' }
    this.#open.add(name)
    const item = { ...this.#read(definition), name }
    this.#open.delete(name)
    this.#known.set(name, item)
    return item
  }

  #read(definition: XmlElement): ItemType {
    const single = this.#single(definition)
    if (definition.attributes.isCollection !== 'true') return single
    const constraint = child(definition, 'typeConstraint')
    const allowed = constraint && this.#tests(textOf(constraint), definition)
    return {
      type: { kind: 'list', of: single.type },
      item: single,
      ...(allowed ? { allowed } : {}),
    }
  }

  #single(definition: XmlElement): ItemType {
    const components = childrenOf(definition, 'itemComponent')
    const called = child(definition, 'functionItem')
    const base = child(definition, 'typeRef')?.text.trim()
    const isCollection = definition.attributes.isCollection === 'true'
    const limits = [
      child(definition, 'allowedValues'),
      isCollection ? undefined : child(definition, 'typeConstraint'),
    ]
    const tests = limits.flatMap((limit) => (limit ? [this.#tests(textOf(limit), definition)] : []))
    const allowed = tests.find((each) => each !== undefined)
    const limit = allowed ? { allowed } : {}
    if (called) {
      const parameters = childrenOf(called, 'parameters').map(({ attributes }) =>
        this.#type(attributes.typeRef),
      )
      return { type: { kind: 'function', parameters, result: this.#type(called.attributes.outputTypeRef) } }
    }
    if (components.length > 0) {
      const entries: Record<string, ItemType> = {}
      for (const component of components) entries[component.attributes.name ?? ''] = this.#read(component)
      const types = Object.fromEntries(Object.entries(entries).map(([name, { type }]) => [name, type]))
      return { type: { kind: 'context', entries: types }, entries, ...limit }
    }
    const item = this.item(base)
    if (!item) {
      if (base) {
        try {
          return { type: parseTypeName(base, new Map()), ...limit }
        } catch {
          this.#problems.push({
            code: 'UNKNOWN_TYPE',
            what: base,
            element: definition.attributes.id,
            place: definition.attributes.name ?? '',
          })
        }
      }
      return { type: 'Any', ...limit }
    }
    return { ...item, ...limit }
  }

  #type(reference: string | undefined): FeelType {
    return this.item(reference)?.type ?? 'Any'
  }

  #tests(text: string, definition: XmlElement) {
    const scope = new Scope(this.#builtins)
    scope.add('?', 'Any')
    scope.add('item', 'Any')
    try {
      return text.trim() === '' ? undefined : parseUnaryTests(text, { scope })
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem
      this.#problems.push({
        code: problem.code,
        what: problem.what,
        element: definition.attributes.id,
        place: definition.attributes.name ?? '',
        expression: text,
        start: problem.start,
        end: problem.end,
      })
      return undefined
    }
  }
}
