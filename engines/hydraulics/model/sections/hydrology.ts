import {
  blank,
  type Column,
  date,
  id,
  int,
  loose,
  many,
  num,
  numbers,
  of,
  optional,
  ref,
  text,
  time,
  unbounded,
  word,
} from './columns.ts'

/** Sections of rain, climate, catchments, groundwater, snow, low impact development and rain-derived inflow. */

const least = { least: 0 } as const
const percent = { unit: 'percent', least: 0, most: 100 } as const
const monthly = (zh: string) => numbers(12, 'month', zh)
const pattern = [ref('subcatchment', '汇水区', 'subcatchment'), ref('pattern', '时变模式', 'pattern')]

const HORTON = [
  num('maxRate', '最大下渗率', { unit: 'rain', ...least }),
  num('minRate', '最小下渗率', { unit: 'rain', ...least }),
  num('decay', '衰减常数', least),
  num('dryTime', '干燥时间', { unit: 'days', ...least }),
  num('maxVolume', '最大下渗量', { unit: 'rainDepth', ...least, ...optional }),
]
const GREEN_AMPT = [
  num('suction', '吸力水头', { unit: 'rainDepth', ...least }),
  num('conductivity', '饱和导水率', { unit: 'rain', above: 0 }),
  num('deficit', '初始亏水', { ...least, most: 1 }),
]
const CURVE_NUMBER = [
  num('curveNumber', '曲线数', { above: 0, most: 100, ...unbounded }),
  num('conductivity', '导水率'),
  num('dryTime', '干燥时间', { unit: 'days', above: 0 }),
]
/** By the method of OPTIONS, or the one that the row itself names last. */
export const INFILTRATIONS: Readonly<Record<string, readonly Column[]>> = {
  HORTON,
  MODIFIED_HORTON: HORTON,
  GREEN_AMPT,
  MODIFIED_GREEN_AMPT: GREEN_AMPT,
  CURVE_NUMBER,
}

const pack = numbers(7, 'parameter', '参数')
const lidLayer = (...zh: readonly string[]) => zh.map((each, i) => num(`parameter${i + 1}`, each, least))

export const RESPONSE: readonly Column[] = [
  word('month', '月份', [
    'ALL',
    'JAN',
    'FEB',
    'MAR',
    'APR',
    'MAY',
    'JUN',
    'JUL',
    'AUG',
    'SEP',
    'OCT',
    'NOV',
    'DEC',
  ]),
  word('response', '响应', ['SHORT', 'MEDIUM', 'LONG']),
  num('ratio', '入渗比', { ...least, most: 1 }),
  num('peak', '峰现时间', { unit: 'hours', ...least }),
  num('recession', '退水比', { ...least, ...unbounded }),
  num('maxLoss', '最大初损', optional),
  num('recovery', '恢复率', optional),
  num('initLoss', '已用初损', optional),
]

export const LID_TYPES = ['BC', 'RG', 'GR', 'IT', 'PP', 'RB', 'VS', 'RD'] as const

