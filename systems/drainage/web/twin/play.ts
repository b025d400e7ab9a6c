import { useEffect, useRef, useState } from 'react'
import type { Field } from '../types.ts'

/** Steps of five minutes a second of playing. */
const STEP_MS = 400

/** How much water stands over the ground at a node in a step, cm; 0 where none can. */
export function overAt({ nodes, ground }: Field, id: string, step: number): number {
  const to = ground[id]
  return to === undefined ? 0 : Math.max(0, (nodes[id]?.[step] ?? 0) - to)
}

/** The step in which water as deep as `least` cm stands at most nodes; the first where it stands nowhere. */
export function worstStep(field: Field, least: number): number {
  const counts = field.times.map(() => 0)
  for (const [id, to] of Object.entries(field.ground))
    for (const [step, cm] of (field.nodes[id] ?? []).entries())
      if (cm - to >= least) counts[step] = (counts[step] ?? 0) + 1
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}

/** The moment that is shown: kept as a moment, since the steps of the next run are others. */
export function usePlay(times: readonly string[]) {
  const [time, setTime] = useState<string>()
  const [playing, setPlaying] = useState(false)
  const found = time === undefined ? 0 : times.findIndex((each) => each >= time)
  const step = found < 0 ? times.length - 1 : found
  const now = useRef({ step, times })
  now.current = { step, times }
  useEffect(() => {
    if (!playing) return
    const id = setInterval(() => {
      const { step: at, times: all } = now.current
      if (at >= all.length - 1) setPlaying(false)
      else setTime(all[at + 1])
    }, STEP_MS)
    return () => clearInterval(id)
  }, [playing])
  return {
    step,
    playing,
    go: (to: number) => setTime(times[to]),
    goTo: (moment: string) => setTime(moment),
    toggle: () => {
      if (!playing && step >= times.length - 1) setTime(times[0])
      setPlaying(!playing)
    },
  }
}
export type Playing = ReturnType<typeof usePlay>
