import {
  blank,
  type Column,
  id,
  int,
  loose,
  many,
  num,
  of,
  optional,
  ref,
  text,
  unbounded,
  word,
  yesNo,
} from './columns.ts'

/** Sections of nodes and links and of what belongs to them; columns as in appendix D of the SWMM 5.2 manual. */

type Bound = { readonly least?: number; readonly above?: number }
const some = { above: 0 }
const none = { least: 0 }
const length = { unit: 'length' } as const
const deep = { ...length, least: 0, ...optional }

const gate = yesNo('gate', '拍门', optional)
const outfallEnd = [gate, ref('routeTo', '排入的汇水区', 'subcatchment', optional)]
const storageEnd = [
  num('surDepth', '超载水深', { ...length, ...optional }),
  num('evaporation', '蒸发比例', optional),
  num('suction', '吸力水头', optional),
  // one value alone is the conductivity; two are too few
  num('conductivity', '渗透系数', optional),
  num('deficit', '初始亏水'),
]
const sized = (a: string, b: string, c: string, bounds: readonly Bound[]) => [
  ...[a, b, c].map((zh, i) => num('abc'.charAt(i), zh, bounds[i])),
  ...storageEnd,
]
const dividerEnd = [
  num('maxDepth', '最大深度', { ...deep, ...unbounded }),
  num('initDepth', '初始水深', { ...deep, ...unbounded }),
  num('surDepth', '超载水深', { ...deep, ...unbounded }),
  num('ponded', '积水面积', { unit: 'surface', ...optional }),
]
const ends = [ref('from', '起点', 'node'), ref('to', '终点', 'node')]
const offset = (key: string, zh: string) => num(key, zh, { ...length, bottom: true })

const ignored = (...keys: readonly string[]) => keys.map((key) => text(key, key, optional))
const sizes = (height: Bound, ...others: readonly Bound[]): readonly Column[] => [
  num('geom1', '尺寸1', { ...length, ...height }),
  ...[0, 1, 2].map((i) => num(`geom${i + 2}`, `尺寸${i + 2}`, others[i] ?? {})),
  int('barrels', '孔数', { ...loose, ...optional }),
  int('culvert', '涵洞代码', { ...loose, ...optional }),
]
const geometry = sizes(some)
const wide = sizes(some, some)
const twice = sizes(some, some, some)
/** Shapes that need more than a height. */
const SIZED: Readonly<Record<string, readonly Column[]>> = {
  DUMMY: sizes({}),
  RECT_CLOSED: wide,
  RECT_OPEN: wide,
  TRIANGULAR: wide,
  PARABOLIC: wide,
  RECT_ROUND: wide,
  POWER: twice,
  RECT_TRIANGULAR: twice,
  TRAPEZOIDAL: sizes(some, none, none, none),
  FORCE_MAIN: wide,
  MODBASKETHANDLE: wide,
  HORIZ_ELLIPSE: sizes(some, none),
  VERT_ELLIPSE: sizes(some, none),
  ARCH: sizes(some, none),
}
export const SHAPES = [
  'DUMMY',
  'CIRCULAR',
  'FILLED_CIRCULAR',
  'RECT_CLOSED',
  'RECT_OPEN',
  'TRAPEZOIDAL',
  'TRIANGULAR',
  'PARABOLIC',
  'POWER',
  'RECT_TRIANGULAR',
  'RECT_ROUND',
  'MODBASKETHANDLE',
  'HORIZ_ELLIPSE',
  'VERT_ELLIPSE',
  'ARCH',
  'EGG',
  'HORSESHOE',
  'GOTHIC',
  'CATENARY',
  'SEMIELLIPTICAL',
  'BASKETHANDLE',
  'SEMICIRCULAR',
  'FORCE_MAIN',
] as const
const rest = ignored('geom2', 'geom3', 'geom4', 'barrels', 'culvert')

const weirEnd = (road: readonly Column[]) => [
  offset('crest', '堰顶高'),
  num('coefficient', '流量系数', { least: 0 }),
  yesNo('gate', '拍门', { blank: ['*'], ...optional }),
  num('contractions', '端收缩数', { ...blank, ...optional, least: 0 }),
  num('endCoefficient', '端部流量系数', { ...blank, ...optional, least: 0 }),
  yesNo('surcharge', '可淹没', { ...blank, ...optional }),
  ...road,
  ref('curve', '系数曲线', 'curve', { ...blank, ...optional }),
]
const weir = weirEnd(ignored('roadWidth', 'roadSurface'))

