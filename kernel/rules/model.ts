import { createHash } from 'node:crypto'
import {
  contextOf,
  createEngine,
  type DateTime,
  fromPlain,
  type Model,
  parseDateTime,
  type Value,
} from '../../engines/feel/index.ts'
import type { Decision } from './decision.ts'

/** Models that were read lately, by their text and day; a zone asks the same few again and again. */
const kept = new Map<string, Model>()
const MOST_KEPT = 64

/** @param today what `today()` and the midnight of `now()` are in the model, YYYY-MM-DD */
export function modelOf(source: string, today: string): Model {
  const key = `${today} ${createHash('sha256').update(source).digest('base64')}`
  const known = kept.get(key)
  if (known) return known
  const now = parseDateTime(`${today}T00:00:00+08:00`) as DateTime
  const model = createEngine({ now: () => now }).model(source)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(key, model)
  return model
}

/**
 * Plain data as what the inputs of a model take: exact decimals that came as text become numbers, and texts of days
 * become days, where the model says so.
 */
export function inputsOf(
  model: Model,
  { inputs }: Pick<Decision, 'inputs'>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> {
  return contextOf(
    Object.keys(inputs).map((name) => [name, fromPlain(given[name], model.find(name, 'inputData')?.type)]),
  )
}
