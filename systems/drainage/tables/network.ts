import { type Grant, STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { FACILITIES, IMPORTANCE, LINK_KINDS, MATERIALS, NETWORKS, NODE_KINDS, SHAPES } from '../words.ts'

/** Kept by the office that each row names. */
export const KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import', 'remove'],
  rows: { column: 'keeper', of: 'office' },
}
export const ON_SITE: Grant = { roles: ['gridWorker'], verbs: ['read'] }
export const keeper = { kind: 'office', name: text('养护单位', 'Kept by'), quiet: true } as const

const network = { kind: 'choice', name: text('管网类别', 'Network'), choices: NETWORKS } as const
const surveyed = { kind: 'date', name: text('勘测日期', 'Surveyed on'), optional: true, quiet: true } as const
const source = { kind: 'text', name: text('数据来源', 'Source'), optional: true, quiet: true } as const

/** 检查井、雨水口、泵站前池、调蓄池、排放口. Levels are those of the national height datum, m. */
export const nodes = defineRecord({
  id: 'drainage.nodes',
  name: text('排水节点', 'Drainage nodes'),
  about: text(
    '一座检查井、雨水口、泵站前池、调蓄池或排放口',
    'A manhole, inlet, wet well, storage tank or outfall',
  ),
  title: 'code',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    code: { kind: 'text', name: text('节点编码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name'), optional: true },
    kind: { kind: 'choice', name: text('水力类型', 'Kind'), choices: NODE_KINDS },
    facility: { kind: 'choice', name: text('设施', 'Facility'), choices: FACILITIES, optional: true },
    network,
    ground_level: { kind: 'decimal', total: false, name: text('地面高程', 'Ground level'), unit: '米' },
    invert_level: { kind: 'decimal', total: false, name: text('井底高程', 'Invert level'), unit: '米' },
    depth: {
      kind: 'decimal',
      total: false,
      name: text('井深', 'Depth'),
      unit: '米',
      help: text('地面到井底', 'From the ground to the bottom'),
    },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    street: { kind: 'office', name: text('街道', 'Street'), optional: true },
    cell: { kind: 'text', format: 'grid', name: text('网格编码', 'Cell'), optional: true, quiet: true },
    ponded_area: {
      kind: 'decimal',
      name: text('积水面积', 'Ponded area'),
      unit: '平方米',
      help: text('水溢出后停留的地面', 'Ground on which water stands once it leaves the node'),
      optional: true,
      quiet: true,
    },
    surface_area: {
      kind: 'decimal',
      name: text('水面面积', 'Surface area'),
      unit: '平方米',
      help: text('蓄水类节点填写', 'Of storage'),
      optional: true,
      quiet: true,
    },
    stage: {
      kind: 'decimal',
      total: false,
      name: text('受纳水位', 'Stage'),
      unit: '米',
      help: text('出口外的水位；空为自由出流', 'Water level outside an outfall; empty: it falls freely'),
      optional: true,
      quiet: true,
    },
    dry_flow: {
      kind: 'decimal',
      name: text('旱流量', 'Dry-weather flow'),
      unit: '升/秒',
      optional: true,
      quiet: true,
    },
    surveyed_on: surveyed,
    source,
    keeper,
  },
  groups: [
    { name: text('节点', 'Node'), columns: ['code', 'name', 'kind', 'facility', 'network'] },
    { name: text('高程', 'Levels'), columns: ['ground_level', 'invert_level', 'depth'] },
    { name: text('位置', 'Place'), columns: ['place', 'street', 'cell'] },
    { name: text('水力参数', 'Hydraulics'), columns: ['ponded_area', 'surface_area', 'stage', 'dry_flow'] },
  ],
  unique: [['code']],
  indexes: [{ on: ['network'] }],
})

