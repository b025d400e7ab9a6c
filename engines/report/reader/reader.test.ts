import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindFigures, readFigures } from './index.ts'

/** `text | indicator | value unit kind` of each figure, in order. */
const read = (sentence: string) =>
  readFigures(sentence, { year: 2022 }).map(({ text, indicator, value, unit, kind }) =>
    `${text} | ${indicator} | ${value} ${unit} ${kind}`.replace('  ', ' '),
  )

describe('a figure is a number with what it measures', () => {
  it.each<[sentence: string, ...figures: string[]]>([
    [
      '全县实现粮食总产量12.6万吨，同比增长3.1%，增速居全市第二位。',
      '12.6万吨 | 全县实现粮食总产量 | 12.6 万吨 level',
      '增长3.1% | 全县实现粮食总产量 | 3.1 % growth',
      '居全市第二位 | 全县实现粮食总产量增速 | 2 位 rank',
    ],
    [
      '服务业投资下降4.5%，低于全省1.2个百分点。',
      '下降4.5% | 服务业投资 | -4.5 % growth',
      '低于全省1.2个百分点 | 服务业投资 | -1.2 个百分点 comparison',
    ],
    [
      '技工、护工培训人数分别达820人、1140人。',
      '820人 | 技工培训人数 | 820 人 count',
      '1140人 | 护工培训人数 | 1140 人 count',
    ],
    [
      '东门、西门片区腾退率均超过95%。',
      '超过95% | 东门片区腾退率 | 95 % share',
      '超过95% | 西门片区腾退率 | 95 % share',
    ],
    [
      '污水处理能力由8万吨/日提高到15万吨/日。',
      '8万吨/日 | 污水处理能力 | 8 万吨/日 level',
      '15万吨/日 | 污水处理能力 | 15 万吨/日 level',
    ],
    [
      '新增养老床位260张，累计达3100张。',
      '260张 | 新增养老床位 | 260 张 count',
      '累计达3100张 | 养老床位 | 3100 张 cumulative',
    ],
    ['建成6个社区食堂。', '6个 | 建成社区食堂 | 6 个 count'],
    ['办结信访事项约1200余件。', '约1200余件 | 办结信访事项 | 1200 件 count'],
    ['港口货物吞吐量突破3亿吨。', '突破3亿吨 | 港口货物吞吐量 | 3 亿吨 level'],
    ['近三成家庭参与垃圾分类积分兑换。', '近三成 | 家庭参与垃圾分类积分兑换 | 3 成 share'],
    [
      '苗木、花卉种植占比分别提高15、22个百分点。',
      '15 | 苗木种植占比 | 15 个百分点 growth',
      '22个百分点 | 花卉种植占比 | 22 个百分点 growth',
    ],
    [
      '城区、镇区增加值分别增长6%、5%，分别居全市第二、第七。',
      '6% | 城区增加值 | 6 % growth',
      '5% | 镇区增加值 | 5 % growth',
      '居全市第二 | 城区增加值 | 2 rank',
      '第七 | 镇区增加值 | 7 rank',
    ],
    ['技校由21所整合为9所。', '21所 | 技校 | 21 所 count', '9所 | 技校 | 9 所 count'],
    ['茶叶产量屡创新高，去年达到3万吨。', '3万吨 | 茶叶产量 | 3 万吨 level'],
    ['建设10个以上示范车间。', '10个以上 | 建设示范车间 | 10 个 count'],
    ['信访总量下降了12.5%。', '下降了12.5% | 信访总量 | -12.5 % growth'],
    ['快递业务量翻一番。', '翻一番 | 快递业务量 | 1 番 growth'],
    ['城镇调查失业率控制在５．５％以内。', '控制在５．５％以内 | 城镇调查失业率 | 5.5 ％ share'],
    ['PM2.5平均浓度27微克/立方米。', '27微克/立方米 | PM2.5平均浓度 | 27 微克/立方米 level'],
  ])('%s', (sentence, ...figures) => {
    expect(read(sentence)).toEqual(figures)
  })
})

