import { type Grant, PUBLISHED, STAFF_READS } from '../../kernel/access/grants.ts'
import { SECTORS } from '../../kernel/industry.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import {
  COUNTS,
  DIRECTIONS,
  GROUPS,
  LISTS,
  NORMALISERS,
  OBJECTION_STATES,
  ROUND_STATES,
  SMALL,
  STAGES,
  STANDINGS,
  TIES,
  UNDEFINED,
} from './words.ts'

const SHARE = { kind: 'decimal', total: false, unit: '%' } as const
const BOUND = { kind: 'decimal', total: false, unit: '万元', optional: true } as const
const WEIGHT = { kind: 'decimal', total: false, unit: '分', optional: true } as const
const OF_OFFICE = { column: 'keeper', of: 'office' } as const

const SCHEME_COLUMNS = {
  name: { kind: 'text', name: text('名称', 'Name') },
  year: { kind: 'year', name: text('积分年度', 'Year') },
  standing: {
    kind: 'choice',
    name: text('性质', 'Standing'),
    choices: STANDINGS,
    help: text(
      '示例方案的权重和基准值不是公布的，可试算、试公示，不得公布结果',
      'A sample’s weights and benchmarks are nobody’s: it may be tried, its results never published',
    ),
  },
  basis: { kind: 'text', name: text('依据', 'Basis') },
  keeper: { kind: 'office', name: text('主管单位', 'Kept by') },
  from_seed: { ...BOUND, name: text('种子期起点', 'Seed from') },
  from_start: { ...BOUND, name: text('初创期起点', 'Start-up from') },
  from_growth: { ...BOUND, name: text('成长期起点', 'Growth from') },
  from_expansion: { ...BOUND, name: text('扩张期起点', 'Expansion from') },
  from_stable: {
    ...BOUND,
    name: text('稳定期起点', 'Stable from'),
    help: text(
      '按营业收入分阶段，含起点；不填为不设该阶段',
      'By revenue, the bound included; no such stage when left out',
    ),
  },
  share_lead: { ...SHARE, name: text('领跑榜比例', 'Share of leaders') },
  share_race: { ...SHARE, name: text('竞跑榜比例', 'Share of racers') },
  share_advance: {
    ...SHARE,
    name: text('进取榜比例', 'Share of advancers'),
    help: text('各榜比例单独填写，按位次依次排列', 'Each list’s own share; they follow each other by rank'),
  },
  ties: { kind: 'choice', name: text('同分规则', 'Ties'), choices: TIES },
  small_below: {
    kind: 'integer',
    name: text('小阶段标准', 'A stage is small below'),
    unit: '家',
  },
  small: { kind: 'choice', name: text('小阶段规则', 'In a small stage'), choices: SMALL },
  undefined: { kind: 'choice', name: text('指标无法计算时', 'What cannot be made'), choices: UNDEFINED },
  from: { kind: 'date', name: text('施行日期', 'In force from') },
  to: { kind: 'date', name: text('废止日期', 'In force until'), optional: true },
} as const

/** How enterprises are scored: stages, shares of lists, rules; a new version is a row of its own. */
export const schemes = defineRecord({
  id: 'points.schemes',
  name: text('积分方案', 'Scoring schemes'),
  about: text(
    '一版创新积分办法：阶段、榜单比例、同分和缺数据的规则',
    'One version of the rules of innovation points: stages, lists, ties, missing data',
  ),
  title: 'name',
  grants: [
    PUBLISHED,
    { roles: ['officer'], verbs: ['create', 'remove'], rows: OF_OFFICE },
    // A sample is not made official by calling it so: the official scheme is entered as one of its own.
    {
      roles: ['officer'],
      verbs: ['change'],
      rows: OF_OFFICE,
      fields: Object.keys(SCHEME_COLUMNS).filter((name) => name !== 'standing'),
    },
  ],
  columns: SCHEME_COLUMNS,
  groups: [
    { name: text('方案', 'Scheme'), columns: ['name', 'year', 'standing', 'basis', 'keeper'] },
    {
      name: text('阶段', 'Stages'),
      columns: ['from_seed', 'from_start', 'from_growth', 'from_expansion', 'from_stable'],
    },
    {
      name: text('榜单和规则', 'Lists and rules'),
      columns: ['share_lead', 'share_race', 'share_advance', 'ties', 'small_below', 'small', 'undefined'],
    },
    { name: text('时效', 'In force'), columns: ['from', 'to'] },
  ],
  unique: [['name', 'from']],
  valid: { from: 'from', to: 'to' },
})

const INDICATORS_KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import', 'remove'],
  rows: { ...OF_OFFICE, through: 'scheme' },
}