export const NETWORK = {
  JUNCTIONS: [
    id('node', '编号'),
    num('elevation', '井底高程', length),
    num('maxDepth', '最大深度', deep),
    num('initDepth', '初始水深', deep),
    num('surDepth', '超载水深', deep),
    num('ponded', '积水面积', { unit: 'surface', least: 0, ...optional }),
  ],
  OUTFALLS: [
    id('node', '编号'),
    num('elevation', '底高程', length),
    word('type', '类型', {
      FREE: outfallEnd,
      NORMAL: outfallEnd,
      FIXED: [num('stage', '固定水位', length), ...outfallEnd],
      TIDAL: [ref('stage', '潮位曲线', 'curve'), ...outfallEnd],
      TIMESERIES: [ref('stage', '水位过程', 'series'), ...outfallEnd],
    }),
  ],
  STORAGE: [
    id('node', '编号'),
    num('elevation', '底高程', length),
    num('maxDepth', '最大深度', { ...length, least: 0 }),
    num('initDepth', '初始水深', { ...length, least: 0 }),
    word('shape', '形状', {
      TABULAR: [ref('curve', '面积曲线', 'curve'), ...storageEnd],
      FUNCTIONAL: sized('系数', '指数', '常数', [{}, {}, none]),
      CYLINDRICAL: sized('长轴', '短轴', '备用', [some, some, none]),
      CONICAL: sized('长轴', '短轴', '边坡', [some, some, none]),
      PARABOLIC: sized('长轴', '短轴', '高', [some, some, some]),
      PYRAMIDAL: sized('长', '宽', '边坡', [some, some, none]),
    }),
  ],
  DIVIDERS: [
    id('node', '编号'),
    num('elevation', '底高程', length),
    ref('divertedLink', '分流管', 'link', blank),
    word('type', '类型', {
      CUTOFF: [num('minFlow', '起分流量', { unit: 'flow' }), ...dividerEnd],
      OVERFLOW: dividerEnd,
      TABULAR: [ref('curve', '分流曲线', 'curve'), ...dividerEnd],
      WEIR: [
        num('minFlow', '起分流量', { unit: 'flow' }),
        num('height', '堰高', length),
        num('coefficient', '堰系数'),
        ...dividerEnd,
      ],
    }),
  ],
  CONDUITS: [
    id('link', '编号'),
    ...ends,
    num('length', '长度', { ...length, above: 0 }),
    num('roughness', '糙率', { least: 0 }),
    offset('inOffset', '起点偏移'),
    offset('outOffset', '终点偏移'),
    num('initFlow', '初始流量', { unit: 'flow', ...optional }),
    num('maxFlow', '最大流量', { unit: 'flow', ...optional }),
  ],
  PUMPS: [
    id('link', '编号'),
    ...ends,
    ref('curve', '特性曲线', 'curve', { ...blank, ...optional }),
    word('status', '初始状态', ['OFF', 'ON'], optional),
    num('startup', '启泵水深', deep),
    num('shutoff', '停泵水深', deep),
  ],
  ORIFICES: [
    id('link', '编号'),
    ...ends,
    word('type', '类型', ['SIDE', 'BOTTOM']),
    offset('offset', '偏移'),
    num('coefficient', '流量系数', { least: 0 }),
    gate,
    num('rate', '启闭时间', { unit: 'hours', least: 0, ...optional }),
  ],
  WEIRS: [
    id('link', '编号'),
    ...ends,
    word('type', '类型', {
      TRANSVERSE: weir,
      SIDEFLOW: weir,
      'V-NOTCH': weir,
      TRAPEZOIDAL: weir,
      ROADWAY: weirEnd([
        num('roadWidth', '路宽', { ...length, ...blank, ...optional }),
        word('roadSurface', '路面', ['PAVED', 'GRAVEL'], { ...blank, ...optional, ...loose }),
      ]),
    }),
  ],
  OUTLETS: [
    id('link', '编号'),
    ...ends,
    offset('offset', '偏移'),
    word('type', '类型', {
      FUNCTIONAL: [num('coefficient', '系数'), num('exponent', '指数'), gate],
      TABULAR: [ref('curve', '流量曲线', 'curve'), gate],
    }),
  ],
  XSECTIONS: [
    of('link', '管渠'),
    word('shape', '形状', {
      ...Object.fromEntries(SHAPES.map((shape) => [shape, SIZED[shape] ?? geometry])),
      CUSTOM: [
        num('geom1', '高', { ...length, above: 0 }),
        ref('curve', '断面曲线', 'curve'),
        text('geom3', 'geom3'),
        text('geom4', 'geom4'),
        ...geometry.slice(4),
      ],
      IRREGULAR: [ref('transect', '断面', 'transect'), ...rest],
      STREET: [ref('street', '街道断面', 'street'), ...rest],
    }),
  ],
  LOSSES: [
    of('link', '管渠'),
    num('inlet', '进口损失系数', { least: 0 }),
    num('outlet', '出口损失系数', { least: 0 }),
    num('average', '沿程局部损失系数', { least: 0 }),
    gate,
    num('seepage', '渗漏率', { unit: 'rain', ...optional }),
  ],
  TRANSECTS: [
    word('code', '行码', {
      NC: [
        num('left', '左滩糙率', { least: 0 }),
        num('right', '右滩糙率', { least: 0 }),
        num('channel', '主槽糙率', { least: 0 }),
      ],
      X1: [
        id('transect', '断面编号'),
        int('stations', '测点数'),
        num('leftBank', '左岸位置', length),
        num('rightBank', '右岸位置', length),
        ...['unused1', 'unused2', 'unused3'].map((key) => num(key, '备用')),
        num('meander', '蜿蜒系数'),
        num('width', '宽度系数'),
        num('raise', '高程增量', { ...length, ...loose, ...optional }),
      ],
      GR: [many([num('elevation', '高程', { ...length, ...optional }), num('station', '位置', length)])],
    }),
  ],
  STREETS: [
    id('street', '编号'),
    num('crown', '路拱宽', { ...length, above: 0 }),
    num('curb', '路缘高', { ...length, above: 0 }),
    num('slope', '横坡', { above: 0 }),
    num('roughness', '糙率', { above: 0 }),
    num('depression', '边沟深', { ...length, least: 0, ...optional }),
    num('gutter', '边沟宽', { ...length, least: 0, ...optional }),
    int('sides', '侧数', { least: 1, most: 2, ...optional }),
    num('backWidth', '后带宽', { ...length, least: 0, ...unbounded, ...optional }),
    // without a strip behind the curb, nothing is read of it
    num('backSlope', '后带坡', { least: 0, ...loose, ...unbounded, ...optional }),
    num('backRoughness', '后带糙率', { least: 0, ...loose, ...unbounded, ...optional }),
  ],
  INLETS: [
    id('inlet', '编号'),
    word('type', '类型', {
      GRATE: grate(),
      CURB: [
        num('length', '长', { ...length, above: 0 }),
        num('height', '高', { ...length, above: 0 }),
        word('throat', '喉口', ['HORIZONTAL', 'INCLINED', 'VERTICAL'], optional),
      ],
      SLOTTED: [num('length', '长', { ...length, above: 0 }), num('width', '宽', { ...length, above: 0 })],
      DROP_GRATE: grate(),
      DROP_CURB: [num('length', '长', { ...length, above: 0 }), num('height', '高', { ...length, above: 0 })],
      CUSTOM: [ref('curve', '截流曲线', 'curve')],
    }),
  ],
  INLET_USAGE: [
    of('link', '街道'),
    ref('inlet', '雨水口', 'inlet'),
    ref('node', '汇入节点', 'node'),
    int('count', '数量', { least: 1, ...optional }),
    num('clogged', '堵塞率', { unit: 'percent', least: 0, most: 99, ...optional }),
    num('maxFlow', '最大流量', { unit: 'flow', least: 0, ...optional }),
    num('depression', '局部下凹深', { ...length, least: 0, ...optional }),
    num('width', '局部下凹宽', { ...length, least: 0, ...optional }),
    word('placement', '位置', ['AUTOMATIC', 'ON_GRADE', 'ON_SAG'], optional),
  ],
} satisfies Record<string, readonly Column[]>

function grate(): readonly Column[] {
  const size = [num('length', '长', { ...length, above: 0 }), num('width', '宽', { ...length, above: 0 })]
  // of a grate of the trade, the engine knows these
  const known = [text('openArea', '开孔率', optional), text('splash', '溅水流速', optional)]
  const own = [
    num('openArea', '开孔率', { above: 0, most: 1 }),
    num('splash', '溅水流速', { least: 0, ...optional }),
  ]
  const types = [
    'P_BAR-50X100',
    'P_BAR-50',
    'P_BAR-30',
    'CURVED_VANE',
    'TILT_BAR-45',
    'TILT_BAR-30',
    'RETICULINE',
  ]
  return [
    ...size,
    word('grate', '篦子', { ...Object.fromEntries(types.map((type) => [type, known])), GENERIC: own }),
  ]
}