export const HYDROLOGY = {
  RAINGAGES: [
    id('gage', '编号'),
    word('format', '雨量形式', ['INTENSITY', 'VOLUME', 'CUMULATIVE']),
    time('interval', '记录间隔', { above: 0 }),
    num('snowFactor', '降雪修正系数'),
    word('source', '来源', {
      TIMESERIES: [ref('series', '时间序列', 'series')],
      FILE: [
        text('file', '文件'),
        text('station', '站号'),
        word('units', '单位', ['IN', 'MM']),
        date('start', '起始日期', { ...blank, ...optional }),
      ],
    }),
  ],
  EVAPORATION: [
    word('kind', '项目', {
      CONSTANT: [num('rate', '蒸发率')],
      MONTHLY: monthly('月蒸发率'),
      TIMESERIES: [ref('series', '时间序列', 'series')],
      TEMPERATURE: [],
      FILE: numbers(12, 'pan', '蒸发皿系数'),
      RECOVERY: [ref('pattern', '恢复模式', 'pattern')],
      DRY_ONLY: [word('value', '取值', ['NO', 'YES'], { exact: true })],
    }),
  ],
  TEMPERATURE: [
    word('kind', '项目', {
      TIMESERIES: [ref('series', '时间序列', 'series')],
      FILE: [
        text('file', '文件'),
        date('start', '起始日期', { ...blank, ...optional }),
        text('units', '单位', optional),
      ],
      WINDSPEED: [word('source', '来源', { MONTHLY: monthly('月风速'), FILE: [] })],
      SNOWMELT: numbers(6, 'parameter', '融雪参数'),
      ADC: [
        word('surface', '下垫面', ['IMPERV', 'PERV']),
        ...numbers(10, 'fraction', '覆盖比例', { ...least, most: 1 }),
      ],
    }),
  ],
  ADJUSTMENTS: [
    word('kind', '项目', {
      TEMP: monthly('月气温修正'),
      EVAP: monthly('月蒸发修正'),
      RAIN: monthly('月雨量修正'),
      CONDUCT: monthly('月导水率修正'),
      'N-PERV': pattern,
      DSTORE: pattern,
      INFIL: pattern,
    }),
  ],
  SUBCATCHMENTS: [
    id('subcatchment', '编号'),
    ref('gage', '雨量计', 'gage'),
    ref('outlet', '出口', ['node', 'subcatchment']),
    num('area', '面积', { unit: 'area', ...least }),
    num('imperviousness', '不透水率', { unit: 'percent', ...least }),
    num('width', '漫流宽度', { unit: 'length', ...least }),
    num('slope', '坡度', { unit: 'percent', ...least }),
    num('curb', '路缘长', least),
    ref('snowpack', '积雪', 'snowpack', { ...blank, ...optional }),
  ],
  SUBAREAS: [
    of('subcatchment', '汇水区'),
    num('nImpervious', '不透水糙率', least),
    num('nPervious', '透水糙率', least),
    num('dImpervious', '不透水洼蓄', { unit: 'rainDepth', ...least }),
    num('dPervious', '透水洼蓄', { unit: 'rainDepth', ...least }),
    num('zero', '无洼蓄比例', { unit: 'percent', ...least }),
    word('routeTo', '汇流去向', ['OUTLET', 'IMPERV', 'PERV']),
    num('routed', '汇流比例', { ...percent, ...optional }),
  ],
  INFILTRATION: [of('subcatchment', '汇水区')],
  AQUIFERS: [
    id('aquifer', '编号'),
    ...[
      '孔隙率',
      '凋萎点',
      '田间持水量',
      '导水率',
      '导水坡',
      '张力坡',
      '上层蒸发比',
      '下层蒸发深',
      '深层渗漏率',
      '底高程',
      '水位',
      '初始含水率',
    ].map((zh, i) => num(`parameter${i + 1}`, zh)),
    ref('pattern', '蒸发模式', 'pattern', optional),
  ],
  GROUNDWATER: [
    of('subcatchment', '汇水区'),
    ref('aquifer', '含水层', 'aquifer'),
    ref('node', '受水节点', 'node'),
    num('surface', '地面高程', { unit: 'length' }),
    ...numbers(6, 'parameter', '参数'),
    num('depth', '固定水深', blank),
    ...['threshold', 'bottom', 'table', 'moisture'].map((key) =>
      num(key, '替代值', { ...blank, ...optional }),
    ),
  ],
  GWF: [
    of('subcatchment', '汇水区'),
    word('flow', '流向', ['LATERAL', 'DEEP']),
    many([text('expression', '表达式')]),
  ],
  SNOWPACKS: [
    id('snowpack', '编号'),
    word('surface', '下垫面', {
      PLOWABLE: pack,
      IMPERV: pack,
      PERV: pack,
      REMOVAL: [
        ...numbers(6, 'parameter', '参数'),
        ref('to', '移往', 'subcatchment', { ...blank, ...optional }),
      ],
    }),
  ],
  LID_CONTROLS: [
    id('lid', '编号'),
    word('layer', '类型或层', {
      ...Object.fromEntries(LID_TYPES.map((type) => [type, []])),
      SURFACE: lidLayer('蓄水深', '植被体积比', '糙率', '坡度', '边坡').map((column, i) =>
        i === 1 ? { ...column, most: 0.999 } : column,
      ),
      SOIL: lidLayer('厚度', '孔隙率', '田间持水量', '凋萎点', '导水率', '导水坡', '吸力'),
      PAVEMENT: [
        ...lidLayer('厚度', '孔隙比', '不透水比', '渗透率', '堵塞系数'),
        num('regenDays', '再生间隔', { ...least, ...optional }),
        num('regenDegree', '再生程度', { ...least, most: 1, ...optional }),
      ],
      STORAGE: [
        ...lidLayer('厚度', '孔隙比', '渗透率', '堵塞系数'),
        word('covered', '加盖', ['NO', 'YES'], { ...optional, ...loose }),
      ],
      DRAINMAT: lidLayer('厚度', '孔隙率', '糙率'),
      DRAIN: [
        // the engine takes anything here, what is no number for none
        ...lidLayer('流量系数', '指数', '偏移', '延时').map((column) => ({
          ...column,
          ...loose,
          ...unbounded,
        })),
        num('open', '开启水位', { ...optional, ...loose }),
        num('close', '关闭水位', { ...optional, ...loose }),
        ref('curve', '控制曲线', 'curve', { ...blank, ...optional }),
      ],
      REMOVALS: [many([ref('pollutant', '污染物', 'pollutant'), num('removal', '去除率', percent)])],
    }),
  ],
  LID_USAGE: [
    of('subcatchment', '汇水区'),
    ref('lid', 'LID 设施', 'lid'),
    int('count', '数量', { ...least, ...loose }),
    num('area', '单体面积', { unit: 'surface', ...least }),
    num('width', '宽度', { unit: 'length', ...least }),
    num('saturation', '初始饱和度', percent),
    num('fromImpervious', '处理不透水比例', percent),
    num('toPervious', '排向透水区', least),
    text('report', '报告文件', { ...blank, ...optional }),
    ref('drainTo', '排水去向', ['subcatchment', 'node'], { ...blank, ...optional }),
    num('fromPervious', '处理透水比例', { ...percent, ...optional }),
  ],
  HYDROGRAPHS: [id('hydrograph', '编号')],
  RDII: [
    of('node', '节点'),
    ref('hydrograph', '单位线', 'hydrograph'),
    num('area', '汇水面积', { unit: 'area', ...least }),
  ],
} satisfies Record<string, readonly Column[]>
