import parser, { type DxfParser, type IEntity, type IPoint } from 'dxf-parser'
import { text } from '../../../text.ts'
import { decoded, type Feature, unreadable } from './features.ts'

// The types of the library say otherwise of its default export where modules are Node's.
const Parser = parser as unknown as typeof DxfParser

type Corner = { readonly x: number; readonly y: number }
type Drawn = IEntity & { vertices?: Corner[]; shape?: boolean; position?: IPoint; name?: string }

/**
 * The polylines, lines, points and inserted blocks of a DXF drawing; a closed polyline is an area. Arcs within polylines
 * are taken as straight. Each has its layer, handle, kind and, of a block, its name.
 * @returns what each layer has, in the order in which they are first drawn on
 * @throws GaoxinError IMPORT_GEO
 */
export function dxfLayers(bytes: Uint8Array): ReadonlyMap<string, readonly Feature[]> {
  const layers = new Map<string, Feature[]>()
  for (const entity of entitiesOf(decoded(bytes))) {
    const geometry = geometryOf(entity)
    if (!geometry) continue
    const { layer, handle, type, name: block } = entity
    const properties = {
      图层: layer ?? null,
      句柄: handle === undefined ? null : String(handle),
      图元: type,
      图块: block ?? null,
    }
    const name = layer ?? FIRST_LAYER
    const drawn = layers.get(name)
    if (drawn) drawn.push({ properties, geometry })
    else layers.set(name, [{ properties, geometry }])
  }
  return layers
}

/** Where a drawing says nothing, it is on this. */
const FIRST_LAYER = '0'

function entitiesOf(words: string): readonly Drawn[] {
  try {
    return (new Parser().parseSync(words)?.entities ?? []) as Drawn[]
  } catch (cause) {
    throw unreadable(
      text('DXF 图形已损坏或不完整', 'The DXF drawing is damaged or incomplete'),
      'DXF',
      (cause as Error).message,
    )
  }
}

function geometryOf({ type, vertices = [], shape, position }: Drawn): unknown {
  const line = vertices.map(({ x, y }) => [x, y])
  switch (type) {
    case 'LINE':
      return { type: 'LineString', coordinates: line }
    case 'LWPOLYLINE':
    case 'POLYLINE':
      return shape && line.length > 2
        ? { type: 'Polygon', coordinates: [[...line, line[0]]] }
        : { type: 'LineString', coordinates: line }
    case 'POINT':
    case 'INSERT':
      return position ? { type: 'Point', coordinates: [position.x, position.y] } : undefined
    default:
      return undefined
  }
}
