import direct from 'ml-direct'

export interface Minimum {
  /** Between −1 and 1, one a variable. */
  readonly at: readonly number[]
  readonly value: number
  readonly asked: number
}

/**
 * The least value of a function on the cube from −1 to 1, without derivatives (DIRECT: rectangles are divided where the
 * least may lie). Begins in the middle. What one division asks does not hang on what it is answered, so each is asked as
 * one batch, which may run at once.
 * @param batch answers points in their order
 * @param most about how many points to ask for; a division that has begun is finished
 */
export async function minimize(
  variables: number,
  batch: (points: readonly (readonly number[])[]) => Promise<readonly number[]>,
  most: number,
): Promise<Minimum> {
  const low = new Array<number>(variables).fill(-1)
  const high = new Array<number>(variables).fill(1)
  // The package changes the state that it is given.
  const divided = (state: unknown, answer: (point: readonly number[]) => number) =>
    direct((point) => answer(Array.from(point)), low, high, {
      iterations: 1,
      ...(state ? { initialState: structuredClone(state) } : {}),
    })
  let state: unknown
  let best: Minimum = { at: [], value: Number.POSITIVE_INFINITY, asked: 0 }
  while (best.asked < most) {
    const points: (readonly number[])[] = []
    divided(state, (point) => {
      points.push(point)
      return 0
    })
    if (points.length === 0) return best
    const values = await batch(points)
    for (const [i, value] of values.entries())
      if (value < best.value) best = { ...best, at: points[i] as readonly number[], value }
    best = { ...best, asked: best.asked + points.length }
    let next = 0
    state = divided(state, () => values[next++] as number).finalState
  }
  return best
}
