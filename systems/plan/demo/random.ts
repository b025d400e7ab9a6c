/** FNV-1a of the words, 0 to 1: the same for the same seed, granule and purpose, at every run. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of words.join('\u0001')) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  // One more mix, because FNV's high bits change little between neighbours.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d) >>> 0
  hash ^= hash >>> 12
  hash = Math.imul(hash, 0x297a2d39) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000
}

/** A whole number from low to high, both included. */
export const between = (low: number, high: number, ...words: readonly (string | number)[]): number =>
  low + Math.floor(chance(...words) * (high - low + 1))
