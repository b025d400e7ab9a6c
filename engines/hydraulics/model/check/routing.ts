import { type Link, type Network, type Node, SECTION_OF } from '../network.ts'
import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { CURVE_TYPES, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Words } from '../types.ts'

/** How links may meet: it depends on the way in which the water is routed. */
export function checkJunctions(
  model: Model,
  { nodes, links }: Network,
  dynamic: boolean,
): readonly Problem[] {
  const out = new Map<string, Link[]>()
  const joined = new Map<string, number>()
  for (const link of links.values()) {
    const from = idOf(startOf(link, nodes, dynamic))
    out.set(from, [...(out.get(from) ?? []), link])
    for (const end of [link.from, link.to]) joined.set(idOf(end), (joined.get(idOf(end)) ?? 0) + 1)
  }
  const ideal = new Set(
    [...rowsOf(model, 'PUMPS')].flatMap(({ cells }) =>
      ['', '*'].includes(cells[3] ?? '') ? [idOf(cells[0] as string)] : [],
    ),
  )
  const lone = (link: Link) =>
    (link.kind === 'conduit' && wordOf(['DUMMY'], link.shape ?? '') !== undefined) ||
    (link.kind === 'pump' && ideal.has(idOf(link.id)))
  const looped = dynamic
    ? []
    : circling([...links.values()]).map((link) =>
        told(
          'HYDRAULICS_JOINED',
          link,
          says('管渠不成环（动力波演算除外）', 'no loop of links (but for a dynamic wave)'),
        ),
      )
  const meeting = [...nodes].flatMap(([id, node]) => {
    const leaving = out.get(id) ?? []
    if (node.kind === 'outfall')
      return (dynamic ? (joined.get(id) ?? 0) > 1 : leaving.length > 0)
        ? [told('HYDRAULICS_OUTFALL_LINKS', node)]
        : []
    if (dynamic)
      return leaving.length > 1 && leaving.some(lone)
        ? [
            told(
              'HYDRAULICS_JOINED',
              node,
              says('虚拟管渠或理想泵是唯一的出流', 'a dummy conduit or an ideal pump to be the only way out'),
            ),
          ]
        : []
    const foreign = leaving.find((link) => ['orifice', 'weir', 'outlet'].includes(link.kind))
    return [
      ...(node.kind === 'divider' && leaving.length > 2
        ? [told('HYDRAULICS_JOINED', node, says('分流器至多两条出流', 'two links out of a divider at most'))]
        : []),
      ...(node.kind === 'junction' && leaving.length > 1
        ? [
            told(
              'HYDRAULICS_JOINED',
              node,
              says(
                '至多一条出流（只有动力波演算可多于一条）',
                'one link out at most (only a dynamic wave may have more)',
              ),
            ),
          ]
        : []),
      ...(node.kind !== 'storage' && foreign
        ? [
            told(
              'HYDRAULICS_JOINED',
              foreign,
              says('上游是调蓄节点（动力波演算除外）', 'a storage node before it (but for a dynamic wave)'),
            ),
          ]
        : []),
    ]
  })
  return [...meeting, ...looped]
}

/** Links on which water would come back to where it was. */
function circling(links: readonly Link[]): readonly Link[] {
  let left = links
  for (;;) {
    const from = new Set(left.map((link) => idOf(link.from)))
    const to = new Set(left.map((link) => idOf(link.to)))
    const rest = left.filter((link) => to.has(idOf(link.from)) && from.has(idOf(link.to)))
    if (rest.length === left.length) return rest
    left = rest
  }
}

/** A dynamic wave turns a conduit round that runs uphill. */
function startOf(link: Link, nodes: Network['nodes'], dynamic: boolean): string {
  if (!dynamic || link.kind !== 'conduit') return link.from
  const level = (id: string, offset: number) =>
    (nodes.get(idOf(id))?.elevation ?? Number.NaN) + Math.max(0, offset)
  return level(link.from, link.inOffset) < level(link.to, link.outOffset) ? link.to : link.from
}

const says = (zh: string, en: string): Words => ({ zh, en })
const told = (code: Problem['code'], { kind, line, id }: Node | Link, expected?: Words): Problem =>
  problemAt(code, SECTION_OF[kind], line, id, expected)

