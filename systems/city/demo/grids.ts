import { rectangle } from '../../../kernel/geo/index.ts'
import { METRES_A_DEGREE } from '../../../kernel/store/index.ts'

/** A made-up ground plan: where the zone lies on the map, and nothing in it where it really is. */
type Box = readonly [west: number, south: number, east: number, north: number]
const ZONE: Box = [121.5, 29.85, 121.6, 29.92]

/** Row by row from the south-west. */
export const STREETS = [
  { code: '330211005', office: 'guisi', name: '贵驷' },
  { code: '330212016', office: 'juxian', name: '聚贤' },
  { code: '330212004', office: 'meixu', name: '梅墟' },
  { code: '330212015', office: 'xinming', name: '新明' },
] as const

/** How many of the smaller areas lie in a larger one, eastward and northward: streets, communities, cells. */
const PLAN = [
  [2, 2],
  [3, 2],
  [4, 3],
] as const

/** The n-th part of an area that is divided in columns and rows. */
function part([west, south, east, north]: Box, [columns, rows]: readonly [number, number], n: number): Box {
  const [wide, high] = [(east - west) / columns, (north - south) / rows]
  const [left, bottom] = [west + (n % columns) * wide, south + Math.floor(n / columns) * high]
  return [left, bottom, left + wide, bottom + high]
}

const three = (n: number): string => String(n + 1).padStart(3, '0')
const kept = (value: number): number => Number(value.toFixed(6))

export interface DemoGrid {
  readonly code: string
  readonly street: string
  readonly community: string
  readonly box: Box
}

const times = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)
const count = (level: number): number => (PLAN[level]?.[0] ?? 0) * (PLAN[level]?.[1] ?? 0)

export const GRIDS: readonly DemoGrid[] = STREETS.flatMap(({ code, office, name }, s) =>
  times(count(1)).flatMap((c) =>
    times(count(2)).map((g) => ({
      code: code + three(c) + three(g),
      street: office,
      community: `${name}第${c + 1}社区（示例）`,
      box: part(part(part(ZONE, PLAN[0], s), PLAN[1], c), PLAN[2], g).map(kept) as unknown as Box,
    })),
  ),
)

export const gridRows = GRIDS.map(({ code, street, community, box }, i) => {
  const [west, south, east, north] = box
  const wide = (east - west) * METRES_A_DEGREE * Math.cos((south * Math.PI) / 180)
  return {
    id: `grid-${code}`,
    code,
    name: `${community.replace('（示例）', '')} ${code.slice(-3)} 网格`,
    community,
    street,
    grade: i % 12 < 3 ? 'first' : i % 12 < 8 ? 'second' : 'third',
    area: (wide * (north - south) * METRES_A_DEGREE).toFixed(0),
    centre: { longitude: kept((west + east) / 2), latitude: kept((south + north) / 2) },
    outline: JSON.stringify(rectangle([west, south, east, north])),
    west,
    south,
    east,
    north,
    keeper: 'city',
  }
})

export const dutyRows = [
  ...STREETS.map(({ code, office, name }) => ({
    id: `duty-waste-${office}`,
    class: 'city-event-0102',
    area: code,
    office,
    note: `暴露垃圾由属地街道清运：${name}街道`,
  })),
  {
    id: 'duty-water',
    class: 'city-event-0105',
    area: null,
    office: 'construction',
    note: '绿地保洁由绿化养护单位负责',
  },
  {
    id: 'duty-trade',
    class: 'city-event-0501',
    area: '330212016',
    office: 'juxian',
    note: '聚贤街道试点由街道综合执法队处置占道经营',
  },
  {
    id: 'duty-toilet',
    class: 'city-part-0302',
    area: null,
    office: 'social',
    note: '公共厕所由社会事务局管理（示例）',
  },
].map((row) => ({ ...row, from: '2023-01-01', to: null, keeper: 'city' }))
