import { random } from '../../../kernel/sample/random.ts'
import { METRES_A_DEGREE } from '../../../kernel/store/index.ts'
import { DRAINAGE_OFFICE } from '../settings.ts'
import { withFaults } from './faults.ts'
import { lay } from './levels.ts'
import { planOf } from './plan.ts'

/** The middle of the made-up network on the map, and how far it is turned, so that nothing lies where it really is. */
const CENTRE = { longitude: 121.55, latitude: 29.885 }
const MIDDLE = { x: 1475, y: 810 }
const TURN = (7 * Math.PI) / 180
/** What the rivers stand at, m. */
const RIVER_STAGE = 1.1
const SURVEYED = '2023-06-30'
const SOURCE = '示例生成'

export const placed = (x: number, y: number) => {
  const [dx, dy] = [x - MIDDLE.x, y - MIDDLE.y]
  const [east, north] = [dx * Math.cos(TURN) - dy * Math.sin(TURN), dx * Math.sin(TURN) + dy * Math.cos(TURN)]
  return {
    longitude: degrees(
      CENTRE.longitude + east / (METRES_A_DEGREE * Math.cos((CENTRE.latitude * Math.PI) / 180)),
    ),
    latitude: degrees(CENTRE.latitude + north / METRES_A_DEGREE),
  }
}
const degrees = (value: number) => Number(value.toFixed(7))
const fixed = (value: number, digits: number) => value.toFixed(digits)

/** Nodes, links and catchments as rows. */
export function networkRows(seed: string) {
  const plan = planOf(seed)
  const areas = new Map(plan.catchments.map(({ node, across, along }) => [node, (across * along) / 10_000]))
  const { nodes, links } = withFaults(lay(plan, areas))
  const stream = random(seed, 'network')
  const at = new Map(nodes.map((node) => [node.code, node]))
  const kept = { keeper: DRAINAGE_OFFICE, source: SOURCE }
  return {
    nodes: nodes.map(({ code, kind, facility, network, ground, invert, x, y, low }) => ({
      id: nodeId(code),
      code,
      name: nameOf(code, facility, network),
      kind,
      facility,
      network,
      ground_level: fixed(ground, 3),
      invert_level: fixed(invert, 3),
      depth: fixed(Math.max(ground - invert, 0.5), 3),
      place: placed(x, y),
      street: streetOf(x, y),
      ponded_area: kind === 'junction' && network === 'rain' ? (low ? 2000 : 400) : null,
      surface_area: kind === 'storage' ? (network === 'rain' ? 160 : 40) : null,
      stage: kind === 'outfall' && network === 'rain' ? RIVER_STAGE : null,
      dry_flow: kind === 'junction' && network === 'sewage' ? fixed(0.08 + 0.18 * stream.next(), 3) : null,
      surveyed_on: SURVEYED,
      ...kept,
    })),
    links: links.map(({ code, kind, network, role, from, to, size, length, inOffset, outOffset }) => {
      const conduit = kind === 'conduit'
      const pump = kind === 'pump'
      const year = 2003 + Math.floor(18 * stream.next())
      const rain = network === 'rain'
      return {
        id: linkId(code),
        code,
        kind,
        network,
        from_node: nodeId(from),
        to_node: nodeId(to),
        shape: pump ? null : conduit ? 'circular' : 'box',
        size: pump ? null : fixed(size, 2),
        width: kind === 'gate' ? '1.50' : null,
        length: conduit ? fixed(length, 2) : null,
        material: conduit ? (size <= 0.5 && year > 2012 ? 'hdpe' : 'concrete') : null,
        roughness: conduit ? (size <= 0.5 && year > 2012 ? '0.010' : '0.013') : null,
        in_offset: pump ? null : fixed(inOffset, 3),
        out_offset: conduit ? fixed(outOffset, 3) : null,
        capacity: pump ? (rain ? '2.500' : to.startsWith('WC') ? '0.250' : '0.080') : null,
        start_depth: pump ? (rain ? '1.500' : '1.000') : null,
        stop_depth: pump ? (rain ? '0.600' : '0.400') : null,
        importance: conduit ? (role === 'trunk' ? 'second' : 'third') : null,
        soil: conduit ? '0' : null,
        built_in: String(year),
        surveyed_on: SURVEYED,
        ...kept,
      }
    }),
    catchments: plan.catchments.map(({ node, across, along }, i) => {
      const { x, y } = at.get(node) as { x: number; y: number }
      const ring = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([east = 0, north = 0]) => placed(x + (east * across) / 2, y + (north * along) / 2))
      const area = (across * along) / 10_000
      return {
        id: `catchment-${node}`,
        code: `S${String(i + 1).padStart(4, '0')}`,
        outlet: nodeId(node),
        area: fixed(area, 4),
        imperviousness: fixed(48 + 30 * stream.next(), 1),
        width: fixed((area * 10_000) / 55, 1),
        slope: fixed(0.3 + 0.4 * stream.next(), 2),
        outline: ring.map(({ longitude, latitude }) => [longitude, latitude]),
        ...kept,
      }
    }),
  }
}

export type NetworkRows = ReturnType<typeof networkRows>

export const nodeId = (code: string): string => `node-${code}`
export const linkId = (code: string): string => `link-${code}`

const STATIONS = { rain: '雨水泵站', sewage: '污水提升泵站', combined: '泵站' } as const
function nameOf(code: string, facility: string, network: keyof typeof STATIONS): string | null {
  if (facility === 'wetWell') return `${code} ${STATIONS[network]}前池（示例）`
  if (facility === 'outfall')
    return network === 'rain' ? `${code} 入河排放口（示例）` : '污水处理厂进水口（示例）'
  return null
}

/** By quarter, as the demonstration's streets lie. */
const streetOf = (x: number, y: number): string =>
  x < MIDDLE.x ? (y < MIDDLE.y ? 'guisi' : 'meixu') : y < MIDDLE.y ? 'juxian' : 'xinming'
