/** How often each may do something within a while, kept in memory: it holds nobody up after a restart. */
export class Pace {
  private readonly counts = new Map<string, { since: number; count: number }>()
  private readonly most: number
  private readonly withinMs: number

  constructor(most: number, withinMs: number) {
    this.most = most
    this.withinMs = withinMs
  }

  /** Counts once. @param now milliseconds @returns false when it was too often */
  admits(who: string, now: number): boolean {
    const known = this.counts.get(who)
    if (known && now - known.since < this.withinMs) return ++known.count <= this.most
    if (this.counts.size >= MOST_KNOWN) this.forget(now)
    this.counts.set(who, { since: now, count: 1 })
    return true
  }

  private forget(now: number): void {
    for (const [who, { since }] of this.counts) if (now - since >= this.withinMs) this.counts.delete(who)
  }
}

const MOST_KNOWN = 10_000
