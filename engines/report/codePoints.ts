/**
 * Offsets for readers that count characters rather than UTF-16 code units (Python, Rust, PostgreSQL, people).
 *
 * A report has almost no character outside the Basic Multilingual Plane, so only those few are remembered
 * and the rest is arithmetic.
 */

/** Returns a converter from UTF-16 offsets of `text` to code point offsets; O(length) once, O(log astral) a call. */
export function codePointOffsets(text: string): (utf16: number) => number {
  const astral: number[] = []
  for (let i = 0; i < text.length; i++) {
    if ((text.codePointAt(i) ?? 0) > 0xffff) {
      astral.push(i)
      i++
    }
  }
  return (utf16) => utf16 - countBelow(astral, utf16)
}

/** How many of the sorted `positions` are smaller than `limit`. */
export function countBelow(positions: readonly number[], limit: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
