import { Decimal } from '../figures/index.ts'
import type { Outcome } from './decision.ts'

/** One subject under two wordings of a decision. */
export interface Judged {
  readonly id: string
  readonly title: string
  readonly before: unknown
  readonly after: unknown
}

/** Who moves from one verdict to another. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly subjects: number
  /** What the move adds to the money, exact; '0' where no money is at stake. */
  readonly money: string
}

export interface Change extends Judged {
  /** Money after less before, exact. */
  readonly money: string
  readonly direction: 'win' | 'lose'
}

/** 影响测算: what a new wording does to everybody whom the decision judges. */
export interface Effect {
  readonly subjects: number
  readonly wins: number
  readonly loses: number
  readonly same: number
  /** Totals, exact; absent where the outcome names no money. */
  readonly money?: { readonly before: string; readonly after: string; readonly unit: string }
  readonly moves: readonly Move[]
  /** Those who gain or lose most, at most `LISTED` of either. */
  readonly changes: readonly Change[]
}

/** Whose names an effect lists, of winners and of losers. */
export const LISTED = 100

/** Adds up what two wordings say of each subject; the subjects are read once and not kept. */
export async function effectOf(outcome: Outcome, judged: AsyncIterable<readonly Judged[]>): Promise<Effect> {
  const moves = new Map<string, { from: string; to: string; subjects: number; money: Decimal }>()
  const best = { win: new Foremost(LISTED), lose: new Foremost(LISTED) }
  const counts = { subjects: 0, win: 0, lose: 0 }
  let before = new Decimal(0)
  let after = new Decimal(0)
  for await (const batch of judged)
    for (const one of batch) {
      counts.subjects++
      const [was, is] = [moneyOf(outcome, one.before), moneyOf(outcome, one.after)]
      before = before.plus(was)
      after = after.plus(is)
      const from = verdictOf(outcome, one.before)
      const to = verdictOf(outcome, one.after)
      const money = is.minus(was)
      const gain = money.isZero()
        ? rankOf(outcome, one.after) - rankOf(outcome, one.before)
        : money.toNumber()
      if (from !== to || gain !== 0) add(moves, from, to, money)
      if (gain === 0) continue
      const direction = gain > 0 ? 'win' : 'lose'
      counts[direction]++
      best[direction].offer({ ...one, money: money.toFixed(), direction }, Math.abs(gain))
    }
  const { money } = outcome
  return {
    subjects: counts.subjects,
    wins: counts.win,
    loses: counts.lose,
    same: counts.subjects - counts.win - counts.lose,
    ...(money ? { money: { before: before.toFixed(), after: after.toFixed(), unit: money.unit } } : {}),
    moves: [...moves.values()]
      .sort((a, b) => b.subjects - a.subjects)
      .map((move) => ({ ...move, money: move.money.toFixed() })),
    changes: [...best.win.list(), ...best.lose.list()],
  }
}

/** The entry of an answer that says how a subject was judged; — where there is none. */
function verdictOf({ verdict }: Outcome, answer: unknown): string {
  const value = verdict === undefined ? answer : entryOf(answer, verdict)
  return value === null || value === undefined ? '—' : String(value)
}

function moneyOf({ money }: Outcome, answer: unknown): Decimal {
  const value = money ? entryOf(answer, money.entry) : null
  return typeof value === 'number' || typeof value === 'string' ? new Decimal(value) : new Decimal(0)
}

const entryOf = (answer: unknown, name: string): unknown =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, name)
    ? (answer as Record<string, unknown>)[name]
    : null

/** How good an answer is for its subject; a verdict that the order does not name is worse than all that it does. */
export const rankOf = (outcome: Outcome, answer: unknown): number =>
  outcome.order.indexOf(verdictOf(outcome, answer))

function add(
  moves: Map<string, { from: string; to: string; subjects: number; money: Decimal }>,
  from: string,
  to: string,
  money: Decimal,
): void {
  const key = JSON.stringify([from, to])
  const move = moves.get(key)
  if (!move) moves.set(key, { from, to, subjects: 1, money })
  else {
    move.subjects++
    move.money = move.money.plus(money)
  }
}

/** Keeps the few that weigh most of many that come by. */
class Foremost {
  readonly #size: number
  #kept: { change: Change; weight: number }[] = []

  constructor(size: number) {
    this.#size = size
  }

  offer(change: Change, weight: number): void {
    this.#kept.push({ change, weight })
    if (this.#kept.length >= this.#size * 4) this.#cut()
  }

  list(): readonly Change[] {
    this.#cut()
    return this.#kept.map(({ change }) => change)
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.weight - a.weight || (a.change.id < b.change.id ? -1 : 1))
    this.#kept.length = Math.min(this.#kept.length, this.#size)
  }
}
