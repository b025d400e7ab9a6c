import type { Tables } from '../../engines/hydraulics/run/index.ts'

/** How a value is written: decimals, decimals of a flow (which depend on its unit), a time, a word, a whole number. */
export type Written = 0 | 1 | 2 | 3 | 'flow' | 'time' | 'text' | 'nodeType' | 'linkType'
/** What it is measured in; which unit that is depends on the flow units. */
export type Measure = 'length' | 'speed' | 'flow' | 'volume' | 'stored' | 'depth' | 'percent' | 'hours'

type RowOf<Key extends keyof Tables> = Tables[Key][number]
interface Columned<Key extends keyof Tables> {
  readonly zh: string
  readonly en: string
  readonly columns: readonly (readonly [
    key: keyof RowOf<Key> & string,
    zh: string,
    en: string,
    written: Written,
    measure?: Measure,
  ])[]
  /** A load of each pollutant follows. */
  readonly loads?: true
}

/** The summary tables of a run, in the order of the engine's report, with all of its columns. */
export const SUMMARY: { readonly [Key in keyof Tables]: Columned<Key> } = {
  subcatchmentRunoff: {
    zh: '汇水区径流',
    en: 'Subcatchment runoff',
    columns: [
      ['name', '汇水区', 'Subcatchment', 'text'],
      ['precipitation', '降雨', 'Rain', 2, 'depth'],
      ['runon', '上游来水', 'Runon', 2, 'depth'],
      ['evaporation', '蒸发', 'Evaporation', 2, 'depth'],
      ['infiltration', '下渗', 'Infiltration', 2, 'depth'],
      ['imperviousRunoff', '不透水面径流', 'Impervious runoff', 2, 'depth'],
      ['perviousRunoff', '透水面径流', 'Pervious runoff', 2, 'depth'],
      ['runoff', '径流', 'Runoff', 2, 'depth'],
      ['volume', '径流量', 'Volume', 2, 'volume'],
      ['peak', '峰值', 'Peak', 2, 'flow'],
      ['coefficient', '径流系数', 'Coefficient', 3],
    ],
  },
  lid: {
    zh: 'LID 设施',
    en: 'LID performance',
    columns: [
      ['name', '汇水区', 'Subcatchment', 'text'],
      ['control', '设施', 'LID control', 'text'],
      ['inflow', '入流', 'Inflow', 2, 'depth'],
      ['evaporation', '蒸发', 'Evaporation', 2, 'depth'],
      ['infiltration', '下渗', 'Infiltration', 2, 'depth'],
      ['surfaceOutflow', '表面出流', 'Surface outflow', 2, 'depth'],
      ['drainOutflow', '排水管出流', 'Drain outflow', 2, 'depth'],
      ['initialStorage', '初始蓄水', 'Initial storage', 2, 'depth'],
      ['finalStorage', '最终蓄水', 'Final storage', 2, 'depth'],
      ['continuityError', '误差', 'Error', 2, 'percent'],
    ],
  },
  groundwater: {
    zh: '地下水',
    en: 'Groundwater',
    columns: [
      ['name', '汇水区', 'Subcatchment', 'text'],
      ['infiltration', '下渗', 'Infiltration', 2, 'depth'],
      ['evaporation', '蒸散发', 'Evaporation', 2, 'depth'],
      ['lowerSeepage', '深层渗漏', 'Lower seepage', 2, 'depth'],
      ['lateralOutflow', '侧向出流', 'Lateral outflow', 2, 'depth'],
      ['maxLateralFlow', '最大侧向流量', 'Max lateral flow', 2, 'flow'],
      ['averageMoisture', '平均含水率', 'Average moisture', 2],
      ['averageTable', '平均水位', 'Average table', 2, 'length'],
      ['finalMoisture', '最终含水率', 'Final moisture', 2],
      ['finalTable', '最终水位', 'Final table', 2, 'length'],
    ],
  },
  washoff: {
    zh: '汇水区冲刷',
    en: 'Subcatchment washoff',
    columns: [['name', '汇水区', 'Subcatchment', 'text']],
    loads: true,
  },
  nodeDepth: {
    zh: '节点最大水深',
    en: 'Peak depth of nodes',
    columns: [
      ['name', '节点', 'Node', 'text'],
      ['type', '类型', 'Type', 'nodeType'],
      ['average', '平均水深', 'Average depth', 2, 'length'],
      ['max', '最大水深', 'Max depth', 2, 'length'],
      ['maxHgl', '最高水位', 'Max level', 2, 'length'],
      ['at', '时间', 'At', 'time'],
      ['reported', '输出时刻最大', 'Reported max', 2, 'length'],
    ],
  },
  nodeInflow: {
    zh: '节点入流',
    en: 'Inflow of nodes',
    columns: [
      ['name', '节点', 'Node', 'text'],
      ['type', '类型', 'Type', 'nodeType'],
      ['maxLateral', '最大侧向入流', 'Max lateral', 'flow', 'flow'],
      ['maxTotal', '最大总入流', 'Max total', 'flow', 'flow'],
      ['at', '时间', 'At', 'time'],
      ['lateralVolume', '侧向水量', 'Lateral volume', 3, 'volume'],
      ['totalVolume', '总水量', 'Total volume', 3, 'volume'],
      ['balanceError', '误差', 'Error', 3, 'percent'],
    ],
  },
  nodeSurcharge: {
    zh: '节点超载',
    en: 'Surcharge of nodes',
    columns: [
      ['name', '节点', 'Node', 'text'],
      ['type', '类型', 'Type', 'nodeType'],
      ['hours', '历时', 'Time', 2, 'hours'],
      ['aboveCrown', '高出管顶', 'Above crown', 3, 'length'],
      ['belowRim', '低于井口', 'Below rim', 3, 'length'],
    ],
  },
  nodeFlooding: {
    zh: '节点溢流',
    en: 'Flooding of nodes',
    columns: [
      ['name', '节点', 'Node', 'text'],
      ['hours', '历时', 'Time', 2, 'hours'],
      ['maxRate', '最大', 'Max', 'flow', 'flow'],
      ['at', '时间', 'At', 'time'],
      ['volume', '水量', 'Volume', 3, 'volume'],
      ['maxPonded', '最大积水', 'Max ponded', 3],
    ],
  },
  storage: {
    zh: '调蓄',
    en: 'Storage',
    columns: [
      ['name', '调蓄', 'Storage', 'text'],
      ['average', '平均蓄水', 'Average volume', 3, 'stored'],
      ['averagePercent', '平均充满', 'Average full', 1, 'percent'],
      ['evaporationPercent', '蒸发损失', 'Evaporation loss', 1, 'percent'],
      ['exfiltrationPercent', '渗漏损失', 'Exfiltration loss', 1, 'percent'],
      ['max', '最大蓄水', 'Max volume', 3, 'stored'],
      ['maxPercent', '最大充满', 'Max full', 1, 'percent'],
      ['at', '时间', 'At', 'time'],
      ['maxOutflow', '最大出流', 'Max outflow', 'flow', 'flow'],
    ],
  },
  outfall: {
    zh: '排放口',
    en: 'Outfalls',
    columns: [
      ['name', '排放口', 'Outfall', 'text'],
      ['frequencyPercent', '出流频率', 'Frequency', 2, 'percent'],
      ['averageFlow', '平均流量', 'Average flow', 'flow', 'flow'],
      ['maxFlow', '最大流量', 'Max flow', 'flow', 'flow'],
      ['volume', '水量', 'Volume', 3, 'volume'],
    ],
    loads: true,
  },
  street: {
    zh: '街道与雨水口',
    en: 'Streets and inlets',
    columns: [
      ['name', '街道管渠', 'Street conduit', 'text'],
      ['maxFlow', '最大流量', 'Max flow', 3, 'flow'],
      ['maxSpread', '最大水面宽', 'Max spread', 3, 'length'],
      ['maxDepth', '最大水深', 'Max depth', 3, 'length'],
      ['inlet', '雨水口', 'Inlet', 'text'],
      ['location', '位置', 'Location', 'text'],
      ['count', '数量', 'Count', 0],
      ['peakCapturePercent', '峰值截流', 'Peak capture', 2, 'percent'],
      ['averageCapturePercent', '平均截流', 'Average capture', 2, 'percent'],
      ['bypassFrequencyPercent', '越流频率', 'Bypass frequency', 2, 'percent'],
      ['backflowFrequencyPercent', '倒流频率', 'Backflow frequency', 2, 'percent'],
      ['peakCapturePerInlet', '每口最大截流', 'Peak capture each', 2, 'flow'],
      ['peakBypass', '最大越流', 'Peak bypass', 2, 'flow'],
    ],
  },
  linkFlow: {
    zh: '管段最大流量',
    en: 'Peak flow of links',
    columns: [
      ['name', '管段', 'Link', 'text'],
      ['type', '类型', 'Type', 'linkType'],
      ['max', '最大流量', 'Max flow', 'flow', 'flow'],
      ['at', '时间', 'At', 'time'],
      ['maxVelocity', '最大流速', 'Max velocity', 2, 'speed'],
      ['fullFlowRatio', '最大/满流量', 'Max/full flow', 2],
      ['fullDepthRatio', '最大充满度', 'Max/full depth', 2],
    ],
  },
  flowClass: {
    zh: '流态所占时间',
    en: 'Flow classification, fraction of time',
    columns: [
      ['name', '管渠', 'Conduit', 'text'],
      ['lengthRatio', '计算/实际长度', 'Adjusted/actual length', 2],
      ['dry', '干', 'Dry', 2],
      ['upstreamDry', '上游干', 'Up dry', 2],
      ['downstreamDry', '下游干', 'Down dry', 2],
      ['subcritical', '缓流', 'Subcritical', 2],
      ['supercritical', '急流', 'Supercritical', 2],
      ['upstreamCritical', '上游临界', 'Up critical', 2],
      ['downstreamCritical', '下游临界', 'Down critical', 2],
      ['normalLimited', '受正常流限制', 'Normal limited', 2],
      ['inletControlled', '进口控制', 'Inlet control', 2],
    ],
  },
  conduitSurcharge: {
    zh: '管渠满管历时',
    en: 'Surcharge of conduits',
    columns: [
      ['name', '管渠', 'Conduit', 'text'],
      ['bothEndsHours', '两端满管', 'Both ends full', 2, 'hours'],
      ['upstreamHours', '上游满管', 'Upstream full', 2, 'hours'],
      ['downstreamHours', '下游满管', 'Downstream full', 2, 'hours'],
      ['aboveNormalHours', '超过正常流', 'Above normal flow', 2, 'hours'],
      ['capacityLimitedHours', '能力受限', 'Capacity limited', 2, 'hours'],
    ],
  },
  pumping: {
    zh: '水泵',
    en: 'Pumping',
    columns: [
      ['name', '水泵', 'Pump', 'text'],
      ['utilizedPercent', '运行', 'Utilized', 2, 'percent'],
      ['startUps', '启动次数', 'Start-ups', 0],
      ['minFlow', '最小流量', 'Min flow', 2, 'flow'],
      ['averageFlow', '平均流量', 'Average flow', 2, 'flow'],
      ['maxFlow', '最大流量', 'Max flow', 2, 'flow'],
      ['volume', '水量', 'Volume', 3, 'volume'],
      ['energy', '电量 kWh', 'Energy kWh', 2],
      ['offLowPercent', '低于曲线', 'Off curve, low', 1, 'percent'],
      ['offHighPercent', '高于曲线', 'Off curve, high', 1, 'percent'],
    ],
  },
  linkLoad: {
    zh: '管段污染物量',
    en: 'Pollutant load of links',
    columns: [['name', '管段', 'Link', 'text']],
    loads: true,
  },
}
