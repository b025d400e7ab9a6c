/**
 * Divides a whole number among weights so that the parts are whole and their sum is exactly the total:
 * the method of largest remainders (Hamilton). A negative total gives negative parts.
 * @param total whole units, |total| < 2^53
 * @param weights not negative, at least one positive unless the total is 0
 * @throws RangeError when there is something to divide and nobody to take it.
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  const n = weights.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += weights[i]!
  const parts = new Float64Array(n)
  if (total === 0) return parts
  if (!(sum > 0)) throw new RangeError(`nothing to divide ${total} by`)
  const size = Math.abs(total)
  const remainders = new Float64Array(n)
  let given = 0
  for (let i = 0; i < n; i++) {
    const exact = (size * weights[i]!) / sum
    parts[i] = Math.floor(exact)
    remainders[i] = exact - parts[i]!
    given += parts[i]!
  }
  const order = Uint32Array.from(remainders.keys()).sort((a, b) => remainders[b]! - remainders[a]! || a - b)
  for (let left = size - given, k = 0; left !== 0; k = (k + 1) % n) {
    const i = order[k]!
    if (!(weights[i]! > 0)) continue
    const step = left > 0 ? 1 : -1
    parts[i] = parts[i]! + step
    left -= step
  }
  if (total < 0) for (let i = 0; i < n; i++) parts[i] = -parts[i]!
  return parts
}
