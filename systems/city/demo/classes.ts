/** Classes of the demonstration: names as commonly published, codes of two digits a level. */
type Leaf = readonly [
  code: string,
  zh: string,
  en: string,
  /** Its limits by severity; what has no public source is marked. */
  limit: string,
  /** What people write of it. */
  said: readonly string[],
  /** How often it is told, next to the others. */
  weight: number,
  sourced?: true,
]
interface Branch {
  readonly kind: 'part' | 'event'
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly owner: string
  readonly leaves: readonly Leaf[]
}

export const BRANCHES: readonly Branch[] = [
  {
    kind: 'event',
    code: '01',
    zh: '市容环境',
    en: 'Appearance',
    owner: 'city',
    leaves: [
      [
        '01',
        '私搭乱建',
        'Unlawful building',
        '7WD',
        ['楼顶私自搭建阳光房', '小区一楼违章搭建棚屋', '店铺后门私搭铁皮棚'],
        4,
        true,
      ],
      [
        '02',
        '暴露垃圾',
        'Exposed waste',
        '4WH',
        [
          '路边有一堆暴露垃圾没人收',
          '垃圾散落在人行道上',
          '绿化带旁堆放生活垃圾',
          '垃圾桶满溢，袋装垃圾堆在桶外',
        ],
        26,
        true,
      ],
      [
        '03',
        '积存渣土',
        'Heaps of rubble',
        '2WD',
        ['空地上倾倒了一车渣土', '装修建筑垃圾堆在路边', '工地旁积存渣土未清运'],
        8,
        true,
      ],
      [
        '04',
        '道路不洁',
        'Dirty road',
        '2WH',
        ['路面有泥浆，车辆带泥上路', '道路上有油污和落叶没清扫', '人行道路面脏，有污渍'],
        16,
        true,
      ],
      [
        '05',
        '绿地保洁',
        'Litter on greens',
        '4WH',
        ['公园草坪上有白色垃圾', '绿地里有塑料袋和烟头', '绿化带内纸屑较多'],
        8,
        true,
      ],
      [
        '06',
        '焚烧垃圾树叶',
        'Burning of waste',
        'PT2H',
        ['有人在空地焚烧树叶，烟很大', '露天焚烧垃圾气味刺鼻'],
        2,
      ],
    ],
  },
  {
    kind: 'event',
    code: '02',
    zh: '宣传广告',
    en: 'Advertising',
    owner: 'city',
    leaves: [
      [
        '01',
        '非法小广告',
        'Illegal bills',
        '1WD',
        ['电线杆上贴满小广告', '墙面喷涂小广告电话', '楼道口乱张贴广告'],
        10,
      ],
      [
        '02',
        '违规户外广告',
        'Unlicensed signs',
        '3WD',
        ['店招广告牌破损松动', '楼顶大型广告牌未审批', '横幅悬挂在路灯杆上'],
        5,
      ],
    ],
  },
  {
    kind: 'event',
    code: '03',
    zh: '施工管理',
    en: 'Building sites',
    owner: 'construction',
    leaves: [
      ['01', '施工扰民', 'Noise of works', 'PT2H', ['夜间工地施工噪声影响休息', '凌晨还在打桩，噪声很大'], 6],
      [
        '02',
        '工地扬尘',
        'Dust of works',
        '1WD',
        ['工地扬尘没有洒水', '裸土未覆盖，刮风扬尘大', '渣土车未冲洗带泥扬尘'],
        6,
      ],
      [
        '03',
        '道路破损',
        'Damaged road',
        '5WD',
        ['路面有坑洼，积水', '人行道地砖松动破损', '沥青路面开裂下沉'],
        9,
      ],
    ],
  },
  {
    kind: 'event',
    code: '04',
    zh: '突发事件',
    en: 'Sudden events',
    owner: 'governance',
    leaves: [
      ['01', '路面塌陷', 'Sunken road', 'PT2H', ['路面突然塌陷出现大洞', '道路塌陷需要围挡'], 1],
      ['02', '水管爆裂', 'Burst pipe', 'PT2H', ['自来水管爆裂，水漫到马路', '地下水管破裂一直喷水'], 2],
    ],
  },
  {
    kind: 'event',
    code: '05',
    zh: '街面秩序',
    en: 'Street order',
    owner: 'city',
    leaves: [
      [
        '01',
        '占道经营',
        'Trading on the road',
        '2WH',
        ['水果店出店占道经营', '烧烤摊占用人行道经营', '流动摊贩占道叫卖'],
        14,
      ],
      [
        '02',
        '机动车乱停放',
        'Cars parked wrongly',
        '2WH',
        ['汽车停在人行道上', '小车堵住消防通道', '机动车占用盲道停放'],
        12,
      ],
      [
        '03',
        '非机动车乱停放',
        'Bicycles parked wrongly',
        '2WH',
        ['共享单车乱停堵住路口', '地铁口电动车乱停放', '单车倒了一片占道'],
        12,
      ],
    ],
  },
  {
    kind: 'part',
    code: '01',
    zh: '公用设施',
    en: 'Utilities',
    owner: 'construction',
    leaves: [
      ['01', '雨水井盖', 'Storm drain cover', 'P1D', ['雨水井盖缺失，很危险', '雨水井盖破损翘起'], 5],
      ['02', '污水井盖', 'Sewer cover', 'P1D', ['污水井盖松动，车压过有响声', '污水井盖丢失'], 4],
      ['03', '路灯', 'Street light', 'P1D', ['路灯不亮，晚上很黑', '一整排路灯都灭了', '路灯灯罩脱落'], 9],
      ['04', '通信交接箱', 'Telecom cabinet', '3WD', ['通信交接箱门敞开', '通信箱线缆裸露'], 3],
    ],
  },
  {
    kind: 'part',
    code: '02',
    zh: '交通设施',
    en: 'Traffic facilities',
    owner: 'construction',
    leaves: [
      ['01', '交通信号灯', 'Traffic light', 'PT4H', ['红绿灯不亮', '路口信号灯故障一直黄闪'], 2],
      ['02', '交通护栏', 'Guard rail', '2WD', ['中央护栏被撞歪', '护栏缺失一段'], 5],
      ['03', '公交站亭', 'Bus shelter', '3WD', ['公交站亭玻璃破碎', '候车亭座椅损坏'], 3],
    ],
  },
  {
    kind: 'part',
    code: '03',
    zh: '市容环境设施',
    en: 'Cleaning facilities',
    owner: 'city',
    leaves: [
      ['01', '果皮箱', 'Litter bin', '2WD', ['果皮箱破损', '果皮箱箱门脱落倾倒'], 6],
      ['02', '公共厕所', 'Public toilet', '1WD', ['公共厕所没水，地面脏', '公厕灯坏了，有异味'], 4],
    ],
  },
  {
    kind: 'part',
    code: '04',
    zh: '园林绿化设施',
    en: 'Greens',
    owner: 'construction',
    leaves: [
      [
        '01',
        '行道树',
        'Street tree',
        '5WD',
        ['行道树倒伏压到车', '行道树枯死需要更换', '树枝遮挡路灯和信号灯'],
        6,
      ],
      [
        '02',
        '绿地养护',
        'Care of greens',
        '5WD',
        ['绿地黄土裸露，需要补种', '绿篱长时间没修剪', '草坪枯死一片'],
        5,
        true,
      ],
    ],
  },
]

