/** Reproducible randomness: the same words give the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Normal with mean 0 and deviation 1. */
  readonly normal: () => number
  readonly below: (n: number) => number
  readonly pick: <T>(from: readonly T[]) => T
}

/** FNV-1a over the words: the seed of a stream. */
function seedOf(words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of words.join('/')) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return hash >>> 0
}

/** A stream named by words: `random(seed, 'units', 'industrial')`. The generator is mulberry32. */
export function random(...words: readonly (string | number)[]): Random {
  let state = seedOf(words)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  // Box–Muller; 1 − next() keeps the logarithm finite.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const below = (n: number): number => Math.floor(next() * n)
  return { next, normal, below, pick: (from) => from[below(from.length)]! }
}
