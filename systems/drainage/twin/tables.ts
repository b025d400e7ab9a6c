import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { KEPT, keeper, ON_SITE } from '../tables/network.ts'
import { LEVEL_NAMES, REPLAY_STATES } from './words.ts'

/** 监测点: what a device of `kernel/series` measures of the network. */
export const sensors = defineRecord({
  id: 'drainage.sensors',
  name: text('排水监测点', 'Drainage sensors'),
  about: text(
    '一台监测设备在管网里量什么：一处液位、一段流量或一处雨量',
    'What a device measures of the network: a level, a flow or rain',
  ),
  title: 'device',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    device: { kind: 'reference', record: 'series.devices', name: text('设备', 'Device') },
    measures: {
      kind: 'choice',
      name: text('监测内容', 'Measures'),
      choices: { level: text('液位', 'Level'), flow: text('流量', 'Flow'), rain: text('雨量', 'Rain') },
    },
    node: { kind: 'reference', record: 'drainage.nodes', name: text('节点', 'Node'), optional: true },
    link: { kind: 'reference', record: 'drainage.links', name: text('管段', 'Link'), optional: true },
    in_twin: {
      kind: 'boolean',
      name: text('参与孪生', 'In the twin'),
      help: text('不参与的只用于诊断', 'What is not is for the diagnosis only'),
      optional: true,
    },
    keeper,
  },
  unique: [['device', 'measures']],
})

/** 雨量预报: one issue of a forecast, which the twin takes until a later one. */
export const rainForecasts = defineRecord({
  id: 'drainage.rain_forecasts',
  name: text('雨量预报', 'Rain forecasts'),
  about: text('一次发布的短时雨量预报', 'One issue of a forecast of the rain of the next hours'),
  title: 'issued_at',
  grants: [
    STAFF_READS,
    { roles: ['officer'], verbs: ['create', 'import'], rows: { column: 'keeper', of: 'office' } },
  ],
  columns: {
    issued_at: { kind: 'instant', name: text('发布时间', 'Issued at') },
    source: { kind: 'text', name: text('来源', 'Source') },
    steps: {
      kind: 'data',
      name: text('逐时段雨强', 'Intensities'),
      help: text('[时刻, 毫米/小时]，每个值到下一个时刻为止', '[moment, mm/h], each until the next moment'),
    },
    keeper,
  },
  indexes: [{ on: ['issued_at'] }],
})

/** 推演批次: the twin's every run. Saved states lie beside it, in `drainage.states`, for the last few. */
export const runs = defineRecord({
  id: 'drainage.runs',
  name: text('孪生推演', 'Twin runs'),
  about: text(
    '孪生的一次推演：按监测修正状态，再算今后几小时',
    'One run of the twin: the state corrected by sensors, and the hours to come',
  ),
  title: 'at',
  grants: [STAFF_READS, ON_SITE],
  columns: {
    at: { kind: 'instant', name: text('时刻', 'At') },
    until: { kind: 'instant', name: text('推演至', 'Until') },
    sensors: { kind: 'integer', name: text('采用监测点', 'Sensors used') },
    doubted: {
      kind: 'text',
      name: text('存疑监测点', 'Sensors doubted'),
      help: text('与模型相差过大，未采用', 'Too far from the model to be used'),
      optional: true,
    },
    error_before: { kind: 'decimal', name: text('修正前误差', 'Error before'), unit: '米', optional: true },
    error_after: { kind: 'decimal', name: text('修正后误差', 'Error after'), unit: '米', optional: true },
    rain_past: { kind: 'decimal', name: text('实测雨量', 'Rain measured'), unit: '毫米' },
    rain_ahead: { kind: 'decimal', name: text('预报雨量', 'Rain forecast'), unit: '毫米' },
    standing: { kind: 'integer', name: text('将积水节点', 'Nodes that will stand in water') },
    seconds: { kind: 'decimal', name: text('用时', 'Wall time'), unit: '秒' },
    model: { kind: 'text', name: text('模型指纹', 'Model'), quiet: true },
    water: {
      kind: 'data',
      name: text('积水过程', 'Water over time'),
      help: text('各节点地面以上水深，逐时段', 'By node, depth over the ground in each step'),
      quiet: true,
    },
    sensed: {
      kind: 'data',
      name: text('监测对照', 'Model beside sensors'),
      help: text(
        '各监测点：实测、修正前、修正后，以及所预报的以后水深',
        'By sensor: measured, before and after the correction, and what is foreseen there',
      ),
      optional: true,
      quiet: true,
    },
    replay: {
      kind: 'reference',
      record: 'drainage.replays',
      name: text('暴雨重演', 'Replay'),
      help: text('空：孪生自己的推演', 'Empty: a run of the twin itself'),
      optional: true,
    },
  },
  indexes: [{ on: ['at'] }, { on: ['replay', 'at'] }],
})
export type RunRow = Row<typeof runs>

