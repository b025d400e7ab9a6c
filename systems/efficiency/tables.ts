import { type Grant, PUBLISHED } from '../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import {
  CLASSES,
  EXEMPTIONS,
  MEASURES,
  OBJECTION_STATES,
  PLOTS,
  ROUND_STATES,
  SEGMENTS,
  VETOES,
} from './words.ts'

/** What single firms pay, make and use is known to those who evaluate, lead and supervise, and to the firm itself. */
const FIRM_DATA: Grant = { roles: ['statistician', 'supervisor', 'leader'], verbs: ['read', 'export'] }
const COLLECTED: Grant = { roles: ['statistician'], verbs: ['create', 'change', 'import', 'remove'] }
const OWN = { roles: ['enterprise'], verbs: ['read', 'export'] } as const
const KEPT: Grant = { roles: ['statistician'], verbs: ['create', 'change', 'import', 'remove'] }

const SHARE = { kind: 'decimal', total: false, unit: '%' } as const

/** A sample is not made official by calling it so: the official scheme is entered as one of its own. */
const SCHEMES_KEPT: readonly Grant[] = [
  { roles: ['statistician'], verbs: ['create', 'remove'] },
  {
    roles: ['statistician'],
    verbs: ['change'],
    fields: [
      'name',
      'year',
      'segment',
      'basis',
      'cap',
      'share_a',
      'share_b',
      'share_c',
      'by_industry',
      'floor_tax',
      'floor_class',
      'joint',
      'rent_first',
      'rent_each',
      'new_years',
      'research_amount',
      'research_share',
      'research_best',
      'from',
      'to',
    ],
  },
]