describe('what is not a figure', () => {
  it.each([
    '2022年3月15日，文号〔2022〕12号。',
    '深化“152”改革和“7·20”廉洁教育日活动。',
    '服务70岁以上老人，走访100亿以上龙头企业。',
    '打造15分钟便民生活圈，入选中国民营企业500强。',
    '开展三个专项行动，办好“一件事”。',
    'G1523高速、5G基站、T300无人机。',
    '把安全放在首位。',
    '第二产业、第三方机构、第十四届运动会。',
  ])('%s', (sentence) => {
    expect(read(sentence)).toEqual([])
  })
})

describe('in a plan', () => {
  it('numbers are targets, ranges keep both ends', () => {
    const text = '二、2023年工作安排\n地区生产总值增长6%—6.5%，新开工项目120个以上。'
    expect(readFigures(text)).toMatchObject([
      { text: '增长6%—6.5%', value: 6, valueTo: 6.5, kind: 'target', period: '2023年' },
      { text: '120个以上', value: 120, bound: 'atLeast', kind: 'target' },
    ])
  })
})

describe('on any text', () => {
  const piece = fc.constantFrom(
    '增长',
    '达',
    '3.5%',
    '12亿元',
    '、',
    '，',
    '。',
    '分别',
    '均',
    '“',
    '”',
    '（',
    '）',
    '第',
    '三',
    '位',
    '连续',
    '年',
    '居全市',
    '\n',
    '个',
    'A',
    '𠮷',
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(piece, { maxLength: 80 }).map((list) => list.join('')),
  )

  it('never throws, and every span is the words it claims', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let before = { start: -1, end: 0 }
        for (const figure of readFigures(text)) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.text)
          expect(
            figure.start >= before.end || (figure.start === before.start && figure.end === before.end),
          ).toBe(true)
          before = figure
        }
      }),
      { numRuns: 500 },
    )
  })

  const number = fc.integer({ min: 1, max: 99_999 }).map((value) => value / 10)
  const noun = fc.constantFrom('绿化覆盖面积', '规上服务业营收', '义务教育入学率', '外贸进口额', '污水处理量')
  const unit = fc.constantFrom('亿元', '%', '万亩', '公里', '家', '万人次')

  it('a plain statement reads back exactly', () => {
    fc.assert(
      fc.property(noun, number, unit, (name, value, measure) => {
        expect(readFigures(`全年${name}达${value}${measure}。`)).toMatchObject([
          { indicator: name, value, unit: measure },
        ])
      }),
    )
  })

  it('sentences do not disturb each other', () => {
    const sentence = fc
      .tuple(noun, number, unit)
      .map(([name, value, measure]) => `${name}${value}${measure}，增长${value}%。`)
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const shifted = readFigures(b).map(({ text, indicator, value }) => ({ text, indicator, value }))
        expect(readFigures(a + b).slice(readFigures(a).length)).toMatchObject(shifted)
      }),
    )
  })
})

describe('binding', () => {
  const catalogue = [
    { id: 'e.output', names: ['规上工业总产值', '规上工业产值'], unit: '亿元' },
    { id: 'e.firms-new', names: ['新增高新技术企业'], unit: '家' },
    { id: 'e.firms', names: ['高新技术企业'], unit: '家' },
  ]
  const bind = (sentence: string) =>
    bindFigures(readFigures(sentence), catalogue).figures.map(
      ({ binding }) => binding && `${binding.indicator}:${binding.aspect}`,
    )

  it.each([
    [
      '规上工业产值88亿元，增长9%，增速位列全市第一。',
      ['e.output:level', 'e.output:growth', 'e.output:growth.rank'],
    ],
    ['规上工业产值增速连续5个月居全市首位。', ['e.output:growth.rank.streak', 'e.output:growth.rank']],
    ['新增高新技术企业12家，累计达90家。', ['e.firms-new:level', 'e.firms:level']],
    ['规上工业产值环比增长2%。', ['e.output:change']],
    // The unit is of another kind: said, not guessed.
    ['规上工业产值88家。', [undefined]],
    ['水稻面积3万亩。', [undefined]],
  ])('%s', (sentence, bindings) => {
    expect(bind(sentence)).toEqual(bindings)
  })
})
