import { type FeelType, kindOf, parseNumber, parseTemporal, unescaped, type Value } from '../values/index.ts'
import type { Binding, ComparisonOperator, Entry, ItemType, Node, Tests } from './ast.ts'
import { Cursor, SyntaxProblem } from './cursor.ts'
import { common, itemOf, resultOf, sharedType, typeOfProperty } from './infer.ts'
import { addItem, endOf, Scope } from './scope.ts'
import { parseType, type TypeNames } from './typeNames.ts'

/** What a text may speak of. */
export interface Surroundings {
  readonly scope: Scope
  readonly types?: TypeNames | undefined
  /** Names with spaces that entries of values of unknown type may have. */
  readonly entryNames?: Iterable<string> | undefined
}

/** @throws SyntaxProblem */
export function parseExpression(text: string, surroundings: Surroundings): Node {
  const parser = new Parser(text, surroundings)
  return parser.whole(() => parser.expression())
}

/** The tests of a cell; the value that is tested is `?`, declared in the scope. @throws SyntaxProblem */
export function parseUnaryTests(text: string, surroundings: Surroundings): Tests {
  const parser = new Parser(text, surroundings)
  return parser.whole(() => parser.unaryTests())
}

/** @throws SyntaxProblem */
export function parseTypeName(text: string, types: TypeNames): FeelType {
  const cursor = new Cursor(text)
  const type = parseType(cursor, types)
  if (!cursor.done) throw new SyntaxProblem('UNKNOWN_TYPE', text, 0, text.length)
  return type
}

const ENTRIES_OF_VALUES = ['time offset', 'start included', 'end included']
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const COMPARISONS = ['<=', '>=', '!=', '=', '<', '>'] as const
const RESERVED = new Set([
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'and',
  'or',
  'between',
  'instance',
  'true',
  'false',
  'null',
])

/** Unlike others it is not tried again in another reading. */
class TooDeep extends SyntaxProblem {}

/** How deep brackets may stand in each other, how many operators in one text, and how often a part is read. */
const MOST = { depth: 200, links: 1_000, reads: 200_000 }

class Parser {
  readonly #cursor: Cursor
  readonly #types: TypeNames
  readonly #entryNames: readonly string[]
  #scope: Scope
  /** How many ends of ranges are being read. */
  #rangeEnds = 0
  #depth = 0
  #links = 0
  #reads = 0

  constructor(text: string, { scope, types, entryNames }: Surroundings) {
    this.#cursor = new Cursor(text)
    this.#scope = scope
    this.#types = types ?? new Map()
    this.#entryNames = [...ENTRIES_OF_VALUES, ...(entryNames ?? [])]
  }

  /** What nobody writes by hand is refused before it fills the stack, or takes its time where brackets are read twice. */
  #bounded<T>(read: () => T): T {
    if (++this.#depth > MOST.depth || ++this.#reads > MOST.reads) this.#tooDeep()
    const found = read()
    this.#depth--
    return found
  }

  /** One more operator in a row. */
  #link(): void {
    if (++this.#links > MOST.links) this.#tooDeep()
  }

