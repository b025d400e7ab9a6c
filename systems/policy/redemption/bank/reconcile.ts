import { fenOf, yuanOf } from '../money.ts'
import type { Outcome } from '../words.ts'

/** A line that was ordered; the amount in yuan. */
export interface Ordered {
  readonly reference: string
  readonly amount: string
}
/** A line that the bank answered. */
export interface Answered {
  readonly reference: string
  readonly amount: string
  readonly outcome: Outcome
  /** Somebody found out what a line is that is none of the batch's. */
  readonly settled?: boolean
}

export type Verdict = 'paid' | 'returned' | 'missing' | 'amount' | 'conflict' | 'unknown' | 'settled'

export interface Compared {
  readonly reference: string
  readonly verdict: Verdict
  /** Yuan; null where that side has no such line. */
  readonly ordered: string | null
  readonly answered: string | null
  /** Answered less ordered, yuan. */
  readonly difference: string
}

export interface Reconciliation {
  readonly lines: readonly Compared[]
  readonly totals: {
    readonly ordered: string
    readonly paid: string
    readonly returned: string
    readonly open: string
  }
  /** Every order has its answer at its amount, and every answer its order: the batch may be closed. */
  readonly equal: boolean
}

const OPEN: readonly Verdict[] = ['missing', 'amount', 'conflict', 'unknown']
export const isOpen = (verdict: Verdict): boolean => OPEN.includes(verdict)

/** Sets orders and answers side by side. The same answer read twice is one; answers that contradict each other settle nothing. */
export function reconcile(ordered: readonly Ordered[], answered: readonly Answered[]): Reconciliation {
  const byReference = new Map<string, Answered[]>()
  for (const one of answered) {
    const said = byReference.get(one.reference)
    if (said) said.push(one)
    else byReference.set(one.reference, [one])
  }
  const known = new Set(ordered.map(({ reference }) => reference))
  const lines = [
    ...ordered.map((order) => compare(order, byReference.get(order.reference) ?? [])),
    ...[...byReference]
      .filter(([reference]) => !known.has(reference))
      .map(([reference, said]) => stray(reference, said)),
  ]
  const sum = (some: readonly Compared[]) =>
    yuanOf(some.reduce((total, line) => total + fenOf(line.ordered ?? line.answered ?? '0'), 0n))
  const of = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict)
  return {
    lines,
    totals: {
      ordered: sum(lines.filter((line) => line.ordered !== null)),
      paid: sum(of('paid')),
      returned: sum(of('returned')),
      open: sum(lines.filter(({ verdict }) => isOpen(verdict))),
    },
    equal: !lines.some(({ verdict }) => isOpen(verdict)),
  }
}

function compare({ reference, amount }: Ordered, said: readonly Answered[]): Compared {
  const [first] = said
  if (!first)
    return { reference, verdict: 'missing', ordered: amount, answered: null, difference: minus('0', amount) }
  const agree = said.every(
    ({ outcome, amount }) => outcome === first.outcome && fenOf(amount) === fenOf(first.amount),
  )
  const verdict = !agree ? 'conflict' : fenOf(first.amount) !== fenOf(amount) ? 'amount' : first.outcome
  return {
    reference,
    verdict,
    ordered: amount,
    answered: first.amount,
    difference: minus(first.amount, amount),
  }
}

function stray(reference: string, said: readonly Answered[]): Compared {
  const answered = said[0]?.amount ?? '0'
  const settled = said.every((one) => one.settled)
  return {
    reference,
    verdict: settled ? 'settled' : 'unknown',
    ordered: null,
    answered,
    difference: minus(answered, '0'),
  }
}

const minus = (a: string, b: string): string => yuanOf(fenOf(a) - fenOf(b))
