import { isContext, type Value } from '../values/index.ts'

/** The values of names while a function runs. Slots are numbered when it is compiled; nothing is looked up by name. */
export interface Frame {
  readonly slots: Value[]
  readonly parent: Frame | undefined
}

export type Run = (frame: Frame) => Value

/** How many slots a function needs. */
interface Activation {
  size: number
}

/** What names mean at a place, while it is compiled. */
export class Env {
  readonly parent: Env | undefined
  readonly activation: Activation
  readonly #slots = new Map<string, number>()
  /** An item being filtered: its entries go by their names alone. Undefined entries: it may have any. */
  item: { readonly slot: number; readonly entries: Readonly<Record<string, unknown>> | undefined } | undefined

  constructor(parent?: Env, activation: Activation = parent?.activation ?? { size: 0 }) {
    this.parent = parent
    this.activation = activation
  }

  /** A place within the same function. */
  inner(): Env {
    return new Env(this)
  }

  /** The body of a function. */
  ofFunction(): Env {
    return new Env(this, { size: 0 })
  }

  slot(name?: string): number {
    const slot = this.activation.size++
    if (name !== undefined) this.#slots.set(name, slot)
    return slot
  }

  /** @returns undefined for what nobody declared */
  find(name: string): Run | undefined {
    let depth = 0
    for (let env: Env | undefined = this; env; env = env.parent) {
      const slot = env.#slots.get(name)
      if (env.item && name !== '?') {
        const { slot: item, entries } = env.item
        const fallback = slot === undefined ? env.outer(depth, name) : read(depth, slot)
        if (!entries || Object.hasOwn(entries, name)) return entry(read(depth, item), name, fallback)
      }
      if (slot !== undefined) return read(depth, slot)
      if (env.parent && env.parent.activation !== env.activation) depth++
    }
    return undefined
  }

  /** What a name means where the item has no such entry; read from `depth` functions further in. */
  private outer(depth: number, name: string): Run | undefined {
    const found = this.parent?.find(name)
    if (!found) return undefined
    const crossed = this.parent?.activation === this.activation ? depth : depth + 1
    return (frame) => {
      let at: Frame = frame
      for (let i = 0; i < crossed; i++) at = at.parent as Frame
      return found(at)
    }
  }
}

function read(depth: number, slot: number): Run {
  if (depth === 0) return ({ slots }) => slots[slot] as Value
  if (depth === 1) return ({ parent }) => (parent as Frame).slots[slot] as Value
  return (frame) => {
    let at = frame
    for (let i = 0; i < depth; i++) at = at.parent as Frame
    return at.slots[slot] as Value
  }
}

function entry(item: Run, name: string, outer: Run | undefined): Run {
  return (frame) => {
    const value = item(frame)
    if (isContext(value) && name in value) return value[name] as Value
    return outer ? outer(frame) : null
  }
}

export const newFrame = (parent?: Frame): Frame => ({ slots: [], parent })
