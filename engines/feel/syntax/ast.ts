import type { FeelType, Range, Value } from '../values/index.ts'

/**
 * One tree for all that a model says: literal expressions, unary tests, boxed expressions and decision tables. Names
 * are resolved while it is made; what a node yields is in `type` as far as it can be known.
 */
export type Node =
  | Literal
  | Name
  | Property
  | Arithmetic
  | Negate
  | Comparison
  | Logic
  | Between
  | In
  | InstanceOf
  | If
  | For
  | Quantified
  | ListNode
  | ContextNode
  | RangeNode
  | HalfRange
  | Filter
  | Call
  | FunctionNode
  | Tests
  | Fit
  | Table

interface Common {
  readonly type: FeelType
  /** Where it stands in the text of its expression. */
  readonly start: number
  readonly end: number
}
export interface Literal extends Common {
  readonly kind: 'literal'
  readonly value: Value
}
export interface Name extends Common {
  readonly kind: 'name'
  readonly name: string
  /** A function of the language, shadowed by nothing. */
  readonly builtin: boolean
}
export interface Property extends Common {
  readonly kind: 'property'
  readonly of: Node
  readonly name: string
}
export interface Arithmetic extends Common {
  readonly kind: 'arithmetic'
  readonly operator: '+' | '-' | '*' | '/' | '**'
  readonly left: Node
  readonly right: Node
}
export interface Negate extends Common {
  readonly kind: 'negate'
  readonly of: Node
}
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export interface Comparison extends Common {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Node
  readonly right: Node
}
export interface Logic extends Common {
  readonly kind: 'logic'
  readonly operator: 'and' | 'or'
  readonly left: Node
  readonly right: Node
}
export interface Between extends Common {
  readonly kind: 'between'
  readonly value: Node
  readonly low: Node
  readonly high: Node
}
/** `value in tests`. */
export interface In extends Common {
  readonly kind: 'in'
  readonly value: Node
  readonly tests: readonly Node[]
}
export interface InstanceOf extends Common {
  readonly kind: 'instance'
  readonly value: Node
  readonly of: FeelType
}
export interface If extends Common {
  readonly kind: 'if'
  readonly condition: Node
  readonly then: Node
  readonly otherwise: Node
  /** Boxed: a condition that is neither true nor false leaves nothing. */
  readonly strict?: boolean
}
export interface Binding {
  readonly name: string
  readonly from: Node
  /** `from..to`. */
  readonly to?: Node
}
export interface For extends Common {
  readonly kind: 'for'
  readonly bindings: readonly Binding[]
  readonly body: Node
}
export interface Quantified extends Common {
  readonly kind: 'quantified'
  readonly quantifier: 'some' | 'every'
  readonly bindings: readonly Binding[]
  readonly body: Node
  readonly strict?: boolean
}
export interface ListNode extends Common {
  readonly kind: 'list'
  readonly items: readonly Node[]
}
export interface Entry {
  readonly name: string
  readonly value: Node
}
/** Entries see those before them. With a result it is a block: the entries are only its names. */
export interface ContextNode extends Common {
  readonly kind: 'context'
  readonly entries: readonly Entry[]
  readonly result?: Node
}
export interface RangeNode extends Common {
  readonly kind: 'range'
  readonly from: Node
  readonly to: Node
  readonly startIncluded: boolean
  readonly endIncluded: boolean
}
/** `< 10`, as a test or in brackets. */
export interface HalfRange extends Common {
  readonly kind: 'half'
  readonly operator: NonNullable<Range['operator']>
  readonly bound: Node
}
export interface Filter extends Common {
  readonly kind: 'filter'
  readonly of: Node
  readonly condition: Node
  readonly strict?: boolean
}
export interface Call extends Common {
  readonly kind: 'call'
  readonly callee: Node
  readonly args: readonly Node[]
  /** The names of the arguments, one for each; undefined when they stand in order. */
  readonly names?: readonly string[]
}
export interface FunctionNode extends Common {
  readonly kind: 'function'
  readonly parameters: readonly { readonly name: string; readonly check?: ItemType }[]
  readonly body: Node
  readonly result?: ItemType
}
/** Unary tests: whether `?` passes one of them, or none when negated. No test at all is passed by everything. */
export interface Tests extends Common {
  readonly kind: 'tests'
  readonly tests: readonly Node[]
  readonly negated: boolean
}
/** A value as a declared type takes it, or null. */
export interface Fit extends Common {
  readonly kind: 'fit'
  readonly of: Node
  readonly to: ItemType
}
export interface TableInput {
  readonly label: string
  readonly text: string
  readonly value: Node
  readonly allowed?: Tests
}
export interface TableOutput {
  readonly name: string | undefined
  readonly check?: ItemType
  /** Values in order of priority. */
  readonly order?: Tests
  readonly otherwise?: Node
}
export interface TableRule {
  readonly id: string
  readonly tests: readonly Tests[]
  readonly texts: readonly string[]
  readonly outputs: readonly Node[]
  readonly annotation?: string
}
export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT'
export interface Table extends Common {
  readonly kind: 'table'
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  readonly rules: readonly TableRule[]
  readonly hitPolicy: HitPolicy
  readonly aggregator: 'SUM' | 'COUNT' | 'MIN' | 'MAX' | undefined
}

/** A type as a model declares it: what `FeelType` says, and which values it allows. */
export interface ItemType {
  readonly name?: string
  readonly type: FeelType
  /** Of a list, its items; of a context, its entries. */
  readonly item?: ItemType
  readonly entries?: Readonly<Record<string, ItemType>>
  readonly allowed?: Tests
}

/** The table that a decision is, if it is one; a declared type may be set upon it. */
export function tableOf(logic: Node | undefined): Table | undefined {
  const inner = logic?.kind === 'fit' ? logic.of : logic
  return inner?.kind === 'table' ? inner : undefined
}