/** 暴雨重演: the twin over a stretch that is past, by what was known at each moment; it warns nobody. */
export const replays = defineRecord({
  id: 'drainage.replays',
  name: text('暴雨重演', 'Replays of storms'),
  about: text(
    '一场过去的暴雨：按当时所知逐次推演，再与后来的实测对照',
    'A storm that is past, run again by what was known at each moment, and set beside what sensors later said',
  ),
  title: 'begins_at',
  grants: [STAFF_READS, ON_SITE],
  columns: {
    begins_at: { kind: 'instant', name: text('起', 'From') },
    ends_at: { kind: 'instant', name: text('止', 'To') },
    rain: { kind: 'decimal', name: text('雨量', 'Rain'), unit: '毫米' },
    every: { kind: 'integer', total: false, name: text('间隔', 'Every'), unit: '分钟' },
    state: { kind: 'choice', name: text('状态', 'State'), choices: REPLAY_STATES },
    turns: { kind: 'integer', name: text('已推演', 'Runs done') },
    total: { kind: 'integer', name: text('共推演', 'Runs in all') },
    begun_at: { kind: 'instant', name: text('开始重演', 'Begun at') },
  },
  indexes: [{ on: ['state'] }, { on: ['begun_at'] }],
})
export type ReplayRow = Row<typeof replays>

/** 内涝预警: one open one a node, moved by later runs. */
export const warnings = defineRecord({
  id: 'drainage.warnings',
  name: text('内涝预警', 'Flood warnings'),
  about: text(
    '一处节点将要积水：何时、多深、多大把握',
    'Water will stand at a node: when, how deep, how sure',
  ),
  title: 'code',
  grants: [STAFF_READS, ON_SITE],
  columns: {
    code: { kind: 'text', name: text('节点编码', 'Code') },
    node: { kind: 'reference', record: 'drainage.nodes', name: text('节点', 'Node') },
    level: { kind: 'choice', name: text('预警级别', 'Level'), choices: LEVEL_NAMES },
    state: {
      kind: 'choice',
      name: text('状态', 'State'),
      choices: { open: text('预警中', 'Open'), over: text('已解除', 'Over') },
    },
    depth: { kind: 'decimal', name: text('最大水深', 'Peak depth'), unit: '米' },
    begins_at: { kind: 'instant', name: text('开始积水', 'Begins'), optional: true },
    peak_at: { kind: 'instant', name: text('峰值时刻', 'Peak at') },
    minutes: { kind: 'integer', name: text('积水时长', 'Stands for'), unit: '分钟' },
    certainty: {
      kind: 'integer',
      name: text('把握', 'Certainty'),
      unit: '%',
      help: text(
        '各雨量情景中达到该级别的比例',
        'Of the runs under more and less rain, how many reach the level',
      ),
    },
    issued_at: { kind: 'instant', name: text('首次发布', 'First issued') },
    updated_at: { kind: 'instant', name: text('最近更新', 'Updated') },
    ended_at: { kind: 'instant', name: text('解除时间', 'Over at'), optional: true },
    site: {
      kind: 'reference',
      record: 'drainage.warnings',
      name: text('归入预警', 'Answered with'),
      help: text('相邻的预警一并处置', 'Warnings that are near each other are answered together'),
      optional: true,
    },
    called: {
      kind: 'choice',
      name: text('已布防级别', 'Called out for'),
      help: text('办件按这一级别的预案', 'The level of the plan by which people went out'),
      choices: LEVEL_NAMES,
      optional: true,
    },
  },
  indexes: [{ on: ['state', 'issued_at'] }, { on: ['node', 'issued_at'] }, { on: ['site'] }],
})
export type WarningRow = Row<typeof warnings>
