import type { Report, Tables } from '../../engines/hydraulics/run/index.ts'
import { tableLines } from '../../engines/report/write/columns.ts'
import { type Measure, SUMMARY, type Written } from './simulateColumns.ts'

type Language = 'zh' | 'en'
type Value = string | number | undefined

/** The summary tables of a run as lines for a terminal: all that its report has, in its order. */
export function summaryLines(report: Report, language: Language): readonly string[] {
  const zh = language === 'zh'
  const { flowUnits = '', tables, continuity } = report
  const lines = [
    zh
      ? `SWMM ${report.build ?? ''}，流量单位 ${flowUnits}`
      : `SWMM ${report.build ?? ''}, flows in ${flowUnits}`,
  ]
  const add = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]) => {
    lines.push(
      '',
      title,
      ...tableLines(
        heads.map((head, i) => ({ title: head, most: 32, right: i > 0 })),
        rows,
      ),
    )
  }
  for (const key of Object.keys(SUMMARY) as (keyof Tables)[]) {
    const { columns, loads, ...title } = SUMMARY[key]
    const rows = tables[key] as readonly unknown[] as readonly Readonly<Record<string, Value>>[]
    if (key === 'nodeFlooding' && rows.length === 0 && tables.nodeDepth.length > 0)
      lines.push('', zh ? '没有节点溢流' : 'No node floods')
    if (rows.length === 0) continue
    const pollutants = loads ? Object.keys((tables[key][0] as { readonly loads: object }).loads) : []
    add(
      title[language],
      [
        ...columns.map(([, chinese, english, , measure]) =>
          [zh ? chinese : english, measure && unitOf(measure, flowUnits)].filter(Boolean).join(' '),
        ),
        ...pollutants,
      ],
      rows.map((row) => [
        ...columns.map(([each, , , written]) => said(row[each], written, flowUnits, zh)),
        ...pollutants.map((name) =>
          said((row.loads as unknown as Readonly<Record<string, number>>)[name], 3, flowUnits, zh),
        ),
      ]),
    )
  }
  if (continuity.length > 0)
    add(
      zh ? '连续性误差' : 'Continuity errors',
      zh ? ['平衡', '误差 %'] : ['Balance', 'Error %'],
      continuity.map(({ title, errorPercent }) => [
        zh ? (BALANCES[title] ?? title) : title,
        errorPercent.map((value) => value.toFixed(3)).join(' '),
      ]),
    )
  return lines
}

const METRIC = /CMS|LPS|MLD/
const UNITS: Readonly<Record<Exclude<Measure, 'flow'>, readonly [us: string, si: string]>> = {
  length: ['ft', 'm'],
  speed: ['ft/s', 'm/s'],
  volume: ['10^6 gal', '10^6 L'],
  stored: ['10^3 ft³', '10^3 m³'],
  depth: ['in', 'mm'],
  percent: ['%', '%'],
  hours: ['h', 'h'],
}
const unitOf = (measure: Measure, flowUnits: string): string =>
  measure === 'flow' ? flowUnits : UNITS[measure][METRIC.test(flowUnits) ? 1 : 0]

function said(value: Value, written: Written, flowUnits: string, zh: boolean): string {
  if (value === undefined) return ''
  if (written === 'nodeType') return (zh && NODE_TYPES[value]) || String(value)
  if (written === 'linkType') return (zh && LINK_TYPES[value]) || String(value)
  if (typeof value === 'string') return value
  if (written === 'time') return clock(value)
  return value.toFixed(written === 'flow' ? (/MGD|CMS/.test(flowUnits) ? 3 : 2) : (written as number))
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