  #tooDeep(): never {
    const { at, text } = this.#cursor
    throw new TooDeep('TOO_DEEP', '', at, text.length)
  }

  whole<T>(read: () => T): T {
    const found = read()
    if (!this.#cursor.done) this.#cursor.fail('end')
    return found
  }

  expression(): Node {
    const cursor = this.#cursor
    if (cursor.peekWord('for')) return this.#for()
    if (cursor.peekWord('if')) return this.#if()
    if (cursor.peekWord('some') || cursor.peekWord('every')) return this.#quantified()
    return this.#or()
  }

  unaryTests(): Tests {
    const cursor = this.#cursor
    const start = cursor.at
    const tests = (list: readonly Node[], negated = false): Tests => ({
      kind: 'tests',
      tests: list,
      negated,
      ...common('boolean', start, cursor.at),
    })
    if (cursor.done) return tests([])
    if (cursor.take('-')) {
      if (cursor.done) return tests([])
      cursor.at = start
    }
    if (cursor.takeWord('not')) {
      if (cursor.take('(')) {
        const list = this.#testList()
        if (cursor.take(')') && cursor.done) return tests(list, true)
      }
      // A call of the function `not` within a longer test.
      cursor.at = start
    }
    return tests(this.#testList())
  }

  #testList(): Node[] {
    const list = [this.#test()]
    while (this.#cursor.take(',')) list.push(this.#test())
    return list
  }

  /** `< 10`, or any expression. */
  #test(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    for (const operator of COMPARISONS)
      if (cursor.take(operator)) {
        const bound = this.#sum()
        return {
          kind: 'half',
          operator,
          bound,
          ...common({ kind: 'range', of: bound.type }, start, cursor.at),
        }
      }
    return this.expression()
  }

  #for(): Node {
    const start = this.#cursor.at
    this.#cursor.expectWord('for')
    return this.#inScope(() => {
      const bindings = this.#bindings()
      this.#cursor.expectWord('return')
      // The results so far.
      this.#scope.add('partial', { kind: 'list', of: 'Any' })
      const body = this.expression()
      return {
        kind: 'for',
        bindings,
        body,
        ...common({ kind: 'list', of: body.type }, start, this.#cursor.at),
      }
    })
  }

  #quantified(): Node {
    const start = this.#cursor.at
    const quantifier = this.#cursor.takeWord('some') ? 'some' : 'every'
    if (quantifier === 'every') this.#cursor.expectWord('every')
    return this.#inScope(() => {
      const bindings = this.#bindings()
      this.#cursor.expectWord('satisfies')
      const body = this.expression()
      return { kind: 'quantified', quantifier, bindings, body, ...common('boolean', start, this.#cursor.at) }
    })
  }

  #bindings(): Binding[] {
    const list: Binding[] = []
    do {
      const name = this.#cursor.takePattern(/[^\s,]+(?:\s+(?!in\b)[^\s,]+)*?(?=\s+in\b)/uy)?.[0]
      if (name === undefined) this.#cursor.fail('name')
      this.#cursor.expectWord('in')
      const from = this.expression()
      const to = this.#cursor.take('..') ? this.expression() : undefined
      list.push({ name: name as string, from, ...(to ? { to } : {}) })
      this.#scope.add(name as string, to ? 'number' : itemOf(from.type))
    } while (this.#cursor.take(','))
    return list
  }

  #if(): Node {
    const start = this.#cursor.at
    this.#cursor.expectWord('if')
    const condition = this.expression()
    this.#cursor.expectWord('then')
    const then = this.expression()
    this.#cursor.expectWord('else')
    const otherwise = this.expression()
    const type = sharedType([then.type, otherwise.type])
    return { kind: 'if', condition, then, otherwise, ...common(type, start, this.#cursor.at) }
  }

  #or(): Node {
    const start = this.#cursor.at
    let left = this.#and()
    while (this.#cursor.takeWord('or')) {
      this.#link()
      const right = this.#and()
      left = { kind: 'logic', operator: 'or', left, right, ...common('boolean', start, this.#cursor.at) }
    }
    return left
  }

  #and(): Node {
    const start = this.#cursor.at
    let left = this.#comparison()
    while (this.#cursor.takeWord('and')) {
      this.#link()
      const right = this.#comparison()
      left = { kind: 'logic', operator: 'and', left, right, ...common('boolean', start, this.#cursor.at) }
    }
    return left
  }

  #comparison(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    let left = this.#sum()
    for (let chained = false; ; chained = true) {
      if (chained) this.#link()
      const operator: ComparisonOperator | undefined = COMPARISONS.find((sign) => cursor.take(sign))
      if (operator) {
        const right = this.#sum()
        left = { kind: 'comparison', operator, left, right, ...common('boolean', start, cursor.at) }
      } else if (cursor.takeWord('between')) {
        const low = this.#sum()
        cursor.expectWord('and')
        const high = this.#sum()
        left = { kind: 'between', value: left, low, high, ...common('boolean', start, cursor.at) }
      } else if (cursor.takeWord('in')) {
        left = { kind: 'in', value: left, tests: this.#inTests(), ...common('boolean', start, cursor.at) }
      } else return left
    }
  }

  /** `(1, < 5)`, or one test without brackets. */
  #inTests(): Node[] {
    const cursor = this.#cursor
    const start = cursor.at
    if (cursor.take('(')) {
      try {
        const list = this.#testList()
        // `(1..5)` and `(1) + 2` are no lists of tests.
        if (cursor.take(')') && (list.length > 1 || !/^[-+*/.[(]/.test(cursor.text.slice(cursor.at))))
          return list
      } catch (problem) {
        if (!(problem instanceof SyntaxProblem) || problem instanceof TooDeep) throw problem
      }
      cursor.at = start
    }
    for (const operator of COMPARISONS)
      if (cursor.take(operator)) {
        const bound = this.#sum()
        return [
          { kind: 'half', operator, bound, ...common({ kind: 'range', of: bound.type }, start, cursor.at) },
        ]
      }
    return [this.#sum()]
  }

  #sum(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    let left = this.#product()
    for (;;) {
      const operator = cursor.take('+') ? '+' : cursor.take('-', '->') ? '-' : undefined
      if (!operator) return left
      left = this.#arithmetic(operator, left, this.#product(), start)
    }
  }

  #product(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    let left = this.#power()
    for (;;) {
      const operator = cursor.take('*', '**') ? '*' : cursor.take('/') ? '/' : undefined
      if (!operator) return left
      left = this.#arithmetic(operator, left, this.#power(), start)
    }
  }

  #power(): Node {
    const start = this.#cursor.at
    let left = this.#negation()
    while (this.#cursor.take('**')) left = this.#arithmetic('**', left, this.#negation(), start)
    return left
  }

  #arithmetic(operator: '+' | '-' | '*' | '/' | '**', left: Node, right: Node, start: number): Node {
    this.#link()
    return {
      kind: 'arithmetic',
      operator,
      left,
      right,
      ...common(resultOf(operator, left.type, right.type), start, this.#cursor.at),
    }
  }

  #negation(): Node {
    const start = this.#cursor.at
    if (!this.#cursor.take('-')) return this.#instance()
    const of = this.#bounded(() => this.#negation())
    return { kind: 'negate', of, ...common(of.type, start, this.#cursor.at) }
  }

  #instance(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    const value = this.#postfix()
    if (!cursor.takeWord('instance')) return value
    cursor.expectWord('of')
    const of = parseType(cursor, this.#types)
    return { kind: 'instance', value, of, ...common('boolean', start, cursor.at) }
  }

  #postfix(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    let node = this.#primary()
    for (let chained = false; ; chained = true) {
      if (chained) this.#link()
      if (cursor.peek('.') && !cursor.peek('..')) {
        cursor.take('.')
        const name = this.#entryName(node.type)
        node = {
          kind: 'property',
          of: node,
          name,
          ...common(typeOfProperty(node.type, name), start, cursor.at),
        }
      } else if (cursor.peek('(')) node = this.#call(node, start)
      else if (cursor.peek('[')) {
        const filtered = this.#filter(node, start)
        if (!filtered) return node
        node = filtered
      } else return node
    }
  }

  /** Behind the end of a range, `[` may close it: `[1..10[`. */
  #filter(of: Node, start: number): Node | undefined {
    const cursor = this.#cursor
    const { at } = cursor
    try {
      return this.#filterOf(of, start)
    } catch (problem) {
      if (this.#rangeEnds === 0 || !(problem instanceof SyntaxProblem) || problem instanceof TooDeep)
        throw problem
      cursor.at = at
      return undefined
    }
  }

  #filterOf(of: Node, start: number): Node {
    const cursor = this.#cursor
    cursor.expect('[')
    const item = itemOf(of.type)
    const condition = this.#inScope(() => {
      addItem(this.#scope, item, this.#entryNames)
      // An item without the entry that is asked for has none: that is no mistake.
      this.#scope.open ||= typeof item === 'object' && item.kind === 'context'
      return this.expression()
    })
    cursor.expect(']')
    const type: FeelType = condition.type === 'number' ? item : { kind: 'list', of: item }
    return { kind: 'filter', of, condition, ...common(type, start, cursor.at) }
  }

  #entryName(type: FeelType): string {
    const cursor = this.#cursor
    const of = typeof type === 'object' && type.kind === 'list' ? itemOf(type) : type
    const known = typeof of === 'object' && of.kind === 'context' ? Object.keys(of.entries) : []
    let best: { name: string; end: number } | undefined
    for (const name of [...known, ...this.#entryNames]) {
      const end = endOf(name, cursor.text, cursor.at)
      if (end !== undefined && (!best || end > best.end)) best = { name, end }
    }
    const { at } = cursor
    const simple = cursor.takeSimpleName()
    if (best && (simple === undefined || best.end >= at + simple.length)) {
      cursor.jump(best.end)
      return best.name
    }
    return simple ?? cursor.fail('name')
  }

  #call(callee: Node, start: number): Node {
    const cursor = this.#cursor
    cursor.expect('(')
    const args: Node[] = []
    const names: string[] = []
    if (!cursor.peek(')'))
      do {
        const name = cursor.takePattern(/[\p{L}_?][^:,()[\]{}"]*?(?=\s*:)/uy)?.[0]
        if (name !== undefined) {
          cursor.expect(':')
          names.push(name.replace(/\s+/g, ' '))
        }
        args.push(this.expression())
      } while (cursor.take(','))
    cursor.expect(')')
    if (names.length > 0 && names.length < args.length) cursor.fail('name')
    const type =
      typeof callee.type === 'object' && callee.type.kind === 'function' ? callee.type.result : 'Any'
    return {
      kind: 'call',
      callee,
      args,
      ...(names.length > 0 ? { names } : {}),
      ...common(type, start, cursor.at),
    }
  }

  #primary(): Node {
    return this.#bounded(() => this.#single())
  }

  #single(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    const literal = (value: Value): Node => {
      const kind = kindOf(value)
      return { kind: 'literal', value, ...common(kind as FeelType, start, cursor.at) }
    }
    if (cursor.peek('"')) return literal(this.#string())
    if (cursor.peek('[') || cursor.peek(']')) return this.#bracket()
    if (cursor.peek('(')) return this.#round()
    if (cursor.peek('{')) return this.#context()
    const digits = cursor.takePattern(NUMBER)
    if (digits) return literal(parseNumber(digits[0]))
    if (cursor.take('@')) {
      const text = this.#string()
      const value = parseTemporal(text)
      if (value === null) throw new SyntaxProblem('BAD_LITERAL', text, start, cursor.at)
      return literal(value)
    }
    if (cursor.peekWord('function') && /^function\s*\(/.test(cursor.text.slice(cursor.at)))
      return this.#function()
    const named = this.#scope.match(cursor.text, cursor.at)
    if (named && !RESERVED.has(named.name)) {
      cursor.jump(named.end)
      const found = this.#scope.find(named.name)
      return {
        kind: 'name',
        name: named.name,
        builtin: found?.builtin ?? false,
        ...common(found?.type ?? 'Any', start, cursor.at),
      }
    }
    if (cursor.takeWord('true')) return literal(true)
    if (cursor.takeWord('false')) return literal(false)
    if (cursor.takeWord('null')) return literal(null)
    const unknown = cursor.takeSimpleName()
    if (unknown === undefined || RESERVED.has(unknown)) {
      cursor.at = start
      cursor.fail('expression')
    }
    if (this.#scope.isOpen)
      return { kind: 'name', name: unknown as string, builtin: false, ...common('Any', start, cursor.at) }
    throw new SyntaxProblem('UNKNOWN_NAME', unknown as string, start, start + (unknown as string).length)
  }

  #string(): string {
    const cursor = this.#cursor
    const start = cursor.at
    const match = cursor.takePattern(/"((?:[^"\\]|\\[\s\S])*)"/y)
    if (!match) throw new SyntaxProblem('TEXT_OPEN', '"', start, cursor.text.length)
    const text = unescaped(match[1] ?? '')
    if (text === null) throw new SyntaxProblem('BAD_LITERAL', match[0], start, cursor.at)
    return text
  }

  /** A list, or a range that begins with `[` or `]`. */
  #bracket(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    const startIncluded = cursor.take('[')
    if (!startIncluded) cursor.expect(']')
    if (startIncluded && cursor.take(']'))
      return { kind: 'list', items: [], ...common({ kind: 'list', of: 'Any' }, start, cursor.at) }
    const first = startIncluded ? this.#test() : this.expression()
    if (cursor.take('..')) return this.#rangeTo(first, startIncluded, start)
    if (!startIncluded) cursor.fail('..')
    const items = [first]
    while (cursor.take(',')) items.push(this.#test())
    cursor.expect(']')
    const of = sharedType(items.map(({ type }) => type))
    return { kind: 'list', items, ...common({ kind: 'list', of }, start, cursor.at) }
  }

  #rangeTo(from: Node, startIncluded: boolean, start: number): Node {
    const cursor = this.#cursor
    const to = this.#rangeEnd()
    const endIncluded = cursor.take(']')
    if (!endIncluded && !cursor.take(')')) cursor.expect('[')
    const of = from.type === 'Null' ? to.type : from.type
    return {
      kind: 'range',
      from,
      to,
      startIncluded,
      endIncluded,
      ...common({ kind: 'range', of }, start, cursor.at),
    }
  }

  #rangeEnd(): Node {
    this.#rangeEnds++
    try {
      return this.expression()
    } finally {
      this.#rangeEnds--
    }
  }

  /** An expression in brackets, or a range that begins with `(`. */
  #round(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    cursor.expect('(')
    const inner = this.#test()
    if (inner.kind !== 'half' && cursor.take('..')) return this.#rangeTo(inner, false, start)
    cursor.expect(')')
    return inner
  }

  #context(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    cursor.expect('{')
    return this.#inScope(() => {
      const entries: Entry[] = []
      const types: Record<string, FeelType> = {}
      if (!cursor.peek('}'))
        do {
          const key = cursor.peek('"')
            ? this.#string()
            : cursor.takePattern(/[^:{}[\]",\s][^:{}[\]",]*?(?=\s*:)/uy)?.[0].replace(/\s+/g, ' ')
          if (key === undefined) cursor.fail('name')
          cursor.expect(':')
          const value = this.expression()
          if (entries.some(({ name }) => name === key)) cursor.fail('other name')
          entries.push({ name: key as string, value })
          types[key as string] = value.type
          this.#scope.add(key as string, value.type)
        } while (cursor.take(','))
      cursor.expect('}')
      return { kind: 'context', entries, ...common({ kind: 'context', entries: types }, start, cursor.at) }
    })
  }

  #function(): Node {
    const cursor = this.#cursor
    const start = cursor.at
    cursor.expectWord('function')
    cursor.expect('(')
    return this.#inScope(() => {
      const parameters: { name: string; check?: ItemType }[] = []
      if (!cursor.peek(')'))
        do {
          const name = cursor.takePattern(/[^:,()]+?(?=\s*[:,)])/uy)?.[0].replace(/\s+/g, ' ')
          if (name === undefined) cursor.fail('name')
          const type = cursor.take(':') ? parseType(cursor, this.#types) : undefined
          parameters.push({ name: name as string, ...(type ? { check: { type } } : {}) })
          this.#scope.add(name as string, type ?? 'Any')
        } while (cursor.take(','))
      cursor.expect(')')
      if (cursor.peekWord('external')) cursor.fail('FEEL')
      const body = this.expression()
      const type: FeelType = {
        kind: 'function',
        parameters: parameters.map(({ check }) => check?.type ?? 'Any'),
        result: body.type,
      }
      return { kind: 'function', parameters, body, ...common(type, start, cursor.at) }
    })
  }

  #inScope<T>(read: () => T): T {
    const outer = this.#scope
    this.#scope = new Scope(outer)
    try {
      return read()
    } finally {
      this.#scope = outer
    }
  }
}
