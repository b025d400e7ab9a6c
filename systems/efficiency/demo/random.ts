/** Uniform in [0, 1), the same stream for the same words on every machine: FNV-1a into mulberry32. */
export function random(...words: readonly (string | number)[]): () => number {
  let state = 0x811c9dc5
  for (const char of words.join('/')) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Normal with mean 0 and deviation 1 (Box–Muller). */
export const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

/**
 * Divides whole units among weights so that the parts add up to the total: largest remainders.
 * @param total whole, not negative @param weights positive
 */
export function divide(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const order = [...exact.keys()].sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b)
  for (const at of order.slice(0, left)) parts[at] = parts[at]! + 1
  return parts
}
