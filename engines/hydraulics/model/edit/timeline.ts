import type { Model } from '../types.ts'

/** What was done and can be undone. A model never changes, so the past is the models that were. */
export interface Timeline {
  readonly past: readonly Model[]
  readonly present: Model
  readonly future: readonly Model[]
}

export const timelineOf = (present: Model): Timeline => ({ past: [], present, future: [] })

/** Does an operation; what had been undone is gone. One that changes nothing is not kept. */
export function done({ past, present, future }: Timeline, operation: (model: Model) => Model): Timeline {
  const next = operation(present)
  return next === present
    ? { past, present, future }
    : { past: [...past, present], present: next, future: [] }
}

export function undone({ past, present, future }: Timeline): Timeline {
  const before = past.at(-1)
  return before
    ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
    : { past, present, future }
}

export function redone({ past, present, future }: Timeline): Timeline {
  const next = future[0]
  return next
    ? { past: [...past, present], present: next, future: future.slice(1) }
    : { past, present, future }
}
