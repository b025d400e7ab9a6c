import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { ON_SITE } from '../tables/network.ts'
import { KINDS } from './finding.ts'

/** 监测诊断: one open finding a sensor and kind; it is over when the sensor no longer shows it. */
export const diagnoses = defineRecord({
  id: 'drainage.diagnoses',
  name: text('监测诊断', 'Diagnoses'),
  about: text(
    '从监测数据看出的一处问题：混接、入渗、淤堵或设备故障，及其依据',
    'What sensors show to be wrong: a mixed connection, infiltration, a blockage or a faulty sensor, and by what',
  ),
  title: 'number',
  grants: [STAFF_READS, ON_SITE],
  columns: {
    number: { kind: 'text', name: text('诊断编号', 'Number') },
    kind: { kind: 'choice', name: text('问题', 'What'), choices: KINDS },
    state: {
      kind: 'choice',
      name: text('状态', 'State'),
      choices: {
        open: text('待处理', 'Open'),
        mended: text('已处理', 'Mended'),
        over: text('不再出现', 'No longer seen'),
      },
    },
    sensor: { kind: 'reference', record: 'drainage.sensors', name: text('监测点', 'Sensor') },
    beside: {
      kind: 'reference',
      record: 'drainage.sensors',
      name: text('对照监测点', 'Sensor beside'),
      optional: true,
    },
    node: { kind: 'reference', record: 'drainage.nodes', name: text('节点', 'Node'), optional: true },
    link: { kind: 'reference', record: 'drainage.links', name: text('管段', 'Link'), optional: true },
    value: { kind: 'decimal', total: false, name: text('实测', 'Measured') },
    limit: { kind: 'decimal', total: false, name: text('阈值', 'Limit') },
    unit: { kind: 'text', name: text('单位', 'Unit') },
    confidence: {
      kind: 'integer',
      name: text('把握', 'Confidence'),
      unit: '%',
      help: text('按规则给的分，不是概率', 'Points that the rule gives, no probability'),
    },
    shown_from: { kind: 'instant', name: text('依据起', 'Shown from') },
    shown_to: { kind: 'instant', name: text('依据止', 'Shown to') },
    numbers: { kind: 'data', name: text('依据数值', 'Numbers'), quiet: true },
    found_at: { kind: 'instant', name: text('首次发现', 'Found at') },
    seen_at: { kind: 'instant', name: text('最近出现', 'Last seen') },
    ended_at: { kind: 'instant', name: text('结束时间', 'Ended at'), optional: true },
  },
  unique: [['number']],
  indexes: [{ on: ['state', 'found_at'] }, { on: ['sensor', 'kind'] }],
})
export type DiagnosisRow = Row<typeof diagnoses>
