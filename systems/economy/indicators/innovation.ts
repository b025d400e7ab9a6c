import { defineIndicators } from '../../../kernel/figures/indicator.ts'
import { text } from '../../../kernel/text.ts'
import { summed } from './summed.ts'

/** Research: item 6 of a report. */
export const innovationIndicators = defineIndicators([
  {
    id: 'economy.research-spending',
    name: text('全社会R&D经费支出', 'Research and development spending'),
    synonyms: [
      'R&D经费支出',
      '全社会R&D经费',
      '全社会研发经费支出',
      '研发经费支出',
      '全社会研究与试验发展经费支出',
      '研究与试验发展（R&D）经费支出',
      '研究与试验发展(R&D)经费支出',
      'R&D经费',
    ],
    unit: '亿元',
    grain: 'year',
    nature: 'flow',
    direction: 'up',
    office: 'science',
    definition: text(
      '各类单位当年用于研究与试验发展活动的内部支出',
      'Spending within the year on research and experimental development by all units',
    ),
    source: text('研究开发统计报表 107-2 表', 'Form 107-2, research and development'),
    measure: summed('economy.research-spending'),
    decimals: 2,
  },
  {
    id: 'economy.research-intensity',
    name: text('全社会R&D经费支出占GDP比重', 'R&D spending as a share of GDP'),
    synonyms: [
      'R&D经费支出占GDP比重',
      'R&D经费支出占地区生产总值比重',
      '全社会R&D经费支出占地区生产总值比重',
      '全社会研发投入占GDP比重',
      '研发经费支出占GDP比重',
      '研发投入强度',
      'R&D经费投入强度',
      'R&D投入强度',
    ],
    unit: '%',
    grain: 'year',
    nature: 'ratio',
    direction: 'up',
    office: 'science',
    definition: text('全社会R&D经费支出 ÷ 地区生产总值', 'R&D spending ÷ gross domestic product'),
    source: text('研究开发统计报表、国民经济核算', 'R&D returns and national accounts'),
    measure: {
      by: 'ratio',
      numerator: 'economy.research-spending',
      denominator: 'economy.gdp',
      scale: '100',
    },
    decimals: 0,
  },
])
