import type { Balance, Report } from '../../engines/hydraulics/run/index.ts'
import { tableLines } from '../../engines/report/write/columns.ts'

type Cell = string | number | undefined
interface Table<Row> {
  readonly zh: string
  readonly en: string
  readonly columns: readonly (readonly [zh: string, en: string, cell: (row: Row) => Cell])[]
}

const UNITS: Readonly<Record<string, readonly [zh: string, volume: string]>> = {
  us: ['ft', '10^6 gal'],
  si: ['m', '10^6 L'],
}

/** The summary tables of a run as lines for a terminal. */
export function summaryLines(report: Report, language: 'zh' | 'en'): readonly string[] {
  const zh = language === 'zh'
  const { flowUnits = '', tables, continuity } = report
  const [length, volume] = UNITS[/CMS|LPS|MLD/.test(flowUnits) ? 'si' : 'us'] as readonly [string, string]
  const lines = [
    zh
      ? `SWMM ${report.build ?? ''}，流量单位 ${flowUnits}`
      : `SWMM ${report.build ?? ''}, flows in ${flowUnits}`,
  ]
  const add = <Row>(rows: readonly Row[], { zh: title, en, columns }: Table<Row>) => {
    if (rows.length === 0) return
    lines.push(
      '',
      zh ? title : en,
      ...tableLines(
        columns.map(([chinese, english], i) => ({ title: zh ? chinese : english, most: 32, right: i > 0 })),
        rows.map((row) => columns.map(([, , cell]) => String(cell(row) ?? ''))),
      ),
    )
  }
  add(tables.subcatchmentRunoff, {
    zh: '汇水区径流',
    en: 'Subcatchment runoff',
    columns: [
      ['汇水区', 'Subcatchment', ({ name }) => name],
      ['降雨', 'Rain', ({ precipitation }) => precipitation.toFixed(2)],
      ['径流', 'Runoff', ({ runoff }) => runoff.toFixed(2)],
      [`峰值 ${flowUnits}`, `Peak ${flowUnits}`, ({ peak }) => peak.toFixed(2)],
      ['径流系数', 'Coefficient', ({ coefficient }) => coefficient.toFixed(3)],
    ],
  })
  add(tables.nodeDepth, {
    zh: '节点最大水深',
    en: 'Peak depth of nodes',
    columns: [
      ['节点', 'Node', ({ name }) => name],
      ['类型', 'Type', ({ type }) => (zh ? (NODE_TYPES[type] ?? type) : type)],
      [`最大水深 ${length}`, `Max depth ${length}`, ({ max }) => max.toFixed(2)],
      [`最高水位 ${length}`, `Max level ${length}`, ({ maxHgl }) => maxHgl.toFixed(2)],
      ['时间', 'At', ({ at }) => clock(at)],
    ],
  })
  const flow = (value: number) => value.toFixed(/MGD|CMS/.test(flowUnits) ? 3 : 2)
  add(tables.linkFlow, {
    zh: '管段最大流量',
    en: 'Peak flow of links',
    columns: [
      ['管段', 'Link', ({ name }) => name],
      ['类型', 'Type', ({ type }) => (zh ? (LINK_TYPES[type] ?? type) : type)],
      [`最大流量 ${flowUnits}`, `Max flow ${flowUnits}`, ({ max }) => flow(max)],
      ['时间', 'At', ({ at }) => clock(at)],
      [`最大流速 ${length}/s`, `Max velocity ${length}/s`, ({ maxVelocity }) => maxVelocity?.toFixed(2)],
      ['最大充满度', 'Max/full depth', ({ fullDepthRatio }) => fullDepthRatio?.toFixed(2)],
    ],
  })
  if (tables.nodeDepth.length > 0 && tables.nodeFlooding.length === 0)
    lines.push('', zh ? '没有节点溢流' : 'No node floods')
  add(tables.nodeFlooding, {
    zh: '节点溢流',
    en: 'Flooding of nodes',
    columns: [
      ['节点', 'Node', ({ name }) => name],
      ['历时 h', 'Hours', ({ hours }) => hours.toFixed(2)],
      [`最大 ${flowUnits}`, `Max ${flowUnits}`, ({ maxRate }) => flow(maxRate)],
      ['时间', 'At', ({ at }) => clock(at)],
      [`水量 ${volume}`, `Volume ${volume}`, ({ volume: flooded }) => flooded.toFixed(3)],
    ],
  })
  add(continuity, {
    zh: '连续性误差',
    en: 'Continuity errors',
    columns: [
      ['平衡', 'Balance', ({ title }: Balance) => (zh ? (BALANCES[title] ?? title) : title)],
      [
        '误差 %',
        'Error %',
        ({ errorPercent }: Balance) => errorPercent.map((value) => value.toFixed(3)).join(' '),
      ],
    ],
  })
  return lines
}

/** Days, hours and minutes since the start, as reports of the field have it. */
const clock = (minutes: number) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(minutes / 1440)} ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

const NODE_TYPES: Readonly<Record<string, string>> = {
  JUNCTION: '检查井',
  OUTFALL: '排放口',
  STORAGE: '调蓄',
  DIVIDER: '分流器',
}
const LINK_TYPES: Readonly<Record<string, string>> = {
  CONDUIT: '管渠',
  CHANNEL: '明渠',
  PUMP: '水泵',
  ORIFICE: '孔口',
  WEIR: '堰',
  OUTLET: '出水口',
  DUMMY: '虚拟',
}
const BALANCES: Readonly<Record<string, string>> = {
  'Runoff Quantity Continuity': '径流水量',
  'Flow Routing Continuity': '管网水量',
  'Groundwater Continuity': '地下水',
  'Runoff Quality Continuity': '径流水质',
  'Quality Routing Continuity': '管网水质',
}