export const VERSION = '示例 2024'
export const classId = (kind: string, code: string): string => `city-${kind}-${code}`

export interface DemoClass {
  readonly id: string
  readonly owner: string
  readonly limit: string
  readonly said: readonly string[]
  readonly weight: number
}
export const LEAVES: readonly DemoClass[] = BRANCHES.flatMap(({ kind, code, owner, leaves }) =>
  leaves.map(([leaf, , , limit, said, weight]) => ({
    id: classId(kind, code + leaf),
    owner,
    limit,
    said,
    weight,
  })),
)

const keeper = 'city'
const PUBLISHED_LIST = '公开转载的某市事件类立案结案标准'
const UNSOURCED = '示例，未见公开依据'

export const classRows = BRANCHES.flatMap(({ kind, code, zh, en, owner, leaves }) => {
  const shared = { kind, version: VERSION, from: '2023-01-01', to: null, sample: true, keeper }
  const top = classId(kind, code)
  return [
    { ...shared, id: top, code, name: zh, name_en: en, parent: null, owner },
    ...leaves.map(([leaf, name, english]) => ({
      ...shared,
      id: classId(kind, code + leaf),
      code: code + leaf,
      name,
      name_en: english,
      parent: top,
      owner: null,
    })),
  ]
})

export const limitRows = BRANCHES.flatMap(({ kind, code, leaves }) =>
  leaves.flatMap(([leaf, , , limit, , , sourced]) => {
    const shared = { class: classId(kind, code + leaf), keeper }
    const basis = sourced ? PUBLISHED_LIST : UNSOURCED
    return [
      { ...shared, severity: null, grade: null, limit, basis, sample: !sourced },
      { ...shared, severity: 'urgent', grade: null, limit: 'PT2H', basis: UNSOURCED, sample: true },
    ]
  }),
)
