/** Lets so many work at once; the others wait for their turn, in the order in which they came. */
export class Turns {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(places: number) {
    this.free = places
  }

  /** @returns what gives the place back */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free--
    else await new Promise<void>((go) => this.waiting.push(go))
    let given = false
    return () => {
      if (given) return
      given = true
      const next = this.waiting.shift()
      if (next) next()
      else this.free++
    }
  }
}

/** So many places for all, and so many of them for one: whoever finds none is told, and does not wait. */
export class Places {
  private readonly taken = new Map<string, number>()
  private readonly all: number
  private readonly each: number

  constructor(all: number, each: number) {
    this.all = all
    this.each = each
  }

  /** @returns what gives the place back, once however often it is called; undefined when there is none */
  take(who: string): (() => void) | undefined {
    const own = this.taken.get(who) ?? 0
    const every = [...this.taken.values()].reduce((sum, one) => sum + one, 0)
    if (own >= this.each || every >= this.all) return undefined
    this.taken.set(who, own + 1)
    let given = false
    return () => {
      if (given) return
      given = true
      const left = (this.taken.get(who) ?? 1) - 1
      if (left > 0) this.taken.set(who, left)
      else this.taken.delete(who)
    }
  }
}
