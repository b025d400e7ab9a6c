import { sm3 } from '../store/index.ts'

/** What a step says, as it is sealed. */
export interface StepContent {
  readonly case: string
  /** From 1, without a gap. */
  readonly number: number
  /** ISO 8601, milliseconds. */
  readonly at: string
  readonly actor: string
  readonly why: string | null
  readonly happened: readonly object[]
}

/**
 * The SM3 of a step over the step before, in hex: a case's history cannot be changed, cut or reordered inside without
 * every later hash changing too (GB/T 32905-2016).
 * @param before the hash of the step before, in hex; null of the first
 */
export const stepHash = (
  { case: id, number, at, actor, why, happened }: StepContent,
  before: string | null,
): string => sm3(JSON.stringify([before, id, number, at, actor, why, happened.map(inOrder)])).toString('hex')

/** The same whatever order the database gives names in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  )
}