/** One indicator of a scheme (二级指标). */
export const indicatorRows = defineRecord({
  id: 'points.indicators',
  name: text('积分指标', 'Indicators of schemes'),
  about: text(
    '积分方案的一项指标：公式、归一化、各阶段权重',
    'One indicator of a scheme: formula, normaliser, weight by stage',
  ),
  title: 'name',
  grants: [PUBLISHED, INDICATORS_KEPT],
  columns: {
    scheme: { kind: 'reference', name: text('积分方案', 'Scheme'), record: 'points.schemes' },
    number: { kind: 'integer', name: text('序号', 'Number') },
    group: { kind: 'choice', name: text('一级指标', 'Group'), choices: GROUPS },
    name: { kind: 'text', name: text('指标', 'Indicator') },
    expression: {
      kind: 'text',
      name: text('公式', 'Formula'),
      help: text(
        'FEEL 表达式，可用各系统对企业所知的数据项，如 研发费用 / 营业收入 * 100',
        'FEEL over what systems know of an enterprise, as in 研发费用 / 营业收入 * 100',
      ),
    },
    unit: { kind: 'text', name: text('单位', 'Unit') },
    direction: { kind: 'choice', name: text('方向', 'Direction'), choices: DIRECTIONS },
    counts: { kind: 'choice', name: text('计分方式', 'How it counts'), choices: COUNTS },
    normaliser: { kind: 'choice', name: text('归一化', 'Normaliser'), choices: NORMALISERS },
    benchmark: {
      kind: 'decimal',
      total: false,
      name: text('基准值', 'Benchmark'),
      help: text('单位同指标；用于两种比值', 'In the unit of the indicator; for the two ratios'),
      optional: true,
    },
    bands: {
      kind: 'text',
      name: text('分档', 'Bands'),
      help: text(
        '起点:得分占权重的百分比，含起点，如 0:0 3:40 5:70 8:100',
        'Lower bound : share of the weight in %, the bound included, as in 0:0 3:40 5:70 8:100',
      ),
      optional: true,
    },
    weight_seed: { ...WEIGHT, name: text('种子期权重', 'Weight, seed') },
    weight_start: { ...WEIGHT, name: text('初创期权重', 'Weight, start-up') },
    weight_growth: { ...WEIGHT, name: text('成长期权重', 'Weight, growth') },
    weight_expansion: { ...WEIGHT, name: text('扩张期权重', 'Weight, expansion') },
    weight_stable: { ...WEIGHT, name: text('稳定期权重', 'Weight, stable') },
  },
  groups: [
    {
      name: text('指标', 'Indicator'),
      columns: ['scheme', 'number', 'group', 'name', 'expression', 'unit', 'direction', 'counts'],
    },
    { name: text('归一化', 'Normaliser'), columns: ['normaliser', 'benchmark', 'bands'] },
    {
      name: text('权重', 'Weights'),
      columns: ['weight_seed', 'weight_start', 'weight_growth', 'weight_expansion', 'weight_stable'],
    },
  ],
  unique: [['scheme', 'number']],
})

/** One month's scores by one scheme. Written by the routes of the round alone, which know who may take which step. */
export const rounds = defineRecord({
  id: 'points.rounds',
  name: text('积分批次', 'Rounds of points'),
  about: text(
    '一个月按一个方案的积分：收集数据、确认、算分、公示、公布',
    'One month’s points by one scheme: data, confirmation, scores, notice, publication',
  ),
  title: 'month',
  grants: [STAFF_READS],
  columns: {
    scheme: { kind: 'reference', name: text('积分方案', 'Scheme'), record: 'points.schemes' },
    month: { kind: 'month', name: text('月份', 'Month') },
    as_of: {
      kind: 'date',
      name: text('数据截至', 'Facts as of'),
      help: text(
        '按这一天的事实；年度数据取上一完整年度',
        'Facts of this day; yearly ones of the year before',
      ),
    },
    data_at: {
      kind: 'instant',
      name: text('数据确认时间', 'Data confirmed at'),
      help: text('算分只用此刻已登记的数据', 'Scores are of what was known at this moment'),
      optional: true,
    },
    state: { kind: 'choice', name: text('状态', 'State'), choices: ROUND_STATES },
    remark: { kind: 'text', name: text('说明', 'Remark'), optional: true },
    scored: { kind: 'integer', name: text('企业数', 'Enterprises'), unit: '家', optional: true },
    computed_by: { kind: 'text', name: text('算分人', 'Computed by'), optional: true },
    notice_from: { kind: 'date', name: text('公示开始', 'Notice from'), optional: true },
    notice_to: { kind: 'date', name: text('公示截止', 'Notice until'), optional: true },
    published_by: { kind: 'text', name: text('公布人', 'Published by'), optional: true },
    published_on: { kind: 'date', name: text('公布日期', 'Published on'), optional: true },
  },
  unique: [['scheme', 'month']],
  indexes: [{ on: ['month'] }],
})

/** An enterprise sees its own score from the first day of the notice on. */
const TOLD: Grant = {
  roles: ['enterprise'],
  verbs: ['read', 'export'],
  rows: { column: 'told_to', of: 'enterprise' },
}

