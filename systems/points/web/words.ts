import { text } from '../../../app/web/i18n/text.ts'

/** The points' own words on their pages. */
export const W = {
  title: text('企业创新积分', 'Innovation points'),
  about: text(
    '每家企业按月得多少分、在同阶段排第几；点企业看每一分从哪里来。',
    'What each enterprise scores month by month and where that puts it; open one to see where every point comes from.',
  ),
  lists: text('积分榜单', 'Lists of innovation points'),
  listsAbout: text(
    '正式公布的榜单，只列名称、位次和榜单。',
    'Lists as published: names, ranks and lists alone.',
  ),
  noLists: text('还没有正式公布的榜单', 'No list has been published yet'),
  noListsHint: text('示例方案的结果不会公布在这里。', 'Results of a sample scheme are never published here.'),
  noRounds: text('还没有积分批次', 'There is no round yet'),
  noRoundsHint: text(
    '先录入积分方案和指标，再开一个月的批次。',
    'Enter a scheme and its indicators, then open a month.',
  ),
  month: text('月份', 'Month'),
  round: text('批次', 'Round'),
  state: text('状态', 'State'),
  scheme: text('方案', 'Scheme'),
  schemes: text('积分方案', 'Schemes'),
  asOf: text('数据截至', 'Facts as of'),
  dataAt: text('数据确认', 'Data confirmed'),
  notice: text('公示', 'Notice'),
  scored: text('算分企业', 'Scored'),
  open: text('待答复异议', 'Open objections'),
  sample: text('示例', 'Sample'),
  sampleWhy: text(
    '示例方案：权重和基准值不是公布的，结果只供试算，不得正式公布。',
    'A sample scheme: its weights and benchmarks are nobody’s. Results are a trial and are never published.',
  ),
  steps: text('办理', 'Steps'),
  noSteps: text('由方案主管单位办理', 'For the office that keeps the scheme'),
  working: text('正在办理…', 'Working…'),
  spread: text('各阶段积分分布', 'Points by stage'),
  spreadLabel: text('各阶段企业数按积分区间', 'Number of enterprises by range of points, stage by stage'),
  enterprises: text('企业数', 'Enterprises'),
  points: text('积分', 'Points'),
  unitPoints: text('分', 'points'),
  unitFirms: text('家', 'firms'),
  stage: text('阶段', 'Stage'),
  revenueFrom: text('营业收入（万元）', 'Revenue (RMB 10,000)'),
  mean: text('平均', 'Mean'),
  median: text('中位', 'Median'),
  best: text('最高', 'Best'),
  places: text('榜单名额（领跑/竞跑/进取）', 'Last ranks (lead, race, advance)'),
  ranking: text('排名', 'Ranking'),
  search: text('查企业', 'Find an enterprise'),
  whole: text('全部名单、筛选和导出', 'Whole list, filters and export'),
  name: text('企业', 'Enterprise'),
  rank: text('阶段内位次', 'Rank in stage'),
  sectorRank: text('行业内位次', 'Rank in sector'),
  list: text('榜单', 'List'),
  noneFound: text('没有这样的企业', 'No such enterprise'),
  weights: text('权重', 'Weights'),
  sum: text('合计', 'Sum'),
  sumOff: text('不是 100 分，不能算分', 'Not 100: it cannot be scored'),
  indicator: text('指标', 'Indicator'),
  formula: text('公式', 'Formula'),
  normaliser: text('归一化', 'Normaliser'),
  raw: text('原始值', 'Raw value'),
  normalised: text('归一化值', 'Normalised'),
  against: text('对照', 'Against'),
  weight: text('权重', 'Weight'),
  earned: text('得分', 'Points'),
  why: text('缘由', 'Why'),
  source: text('来源', 'Sources'),
  hide: text('收起', 'Hide'),
  notSeen: text('您无权查看这一行', 'You may not read this row'),
  noSource: text('没有登记的数据', 'Nothing is on record'),
  madeUp: text(
    '这个月的原始值为模拟，下列是登记的事实',
    'This month’s values are made up; these are the facts on record',
  ),
  profile: text('各项得分占权重', 'Share of the weight earned'),
  profileLabel: text('各项指标得分占权重的百分比', 'Points as a share of the weight, by indicator'),
  profileOf: text('本企业（%，每环 25%）', 'This enterprise (%, 25 % a ring)'),
  history: text('逐月积分', 'Points by month'),
  historyLabel: text('每月积分', 'Points of each month'),
  historyNote: text('示例：以往月份的原始值为模拟', 'Sample: values of earlier months are made up'),
  next: text('离上一榜', 'To the next list'),
  top: text('已在最高榜', 'On the best list'),
  short: text('还差', 'short of'),
  parts: text('每一分从哪里来', 'Where every point comes from'),
  page: text('打开企业', 'Open the enterprise'),
  whole1: text('积分详情', 'Points in detail'),
  object: text('提出异议', 'Object'),
  objectAbout: text(
    '公示期内可对原始值或得分提出异议。',
    'Within the notice one may object to a raw value or to points.',
  ),
  aboutWhat: text('对什么', 'About'),
  aboutValue: text('原始值', 'The raw value'),
  aboutPoints: text('得分', 'The points'),
  whole2: text('总分', 'The total'),
  reason: text('理由', 'Reason'),
  objections: text('异议', 'Objections'),
  answer: text('答复', 'Answer'),
  verdict: text('结论', 'Verdict'),
  upheld: text('成立', 'Upheld'),
  rejected: text('不成立', 'Rejected'),
  filedAt: text('提出时积分', 'Points then'),
  published: text('公布日期', 'Published on'),
  file: text('导出', 'Export'),
  from: text('开始', 'From'),
  to: text('截止', 'Until'),
  new: text('开新批次', 'Open a round'),
} as const

