import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'

/**
 * 匹配结果: who may have a granule, and who misses it by one criterion. Rows are only written when an answer changes,
 * so that they say since when it is so. Those of whom data are missing are counted by the run and not kept: with
 * 100 granules they would be most of the register, and an enterprise is told of its own at once by `assess`.
 */
export const matches = defineRecord({
  id: 'policy.matches',
  name: text('政策匹配', 'Matches'),
  about: text(
    '一家企业符合或只差一项的一个政策颗粒',
    'A granule that an enterprise may have, or misses by one criterion',
  ),
  title: 'verdict',
  closed: true,
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('政策颗粒', 'Granule'), record: 'policy.granules' },
    enterprise: {
      kind: 'reference',
      name: text('企业', 'Enterprise'),
      record: 'enterprises.enterprises',
    },
    verdict: {
      kind: 'choice',
      name: text('结论', 'Verdict'),
      choices: { match: text('符合', 'Match'), near: text('只差一项', 'One criterion short') },
    },
    amount: {
      kind: 'decimal',
      name: text('测算金额', 'Amount'),
      unit: '元',
      help: text(
        '未扣已兑现的；只差一项的为补齐后可得',
        'Before what was paid; of a near miss, what it would be',
      ),
      optional: true,
    },
    near: { kind: 'integer', name: text('所差条件', 'Criterion missed'), optional: true },
    gap: {
      kind: 'decimal',
      total: false,
      name: text('差距', 'Gap'),
      help: text('单位同条件', 'In the unit of the criterion'),
      optional: true,
    },
    as_of: {
      kind: 'date',
      name: text('判断日', 'As of'),
      help: text('第一次得出这一结论时所按的日期', 'The day by which it was first said'),
    },
    known_at: { kind: 'instant', name: text('得出时间', 'Known at') },
  },
  unique: [['enterprise', 'granule']],
  indexes: [{ on: ['granule', 'verdict', 'gap'] }],
})

export const RUN_STATES = {
  running: text('进行中', 'Running'),
  done: text('完成', 'Done'),
  failed: text('失败', 'Failed'),
} as const

/** 匹配批次: everybody judged by every granule in force, or what changed since. */
export const runs = defineRecord({
  id: 'policy.runs',
  name: text('匹配批次', 'Matching runs'),
  about: text('一次匹配：全量，或只判断变动所及', 'One matching: everybody, or only what changes touched'),
  title: 'kind',
  grants: [STAFF_READS],
  columns: {
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: { full: text('全量', 'Everybody'), changed: text('增量', 'What changed') },
    },
    state: { kind: 'choice', name: text('状态', 'State'), choices: RUN_STATES },
    as_of: { kind: 'date', name: text('判断日', 'As of') },
    started_at: { kind: 'instant', name: text('开始', 'Started') },
    finished_at: { kind: 'instant', name: text('结束', 'Finished'), optional: true },
    done: { kind: 'integer', name: text('已判断颗粒', 'Granules judged') },
    granules: { kind: 'integer', name: text('颗粒数', 'Granules') },
    enterprises: { kind: 'integer', name: text('企业数', 'Enterprises') },
    changed: { kind: 'integer', name: text('结论变动', 'Answers changed') },
    counts: {
      kind: 'data',
      name: text('未定企业数', 'Undecided'),
      help: text(
        '各颗粒数据不全的企业数、可凭申报材料申请的企业数（全量时）',
        'By granule, how many lack data and how many may claim with evidence; of full runs',
      ),
    },
    one_by_one: { kind: 'data', name: text('逐个判断的颗粒', 'Judged one by one'), quiet: true },
    error: { kind: 'text', name: text('错误', 'Error'), optional: true },
  },
  indexes: [{ on: ['kind', 'started_at'] }],
})

export type RunRow = Row<typeof runs>