/** What one enterprise scored in one round, and why. */
export const scores = defineRecord({
  id: 'points.scores',
  name: text('企业创新积分', 'Innovation points'),
  about: text(
    '一家企业一个月的积分、阶段内位次、榜单和每项得分的依据',
    'One enterprise’s points of one month: total, rank in its stage, list, and every point explained',
  ),
  title: 'name',
  large: true,
  grants: [STAFF_READS, TOLD],
  columns: {
    round: { kind: 'reference', name: text('批次', 'Round'), record: 'points.rounds' },
    enterprise: {
      kind: 'reference',
      name: text('企业', 'Enterprise'),
      record: 'enterprises.enterprises',
    },
    name: { kind: 'text', name: text('企业名称', 'Name') },
    stage: { kind: 'choice', name: text('阶段', 'Stage'), choices: STAGES },
    sector: { kind: 'choice', name: text('行业门类', 'Sector'), choices: SECTORS, optional: true },
    total: { kind: 'decimal', total: false, name: text('积分', 'Points'), unit: '分' },
    innovation: {
      kind: 'decimal',
      total: false,
      name: text('技术创新得分', 'Innovation points'),
      unit: '分',
    },
    growth: { kind: 'decimal', total: false, name: text('成长经营得分', 'Growth points'), unit: '分' },
    auxiliary: { kind: 'decimal', total: false, name: text('辅助得分', 'Auxiliary points'), unit: '分' },
    rank: { kind: 'integer', name: text('阶段内位次', 'Rank in stage') },
    ranked: { kind: 'integer', name: text('阶段企业数', 'Enterprises in stage'), unit: '家' },
    sector_rank: { kind: 'integer', name: text('行业内位次', 'Rank in sector'), optional: true },
    sector_ranked: {
      kind: 'integer',
      name: text('行业企业数', 'Enterprises in sector'),
      unit: '家',
      optional: true,
    },
    list: { kind: 'choice', name: text('榜单', 'List'), choices: LISTS, optional: true },
    parts: {
      kind: 'data',
      name: text('各项得分', 'Parts'),
      help: text(
        '每项指标的原始值、归一化、基准值、权重、得分和缘由',
        'Raw value, normaliser, benchmark, weight, points and why, by indicator',
      ),
      quiet: true,
    },
    told_to: {
      kind: 'text',
      format: 'creditCode',
      name: text('告知企业', 'Told to'),
      help: text('公示之日起企业可见', 'The enterprise sees it from the first day of the notice on'),
      optional: true,
      quiet: true,
    },
  },
  unique: [['round', 'enterprise']],
  indexes: [{ on: ['enterprise'] }, { on: ['told_to'] }, { on: ['round', 'stage', 'rank'] }],
})

/** What an enterprise objected to within the notice, and the answer. */
export const objections = defineRecord({
  id: 'points.objections',
  name: text('积分异议', 'Objections to points'),
  about: text(
    '企业对一项原始值或得分的异议及答复',
    'What an enterprise objected to, a raw value or a point, and the answer',
  ),
  title: 'reason',
  grants: [STAFF_READS, { ...TOLD, rows: { column: 'told_to', of: 'enterprise', through: 'score' } }],
  columns: {
    round: { kind: 'reference', name: text('批次', 'Round'), record: 'points.rounds' },
    score: { kind: 'reference', name: text('积分', 'Score'), record: 'points.scores' },
    indicator: {
      kind: 'reference',
      name: text('指标', 'Indicator'),
      record: 'points.indicators',
      help: text('不填为对总分', 'Left out: the total'),
      optional: true,
    },
    about: {
      kind: 'choice',
      name: text('对什么', 'About'),
      choices: { value: text('原始值', 'The raw value'), points: text('得分', 'The points') },
    },
    reason: { kind: 'longText', name: text('异议理由', 'Reason') },
    filed_on: { kind: 'date', name: text('提出日期', 'Filed on') },
    total: { kind: 'decimal', total: false, name: text('提出时积分', 'Points then'), unit: '分' },
    state: { kind: 'choice', name: text('状态', 'State'), choices: OBJECTION_STATES },
    answer: { kind: 'longText', name: text('答复', 'Answer'), optional: true },
    decided_by: { kind: 'text', name: text('答复人', 'Answered by'), optional: true },
    decided_on: { kind: 'date', name: text('答复日期', 'Answered on'), optional: true },
  },
  unique: [['score', 'indicator', 'filed_on']],
  indexes: [{ on: ['round', 'state'] }],
})

export type SchemeRow = Row<typeof schemes>
export type IndicatorRow = Row<typeof indicatorRows>
export type RoundRow = Row<typeof rounds>
export type ScoreRow = Row<typeof scores>
export type ObjectionRow = Row<typeof objections>