/** How the firms of one group are scored and classed for one year. */
export const schemes = defineRecord({
  id: 'efficiency.schemes',
  name: text('评价方案', 'Evaluation schemes'),
  about: text(
    '一个评价年度、一个分组的评价办法：得分上限、分档比例、保底',
    'How one group of firms is scored and classed for one year: cap, class shares, floor',
  ),
  title: 'name',
  grants: [PUBLISHED, ...SCHEMES_KEPT],
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    year: { kind: 'year', name: text('评价年度', 'Year evaluated') },
    segment: { kind: 'choice', name: text('评价分组', 'Group'), choices: SEGMENTS },
    standing: {
      kind: 'choice',
      name: text('性质', 'Standing'),
      choices: {
        official: text('正式', 'Official'),
        sample: text('示例', 'Sample'),
      },
      help: text(
        '示例方案的数值不是本区公布的，可试算，不得公布结果',
        'A sample’s numbers are not the zone’s: it may be tried, its results never published',
      ),
    },
    basis: { kind: 'text', name: text('依据', 'Basis') },
    cap: {
      kind: 'decimal',
      total: false,
      name: text('单项得分上限', 'Cap per indicator'),
      unit: '倍',
      help: text('权重的倍数；不填为不设上限', 'As a multiple of the weight; none when left out'),
      optional: true,
    },
    share_a: { ...SHARE, name: text('A 类比例', 'Share of A') },
    share_b: { ...SHARE, name: text('B 类比例', 'Share of B') },
    share_c: {
      ...SHARE,
      name: text('C 类比例', 'Share of C'),
      help: text('其余为 D 类', 'What remains is class D'),
    },
    by_industry: {
      kind: 'boolean',
      name: text('分行业排名', 'Ranked by industry'),
    },
    floor_tax: {
      kind: 'decimal',
      total: false,
      name: text('保底亩均税收', 'Floor: tax per mu'),
      unit: '万元/亩',
      help: text('达到即不低于保底档；不填为不设', 'Reached: not below the floor class; none when left out'),
      optional: true,
    },
    floor_class: {
      kind: 'choice',
      name: text('保底档', 'Floor class'),
      choices: { A: CLASSES.A, B: CLASSES.B, C: CLASSES.C },
      optional: true,
    },
    joint: {
      kind: 'boolean',
      name: text('合并评价', 'Evaluated jointly'),
      help: text(
        '并入企业的数据计入主体企业，档次随主体企业',
        'What is joined to a firm counts with it and has its class',
      ),
      optional: true,
    },
    rent_first: {
      kind: 'decimal',
      total: false,
      unit: '分',
      name: text('出租扣分：第一户', 'Deducted for the first tenant'),
      optional: true,
    },
    rent_each: {
      kind: 'decimal',
      total: false,
      unit: '分',
      name: text('出租扣分：每增加一户', 'Deducted for each further tenant'),
      optional: true,
    },
    new_years: {
      kind: 'integer',
      unit: '年',
      name: text('新设企业不参评年限', 'Years in which new firms are exempt'),
      help: text(
        '评价年度末成立未满这些年的企业不参评',
        'Younger at the end of the year evaluated: not ranked',
      ),
      optional: true,
    },
    research_amount: {
      kind: 'decimal',
      total: false,
      unit: '万元',
      name: text('研发投入下限', 'Least R&D spending'),
      help: text('与占比满足其一即达标', 'This or the share is enough'),
      optional: true,
    },
    research_share: {
      ...SHARE,
      name: text('研发投入占比下限', 'Least share of R&D in revenue'),
      optional: true,
    },
    research_best: {
      kind: 'choice',
      name: text('研发不达标最高可评', 'Best class with too little R&D'),
      help: text('不填为不设研发否决', 'No such veto when left out'),
      choices: { B: CLASSES.B, C: CLASSES.C, D: CLASSES.D },
      optional: true,
    },
    from: { kind: 'date', name: text('施行日期', 'In force from') },
    to: { kind: 'date', name: text('废止日期', 'In force until'), optional: true },
  },
  groups: [
    { name: text('方案', 'Scheme'), columns: ['name', 'year', 'segment', 'standing', 'basis'] },
    {
      name: text('分档', 'Classes'),
      columns: ['cap', 'share_a', 'share_b', 'share_c', 'by_industry', 'floor_tax', 'floor_class'],
    },
    {
      name: text('参评和扣分', 'Who is evaluated, and deductions'),
      columns: [
        'joint',
        'new_years',
        'rent_first',
        'rent_each',
        'research_amount',
        'research_share',
        'research_best',
      ],
    },
    { name: text('时效', 'In force'), columns: ['from', 'to'] },
  ],
  unique: [['year', 'segment', 'from']],
  valid: { from: 'from', to: 'to' },
})

/** One indicator of a scheme. */
export const measures = defineRecord({
  id: 'efficiency.measures',
  name: text('评价指标', 'Indicators of schemes'),
  about: text('评价方案的一项指标：权重和基准值', 'One indicator of a scheme: weight and benchmark'),
  title: 'measure',
  grants: [PUBLISHED, KEPT],
  columns: {
    scheme: { kind: 'reference', name: text('评价方案', 'Scheme'), record: 'efficiency.schemes' },
    measure: {
      kind: 'choice',
      name: text('指标', 'Indicator'),
      choices: Object.fromEntries(Object.entries(MEASURES).map(([id, { name }]) => [id, name])),
    },
    weight: { kind: 'decimal', total: false, name: text('权重', 'Weight'), unit: '分' },
    benchmark: {
      kind: 'decimal',
      total: false,
      name: text('基准值', 'Benchmark'),
      help: text('单位同指标', 'In the unit of the indicator'),
    },
    missing: {
      kind: 'choice',
      name: text('缺数据时', 'Without data'),
      choices: {
        zero: text('得 0 分', 'Scores 0'),
        average: text('取组内平均分', 'Scores the average of the group'),
      },
    },
  },
  unique: [['scheme', 'measure']],
})

const AMOUNT = { kind: 'decimal', unit: '万元', optional: true } as const