/** Dividers, pumps and catchments: where the water goes, and by which curve. */
export function checkDevices(model: Model, { links, nodes, catchments }: Network): readonly Problem[] {
  const types = new Map<string, string>()
  for (const { cells } of rowsOf(model, 'CURVES')) {
    const [id = '', said = ''] = cells
    const type = wordOf(CURVE_TYPES, said)
    if (type && !types.has(idOf(id))) types.set(idOf(id), type)
  }
  const pumps = [...rowsOf(model, 'PUMPS')].flatMap(({ line, cells }): readonly Problem[] => {
    const [id = '', , , curve = '', , on = '0', off = '0'] = cells
    const type = types.get(idOf(curve))
    return [
      ...(type && !type.startsWith('PUMP')
        ? [
            problemAt(
              'HYDRAULICS_REFERENCE',
              'PUMPS',
              line,
              curve,
              says('PUMP1 至 PUMP5 的曲线', 'a curve of PUMP1 to PUMP5'),
            ),
          ]
        : []),
      ...(numberOf(on) > 0 && numberOf(on) <= numberOf(off)
        ? [
            problemAt(
              'HYDRAULICS_ORDER',
              'PUMPS',
              line,
              id,
              says('启泵水深高于停泵水深', 'a startup depth above the shutoff depth'),
            ),
          ]
        : []),
    ]
  })
  const shapes = [...rowsOf(model, 'XSECTIONS')].flatMap(({ line, cells }) => {
    const [, shape = '', , curve = ''] = cells
    const type = types.get(idOf(curve))
    return wordOf(['CUSTOM'], shape) && type && type !== 'SHAPE'
      ? [
          problemAt(
            'HYDRAULICS_REFERENCE',
            'XSECTIONS',
            line,
            curve,
            says('SHAPE 类型的曲线', 'a curve of SHAPE'),
          ),
        ]
      : []
  })
  const dividers = [...rowsOf(model, 'DIVIDERS')].flatMap(({ line, cells }): readonly Problem[] => {
    const [id = '', , link = '', type = '', least = '', height = '', coefficient = ''] = cells
    const away = links.get(idOf(link))
    const meets =
      (away === undefined && link !== '*' && link !== '') ||
      [away?.from ?? '', away?.to ?? ''].some((end) => idOf(end) === idOf(id))
    // the engine takes height and flow as they are, whatever their units
    const most = numberOf(coefficient) * numberOf(height) ** 1.5
    return [
      ...(nodes.get(idOf(id))?.kind === 'divider' && !meets
        ? [
            problemAt(
              'HYDRAULICS_JOINED',
              'DIVIDERS',
              line,
              link,
              says('与分流器相连的管渠', 'a link that joins the divider'),
            ),
          ]
        : []),
      ...(wordOf(['CUTOFF', 'OVERFLOW', 'TABULAR', 'WEIR'], type) === 'WEIR' &&
      (numberOf(height) <= 0 || numberOf(coefficient) <= 0 || numberOf(least) > most)
        ? [
            problemAt(
              'HYDRAULICS_VALUES',
              'DIVIDERS',
              line,
              id,
              says(
                '堰高、堰系数大于0，且满堰流量不小于起分流量',
                'height and coefficient above 0, and a full weir that takes at least the least flow',
              ),
            ),
          ]
        : []),
    ]
  })
  const outlets = [...catchments.values()].flatMap(({ line, outlet }) =>
    nodes.has(idOf(outlet)) && catchments.has(idOf(outlet))
      ? [
          problemAt(
            'HYDRAULICS_DOUBLE',
            'SUBCATCHMENTS',
            line,
            outlet,
            says('只是节点或只是汇水区的编号', 'the id of a node or of a subcatchment, not of both'),
          ),
        ]
      : [],
  )
  return [...pumps, ...shapes, ...dividers, ...outlets, ...storages(model)]
}

/** Surface areas by a formula hold no less than nothing up to the rim. */
const storages = (model: Model): readonly Problem[] =>
  [...rowsOf(model, 'STORAGE')].flatMap(({ line, cells }) => {
    const [id = '', , full = '', , shape = '', ...sizes] = cells
    if (!wordOf(['FUNCTIONAL'], shape)) return []
    const depth = numberOf(full)
    const [coefficient = 0, exponent = 0, constant = 0] = sizes.map(numberOf)
    return constant * depth + (coefficient / (exponent + 1)) * depth ** (exponent + 1) < 0
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'STORAGE',
            line,
            id,
            says('到最大深度为止容积不为负', 'a volume of at least 0 up to the maximum depth'),
          ),
        ]
      : []
  })
