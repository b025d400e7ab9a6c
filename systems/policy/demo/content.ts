/**
 * Granules that ship: clauses of public papers, in our own words. The zone's own come from copies and are to be checked
 * against the original; those of other places show the shapes that clauses have, and nobody here may be paid by them.
 */
import type { CriterionWords, GivenFact } from '../granule/index.ts'
import type { EventKind, Mode, MoneyUnit, Rounding, Stacking, Standing } from '../words.ts'

export interface ShippedDocument {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string
  readonly office: string
  readonly from: string
  readonly standing: Standing
  readonly source: string
  readonly clauses: readonly ShippedClause[]
}

export interface ShippedClause {
  readonly number: string
  readonly text: string
  readonly granules: readonly ShippedGranule[]
}

export interface ShippedGranule {
  readonly code: string
  readonly title: string
  readonly event: EventKind
  readonly criteria: readonly CriterionWords[]
  readonly given: readonly GivenFact[]
  readonly benefit: string
  readonly amount: string
  readonly unit: MoneyUnit
  readonly capItem: string | null
  readonly capYear: string | null
  readonly rounding: Rounding
  readonly stack: string | null
  readonly stacking: Stacking
  readonly mode: Mode
  readonly months: number | null
  readonly evidence: readonly { readonly name: string; readonly fromData: boolean }[]
  readonly clawback: string | null
}

const is = (says: string, operand: string, test: string, unit: string | null = null): CriterionWords => ({
  says,
  operand,
  test,
  unit,
})
const number = (name: string, unit: string, says = name): GivenFact => ({ name, kind: 'number', unit, says })

/** Nobody on a list of irregular business or of dishonesty is paid. */
const NOT_LISTED = is('未列入经营异常或失信名录', '列入名录', 'false')
const FRAUD = '弄虚作假、骗取资金的，追回已付资金并列入失信记录'

/** What most granules are; each says where it differs. */
const granule = (
  code: string,
  title: string,
  benefit: string,
  amount: string,
  more: Partial<ShippedGranule> = {},
): ShippedGranule => ({
  code,
  title,
  benefit,
  amount,
  event: 'recognition',
  given: [],
  unit: 'wan',
  capItem: null,
  capYear: null,
  rounding: 'yuan',
  stack: null,
  stacking: 'stackable',
  mode: 'declared',
  months: null,
  evidence: [{ name: '营业执照', fromData: true }],
  clawback: FRAUD,
  ...more,
  criteria: [NOT_LISTED, ...(more.criteria ?? [])],
})

/** Whoever never had it misses both, and is told of no near miss. */
const holding = (trait: string): readonly CriterionWords[] => [
  is(`${trait}在有效期内`, `${trait}有效`, 'true'),
  is('文件施行后认定', `${trait}认定日期 != null and ${trait}认定日期 >= date("2023-01-01")`, 'true'),
]

/** A sum fixed by a recognition that the register of honours knows: paid without an application. */
const recognised = (code: string, trait: string, sum: number, stack: string | null = null): ShippedGranule =>
  granule(code, `新认定${trait}`, `新认定${trait}，给予 ${sum} 万元`, String(sum), {
    criteria: holding(trait),
    mode: 'automatic',
    event: stack === null ? 'recognition' : 'promotion',
    stack,
    stacking: stack === null ? 'stackable' : 'difference',
    evidence: [{ name: '认定文件', fromData: true }],
  })

/** The same where no system knows of the recognition yet. */
const claimed = (code: string, title: string, sum: number, stack: string): ShippedGranule =>
  granule(code, `新认定${title}`, `新认定${title}，给予 ${sum} 万元`, String(sum), {
    given: [{ name: '认定文件核验', kind: 'boolean', says: `${title}的认定文件已核验` }],
    criteria: [is(`经核验为${title}`, '认定文件核验', 'true')],
    event: 'promotion',
    stack,
    stacking: 'difference',
    evidence: [{ name: '认定文件', fromData: false }],
  })

/** Up to a sum that a review sets. */
const reviewed = (
  code: string,
  title: string,
  most: number,
  more: Partial<ShippedGranule> = {},
): ShippedGranule =>
  granule(code, title, `${title}，经评审给予最高 ${most} 万元`, '评审核定金额', {
    given: [number('评审核定金额', '万元')],
    capItem: String(most),
    mode: 'reviewed',
    evidence: [
      { name: '申报书', fromData: false },
      { name: '认定或考核文件', fromData: false },
    ],
    ...more,
  })

