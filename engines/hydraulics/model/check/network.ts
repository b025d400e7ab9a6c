import { type Link, type Network, type Node, networkOf, SECTION_OF } from '../network.ts'
import type { Problem, ProblemCode } from '../problems.ts'
import { optionOf, rowsOf } from '../read.ts'
import { type SectionKey, wordOf } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model, Words } from '../types.ts'
import { checkDevices, checkJunctions } from './routing.ts'
import { checkSequence } from './sequence.ts'
import { checkShapes } from './shapes.ts'

/** What the lines say together: whether the water can come in, run down and leave. */
export function checkNetwork(model: Model): readonly Problem[] {
  const network = networkOf(model)
  const dynamic = isDynamic(model)
  const routed = network.links.size > 0
  return [
    ...units(model),
    ...[...network.links.values()].flatMap((link) => checkLink(link, network, dynamic || isOff(model))),
    ...(routed ? checkNodes(network) : []),
    ...(routed &&
    dynamic &&
    !isOff(model) &&
    ![...network.nodes.values()].some(({ kind }) => kind === 'outfall')
      ? [{ code: 'HYDRAULICS_NO_OUTLET', level: 'error', line: 0, section: undefined } as const]
      : []),
    ...pumps(model),
    ...checkShapes(model, network),
    ...checkSequence(model, network),
    ...(routed && !isOff(model) ? checkJunctions(model, network, dynamic) : []),
    ...checkDevices(model, network),
  ]
}

const ROUTINGS = ['NONE', 'STEADY', 'KINWAVE', 'XKINWAVE', 'DYNWAVE', 'NF', 'KW', 'EKW', 'DW'] as const
const isOff = (model: Model): boolean =>
  wordOf(['YES'], optionOf(model, 'IGNORE_ROUTING') ?? '') !== undefined ||
  wordOf(ROUTINGS, optionOf(model, 'FLOW_ROUTING') ?? '') === 'NONE'
/** A model that does not say is routed so. */
const isDynamic = (model: Model): boolean =>
  wordOf(['DYNWAVE', 'DW'], wordOf(ROUTINGS, optionOf(model, 'FLOW_ROUTING') ?? 'DYNWAVE') ?? '') !==
  undefined

function units(model: Model): readonly Problem[] {
  return optionOf(model, 'FLOW_UNITS') === undefined
    ? [{ code: 'HYDRAULICS_UNITS', level: 'warning', line: 0, section: 'OPTIONS' }]
    : []
}

function told(code: ProblemCode, level: Problem['level'], thing: Node | Link, expected?: Words): Problem {
  const section: SectionKey = SECTION_OF[thing.kind]
  return { code, level, line: thing.line, section, value: thing.id, ...(expected ? { expected } : {}) }
}

function checkLink(link: Link, { nodes }: Network, dynamic: boolean): readonly Problem[] {
  const problems: Problem[] = []
  const shaped = link.kind === 'conduit' || link.kind === 'orifice' || link.kind === 'weir'
  if (shaped && link.shape === undefined)
    problems.push(
      told('HYDRAULICS_NO_SHAPE', 'error', link, { zh: '[XSECTIONS] 中有一行', en: 'a row in [XSECTIONS]' }),
    )
  if (idOf(link.from) === idOf(link.to)) problems.push(told('HYDRAULICS_LOOP', 'warning', link))
  if (link.kind !== 'conduit') return problems
  const from = nodes.get(idOf(link.from))
  const to = nodes.get(idOf(link.to))
  const byTransect = link.shape !== undefined && wordOf(['IRREGULAR', 'STREET'], link.shape) !== undefined
  if (!byTransect && link.roughness === 0)
    problems.push({
      ...told('HYDRAULICS_NUMBER', 'error', link, { zh: '大于0的数', en: 'a number above 0' }),
      column: { zh: '糙率', en: 'roughness' },
      value: '0',
    })
  const drawn = link.shape !== undefined && !wordOf(['DUMMY'], link.shape)
  if (from && to && drawn) {
    // an end below the bottom of its node is taken for that
    const drop = from.elevation + Math.max(0, link.inOffset) - to.elevation - Math.max(0, link.outOffset)
    if (drop < 0)
      problems.push(
        told('HYDRAULICS_SLOPE', dynamic ? 'warning' : 'error', link, {
          zh: `终点不高于起点（现高 ${(-drop).toFixed(3)}）`,
          en: `an end no higher than the start (${(-drop).toFixed(3)} higher)`,
        }),
      )
  }
  return problems
}

function checkNodes({ nodes, links }: Network): readonly Problem[] {
  const joined = new Map<string, Link[]>()
  const crowns = new Map<string, number>()
  const unknown = new Set<string>()
  for (const link of links.values())
    for (const [end, offset] of [
      [idOf(link.from), link.inOffset],
      [idOf(link.to), link.outOffset],
    ] as const) {
      joined.set(end, [...(joined.get(end) ?? []), link])
      if (link.kind !== 'conduit') continue
      if (link.depth === undefined) unknown.add(end)
      else crowns.set(end, Math.max(crowns.get(end) ?? 0, Math.max(0, offset) + link.depth))
    }
  return [...nodes.entries()].flatMap(([id, node]) => {
    const at = joined.get(id) ?? []
    const crown = crowns.get(id) ?? 0
    const deep = Math.max(node.maxDepth, node.kind === 'storage' ? 0 : crown)
    return [
      ...(at.length === 0 ? [told('HYDRAULICS_LONE', 'warning', node)] : []),
      ...(node.kind === 'junction' && node.maxDepth > 0 && node.maxDepth < crown - 1e-6
        ? [
            told('HYDRAULICS_CROWN', 'warning', node, {
              zh: `不小于 ${crown.toFixed(3)}`,
              en: `at least ${crown.toFixed(3)}`,
            }),
          ]
        : []),
      ...(node.kind !== 'outfall' && !unknown.has(id) && node.initDepth > deep + node.surDepth + 1e-9
        ? [
            told('HYDRAULICS_DEPTH', 'error', node, {
              zh: `不大于 ${deep + node.surDepth}`,
              en: `at most ${deep + node.surDepth}`,
            }),
          ]
        : []),
    ]
  })
}

const pumps = (model: Model): readonly Problem[] =>
  [...rowsOf(model, 'PUMPS')].flatMap(({ line, cells }) =>
    cells.length > 2 && (cells[3] === undefined || cells[3] === '*' || cells[3] === '')
      ? [
          {
            code: 'HYDRAULICS_NO_CURVE',
            level: 'warning',
            line,
            section: 'PUMPS',
            value: cells[0] as string,
          } as const,
        ]
      : [],
  )
