import { networkOf, type Point } from './network.ts'
import { idOf } from './text.ts'
import type { Model } from './types.ts'

type Position = readonly [number, number]
export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  readonly properties: Readonly<Record<string, string | number>>
}
export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/**
 * Catchments, links and nodes of a model as GeoJSON, in the order in which they are drawn over one another. What the file
 * gives no place is left out. A feature's `layer` is node, link or catchment; its `kind` that of the node or link.
 * @param project from the model's coordinates to longitude and latitude; as they are where it is left out
 */
export function geojsonOf(
  model: Model,
  project: (point: Point) => Point = (point) => point,
): FeatureCollection {
  const { nodes, links, catchments } = networkOf(model)
  const features: Feature[] = []
  for (const { id, ring, gage, outlet, area, imperviousness, width, slope } of catchments.values()) {
    if (ring.length < 3) continue
    const properties = { layer: 'catchment', gage, outlet, area, imperviousness, width, slope }
    features.push(
      feature('catchment', id, { type: 'Polygon', coordinates: [closed(ring.map(project))] }, properties),
    )
  }
  for (const link of links.values()) {
    const from = nodes.get(idOf(link.from))?.at
    const to = nodes.get(idOf(link.to))?.at
    if (!from || !to) continue
    const { id, kind, length, roughness, inOffset, outOffset, shape, depth } = link
    features.push(
      feature(
        'link',
        id,
        { type: 'LineString', coordinates: [from, ...link.via, to].map(project) },
        {
          layer: 'link',
          kind,
          from: link.from,
          to: link.to,
          ...(kind === 'conduit' ? { length, roughness, inOffset, outOffset } : {}),
          ...(shape === undefined ? {} : { shape }),
          ...(depth === undefined ? {} : { depth }),
        },
      ),
    )
  }
  for (const { id, kind, at, elevation, maxDepth } of nodes.values())
    if (at)
      features.push(
        feature(
          'node',
          id,
          { type: 'Point', coordinates: project(at) },
          { layer: 'node', kind, elevation, maxDepth },
        ),
      )
  return { type: 'FeatureCollection', features }
}

/** A node and a link may have the same name, so a feature's id says which it is. */
const feature = (
  layer: string,
  id: string,
  geometry: Feature['geometry'],
  properties: Feature['properties'],
): Feature => ({ type: 'Feature', id: `${layer}/${id}`, geometry, properties: { name: id, ...properties } })

function closed(ring: readonly Point[]): readonly Position[] {
  const first = ring[0] as Point
  const last = ring.at(-1) as Point
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}