const INNOVATION: ShippedDocument = {
  id: 'policy-document-innovation',
  title: '关于加快科技创新推动高质量发展的政策意见（试行）',
  number: null,
  issuer: '宁波高新区管委会',
  office: 'science',
  from: '2023-01-01',
  standing: 'toCheck',
  source: '公开转载件 qyxmbt.com/zj/ningbo/5506.html；施行日期、是否现行有效待核',
  clauses: [
    {
      number: '第1条',
      text: '新引进的高端研发机构，五年内对运行、用房和设备给予最高 5000 万元支持；年度评价为优秀的，再奖励 100 万元。',
      granules: [
        granule(
          'GX-KC-01',
          '高端研发机构引进支持',
          '五年内按运行、用房、设备的实际投入支持，累计最高 5000 万元',
          '实际投入',
          {
            given: [number('实际投入', '万元', '运行、用房和设备的实际投入')],
            capItem: '5000',
            stack: '高端研发机构引进',
            stacking: 'difference',
            mode: 'reviewed',
            event: 'investment',
            evidence: [
              { name: '引进协议', fromData: false },
              { name: '投入专项审计报告', fromData: false },
            ],
          },
        ),
        granule('GX-KC-02', '高端研发机构年度评价奖励', '年度评价为优秀的，奖励 100 万元', '100', {
          given: [{ name: '评价等级', kind: 'string', says: '年度评价的等级' }],
          criteria: [is('年度评价为优秀', '评价等级', '"优秀"')],
          event: 'yearly',
          evidence: [{ name: '年度评价结果', fromData: false }],
        }),
      ],
    },
    {
      number: '第2条',
      text: '新认定的科技企业孵化器、众创空间分别给予最高 500 万元、100 万元，年度考核奖励分别最高 100 万元、30 万元；科技创新券支持不超过服务费的 30%；海外孵化器五年最高 2500 万元。',
      granules: [
        reviewed('GX-KC-03', '新认定科技企业孵化器', 500),
        reviewed('GX-KC-04', '新认定众创空间', 100),
        reviewed('GX-KC-05', '科技企业孵化器年度考核奖励', 100, { event: 'yearly' }),
        reviewed('GX-KC-06', '众创空间年度考核奖励', 30, { event: 'yearly' }),
        granule('GX-KC-07', '科技创新券', '按实际支付服务费的 30% 支持', '服务费 * 0.3', {
          given: [number('服务费', '万元', '科技服务合同实际支付的服务费')],
          criteria: [is('有实际支付的服务费', '服务费', '> 0', '万元')],
          event: 'other',
          mode: 'quick',
          evidence: [
            { name: '服务合同', fromData: false },
            { name: '发票和付款凭证', fromData: false },
          ],
        }),
        reviewed('GX-KC-08', '海外孵化器', 2500, {
          stack: '海外孵化器',
          stacking: 'difference',
          event: 'investment',
        }),
      ],
    },
    {
      number: '第3条',
      text: '新认定国家企业技术中心、省级高新技术企业研究开发中心、市级企业技术研发中心、区级工程（技术）中心分别给予 300、50、20、10 万元；国家、省、市重点实验室 500、200、100 万元；省、市企业研究院 100、50 万元。晋级的补级差。',
      granules: [
        claimed('GX-KC-09', '国家企业技术中心', 300, '研发中心'),
        recognised('GX-KC-10', '省级高新技术企业研究开发中心', 50, '研发中心'),
        recognised('GX-KC-11', '市级企业技术研发中心', 20, '研发中心'),
        claimed('GX-KC-12', '区级工程（技术）中心', 10, '研发中心'),
        claimed('GX-KC-13', '国家重点实验室', 500, '重点实验室'),
        claimed('GX-KC-14', '省级重点实验室', 200, '重点实验室'),
        recognised('GX-KC-15', '市级重点实验室', 100, '重点实验室'),
        recognised('GX-KC-16', '省级企业研究院', 100, '企业研究院'),
        recognised('GX-KC-17', '市级重点企业研究院', 50, '企业研究院'),
      ],
    },
    {
      number: '第4条',
      text: '纳入研发统计的企业，年度研发投入 200 万元以上、比上年增长且占营业收入 3% 以上的，按增量的 10% 给予补助，最高 300 万元。',
      granules: [
        granule(
          'GX-KC-18',
          '研发投入增量补助',
          '按研发投入增量的 10% 补助，最高 300 万元',
          '(研发费用 - 上年研发费用) * 0.1',
          {
            criteria: [
              is('年度研发投入超过 200 万元', '研发费用', '> 200', '万元'),
              is('研发投入比上年增长', '研发费用 - 上年研发费用', '> 0', '万元'),
              is('研发投入占营业收入 3% 以上', '研发费用 / 营业收入 * 100', '>= 3', '%'),
            ],
            capItem: '300',
            event: 'yearly',
            mode: 'automatic',
            evidence: [{ name: '研发统计数据', fromData: true }],
          },
        ),
      ],
    },
  ],
}

