import { setTimeout as delay } from 'node:timers/promises'
import { GaoxinError } from '../errors.ts'
import { faultPoint } from '../store/fault.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { type Given, Register, type Sender, type Sent } from './accept.ts'
import type { Point } from './append.ts'
import { noteRefused, type Refusal, type Refused } from './refuse.ts'
import { settleHeads, type Written, writeReadings } from './write.ts'

/** What became of what was sent, once it is committed. */
export interface Outcome {
  /** Readings that are kept now, those among them that were there already. */
  readonly taken: number
  readonly refused: Partial<Record<Refusal, number>>
}

interface Waiting extends Given {
  /** What of it could not even be read. */
  readonly unreadable: readonly unknown[]
  readonly done: (outcome: Outcome) => void
  readonly failed: (error: unknown) => void
}

/** Readings of one transaction, and of all that wait: more is refused until there is room. */
const MOST_AT_ONCE = 50_000
const MOST_WAITING = 500_000
/** What comes within so long goes together. */
const TOGETHER_MS = 10
/** Screens are told of new readings so often at most. */
const TOLD_MS = 1000

/** Live messages say this of readings; it is no record. */
export const READINGS = 'series.readings'

/**
 * The one way in for all that devices send. While a batch is written, what comes gathers into the next one: whoever
 * sends waits for the commit, so the slower the database, the larger the batches.
 */
export class Intake {
  private readonly context: Context
  private readonly register = new Register()
  private queue: Waiting[] = []
  private waiting = 0
  private pumping: Promise<void> | undefined
  private untold = new Set<string>()
  private telling: NodeJS.Timeout | undefined
  /** Since the program began. */
  readonly written = { kept: 0, doubled: 0, late: 0 }

  constructor(context: Context) {
    this.context = context
  }

  /**
   * Resolves when what was sent is committed. What is sent again is kept once.
   * @throws GaoxinError SERIES_BUSY, and whatever the database says; then nothing of it is acknowledged
   */
  take(sender: Sender, sent: readonly Sent[], unreadable: readonly unknown[] = []): Promise<Outcome> {
    if (this.waiting > 0 && this.waiting + sent.length > MOST_WAITING) return Promise.reject(busy())
    return new Promise((done, failed) => {
      this.queue.push({ sender, sent, unreadable, done, failed })
      this.waiting += sent.length
      this.pumping ??= this.pump()
    })
  }

  /** Waits for what is under way, and leaves it so that whoever begins anew finds quickly where series stand. */
  async end(): Promise<void> {
    await this.pumping
    clearTimeout(this.telling)
    // Nothing depends on it: a program that is killed never comes here.
    if (this.written.kept > 0) await settleHeads(this.context.db).catch(() => {})
  }

  private async pump(): Promise<void> {
    while (this.queue.length > 0) {
      if (this.waiting < MOST_AT_ONCE) await delay(TOGETHER_MS)
      const turn = this.nextTurn()
      try {
        const outcomes = await this.write(turn)
        faultPoint('readings-committed')
        for (const [index, { done }] of turn.entries()) done(outcomes[index] as Outcome)
      } catch (error) {
        this.register.forget()
        for (const { failed } of turn) failed(error)
      }
    }
    this.pumping = undefined
  }

  private nextTurn(): readonly Waiting[] {
    let [count, length] = [0, 0]
    while (
      length < this.queue.length &&
      (length === 0 || count + (this.queue[length]?.sent.length ?? 0) <= MOST_AT_ONCE)
    )
      count += this.queue[length++]?.sent.length ?? 0
    this.waiting -= count
    return this.queue.splice(0, length)
  }

  private async write(turn: readonly Waiting[]): Promise<readonly Outcome[]> {
    const { db } = this.context
    const now = this.context.now()
    const devices = new Set<string>()
    let written: Written | undefined
    const outcomes = await db.transaction().execute(async (transaction) => {
      const batch = new Map<number, Point[]>()
      const refusals: (readonly [string, Refused])[] = []
      const told: Outcome[] = []
      const clock = Date.parse(now)
      await this.register.prepare(transaction, clock, turn)
      for (const given of turn) {
        const { sender, unreadable } = given
        const accepted = this.register.accept(clock, given, batch)
        const { refused, taken } = accepted
        for (const one of unreadable) refused.add('unreadable', one)
        for (const device of accepted.devices) devices.add(device)
        if (refused.byReason.size > 0) refusals.push([sender === 'anyDevice' ? '' : sender.device, refused])
        told.push({ taken, refused: refused.counts() })
      }
      if (batch.size > 0) written = await writeReadings(transaction, batch)
      await noteRefused(transaction, now, refusals)
      return told
    })
    for (const key of ['kept', 'doubled', 'late'] as const) this.written[key] += written?.[key] ?? 0
    this.tell(devices)
    return outcomes
  }

  /** At once, and then gathered: of a flood of readings a screen hears once a while. */
  private tell(devices: ReadonlySet<string>): void {
    for (const device of devices) this.untold.add(device)
    if (this.telling || this.untold.size === 0) return
    const ids = [...this.untold]
    this.untold = new Set()
    this.telling = setTimeout(() => {
      this.telling = undefined
      this.tell(new Set())
    }, TOLD_MS).unref()
    // Nobody waits for it, and who missed it hears of the next readings.
    this.context.changed(READINGS, ids).catch(() => {})
  }
}

const busy = () =>
  new GaoxinError(
    'SERIES_BUSY',
    text('监测数据太多，一时存不下', 'More readings wait than can be kept at the moment'),
    text('请稍后重发，不会重复', 'Send them again in a while; none is kept twice'),
    { status: 503 },
  )
