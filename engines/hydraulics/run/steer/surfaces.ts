/**
 * A surface area for each node: while water stands above the crown, the engine goes on from the area of when it last stood
 * below, and a hot-start file has none of it. Behind the file it is, where the engine does not look.
 */
const TAG = new TextEncoder().encode('GX-AREAS')

export function withSurfaces(state: Uint8Array, surfaces: readonly number[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(state.length + TAG.length + 8 * surfaces.length)
  whole.set(state)
  whole.set(TAG, state.length)
  const view = new DataView(whole.buffer, state.length + TAG.length)
  for (const [i, area] of surfaces.entries()) view.setFloat64(8 * i, area, true)
  return whole
}

/** In square feet, by node; undefined where there are none. */
export function surfacesOf(state: Uint8Array, nodes: number): readonly number[] | undefined {
  const from = state.length - 8 * nodes
  const tag = from - TAG.length
  if (tag < 0 || TAG.some((byte, i) => state[tag + i] !== byte)) return undefined
  const view = new DataView(state.buffer, state.byteOffset + from, 8 * nodes)
  return Array.from({ length: nodes }, (_, i) => view.getFloat64(8 * i, true))
}

/** How long what stands behind a hot-start file is. */
export const surfacesSize = (nodes: number): number => TAG.length + 8 * nodes
