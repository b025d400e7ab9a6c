import type { Term } from './term.ts'

/** What names mean at a place. */
export class Names {
  readonly #own = new Map<string, Term>()
  readonly #outer: Names | undefined

  constructor(outer?: Names) {
    this.#outer = outer
  }

  with(name: string, term: Term): this {
    this.#own.set(name, term)
    return this
  }

  find(name: string): Term | undefined {
    return this.#own.get(name) ?? this.#outer?.find(name)
  }
}