/** What one firm is evaluated by for one year. */
export const firms = defineRecord({
  id: 'efficiency.firms',
  name: text('评价数据（一企一单）', 'Evaluation data by firm'),
  about: text(
    '一家工业企业一个评价年度的数据，经企业确认',
    'What one industrial firm is evaluated by for one year, confirmed by the firm',
  ),
  title: 'name',
  grants: [FIRM_DATA, COLLECTED, { ...OWN, rows: { column: 'credit_code', of: 'enterprise' } }],
  columns: {
    credit_code: {
      kind: 'text',
      format: 'creditCode',
      name: text('统一社会信用代码', 'Unified social credit code'),
    },
    name: { kind: 'text', name: text('企业名称', 'Name') },
    period: {
      kind: 'month',
      name: text('评价年度', 'Year evaluated'),
      help: text('记在当年 12 月', 'Stands under its December'),
    },
    segment: { kind: 'choice', name: text('评价分组', 'Group'), choices: SEGMENTS },
    industry: {
      kind: 'text',
      name: text('行业大类', 'Industry'),
      help: text('GB/T 4754 两位代码', 'Two digits of GB/T 4754'),
    },
    land: {
      kind: 'decimal',
      name: text('用地面积', 'Land'),
      unit: '亩',
      help: text('自有 + 租入 − 租出', 'Owned + rented in − rented out'),
    },
    tax: { ...AMOUNT, name: text('评价税收', 'Tax') },
    value_added: { ...AMOUNT, name: text('工业增加值', 'Value added') },
    energy: {
      kind: 'decimal',
      unit: '吨标煤',
      name: text('综合能耗（等价值）', 'Energy, equivalent value'),
      optional: true,
    },
    electricity: { kind: 'decimal', unit: '万千瓦时', name: text('用电量', 'Electricity'), optional: true },
    emissions: {
      kind: 'decimal',
      unit: '吨',
      name: text('主要污染物排放量', 'Main emissions'),
      optional: true,
    },
    staff: { kind: 'decimal', unit: '人', name: text('年平均职工人数', 'Staff on average'), optional: true },
    research: { ...AMOUNT, name: text('R&D 经费支出', 'R&D spending') },
    revenue: { ...AMOUNT, name: text('主营业务收入', 'Revenue') },
    founded_on: { kind: 'date', name: text('成立日期', 'Founded on'), optional: true },
    tenants: { kind: 'integer', unit: '户', name: text('承租户数', 'Tenants'), optional: true },
    joined: {
      kind: 'reference',
      name: text('并入企业', 'Joined to'),
      record: 'efficiency.firms',
      help: text(
        '同一企业的另一本单、或随土地所有人评价的承租企业，并入的那一家',
        'The firm that this one is evaluated with: its other half, or the owner of its land',
      ),
      optional: true,
    },
    exemption: {
      kind: 'choice',
      name: text('不参评原因', 'Not ranked because'),
      choices: EXEMPTIONS,
      optional: true,
    },
    confirmed_on: { kind: 'date', name: text('企业确认日期', 'Confirmed on'), optional: true },
  },
  groups: [
    {
      name: text('企业', 'Firm'),
      columns: ['credit_code', 'name', 'period', 'segment', 'industry', 'founded_on', 'joined'],
    },
    {
      name: text('数据', 'Data'),
      columns: [
        'land',
        'tenants',
        'tax',
        'value_added',
        'energy',
        'electricity',
        'emissions',
        'staff',
        'research',
        'revenue',
      ],
    },
    { name: text('确认', 'Confirmation'), columns: ['exemption', 'confirmed_on'] },
  ],
  unique: [['credit_code', 'period']],
  indexes: [{ on: ['segment', 'period'] }, { on: ['joined'] }],
  valid: { from: 'period' },
})

const AREA = { kind: 'decimal', unit: '亩', optional: true } as const

