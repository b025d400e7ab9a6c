import { createEngine, type DateTime, type Model, parseDateTime } from '../../../engines/feel/index.ts'
import { type KindOf, modelText, type Wording } from './wording.ts'

/** Models by their text and day: the same few hundred are asked again and again. */
const kept = new Map<string, Model>()
const MOST_KEPT = 600

/** @param asOf YYYY-MM-DD: what `today()` is in a formula */
export function compiled(
  wording: Wording & { readonly numbers?: readonly number[] },
  kindOf: KindOf,
  asOf: string,
): Model {
  const source = modelText(wording, kindOf)
  const key = `${asOf} ${source}`
  const known = kept.get(key)
  if (known) return known
  const now = parseDateTime(`${asOf}T00:00:00+08:00`) as DateTime
  const model = createEngine({ now: () => now }).model(source)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(key, model)
  return model
}
