import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let waiting: (() => void) | undefined

/**
 * A signal ends the program by way of its exit handlers, which stop the database; the default would leave it
 * running. Whoever waits in `untilSignal` is told first and ends in order; a second signal does not wait for that.
 */
export function handleSignals(): void {
  for (const signal of SIGNALS)
    process.on(signal, () => {
      const done = waiting ?? (() => process.exit(128 + constants.signals[signal]))
      waiting = undefined
      done()
    })
}

export const untilSignal = (): Promise<void> =>
  new Promise((done) => {
    waiting = done
  })