/** One plot of a firm: its land is what it owns and rents in, less what it rents out. */
export const plots = defineRecord({
  id: 'efficiency.plots',
  name: text('用地地块', 'Plots of land'),
  about: text('一家企业自有、租入或租出的一宗用地', 'One plot of land that a firm owns, rents, or rents out'),
  title: 'address',
  grants: [
    FIRM_DATA,
    COLLECTED,
    { ...OWN, rows: { column: 'credit_code', of: 'enterprise', through: 'firm' } },
  ],
  columns: {
    firm: { kind: 'reference', name: text('企业', 'Firm'), record: 'efficiency.firms' },
    kind: { kind: 'choice', name: text('使用方式', 'Held'), choices: PLOTS },
    address: { kind: 'text', name: text('坐落', 'Where') },
    certificate: { kind: 'text', name: text('不动产权证号', 'Certificate'), optional: true },
    certified: { ...AREA, name: text('证载面积', 'Certified area') },
    used: {
      ...AREA,
      name: text('实际使用面积', 'Area in use'),
      help: text('大于证载面积的，按实际使用面积', 'Counts where it is more than certified'),
    },
    floor: {
      kind: 'decimal',
      unit: '平方米',
      name: text('租赁建筑面积', 'Floor rented'),
      help: text('无用地面积的，按建筑面积 ÷ 容积率折算', 'Without an area of land: floor ÷ plot ratio'),
      optional: true,
    },
    plot_ratio: { kind: 'decimal', total: false, name: text('容积率', 'Plot ratio'), optional: true },
    other: { kind: 'text', name: text('出租方或承租方', 'Landlord or tenant'), optional: true },
  },
  unique: [['firm', 'kind', 'address', 'other']],
})

/** A department's finding that caps a firm's class. */
export const vetoes = defineRecord({
  id: 'efficiency.vetoes',
  name: text('否决事项', 'Vetoes'),
  about: text(
    '部门认定的一项否决事项，限制企业的最高档次',
    'What a department found against a firm, and the best class that it leaves',
  ),
  title: 'kind',
  grants: [
    FIRM_DATA,
    COLLECTED,
    { ...OWN, rows: { column: 'credit_code', of: 'enterprise', through: 'firm' } },
  ],
  columns: {
    firm: { kind: 'reference', name: text('企业', 'Firm'), record: 'efficiency.firms' },
    kind: { kind: 'choice', name: text('事项', 'What'), choices: VETOES },
    best: {
      kind: 'choice',
      name: text('最高可评', 'Best class left'),
      choices: { B: CLASSES.B, C: CLASSES.C, D: CLASSES.D },
    },
    office: { kind: 'office', name: text('认定单位', 'Found by') },
    found_on: { kind: 'date', name: text('认定日期', 'Found on') },
    basis: { kind: 'text', name: text('依据', 'Basis') },
  },
  unique: [['firm', 'kind']],
})

/** One evaluation by one scheme. Written by the routes of the evaluation alone, which know who may take which step. */
export const rounds = defineRecord({
  id: 'efficiency.rounds',
  name: text('评价批次', 'Evaluations'),
  about: text(
    '按一个方案进行的一次评价：试算、公示、公布',
    'One evaluation by one scheme: computed, on notice, published',
  ),
  title: 'scheme',
  grants: [FIRM_DATA],
  columns: {
    scheme: { kind: 'reference', name: text('评价方案', 'Scheme'), record: 'efficiency.schemes' },
    state: { kind: 'choice', name: text('状态', 'State'), choices: ROUND_STATES },
    evaluated: { kind: 'integer', name: text('企业数', 'Firms'), unit: '家' },
    computed_by: { kind: 'text', name: text('试算人', 'Computed by') },
    notice_from: { kind: 'date', name: text('公示开始', 'Notice from'), optional: true },
    notice_to: { kind: 'date', name: text('公示截止', 'Notice until'), optional: true },
    published_by: { kind: 'text', name: text('公布人', 'Published by'), optional: true },
    published_on: { kind: 'date', name: text('公布日期', 'Published on'), optional: true },
  },
  unique: [['scheme']],
})

