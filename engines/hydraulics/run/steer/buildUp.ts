import type { Shape } from './shape.ts'

/**
 * A hot-start file as the engine reads it, of one as the engine wrote it: until 5.2.5 it wrote as many numbers as there are
 * pollutants for the build-up of each (the first is meant), and reads one. What came after was read from the wrong place, and
 * models with two pollutants and land uses went on with depths and flows that were none.
 * @param build of the engine that wrote it, `5.2.2`
 */
export function readable(state: Uint8Array, shape: Shape, build: string): Uint8Array {
  const { subcatchments, pollutants, landUses } = shape
  const { length: count } = pollutants
  if (count < 2 || landUses.length === 0 || !writesMore(build)) return state
  const parts: Uint8Array[] = []
  let from = 0
  let at = HEAD
  const keep = (to: number) => {
    parts.push(state.subarray(from, to))
    from = to
  }
  for (const { groundwater, snow } of subcatchments) {
    at += 8 * (10 + (groundwater ? 4 : 0) + (snow ? 15 : 0) + 2 * count)
    for (const _ of landUses) {
      for (let pollutant = 0; pollutant < count; pollutant++, at += 8 * count) {
        keep(at + 8)
        from = at + 8 * count
      }
      at += 8 // When it was last swept.
    }
  }
  keep(state.length)
  return joined(parts)
}

/** The stamp and six counts. */
const HEAD = 15 + 6 * 4

function writesMore(build: string): boolean {
  const [major = 0, minor = 0, patch = 0] = build.split('.').map(Number)
  return major < 5 || (major === 5 && (minor < 2 || (minor === 2 && patch < 5)))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