const INDUSTRY: ShippedDocument = {
  id: 'policy-document-industry',
  title: '加快推进产业发展的政策意见实施细则',
  number: null,
  issuer: '宁波国家高新区（新材料科技城）管委会',
  office: 'economy',
  from: '2023-01-01',
  standing: 'toCheck',
  source: '公开转载件 m.taodocs.com/p-246996314.html；年份较早，效力和施行日期待核',
  clauses: [
    {
      number: '设备投入',
      text: '当年购置研发、生产、检测设备 100 万元以上（不含空调、电脑等办公设备）的，按当年实付额的 8% 补助，每年最高 500 万元。',
      granules: [
        granule(
          'GX-CY-01',
          '设备投入补助',
          '按当年实付设备款的 8% 补助，每年最高 500 万元',
          '(设备实付款 - 办公设备款) * 0.08',
          {
            given: [
              number('设备实付款', '万元', '当年设备发票实付金额'),
              number('办公设备款', '万元', '其中空调、电脑等办公设备'),
            ],
            criteria: [is('研发、生产、检测设备 100 万元以上', '设备实付款 - 办公设备款', '>= 100', '万元')],
            capYear: '500',
            event: 'investment',
            evidence: [
              { name: '申请表', fromData: false },
              { name: '设备清单', fromData: false },
              { name: '发票和付款凭证', fromData: false },
              { name: '营业执照', fromData: true },
            ],
          },
        ),
      ],
    },
    {
      number: '创新项目',
      text: '拥有自主知识产权、产业化成效明显的创新项目，按项目实际投入的 10% 补助，每年最高 100 万元。',
      granules: [
        granule(
          'GX-CY-02',
          '创新项目补助',
          '按项目实际投入的 10% 补助，每年最高 100 万元',
          '项目投入 * 0.1',
          {
            given: [number('项目投入', '万元', '经审计的项目实际投入')],
            criteria: [is('拥有自主知识产权', '一类知识产权 + 二类知识产权', '> 0', '件')],
            capYear: '100',
            event: 'investment',
            mode: 'reviewed',
            evidence: [
              { name: '研发投入审计报告', fromData: false },
              { name: '知识产权证书', fromData: true },
            ],
          },
        ),
      ],
    },
  ],
}

const sample = (
  id: string,
  title: string,
  issuer: string,
  source: string,
  clauses: readonly ShippedClause[],
): ShippedDocument => ({
  id: `policy-document-${id}`,
  title,
  number: null,
  issuer,
  office: 'economy',
  from: '2023-01-01',
  standing: 'sample',
  source: `${source}；外区条款，仅作条款形状示例`,
  clauses,
})

