import { readSync, writeSync } from 'node:fs'

/** Moments between a write and its acknowledgement at which a test may end the program or its database. */
export const FAULT_POINTS = {
  // A first start
  'cluster-made': 'the cluster stands, its password is not kept yet',
  'password-kept': 'the password is kept, the cluster is not marked whole',
  'server-started': 'the server runs, our database may not exist',
  'migration-run': 'one migration has run, none is committed',
  'migrations-run': 'all have run, none is committed',
  'demonstration-loaded': 'its rows are written, not sealed',
  // A write
  'statement-sent': 'before a row is written',
  'statement-done': 'a row is written, its transaction goes on',
  'batch-done': 'a batch of an import is written',
  'work-done': 'all is written, nothing is sealed',
  sealing: 'the chain is locked, a seal is about to be appended',
  sealed: 'sealed, not committed',
  committed: 'committed, and nobody was told',
  // A step of a case
  'step-made': 'where it comes to is known, nothing of it is written',
  'step-kept': 'it is written, what follows from it is not',
  'effect-taken': 'an effect is entered as begun, it has not been done',
  'effect-done': 'an effect is done, that is not entered',
  // A batch of readings
  'readings-written': 'readings, flags and roll-ups are written, not committed',
  'readings-committed': 'they are committed, and no device was told',
  acknowledging: 'the answer is ready, and was not sent',
} as const
export type FaultPoint = keyof typeof FAULT_POINTS

/** The channel to the test, opened by it when it starts the program. */
const CHANNEL = 3
const [armed, count = '1'] = (process.env.GAOXIN_FAULT ?? '').split(':')
let left = Number(count)

/**
 * Does nothing, unless GAOXIN_FAULT=point:count arms it: then the count-th passing says so on the channel and stands
 * still until an answer comes. Whoever listens kills what is to be killed meanwhile.
 */
export function faultPoint(point: FaultPoint): void {
  if (point !== armed || --left !== 0) return
  writeSync(CHANNEL, `${point}\n`)
  readSync(CHANNEL, Buffer.alloc(1))
}
