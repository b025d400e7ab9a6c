import type { Chance } from './chance.ts'
import type { Ledger } from './ledger.ts'

/** Writes under way at the same time. */
const WRITERS = 3
/** Answers after which it is not waited any longer for the program to come by the point. */
const LATE = 20

let batches = 0
let values = 1_000_000

export interface Writing {
  /** Resolves after many answers, with other writes under way. */
  readonly late: Promise<void>
  /** Resolves when every write has its answer or will get none. */
  readonly count: Promise<Count>
}

interface Count {
  acknowledged: number
  unanswered: number
  /** Answers that said no. */
  readonly refusals: string[]
}

/** Writes as several clients would, until one gets no answer; the ledger keeps what was asked and answered. */
export function write(address: string, ledger: Ledger, chance: Chance): Writing {
  const count: Count = { acknowledged: 0, unanswered: 0, refusals: [] }
  let tellLate = () => {}
  const late = new Promise<void>((reached) => {
    tellLate = reached
  })
  const send = async (method: string, path: string, body: object): Promise<boolean> => {
    const answer = await fetch(`${address}/api/trial${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined)
    // Only a whole answer is one.
    const done = answer?.ok
      ? await answer.json().then(
          () => true,
          () => false,
        )
      : false
    if (answer && !answer.ok) count.refusals.push(`${answer.status} ${await answer.text().catch(() => '')}`)
    count[done ? 'acknowledged' : 'unanswered']++
    if (count.acknowledged >= LATE) tellLate()
    return done
  }
  const writer = async () => {
    while (count.unanswered === 0) {
      const kind = chance.below(10)
      const keys = [...ledger.rows.keys()].filter((key) => !ledger.isChanging(key))
      if (kind < 4 && keys.length > 0) {
        const key = chance.pick(keys)
        const value = values++
        ledger.changeAsked(key, value)
        if (await send('PATCH', `/notes/${ledger.rows.get(key)!.id}`, { value })) ledger.changeAnswered(key)
      } else {
        const batch = `b${batches++}`
        const [path, rows] =
          kind < 8 ? ['/batches', 1 + chance.below(4)] : ['/imports', chance.below(8) === 0 ? 2500 : 20]
        ledger.asked(batch, rows)
        if (await send('POST', path, { batch, count: rows })) ledger.answered(batch)
      }
    }
  }
  const writers = Array.from({ length: WRITERS }, writer)
  return { late, count: Promise.all(writers).then(() => count) }
}
