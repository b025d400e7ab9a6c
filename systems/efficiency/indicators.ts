import { defineIndicators, type Measure } from '../../kernel/figures/indicator.ts'
import { text } from '../../kernel/text.ts'

const above = (value: string, scale: string): Measure => ({
  by: 'sum',
  record: 'efficiency.firms',
  value,
  where: { segment: 'above' },
  period: 'period',
  scale,
})
const source = text('工业企业亩均效益综合评价“一企一单”', 'Evaluation data by firm, per-mu evaluation')

/** Item 2 of a report: what larger industrial firms give per mu. A ratio of sums, not a mean of firms' ratios. */
export const indicators = defineIndicators([
  {
    id: 'efficiency.tax',
    name: text('规上工业评价税收', 'Evaluated tax of larger industrial firms'),
    unit: '亿元',
    grain: 'year',
    nature: 'flow',
    direction: 'up',
    office: 'tax',
    definition: text(
      '参加亩均效益评价的规上工业企业的评价税收之和',
      'Sum of the evaluated tax of the larger industrial firms that are evaluated',
    ),
    source,
    measure: above('tax', '0.0001'),
    decimals: 2,
  },
  {
    id: 'efficiency.value-added',
    name: text('规上工业评价增加值', 'Evaluated value added of larger industrial firms'),
    unit: '亿元',
    grain: 'year',
    nature: 'flow',
    direction: 'up',
    office: 'statistics',
    definition: text(
      '参加亩均效益评价的规上工业企业的工业增加值之和，现价',
      'Sum of the value added, at current prices, of the larger industrial firms that are evaluated',
    ),
    source,
    measure: above('value_added', '0.0001'),
    decimals: 1,
  },
  {
    id: 'efficiency.land',
    name: text('规上工业评价用地', 'Evaluated land of larger industrial firms'),
    unit: '亩',
    grain: 'year',
    nature: 'stock',
    direction: 'neutral',
    office: 'planning',
    definition: text(
      '参加亩均效益评价的规上工业企业的用地面积之和',
      'Sum of the land of the larger industrial firms that are evaluated',
    ),
    source,
    measure: above('land', '1'),
    decimals: 0,
  },
  {
    id: 'efficiency.tax-per-mu',
    name: text('规上工业亩均税收', 'Tax per mu of larger industrial firms'),
    synonyms: ['规上工业企业亩均税收', '规模以上工业亩均税收', '工业亩均税收', '亩均税收'],
    unit: '万元/亩',
    grain: 'year',
    nature: 'ratio',
    direction: 'up',
    office: 'economy',
    definition: text('规上工业评价税收 ÷ 规上工业评价用地', 'Evaluated tax ÷ evaluated land'),
    source: text('工业企业亩均效益综合评价办法', 'Rules of the per-mu evaluation'),
    measure: {
      by: 'ratio',
      numerator: 'efficiency.tax',
      denominator: 'efficiency.land',
      scale: '10000',
    },
    decimals: 1,
  },
  {
    id: 'efficiency.value-added-per-mu',
    name: text('规上工业亩均增加值', 'Value added per mu of larger industrial firms'),
    synonyms: ['规上工业企业亩均增加值', '规模以上工业亩均增加值', '工业亩均增加值', '亩均增加值'],
    unit: '万元/亩',
    grain: 'year',
    nature: 'ratio',
    direction: 'up',
    office: 'economy',
    definition: text('规上工业评价增加值 ÷ 规上工业评价用地', 'Evaluated value added ÷ evaluated land'),
    source: text('工业企业亩均效益综合评价办法', 'Rules of the per-mu evaluation'),
    measure: {
      by: 'ratio',
      numerator: 'efficiency.value-added',
      denominator: 'efficiency.land',
      scale: '10000',
    },
    decimals: 1,
  },
])
