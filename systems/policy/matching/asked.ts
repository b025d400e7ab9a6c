import type { Model } from '../../../engines/feel/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { askedNames, asksGiven, beforeClaim, compiled, type Granule, kindsOf } from '../granule/index.ts'

/** A granule ready to be asked of everybody. */
export interface AskedGranule {
  readonly id: string
  readonly model: Model
  /** Traits that it asks for. */
  readonly names: readonly string[]
  /** Waits for what a claim brings: who has not claimed is counted, and no match. */
  readonly open: boolean
}

export function askedGranules(
  context: Pick<Context, 'systems'>,
  granules: readonly Granule[],
  asOf: string,
): readonly AskedGranule[] {
  const kindOf = kindsOf(context)
  return granules.map((granule) => {
    const wording = beforeClaim(granule)
    const texts = granule.criteria.flatMap(({ operand, test }) => [operand, test])
    return {
      id: granule.row.id,
      model: compiled(wording, kindOf, asOf),
      names: askedNames(wording, kindOf),
      open: asksGiven(granule, granule.amount, ...texts),
    }
  })
}

/** What is found of one enterprise and one granule. */
export interface Found {
  readonly enterprise: string
  readonly granule: string
  readonly verdict: 'match' | 'near'
  /** Exact yuan, after the cap of one claim and rounding. */
  readonly amount: string | null
  readonly near: number | null
  readonly gap: string | null
}

/** How many, by granule, are not decided. */
export interface Undecided {
  readonly unknown: number
  /** May claim: all that systems know of speaks for it. */
  readonly open: number
}

export class Tally {
  readonly counts = new Map<string, Undecided>()

  add(granule: string, kind: keyof Undecided, by: number): void {
    const { unknown, open } = this.counts.get(granule) ?? { unknown: 0, open: 0 }
    this.counts.set(granule, kind === 'open' ? { unknown, open: open + by } : { unknown: unknown + by, open })
  }
}
