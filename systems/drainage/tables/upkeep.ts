import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { DEFECT_GROUPS, DRAINER_CLASSES, LEVELS, METHODS, TEST_RESULTS } from '../words.ts'
import { KEPT, keeper, ON_SITE } from './network.ts'

/** 排水户 and their permits (城镇污水排入排水管网许可). */
export const drainers = defineRecord({
  id: 'drainage.drainers',
  name: text('排水户', 'Drainers'),
  about: text('向公共管网排水的一户及其许可', 'Who drains into the public network, and by which permit'),
  title: 'name',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    code: { kind: 'text', name: text('排水户编码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    class: { kind: 'choice', name: text('类别', 'Class'), choices: DRAINER_CLASSES },
    important: { kind: 'boolean', name: text('重点排水户', 'Key drainer') },
    address: { kind: 'text', name: text('地址', 'Address'), optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    water_use: { kind: 'decimal', name: text('用水量', 'Water use'), unit: '立方米/日', optional: true },
    sewage_node: {
      kind: 'reference',
      name: text('污水接入井', 'Sewage outlet'),
      record: 'drainage.nodes',
      optional: true,
    },
    rain_node: {
      kind: 'reference',
      name: text('雨水接入井', 'Rain outlet'),
      record: 'drainage.nodes',
      optional: true,
    },
    pretreatment: { kind: 'text', name: text('预处理设施', 'Pre-treatment'), optional: true },
    permit: { kind: 'text', name: text('许可证号', 'Permit'), optional: true },
    permit_from: { kind: 'date', name: text('许可起', 'Permit from'), optional: true },
    permit_to: { kind: 'date', name: text('许可止', 'Permit to'), optional: true },
    tested_on: { kind: 'date', name: text('最近检测', 'Tested on'), optional: true, quiet: true },
    test: { kind: 'choice', name: text('检测结果', 'Test'), choices: TEST_RESULTS, optional: true },
    violations: { kind: 'longText', name: text('违规记录', 'Violations'), optional: true, quiet: true },
    keeper,
  },
  unique: [['code']],
  indexes: [{ on: ['sewage_node'] }, { on: ['rain_node'] }],
})

/** A look into one pipe. */
export const inspections = defineRecord({
  id: 'drainage.inspections',
  name: text('管道检测', 'Inspections'),
  about: text('一段管道的一次检测', 'One look into one pipe'),
  title: 'number',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    number: { kind: 'text', name: text('检测编号', 'Number') },
    link: { kind: 'reference', name: text('管段', 'Pipe'), record: 'drainage.links' },
    inspected_on: { kind: 'date', name: text('检测日期', 'Inspected on') },
    method: { kind: 'choice', name: text('检测方法', 'Method'), choices: METHODS },
    inspector: { kind: 'text', name: text('检测单位', 'Inspected by'), optional: true },
    video: { kind: 'text', name: text('视频编号', 'Video'), optional: true },
    inspected_length: { kind: 'decimal', name: text('检测长度', 'Length seen'), unit: '米', optional: true },
    note: { kind: 'longText', name: text('说明', 'Note'), optional: true, quiet: true },
    keeper,
  },
  unique: [['number']],
  indexes: [{ on: ['link', 'inspected_on'] }],
})

const score = (level: number) =>
  ({
    kind: 'decimal',
    total: false,
    name: text(`${level} 级分值`, `Score of level ${level}`),
    unit: '分',
    optional: true,
  }) as const

/** 缺陷代码 of CJJ 181-2012. A score that is empty has still to be entered from the standard. */
export const defectKinds = defineRecord({
  id: 'drainage.defect_kinds',
  name: text('缺陷代码与分值', 'Kinds of defects'),
  about: text('一种管道缺陷及其各级分值', 'A kind of pipe defect and the score of each level'),
  title: 'code',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    code: { kind: 'text', name: text('代码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    name_en: { kind: 'text', name: text('英文名', 'English name') },
    group: { kind: 'choice', name: text('类别', 'Group'), choices: DEFECT_GROUPS },
    level_1: score(1),
    level_2: score(2),
    level_3: score(3),
    level_4: score(4),
    basis: { kind: 'text', name: text('依据', 'Basis') },
    keeper,
  },
  unique: [['code']],
})

/** 管道缺陷, where along its pipe. */
export const defects = defineRecord({
  id: 'drainage.defects',
  name: text('管道缺陷', 'Defects'),
  about: text('一段管道里一处缺陷', 'One defect in one pipe'),
  title: 'number',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    number: { kind: 'text', name: text('缺陷编号', 'Number') },
    link: { kind: 'reference', name: text('管段', 'Pipe'), record: 'drainage.links' },
    inspection: {
      kind: 'reference',
      name: text('检测', 'Inspection'),
      record: 'drainage.inspections',
      optional: true,
    },
    kind: { kind: 'reference', name: text('缺陷代码', 'Kind'), record: 'drainage.defect_kinds' },
    level: { kind: 'choice', name: text('等级', 'Level'), choices: LEVELS },
    distance: {
      kind: 'decimal',
      total: false,
      name: text('纵向距离', 'Distance'),
      unit: '米',
      help: text('从上游井算起', 'From the node above'),
    },
    length: {
      kind: 'decimal',
      name: text('纵向长度', 'Length'),
      unit: '米',
      help: text('点状缺陷为 1 米', '1 m for one at a point'),
    },
    clock: { kind: 'text', name: text('环向位置', 'Clock position'), optional: true },
    found_on: { kind: 'date', name: text('发现日期', 'Found on') },
    repaired_on: { kind: 'date', name: text('修复日期', 'Repaired on'), optional: true },
    video: { kind: 'text', name: text('视频位置', 'Video position'), optional: true, quiet: true },
    note: { kind: 'longText', name: text('说明', 'Note'), optional: true, quiet: true },
    keeper,
  },
  unique: [['number']],
  indexes: [{ on: ['link', 'distance'] }, { on: ['kind'] }],
})

export type DrainerRow = Row<typeof drainers>
export type DefectKindRow = Row<typeof defectKinds>
export type DefectRow = Row<typeof defects>
