import { useEffect, useRef, useState } from 'react'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import {
  advance,
  continuityError,
  type Outcome,
  type Results,
} from '../../../../engines/hydraulics/run/browser.ts'
import { webPool } from '../../../../engines/hydraulics/run/pool/web.ts'
import { type Base, type Peak, peaksOver, runOf, type Scenario } from './scenario.ts'

export type Model = ApiAnswer<'/api/drainage/scenario/model'>

export interface Result {
  readonly peaks: ReadonlyMap<string, Peak>
  /** Per cent. */
  readonly continuity: number | undefined
  /** What was run. */
  readonly scenario: Scenario
  /** Depths of nodes and flows of links over time. */
  readonly results: Results | undefined
}
export type Running =
  | { readonly at: 'idle' }
  /** Shares done of both runs. */
  | { readonly at: 'running'; readonly done: readonly [base: number, other: number] }
  | { readonly at: 'done'; readonly base: Result; readonly other: Result; readonly seconds: number }
  | { readonly at: 'cancelled' }
  | { readonly at: 'failed'; readonly error: unknown }

/** Two threads of the browser: one for the base, one for what is compared with it. */
export function useScenario() {
  const [running, setRunning] = useState<Running>({ at: 'idle' })
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  const run = async (model: Model, base: Scenario, other: Scenario) => {
    abort.current?.abort()
    const own = new AbortController()
    abort.current = own
    const done: [number, number] = [0, 0]
    setRunning({ at: 'running', done: [0, 0] })
    const began = performance.now()
    const pool = webPool(2)
    // A thread that still loads the engine hears nothing: it is ended, not asked to stop.
    own.signal.addEventListener('abort', () => pool.close(), { once: true })
    try {
      const start = baseOf(model)
      const [one, two] = await Promise.all(
        [base, other].map(async (scenario, i) => {
          const { job, from, stretch } = runOf(start, scenario, i === 0 ? 'base' : 'scenario')
          const { outcome } = await advance(pool.run, job, from, stretch, {
            signal: own.signal,
            onProgress: (share) => {
              done[i] = share
              if (!own.signal.aborted) setRunning({ at: 'running', done: [...done] })
            },
          })
          return resultOf(outcome, model, scenario)
        }),
      )
      if (own.signal.aborted || !one || !two) return
      setRunning({ at: 'done', base: one, other: two, seconds: (performance.now() - began) / 1000 })
    } catch (error) {
      if (abort.current === own)
        setRunning(own.signal.aborted ? { at: 'cancelled' } : { at: 'failed', error })
    } finally {
      pool.close()
    }
  }
  return { running, run, cancel: () => abort.current?.abort() }
}

const baseOf = ({ model, gauge, at, state, rain, storm }: Model): Base => ({
  model,
  gauge,
  from: {
    at: Date.parse(at),
    state: state === null ? undefined : Uint8Array.from(atob(state), (char) => char.charCodeAt(0)),
  },
  rain: rain.map(([moment, mm]) => [Date.parse(moment), mm] as const),
  storm,
})

function resultOf({ results, report }: Outcome, { ground, levels }: Model, scenario: Scenario): Result {
  return {
    peaks: results ? peaksOver(results, ground, levels.blue) : new Map(),
    continuity: continuityError(report, 'Flow Routing Continuity'),
    scenario,
    results,
  }
}
