import { HydraulicsError } from '../../errors.ts'
import { definedIn } from '../check/defined.ts'
import { type NewLink, type NewNode, type RowOf, rowsOfLink, rowsOfNode, storageRows } from '../elements.ts'
import { settingsOf } from '../layout.ts'
import { networkOf, type Point } from '../network.ts'
import { rowsOf } from '../read.ts'
import { type Column, isMap, type SectionKey } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model, Thing } from '../types.ts'
import { addRows, mapRows, ownerAt, removeRowsOfId } from './rows.ts'

/** @throws HydraulicsError HYDRAULICS_TAKEN */
export function addNode(model: Model, node: NewNode): Model {
  free(model, 'node', node.id)
  return addRows(model, rowsOfNode(node))
}

/** @throws HydraulicsError HYDRAULICS_TAKEN; HYDRAULICS_UNKNOWN where an end is no node of the model */
export function addLink(model: Model, link: NewLink): Model {
  const { defined } = definedIn(model)
  free(model, 'link', link.id)
  for (const end of [link.from, link.to])
    if (!defined.get('node')?.has(idOf(end))) throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'node', end)
  return addRows(model, rowsOfLink(link, settingsOf(model).elevations))
}

export interface NewStorage {
  readonly node: string
  readonly area: number | readonly (readonly [depth: number, area: number])[]
  /** Left out for a junction: its own. */
  readonly maxDepth?: number
  readonly initDepth?: number
  readonly elevation?: number
  readonly at?: Point
}

/**
 * A tank: at a junction of the model, which becomes one, or as a new node.
 * @throws HydraulicsError HYDRAULICS_TAKEN for an outfall or a tank; HYDRAULICS_VALUE for a new node without elevation or depth
 */
export function addStorage(model: Model, storage: NewStorage): Model {
  const { node: id, area } = storage
  const known = networkOf(model).nodes.get(idOf(id))
  if (known && known.kind !== 'junction') throw new HydraulicsError('HYDRAULICS_TAKEN', 'STORAGE', id)
  const elevation = storage.elevation ?? known?.elevation
  const maxDepth = storage.maxDepth ?? known?.maxDepth
  if (elevation === undefined || !(maxDepth && maxDepth > 0))
    throw new HydraulicsError('HYDRAULICS_VALUE', 'STORAGE', id)
  const initDepth = storage.initDepth ?? known?.initDepth ?? 0
  const rows = storageRows({ id: known?.id ?? id, elevation, maxDepth, initDepth, area })
  const place: readonly RowOf[] = storage.at && !known ? [['COORDINATES', [id, ...storage.at]]] : []
  return addRows(known ? removeRowsOfId(model, 'JUNCTIONS', id) : model, [...rows, ...place])
}

/**
 * Takes a node out, with all that is its own: coordinates, inflows, tags.
 * @throws HydraulicsError HYDRAULICS_UNKNOWN; HYDRAULICS_IN_USE while a link, a catchment or a rule still refers to it
 */
export const removeNode = (model: Model, id: string): Model => removeThing(model, 'node', id)

/** Takes a link out, with its section, losses, vertices and tags. @throws as removeNode */
export const removeLink = (model: Model, id: string): Model => removeThing(model, 'link', id)

function removeThing(model: Model, thing: Thing, id: string): Model {
  const { defined } = definedIn(model)
  if (!defined.get(thing)?.has(idOf(id))) throw new HydraulicsError('HYDRAULICS_UNKNOWN', thing, id)
  // what may belong to either of two things of the same id stays with the other
  const shared = (['node', 'subcatchment'] as const).filter(
    (each) => each !== thing && defined.get(each)?.has(idOf(id)),
  )
  if (ruled(model, thing, id)) throw new HydraulicsError('HYDRAULICS_IN_USE', 'CONTROLS', id)
  const keys = [...new Set(model.parts.flatMap(({ key }) => (key ? [key] : [])))]
  return keys.reduce(
    (rest, key) => mapRows(rest, key, (cells, layout) => without(key, cells, layout, thing, id, shared)),
    model,
  )
}

function without(
  key: SectionKey,
  cells: readonly string[],
  layout: readonly Column[],
  thing: Thing,
  id: string,
  shared: readonly Thing[],
): readonly string[] | undefined {
  const means = (column: Column | undefined, cell: string | undefined) =>
    cell !== undefined && (column?.to?.includes(thing) ?? false) && idOf(cell) === idOf(id)
  const owner = ownerAt(layout)
  if (owner >= 0 && means(layout[owner], cells[owner]))
    return shared.some((other) => layout[owner]?.to?.includes(other)) ? cells : undefined
  const used = cells.findIndex((cell, i) => layout[i]?.kind === 'ref' && means(layout[i], cell))
  if (used < 0) return cells
  if (isMap(key)) return undefined
  // a report names what it is to show; it can do with less
  if (key === 'REPORT') return cells.length === 2 ? undefined : cells.filter((_, i) => i !== used)
  throw new HydraulicsError('HYDRAULICS_IN_USE', key, cells[0] as string)
}

const OBJECTS: Readonly<Partial<Record<Thing, readonly string[]>>> = {
  node: ['NODE'],
  link: ['LINK', 'CONDUIT', 'PUMP', 'ORIFICE', 'WEIR', 'OUTLET'],
}

/** Whether a control rule names it. */
function ruled(model: Model, thing: Thing, id: string): boolean {
  for (const { cells } of rowsOf(model, 'CONTROLS'))
    for (const [i, cell] of cells.entries())
      if (i > 0 && idOf(cell) === idOf(id) && OBJECTS[thing]?.includes(idOf(cells[i - 1] as string)))
        return true
  return false
}

function free(model: Model, thing: Thing, id: string): void {
  if (definedIn(model).defined.get(thing)?.has(idOf(id)))
    throw new HydraulicsError('HYDRAULICS_TAKEN', thing, id)
}
