import { PUBLISHED } from '../access/grants.ts'
import { defineRecord } from '../store/record.ts'
import { text } from '../text.ts'

/** What other places published of the same indicators: the city, its districts. */
export const peers = defineRecord({
  id: 'figures.peers',
  name: text('同级地区数据', 'Peer series'),
  about: text('全市及各区县公布的同一指标', 'The same indicator as published for the city and its districts'),
  title: 'place',
  grants: [PUBLISHED],
  columns: {
    place: { kind: 'text', name: text('地区', 'Place') },
    peer_group: {
      kind: 'choice',
      name: text('组别', 'Group'),
      choices: { city: text('全市', 'The whole city'), district: text('区县市', 'Districts') },
    },
    indicator: { kind: 'text', name: text('指标', 'Indicator') },
    aspect: {
      kind: 'choice',
      name: text('口径', 'Aspect'),
      choices: { level: text('总量', 'Level'), growth: text('增速', 'Growth') },
    },
    period: { kind: 'text', name: text('时期', 'Period') },
    value: { kind: 'decimal', total: false, name: text('数值', 'Value') },
    source: { kind: 'text', name: text('来源', 'Source') },
  },
  unique: [['indicator', 'aspect', 'period', 'place']],
})

/** A figure that some report states, as it was read. */
export const statements = defineRecord({
  id: 'figures.statements',
  name: text('报告所列数字', 'Stated figures'),
  about: text('读入的报告写明的每一个数字', 'Every figure that a report read here states'),
  title: 'text',
  grants: [PUBLISHED],
  columns: {
    report: { kind: 'reference', name: text('报告', 'Report'), record: 'plan.reports' },
    start: { kind: 'integer', name: text('起', 'From'), quiet: true },
    finish: { kind: 'integer', name: text('止', 'To'), quiet: true },
    text: { kind: 'text', name: text('原文', 'Words') },
    indicator_text: { kind: 'text', name: text('所指', 'Measures') },
    indicator: { kind: 'text', name: text('指标', 'Indicator'), optional: true },
    aspect: { kind: 'text', name: text('口径', 'Aspect') },
    period: { kind: 'text', name: text('时期', 'Period') },
    value: { kind: 'decimal', total: false, name: text('数值', 'Value') },
    unit: { kind: 'text', name: text('单位', 'Unit'), optional: true },
    kind: { kind: 'text', name: text('类别', 'Kind') },
    modifier: { kind: 'text', name: text('修饰', 'Modifier'), optional: true },
    bound: { kind: 'text', name: text('界限', 'Bound') },
  },
  indexes: [{ on: ['indicator', 'period'] }, { on: ['report', 'start'] }],
})

export const figureRecords = [peers, statements] as const
