import parser, { type DxfParser, type IEntity, type IPoint } from 'dxf-parser'
import { text } from '../../../text.ts'
import { decoded, type Feature, unreadable } from './features.ts'

// The types of the library say otherwise of its default export where modules are Node's.
const Parser = parser as unknown as typeof DxfParser

interface Corner {
  readonly x: number
  readonly y: number
  /** Of the side that begins here: the tangent of a quarter of the angle of its arc, against the clock; 0 is straight. */
  readonly bulge?: number
}
interface Drawn extends IEntity {
  readonly vertices?: readonly Corner[]
  readonly shape?: boolean
  readonly position?: IPoint
  readonly name?: string
  readonly center?: Corner
  readonly radius?: number
  /** Radians, against the clock from the east. */
  readonly startAngle?: number
  readonly endAngle?: number
}
type XY = [x: number, y: number]

/**
 * The polylines, lines, arcs, points and inserted blocks of a DXF drawing; a closed polyline is an area. Arcs become lines with a
 * corner every 10 degrees or less. Each has its layer, handle, kind and, of a block, its name.
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

function geometryOf({ type, vertices = [], shape, position, ...arc }: Drawn): unknown {
  switch (type) {
    case 'LINE':
      return { type: 'LineString', coordinates: vertices.map(({ x, y }) => [x, y]) }
    case 'LWPOLYLINE':
    case 'POLYLINE': {
      const isClosed = shape === true && vertices.length > 1
      const line = vertices.flatMap((corner, i) =>
        sideFrom(corner, vertices[i + 1] ?? (isClosed ? vertices[0] : undefined)),
      )
      return isClosed && line.length > 2
        ? { type: 'Polygon', coordinates: [[...line, line[0]]] }
        : { type: 'LineString', coordinates: line }
    }
    case 'ARC': {
      const { center, radius = 0, startAngle = 0, endAngle = 0 } = arc
      if (!center || radius <= 0) return undefined
      const from: XY = [center.x + radius * Math.cos(startAngle), center.y + radius * Math.sin(startAngle)]
      // Against the clock, at most once round.
      const angle = (((endAngle - startAngle) % TURN) + TURN) % TURN || TURN
      return { type: 'LineString', coordinates: [from, ...turned(from, [center.x, center.y], angle)] }
    }
    case 'POINT':
    case 'INSERT':
      return position ? { type: 'Point', coordinates: [position.x, position.y] } : undefined
    default:
      return undefined
  }
}

const TURN = 2 * Math.PI
const MOST_ANGLE = Math.PI / 18

/** A corner and, where an arc leads to the next, what lies between them. */
function sideFrom({ x, y, bulge = 0 }: Corner, next: Corner | undefined): readonly XY[] {
  if (!next || bulge === 0) return [[x, y]]
  const [dx, dy] = [next.x - x, next.y - y]
  const off = (1 - bulge ** 2) / (4 * bulge)
  const centre: XY = [x + dx / 2 - dy * off, y + dy / 2 + dx * off]
  return [[x, y], ...turned([x, y], centre, 4 * Math.atan(bulge)).slice(0, -1)]
}

/** Where a point comes to as it turns about a centre, step by step, without where it began. @param angle radians against the clock */
function turned([x, y]: XY, [cx, cy]: XY, angle: number): readonly XY[] {
  const steps = Math.ceil(Math.abs(angle) / MOST_ANGLE)
  return Array.from({ length: steps }, (_, i): XY => {
    const at = (angle * (i + 1)) / steps
    const [cos, sin] = [Math.cos(at), Math.sin(at)]
    return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]
  })
}