export const STEP_WORDS = {
  confirm: {
    title: text('确认数据', 'Confirm the data'),
    about: text('此后只按现在已登记的数据算分。', 'From then on scores are of what is on record now.'),
  },
  score: {
    title: text('算分', 'Score'),
    about: text('给全部企业算分、排名。', 'Scores and ranks everybody.'),
  },
  notice: {
    title: text('公示', 'Put on notice'),
    about: text(
      '企业从公示之日起看到自己的积分，至少 5 天。',
      'Each enterprise sees its own from then on; five days at least.',
    ),
  },
  publish: {
    title: text('公布', 'Publish'),
    about: text(
      '须由算分人以外的人，在公示期满、异议答复之后公布。',
      'By another than who scored it, after the notice, with nothing unanswered.',
    ),
  },
  reopen: {
    title: text('退回收集数据', 'Back to collecting data'),
    about: text(
      '更正数据后重新确认、算分、公示；前一次结果留在历史里。',
      'To correct data and score again; the earlier result stays in the history.',
    ),
  },
} as const

/** Words of closed vocabularies, by what the wire says. */
export const STAGES: Readonly<Record<string, ReturnType<typeof text>>> = {
  seed: text('种子期', 'Seed'),
  start: text('初创期', 'Start-up'),
  growth: text('成长期', 'Growth'),
  expansion: text('扩张期', 'Expansion'),
  stable: text('稳定期', 'Stable'),
}
export const LISTS: Readonly<Record<string, ReturnType<typeof text>>> = {
  lead: text('创新领跑榜', 'Leaders'),
  race: text('创新竞跑榜', 'Racers'),
  advance: text('创新进取榜', 'Advancers'),
}
export const GROUPS: Readonly<Record<string, ReturnType<typeof text>>> = {
  innovation: text('技术创新', 'Innovation'),
  growth: text('成长经营', 'Growth'),
  auxiliary: text('辅助', 'Auxiliary'),
}
export const STATES: Readonly<Record<string, ReturnType<typeof text>>> = {
  draft: text('收集数据', 'Collecting data'),
  confirmed: text('数据已确认', 'Data confirmed'),
  scored: text('已算分', 'Scored'),
  notice: text('公示中', 'On notice'),
  published: text('已公布', 'Published'),
  filed: text('待答复', 'Filed'),
  upheld: text('成立', 'Upheld'),
  rejected: text('不成立', 'Rejected'),
}
export const REASONS: Readonly<Record<string, ReturnType<typeof text>>> = {
  scored: text('按公式', 'By the formula'),
  capped: text('封顶', 'Capped'),
  negative: text('负值，得 0 分', 'Negative: 0'),
  missing: text('无法计算，得 0 分', 'Cannot be made: 0'),
  median: text('无法计算，取中位', 'Cannot be made: median'),
}
export const COUNTS: Readonly<Record<string, ReturnType<typeof text>>> = {
  bonus: text('加分', 'bonus'),
  deduction: text('扣分', 'deduction'),
}
export const NORMALISERS: Readonly<Record<string, ReturnType<typeof text>>> = {
  cap_ratio: text('÷ 基准值', '÷ benchmark'),
  log_ratio: text('对数 ÷ 基准值', 'log ÷ benchmark'),
  minmax: text('同阶段最低、最高', 'least, most of the stage'),
  percentile: text('不优于本企业的家数', 'no better, of'),
  bands: text('档次起点', 'band from'),
}
