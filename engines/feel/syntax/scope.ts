import type { FeelType } from '../values/index.ts'

/** Names that may be spoken at a place, the nearest first. Names have spaces and signs: the longest that fits counts. */
export class Scope {
  readonly #names = new Map<string, FeelType>()
  readonly #byFirst = new Map<string, string[]>()
  readonly parent: Scope | undefined
  /** Its names are the functions of the language. */
  readonly builtin: boolean
  /** Entries of a value that nothing is known of may have any name. */
  open = false

  constructor(parent?: Scope, builtin = false) {
    this.parent = parent
    this.builtin = builtin
  }

  static of(names: Readonly<Record<string, FeelType>>, parent?: Scope): Scope {
    const scope = new Scope(parent)
    for (const [name, type] of Object.entries(names)) scope.add(name, type)
    return scope
  }

  add(name: string, type: FeelType): void {
    if (!this.#names.has(name)) {
      const first = name.slice(0, 1)
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), name])
    }
    this.#names.set(name, type)
  }

  /** @returns undefined for a name that nobody declared */
  find(name: string): { type: FeelType; builtin: boolean } | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const type = scope.#names.get(name)
      if (type !== undefined) return { type, builtin: scope.builtin }
    }
    return undefined
  }

  get isOpen(): boolean {
    return this.open || (this.parent?.isOpen ?? false)
  }

  /** The longest declared name that stands in a text at a place. */
  match(text: string, at: number): { name: string; end: number } | undefined {
    let best: { name: string; end: number } | undefined
    const first = text.slice(at, at + 1)
    for (let scope: Scope | undefined = this; scope; scope = scope.parent)
      for (const name of scope.#byFirst.get(first) ?? []) {
        const end = endOf(name, text, at)
        if (end !== undefined && (!best || end > best.end)) best = { name, end }
      }
    return best
  }
}

const patterns = new Map<string, RegExp>()

/** Where a name ends in a text, when it stands there whole; spaces count as any white space, around signs as none. */
export function endOf(name: string, text: string, at: number): number | undefined {
  let pattern = patterns.get(name)
  if (!pattern) {
    const parts = name.match(/[\p{L}\p{N}_?$]+|[^\s]/gu) ?? []
    const source = parts
      .map((part, i) => {
        const word = /[\p{L}\p{N}_?$]/u.test(part)
        const after = i > 0 && /[\p{L}\p{N}_?$]/u.test(parts[i - 1] ?? '')
        const gap = i === 0 ? '' : word && after ? '\\s+' : '\\s*'
        return gap + part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      })
      .join('')
    const whole = /[\p{L}\p{N}_?$]$/u.test(name) ? '(?![\\p{L}\\p{N}_?$])' : ''
    pattern = new RegExp(source + whole, 'uy')
    patterns.set(name, pattern)
  }
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** What the condition of a filter may speak of besides: the item, and its entries by their names alone. */
export function addItem(scope: Scope, item: FeelType, entryNames: readonly string[]): void {
  scope.add('item', item)
  if (typeof item === 'object' && item.kind === 'context')
    for (const [name, type] of Object.entries(item.entries)) scope.add(name, type)
  if (item !== 'Any') return
  scope.open = true
  // Names that are more than a word, where nothing better goes by them.
  for (const name of entryNames) if (!scope.find(name)) scope.add(name, 'Any')
}
