import { addDays } from '../../../kernel/calendar/days.ts'
import { random } from '../../../kernel/sample/random.ts'
import { DRAINAGE_OFFICE } from '../settings.ts'
import type { DRAINER_CLASSES } from '../words.ts'
import { kindId } from './defectKinds.ts'
import type { NetworkRows } from './network.ts'

const keeper = DRAINAGE_OFFICE
const numbered = (letters: string, n: number) => letters + String(n + 1).padStart(4, '0')

/** How often each kind is found, and how its levels spread. */
const FOUND = [
  ['PL', 30],
  ['BX', 14],
  ['FS', 22],
  ['CK', 9],
  ['SL', 7],
  ['CJ', 12],
  ['ZW', 6],
] as const
const INSPECTED = 70

/** A sample of pipes that were looked into, and what was found. */
export function inspectionRows(seed: string, links: NetworkRows['links']) {
  const stream = random(seed, 'inspections')
  const conduits = links.filter(({ kind, length }) => kind === 'conduit' && Number(length) > 20)
  const inspections: object[] = []
  const defects: object[] = []
  for (let i = 0; i < INSPECTED; i++) {
    const pipe = conduits[Math.floor(((i + stream.next()) / INSPECTED) * conduits.length)]
    if (!pipe) continue
    const day = addDays('2024-03-04', stream.below(200))
    const number = numbered('JC2024-', i)
    inspections.push({
      id: `inspection-${number}`,
      number,
      link: pipe.id,
      inspected_on: day,
      method: 'cctv',
      inspector: '示例检测单位',
      video: `${number}.mp4`,
      inspected_length: pipe.length,
      keeper,
    })
    const count = stream.below(5)
    for (let d = 0; d < count; d++) {
      const code = drawn(stream.next())
      const level = code === 'FS' ? 1 + stream.below(3) : 1 + Math.floor(4 * stream.next() ** 1.6)
      const along = stream.next() < 0.3 ? 1 + stream.below(5) : 1
      const distance = 1 + stream.next() * (Number(pipe.length) - 2)
      defects.push({
        id: `defect-${numbered('QX', defects.length)}`,
        number: numbered('QX', defects.length),
        link: pipe.id,
        inspection: `inspection-${number}`,
        kind: kindId(code),
        level: String(level),
        distance: distance.toFixed(2),
        length: String(along),
        clock: String(1 + stream.below(12))
          .padStart(2, '0')
          .repeat(2),
        found_on: day,
        repaired_on: null,
        keeper,
      })
    }
  }
  return { inspections, defects }
}

function drawn(share: number): string {
  let left = share * FOUND.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [code, weight] of FOUND) {
    left -= weight
    if (left < 0) return code
  }
  return 'PL'
}

const CLASSES: readonly (readonly [keyof typeof DRAINER_CLASSES, string, number, string | null])[] = [
  ['industry', '示例制造企业', 120, '中和、沉淀'],
  ['restaurant', '示例餐饮店', 8, '隔油池'],
  ['medical', '示例门诊部', 15, '消毒'],
  ['construction', '示例建筑工地', 40, '沉淀池'],
  ['hotel', '示例宾馆', 60, '隔油池、格栅'],
  ['carWash', '示例洗车店', 6, '沉淀、隔油'],
  ['market', '示例农贸市场', 25, '格栅'],
  ['petrol', '示例加油站', 3, '隔油池'],
]
const DRAINERS = 64

export function drainerRows(seed: string, nodes: NetworkRows['nodes']) {
  const stream = random(seed, 'drainers')
  const manholes = nodes.filter(({ kind }) => kind === 'junction')
  const [sewage, rain] = ['sewage', 'rain'].map((network) =>
    manholes.filter((node) => node.network === network),
  )
  return Array.from({ length: DRAINERS }, (_, i) => {
    const [kind, name, use, pretreatment] = CLASSES[i % CLASSES.length] as (typeof CLASSES)[number]
    const at = sewage?.[Math.floor(((i + stream.next()) / DRAINERS) * sewage.length)]
    const near = rain?.reduce((best, node) => (apart(node, at) < apart(best, at) ? node : best))
    const from = addDays('2019-01-07', stream.below(1900))
    return {
      id: `drainer-${numbered('PS', i)}`,
      code: numbered('PS', i),
      name: `${name} ${i + 1}`,
      class: kind,
      important: kind === 'industry' || kind === 'medical',
      address: null,
      place: at && {
        longitude: Number((at.place.longitude + 0.0002).toFixed(7)),
        latitude: Number((at.place.latitude + 0.0002).toFixed(7)),
      },
      water_use: (use * (0.5 + stream.next())).toFixed(1),
      sewage_node: at?.id,
      rain_node: near?.id ?? null,
      pretreatment,
      // One in nine drains without a permit.
      permit: i % 9 === 4 ? null : `示排许字第${String(i + 1).padStart(4, '0')}号`,
      permit_from: i % 9 === 4 ? null : from,
      permit_to: i % 9 === 4 ? null : addDays(from, 5 * 365),
      tested_on: addDays('2024-01-08', stream.below(300)),
      test: stream.next() < 0.12 ? 'exceeded' : 'met',
      violations: null,
      keeper,
    }
  })
}

type Node = NetworkRows['nodes'][number]
const apart = (a: Node, b: Node | undefined): number =>
  b ? (a.place.longitude - b.place.longitude) ** 2 + (a.place.latitude - b.place.latitude) ** 2 : 0