/** What one firm scored, and why. */
export const results = defineRecord({
  id: 'efficiency.results',
  name: text('评价结果', 'Results'),
  about: text(
    '一家企业在一次评价中的得分、档次和依据',
    'Score and class of one firm in one evaluation, explained',
  ),
  title: 'name',
  // A firm sees its own result from the first day of the notice on.
  grants: [FIRM_DATA, { ...OWN, rows: { column: 'told_to', of: 'enterprise' } }],
  columns: {
    round: { kind: 'reference', name: text('评价批次', 'Evaluation'), record: 'efficiency.rounds' },
    firm: { kind: 'reference', name: text('评价数据', 'Data'), record: 'efficiency.firms' },
    name: { kind: 'text', name: text('企业名称', 'Name') },
    score: { kind: 'decimal', total: false, name: text('得分', 'Score'), unit: '分' },
    rank: { kind: 'integer', name: text('位次', 'Place'), optional: true },
    ranked: { kind: 'integer', name: text('参评企业数', 'Ranked firms'), unit: '家' },
    class: { kind: 'choice', name: text('档次', 'Class'), choices: CLASSES },
    by_rank: { kind: 'choice', name: text('按位次档次', 'Class by place'), choices: CLASSES, optional: true },
    moved: {
      kind: 'choice',
      name: text('调整', 'Moved by'),
      choices: { floor: text('保底', 'The floor'), veto: text('否决', 'A veto') },
      optional: true,
    },
    exemption: {
      kind: 'choice',
      name: text('不参评原因', 'Not ranked because'),
      choices: EXEMPTIONS,
      optional: true,
    },
    deducted: {
      kind: 'decimal',
      total: false,
      unit: '分',
      name: text('出租扣分', 'Deducted for renting out'),
      optional: true,
    },
    found: {
      kind: 'data',
      name: text('否决事项', 'Vetoes'),
      help: text('计入的否决事项及各自最高可评', 'What was found, and the best class that it leaves'),
      optional: true,
    },
    members: {
      kind: 'data',
      name: text('并入企业', 'Joined firms'),
      help: text('数据计入本企业的企业', 'Firms whose data count with this one'),
      optional: true,
    },
    points: {
      kind: 'data',
      name: text('各项得分', 'Points'),
      help: text(
        '每项指标的数值、基准值、权重、得分和缘由',
        'Value, benchmark, weight, points and why, by indicator',
      ),
    },
    told_to: {
      kind: 'text',
      format: 'creditCode',
      name: text('告知企业', 'Told to'),
      help: text('公示之日起企业可见', 'The firm sees it from the first day of the notice on'),
      optional: true,
      quiet: true,
    },
  },
  unique: [['round', 'firm']],
  indexes: [{ on: ['told_to'] }, { on: ['firm'] }, { on: ['round', 'rank'] }],
})

/** A firm's objection to its result, within the days of the notice. */
export const objections = defineRecord({
  id: 'efficiency.objections',
  name: text('异议', 'Objections'),
  about: text('企业对评价结果的一项异议及答复', 'What a firm objected to in its result, and the answer'),
  title: 'reason',
  grants: [FIRM_DATA, { ...OWN, rows: { column: 'credit_code', of: 'enterprise', through: 'firm' } }],
  columns: {
    round: { kind: 'reference', name: text('评价批次', 'Evaluation'), record: 'efficiency.rounds' },
    firm: { kind: 'reference', name: text('企业', 'Firm'), record: 'efficiency.firms' },
    reason: { kind: 'longText', name: text('异议理由', 'Reason') },
    filed_on: { kind: 'date', name: text('提出日期', 'Filed on') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: OBJECTION_STATES },
    answer: { kind: 'longText', name: text('答复', 'Answer'), optional: true },
    decided_by: { kind: 'text', name: text('答复人', 'Answered by'), optional: true },
    decided_on: { kind: 'date', name: text('答复日期', 'Answered on'), optional: true },
  },
  unique: [['round', 'firm', 'filed_on']],
})

export type RoundRow = Row<typeof rounds>
export type ObjectionRow = Row<typeof objections>
export type SchemeRow = Row<typeof schemes>
export type MeasureRow = Row<typeof measures>
export type FirmRow = Row<typeof firms>
export type VetoRow = Row<typeof vetoes>