const SAMPLES: readonly ShippedDocument[] = [
  sample('qianwan', '平台和孵化器扶持（示例）', '宁波前湾新区', '甬前管发〔2022〕12 号，公开转载件', [
    {
      number: '平台建设',
      text: '新建公共平台按建设和设备投入的 20% 补助，单个项目最高 1000 万元。',
      granules: [
        granule(
          'YL-01',
          '公共平台建设补助',
          '按建设和设备投入的 20% 补助，单个项目最高 1000 万元',
          '平台投入 * 0.2',
          {
            given: [number('平台投入', '万元', '建设和设备投入')],
            criteria: [is('有平台投入', '平台投入', '> 0', '万元')],
            capItem: '1000',
            event: 'investment',
            mode: 'reviewed',
          },
        ),
      ],
    },
    {
      number: '孵化器晋级',
      text: '市级、省级、国家级孵化器分别给予 50、100、200 万元，晋级补差。',
      granules: [
        granule(
          'YL-02',
          '孵化器晋级奖励',
          '市级 50、省级 100、国家级 200 万元，晋级补差',
          'if 孵化器级别 = "国家级" then 200 else if 孵化器级别 = "省级" then 100 else 50',
          {
            given: [{ name: '孵化器级别', kind: 'string', says: '国家级、省级或市级' }],
            criteria: [is('为市级以上孵化器', '孵化器级别', '"国家级", "省级", "市级"')],
            event: 'promotion',
            stack: '孵化器晋级（示例）',
            stacking: 'difference',
          },
        ),
      ],
    },
    {
      number: '租金补助',
      text: '租用办公用房每月每平方米补助 15 元，每年最高 200 万元，期限三年。',
      granules: [
        granule('YL-03', '租金补助', '每月每平方米 15 元，每年最高 200 万元', '15 * 租用面积 * 租用月数', {
          given: [number('租用面积', '㎡'), number('租用月数', '个月', '当年租用的月数')],
          criteria: [is('租用满一个月', '租用月数', '[1..12]', '个月')],
          unit: 'yuan',
          capYear: '2000000',
          event: 'lease',
          evidence: [
            { name: '租赁合同', fromData: false },
            { name: '租金发票', fromData: false },
          ],
        }),
      ],
    },
  ]),
  sample('haishu', '规模上台阶奖励（示例）', '宁波市海曙区', '海曙区 2022-11-03 若干政策意见，公开转载件', [
    {
      number: '销售上台阶',
      text: '年销售收入首次超过 1、10、50、100、150、200 亿元的，分别奖励 10、30、100、200、300、400 万元，补差。',
      granules: [
        granule(
          'YL-04',
          '销售收入上台阶奖励',
          '按首次达到的台阶奖励 10 万元至 400 万元，补差',
          'if 销售收入 > 2000000 then 400 else if 销售收入 > 1500000 then 300 else if 销售收入 > 1000000 then 200 else if 销售收入 > 500000 then 100 else if 销售收入 > 100000 then 30 else 10',
          {
            criteria: [is('年销售收入超过 1 亿元', '销售收入', '> 10000', '万元')],
            event: 'threshold',
            stack: '销售上台阶（示例）',
            stacking: 'difference',
            mode: 'automatic',
            evidence: [{ name: '年度销售收入', fromData: true }],
          },
        ),
      ],
    },
  ]),
  sample('yuyao', '工业增长和梯度培育（示例）', '余姚市', '余政发〔2020〕26 号，公开转载件', [
    {
      number: '增长奖励',
      text: '产值 4 亿元以上且增速高于全市平均 30 个百分点以上的，按新增地方贡献的 50% 奖励。',
      granules: [
        granule('YL-05', '高增长企业奖励', '按新增地方贡献的 50% 奖励', '新增地方贡献 * 0.5', {
          given: [
            number('工业总产值', '万元'),
            number('产值增速', '%'),
            number('全市平均增速', '%'),
            number('新增地方贡献', '万元'),
          ],
          criteria: [
            is('规模以上企业', '规上', 'true'),
            is('产值 4 亿元以上', '工业总产值', '>= 40000', '万元'),
            is('增速高于全市平均 30 个百分点以上', '产值增速 - 全市平均增速', '>= 30', '个百分点'),
          ],
          event: 'yearly',
        }),
      ],
    },
    {
      number: '梯度培育',
      text: '单项冠军示范企业 50 万元，专精特新培育企业 5 万元，按认定名单兑现，就高不重复。',
      granules: [
        granule('YL-06', '单项冠军奖励', '制造业单项冠军 50 万元', '50', {
          criteria: holding('制造业单项冠军'),
          stack: '梯度培育（示例）',
          stacking: 'highest',
          mode: 'automatic',
        }),
        granule('YL-07', '专精特新培育奖励', '专精特新中小企业 5 万元', '5', {
          criteria: holding('专精特新中小企业'),
          stack: '梯度培育（示例）',
          stacking: 'highest',
          mode: 'automatic',
        }),
      ],
    },
  ]),
  sample('yinzhou', '利用外资奖励（示例）', '宁波市鄞州区', '2023 年鄞州区经济发展若干政策意见，公开转载件', [
    {
      number: '实到外资',
      text: '实到外资每 100 万美元奖励不超过 12 万元。',
      granules: [
        granule('YL-08', '实到外资奖励', '每 100 万美元奖励 12 万元', 'floor(实到外资 / 100) * 12', {
          given: [number('实到外资', '万美元')],
          criteria: [is('实到外资 100 万美元以上', '实到外资', '>= 100', '万美元')],
          event: 'investment',
        }),
      ],
    },
  ]),
  sample('zhenhai', '研发投入门槛（示例）', '宁波市镇海区', '今日镇海 2021-04-29 报道', [
    {
      number: '一票否决',
      text: '研发投入 100 万元以上或占销售收入 2% 以上，是享受财政奖励的门槛。',
      granules: [
        granule(
          'YL-09',
          '规上企业技改奖励（带研发门槛）',
          '按技改投入的 5% 奖励，最高 200 万元',
          '生产研发设备投入 * 0.05',
          {
            criteria: [
              is('规模以上企业', '规上', 'true'),
              is(
                '研发投入 100 万元以上或占销售收入 2% 以上',
                '研发费用 >= 100 or 研发费用 >= 销售收入 * 0.02',
                'true',
              ),
              is('有生产研发设备投入', '生产研发设备投入', '> 0', '万元'),
            ],
            capItem: '200',
            event: 'investment',
            mode: 'quick',
          },
        ),
      ],
    },
  ]),
]

export const SHIPPED: readonly ShippedDocument[] = [INNOVATION, INDUSTRY, ...SAMPLES]
