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

  /** A place at once, or none. */
  takeNow(): (() => void) | undefined {
    if (this.free === 0) return undefined
    this.free--
    return () => {
      this.free++
    }
  }
}