/** 管渠、泵、闸门、堰: from the node above to the one below. */
export const links = defineRecord({
  id: 'drainage.links',
  name: text('排水管渠', 'Drainage links'),
  about: text(
    '两个节点之间的一段管渠，或一台泵、一座闸门、一道堰',
    'A conduit, pump, gate or weir between two nodes',
  ),
  title: 'code',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    code: { kind: 'text', name: text('管段编码', 'Code') },
    kind: { kind: 'choice', name: text('类型', 'Kind'), choices: LINK_KINDS },
    network,
    from_node: { kind: 'reference', name: text('上游节点', 'From'), record: 'drainage.nodes' },
    to_node: { kind: 'reference', name: text('下游节点', 'To'), record: 'drainage.nodes' },
    shape: { kind: 'choice', name: text('断面', 'Shape'), choices: SHAPES, optional: true },
    size: {
      kind: 'decimal',
      total: false,
      name: text('管径或高', 'Size'),
      unit: '米',
      help: text('圆管为内径，其余为净高', 'Inner diameter of a round one, inner height of others'),
      optional: true,
    },
    width: {
      kind: 'decimal',
      total: false,
      name: text('宽', 'Width'),
      unit: '米',
      optional: true,
      quiet: true,
    },
    length: { kind: 'decimal', name: text('长度', 'Length'), unit: '米', optional: true },
    material: { kind: 'choice', name: text('材质', 'Material'), choices: MATERIALS, optional: true },
    roughness: {
      kind: 'decimal',
      total: false,
      name: text('曼宁粗糙系数', 'Manning n'),
      unit: '',
      optional: true,
      quiet: true,
    },
    in_offset: {
      kind: 'decimal',
      total: false,
      name: text('上游跌差', 'Offset in'),
      unit: '米',
      help: text('管底高出上游井底', 'Invert above the bottom of the node above'),
      optional: true,
      quiet: true,
    },
    out_offset: {
      kind: 'decimal',
      total: false,
      name: text('下游跌差', 'Offset out'),
      unit: '米',
      help: text('管底高出下游井底', 'Invert above the bottom of the node below'),
      optional: true,
      quiet: true,
    },
    capacity: {
      kind: 'decimal',
      name: text('泵流量', 'Capacity'),
      unit: '立方米/秒',
      optional: true,
      quiet: true,
    },
    start_depth: {
      kind: 'decimal',
      total: false,
      name: text('开泵水深', 'Starts at'),
      unit: '米',
      optional: true,
      quiet: true,
    },
    stop_depth: {
      kind: 'decimal',
      total: false,
      name: text('停泵水深', 'Stops at'),
      unit: '米',
      optional: true,
      quiet: true,
    },
    importance: {
      kind: 'choice',
      name: text('地区重要性', 'Importance of area'),
      choices: IMPORTANCE,
      optional: true,
      quiet: true,
    },
    soil: {
      kind: 'decimal',
      total: false,
      name: text('土质影响', 'Soil'),
      unit: '分',
      help: text('评估用，0 至 10', 'For assessment, 0 to 10'),
      optional: true,
      quiet: true,
    },
    built_in: { kind: 'year', name: text('建成年份', 'Built in'), optional: true },
    course: {
      kind: 'data',
      name: text('中间折点', 'Vertices'),
      help: text('经纬度的列表，不含两端', 'A list of longitude and latitude, without the ends'),
      optional: true,
    },
    surveyed_on: surveyed,
    source,
    keeper,
  },
  groups: [
    { name: text('管段', 'Link'), columns: ['code', 'kind', 'network', 'from_node', 'to_node'] },
    {
      name: text('断面', 'Section'),
      columns: [
        'shape',
        'size',
        'width',
        'length',
        'material',
        'roughness',
        'in_offset',
        'out_offset',
        'built_in',
      ],
    },
    { name: text('泵', 'Pump'), columns: ['capacity', 'start_depth', 'stop_depth'] },
    { name: text('评估', 'Assessment'), columns: ['importance', 'soil'] },
  ],
  unique: [['code']],
  indexes: [{ on: ['from_node'] }, { on: ['to_node'] }, { on: ['network'] }],
  edge: { from: 'from_node', to: 'to_node', length: 'length', course: 'course', within: 1 },
})

/** 汇水区: ground whose rain comes to one node. */
export const catchments = defineRecord({
  id: 'drainage.catchments',
  name: text('汇水区', 'Catchments'),
  about: text('雨水汇到同一个节点的一片地', 'Ground whose rain comes to one node'),
  title: 'code',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    code: { kind: 'text', name: text('汇水区编码', 'Code') },
    outlet: { kind: 'reference', name: text('汇入节点', 'Outlet'), record: 'drainage.nodes' },
    area: { kind: 'decimal', name: text('面积', 'Area'), unit: '公顷' },
    imperviousness: { kind: 'decimal', total: false, name: text('不透水率', 'Imperviousness'), unit: '%' },
    width: { kind: 'decimal', total: false, name: text('特征宽度', 'Width'), unit: '米' },
    slope: { kind: 'decimal', total: false, name: text('坡度', 'Slope'), unit: '%' },
    outline: {
      kind: 'data',
      name: text('边界', 'Outline'),
      help: text('经纬度的列表', 'A list of longitude and latitude'),
      optional: true,
    },
    source,
    keeper,
  },
  unique: [['code']],
  indexes: [{ on: ['outlet'] }],
})

export type NodeRow = Row<typeof nodes>
export type LinkRow = Row<typeof links>
export type CatchmentRow = Row<typeof catchments>
