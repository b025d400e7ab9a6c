import { HydraulicsError } from '../../errors.ts'
import { definedIn } from '../check/defined.ts'
import { type RowOf, rowsOfNode } from '../elements.ts'
import { settingsOf } from '../layout.ts'
import { type Link, type Node, networkOf, type Point } from '../network.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model } from '../types.ts'
import { addRows, removeRowsOfId, rowsOfId, setCells } from './rows.ts'

export interface Split {
  readonly conduit: string
  /** Distance from its start, above 0 and below its length. */
  readonly at: number
  /** Ids of the junction between the halves, and of the lower half; the upper keeps the conduit's. */
  readonly node: string
  readonly lower: string
}

/**
 * Cuts a conduit in two at a distance. The junction lies on its bottom, as deep as the ground between its ends; the section
 * goes to both halves, the loss of the entry stays above, that of the exit and a flap gate go below, that along it is shared; points of its course
 * go to the half where they are.
 * @throws HydraulicsError HYDRAULICS_UNKNOWN, HYDRAULICS_TAKEN, HYDRAULICS_VALUE for a distance that is not on it
 */
export function splitConduit(model: Model, { conduit, at, node, lower }: Split): Model {
  const { links, nodes } = networkOf(model)
  const { defined } = definedIn(model)
  const link = links.get(idOf(conduit))
  const from = nodes.get(idOf(link?.from ?? ''))
  const to = nodes.get(idOf(link?.to ?? ''))
  if (link?.kind !== 'conduit' || !from || !to)
    throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'CONDUITS', conduit)
  if (defined.get('node')?.has(idOf(node))) throw new HydraulicsError('HYDRAULICS_TAKEN', 'node', node)
  if (defined.get('link')?.has(idOf(lower))) throw new HydraulicsError('HYDRAULICS_TAKEN', 'link', lower)
  if (!(at > 0 && at < link.length)) throw new HydraulicsError('HYDRAULICS_VALUE', 'CONDUITS', at)

  const elevation = tidy(bottomAt(link, from, to, at / link.length))
  const course = cut(link, from, to, at / link.length)
  const joint = settingsOf(model).elevations ? elevation : 0
  const row = rowsOfId(model, 'CONDUITS', conduit)[0] as readonly string[]
  const junction = rowsOfNode({
    kind: 'junction',
    id: node,
    elevation,
    maxDepth: tidy(depthAt(link, from, to, at / link.length, elevation)),
    ...(course ? { at: course.point } : {}),
  })
  const lost = rowsOfId(model, 'LOSSES', conduit)[0]
  const along = numberOf(lost?.[3] ?? '0')
  const shortened = setCells(model, 'CONDUITS', conduit, { to: node, length: tidy(at), outOffset: joint })
  const halved = addRows(shortened, [
    ...junction,
    ['CONDUITS', [lower, node, link.to, tidy(link.length - at), row[4] as string, joint, ...row.slice(6)]],
    ...rowsOfId(model, 'XSECTIONS', conduit).map(([, ...rest]): RowOf => ['XSECTIONS', [lower, ...rest]]),
    ...rowsOfId(model, 'TAGS', conduit).flatMap(([kind = '', , ...rest]): readonly RowOf[] =>
      kind.toUpperCase().startsWith('LINK') ? [['TAGS', [kind, lower, ...rest]]] : [],
    ),
    ...(lost
      ? [
          [
            'LOSSES',
            [lower, 0, lost[2] as string, tidy(along * (1 - at / link.length)), ...lost.slice(4)],
          ] as const,
        ]
      : []),
  ])
  const kept = lost
    ? setCells(halved, 'LOSSES', conduit, {
        outlet: 0,
        average: tidy(along * (at / link.length)),
        ...(lost.length > 4 ? { gate: 'NO' } : {}),
      })
    : halved
  if (!course || link.via.length === 0) return kept
  return addRows(removeRowsOfId(kept, 'VERTICES', conduit), [
    ...course.above.map((point): RowOf => ['VERTICES', [link.id, ...point]]),
    ...course.below.map((point): RowOf => ['VERTICES', [lower, ...point]]),
  ])
}

/** Sums of decimals end in noise that nobody wrote. */
export const tidy = (value: number): number => Number(value.toPrecision(12))

const bottomAt = (link: Link, from: Node, to: Node, part: number): number => {
  const start = from.elevation + link.inOffset
  return start + (to.elevation + link.outOffset - start) * part
}

/** Down from the ground between both ends; an end that does not tell its ground is left out; never less than the pipe. */
function depthAt(link: Link, from: Node, to: Node, part: number, bottom: number): number {
  const ground = (end: Node) => (end.maxDepth > 0 ? end.elevation + end.maxDepth : undefined)
  const above = ground(from)
  const below = ground(to)
  const level = above !== undefined && below !== undefined ? above + (below - above) * part : (above ?? below)
  return Math.max(level === undefined ? 0 : level - bottom, link.depth ?? 0)
}

interface Course {
  readonly point: Point
  readonly above: readonly Point[]
  readonly below: readonly Point[]
}

/** Where on its drawn course a part of a conduit ends; undefined where its ends are not drawn. */
function cut(link: Link, from: Node, to: Node, part: number): Course | undefined {
  if (!from.at || !to.at) return undefined
  const points = [from.at, ...link.via, to.at]
  const lengths = points
    .slice(1)
    .map(([x, y], i) => Math.hypot(x - (points[i] as Point)[0], y - (points[i] as Point)[1]))
  let left = part * lengths.reduce((sum, each) => sum + each, 0)
  let i = 0
  while (i < lengths.length - 1 && left > (lengths[i] as number)) {
    left -= lengths[i] as number
    i++
  }
  const [x, y] = points[i] as Point
  const [toX, toY] = points[i + 1] as Point
  const share = lengths[i] === 0 ? 0 : left / (lengths[i] as number)
  const point = [tidy(x + (toX - x) * share), tidy(y + (toY - y) * share)] as const
  return { point, above: link.via.slice(0, i), below: link.via.slice(i) }
}
