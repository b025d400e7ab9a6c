import {
  blank,
  type Column,
  date,
  empty,
  id,
  many,
  num,
  of,
  optional,
  ref,
  text,
  time,
  unbounded,
  word,
  yesNo,
} from './columns.ts'

/** Sections of inflows, quality, curves, series, patterns, rules and of what the run is to do. */

export const CURVE_TYPES = [
  'STORAGE',
  'DIVERSION',
  'TIDAL',
  'RATING',
  'CONTROL',
  'SHAPE',
  'WEIR',
  'PUMP1',
  'PUMP2',
  'PUMP3',
  'PUMP4',
  'PUMP5',
] as const
export const PATTERN_LENGTHS: Readonly<Record<string, number>> = {
  MONTHLY: 12,
  DAILY: 7,
  HOURLY: 24,
  WEEKEND: 24,
}

const least = { least: 0 } as const
const coefficients = ['系数1', '系数2', '系数3'].map((zh, i) => num(`c${i + 1}`, zh, least))
const per = word('per', '单位面积或路缘', ['AREA', 'CURB'])
const percent = { unit: 'percent', least: 0, most: 100 } as const
const washoff = [
  num('coefficient', '系数', least),
  num('exponent', '指数', { least: -10, most: 10 }),
  num('sweeping', '清扫去除率', { ...percent, ...optional }),
  num('removal', 'BMP 去除率', { ...percent, ...optional }),
]
const constituent = ref('constituent', '水量或污染物', 'pollutant', { words: ['FLOW'] })
const inflowEnd: readonly Column[] = [
  num('factor', '换算系数', optional),
  num('scale', '放大系数', optional),
  num('baseline', '基流', optional),
  ref('pattern', '基流模式', 'pattern', { ...empty, ...optional }),
]
const shown = (thing: 'subcatchment' | 'node' | 'link') => [
  ref('shown', '对象', thing, { words: ['NONE', 'ALL'], exact: true }),
  many([ref('shown', '对象', thing, optional)]),
]
const yes = [yesNo('value', '取值')]

export const TABLES = {
  TITLE: [],
  FILES: [
    word('mode', '方式', ['NO', 'SCRATCH', 'USE', 'SAVE']),
    word('kind', '文件', ['RAINFALL', 'RUNOFF', 'HOTSTART', 'RDII', 'INFLOWS', 'OUTFLOWS']),
    text('file', '路径', optional),
  ],
  POLLUTANTS: [
    id('pollutant', '编号'),
    word('units', '单位', ['MG/L', 'UG/L', '#/L']),
    num('rain', '雨水浓度', least),
    num('groundwater', '地下水浓度', least),
    num('infiltration', '入渗浓度', least),
    num('decay', '降解系数'),
    yesNo('snowOnly', '仅雪期', optional),
    ref('copollutant', '伴生污染物', 'pollutant', { ...blank, ...optional }),
    num('cofraction', '伴生比例', { ...least, ...optional }),
    num('dryWeather', '旱流浓度', { ...least, ...optional }),
    num('initial', '初始浓度', { ...least, ...optional }),
  ],
  LANDUSES: [
    id('landUse', '编号'),
    // none of the three, or all
    num('interval', '清扫间隔', { unit: 'days', ...least, ...optional }),
    num('available', '可清扫比例', { ...least, most: 1 }),
    num('last', '距上次清扫', { unit: 'days', ...least }),
  ],
  COVERAGES: [
    of('subcatchment', '汇水区'),
    many([
      ref('landUse', '用地', 'landUse'),
      num('percent', '比例', { unit: 'percent', ...least, ...unbounded }),
    ]),
  ],
  LOADINGS: [
    of('subcatchment', '汇水区'),
    many([ref('pollutant', '污染物', 'pollutant'), num('load', '初始累积', { ...least, ...unbounded })]),
  ],
  BUILDUP: [
    ref('id', '用地', 'landUse', { owner: true }),
    ref('pollutant', '污染物', 'pollutant'),
    word('function', '函数', {
      NONE: ['c1', 'c2', 'c3', 'per'].map((key) => text(key, key, optional)),
      POW: [...coefficients.slice(0, 2), num('c3', '系数3', { least: 0.01, most: 10 }), per],
      EXP: [...coefficients, per],
      SAT: [...coefficients, per],
      EXT: [...coefficients.slice(0, 2), ref('series', '时间序列', 'series'), per],
    }),
  ],
  WASHOFF: [
    ref('id', '用地', 'landUse', { owner: true }),
    ref('pollutant', '污染物', 'pollutant'),
    word('function', '函数', {
      NONE: ['c1', 'c2', 'c3', 'c4'].map((key) => text(key, key, optional)),
      EXP: washoff,
      RC: washoff,
      EMC: washoff,
    }),
  ],
  TREATMENT: [of('node', '节点'), ref('pollutant', '污染物', 'pollutant'), many([text('function', '函数')])],
  INFLOWS: [
    of('node', '节点'),
    constituent,
    ref('series', '时间序列', 'series', empty),
    word('type', '类型', ['CONCEN', 'MASS'], optional),
    ...inflowEnd,
  ],
  DWF: [
    of('node', '节点'),
    constituent,
    num('average', '平均值'),
    ...[1, 2, 3, 4].map((i) => ref(`pattern${i}`, `时变模式${i}`, 'pattern', { ...empty, ...optional })),
  ],
  PATTERNS: [
    id('pattern', '编号'),
    word('type', '类型', ['MONTHLY', 'DAILY', 'HOURLY', 'WEEKEND'], { maybe: true }),
    many([num('factor', '系数', optional)]),
  ],
  CURVES: [
    id('curve', '编号'),
    word('type', '类型', CURVE_TYPES, { maybe: true }),
    many([num('x', 'x 值', optional), num('y', 'y 值')]),
  ],
  TIMESERIES: [id('series', '编号')],
  CONTROLS: [],
  REPORT: [
    word('kind', '项目', {
      DISABLED: yes,
      INPUT: yes,
      SUBCATCH: shown('subcatchment'),
      NODE: shown('node'),
      LINK: shown('link'),
      CONTINUITY: yes,
      FLOWSTATS: yes,
      CONTROL: yes,
      AVERAGES: yes,
    }),
  ],
  EVENTS: [
    date('startDate', '开始日期'),
    time('startTime', '开始时间'),
    date('endDate', '结束日期'),
    time('endTime', '结束时间'),
  ],
} satisfies Record<string, readonly Column[]>

/** Cells of a time series after its id, from which the columns of its row are told. */
export const SERIES = {
  file: [word('source', '来源', ['FILE']), text('file', '文件')],
  date: date('date', '日期'),
  time: time('time', '时间'),
  value: num('value', '数值'),
} as const

/** An inflow of water: the engine passes over its type and its factor. */
export const WATER: readonly Column[] = [
  ...TABLES.INFLOWS.slice(0, 3),
  text('type', '类型', optional),
  text('factor', '换算系数', optional),
  ...inflowEnd.slice(1),
]
