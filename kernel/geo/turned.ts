import type { Text } from '../text.ts'
import type { Turn } from './coordinates.ts'
import { type Geometry, geometryOfPlane, type Position } from './geometry.ts'

/** A geometry as a file has it, with every corner turned; or why it cannot be. Heights are left out. */
export function turnedGeometry(
  value: unknown,
  turn: Turn,
): { readonly geometry: Geometry } | { readonly wrong: Text } | undefined {
  const plane = geometryOfPlane(value)
  if (!plane) return undefined
  let wrong: Text | undefined
  const visit = (nested: unknown): unknown => {
    if (typeof (nested as Position)[0] !== 'number') return (nested as readonly unknown[]).map(visit)
    const turned = turn(nested as Position)
    if ('at' in turned) return turned.at
    wrong ??= turned.wrong
    return nested
  }
  const coordinates = visit(plane.coordinates)
  return wrong ? { wrong } : { geometry: { type: plane.type, coordinates } as Geometry }
}
