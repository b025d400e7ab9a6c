import { text } from '../../../../app/web/i18n/text.ts'

export const C = {
  about: text(
    '各街道环境卫生检查的得分和名次，按月比较；点检查数看检查表。',
    'Scores and places of the streets by their checks, month by month; press a number to see the sheets.',
  ),
  quarter: text('近 3 个月', '3 months'),
  half: text('近 6 个月', '6 months'),
  year: text('近 12 个月', '12 months'),
  none: text('这一时期没有检查', 'No checks in this period'),
  noneHint: text('在“检查”里登记或导入检查表', 'Enter or import score sheets under checks'),
  ranking: text('街道名次', 'Streets ranked'),
  rank: text('名次', 'Place'),
  score: text('得分', 'Score'),
  checks: text('检查次数', 'Checks'),
  cells: text('检查网格', 'Cells checked'),
  worst: text('得分最低的网格', 'Cells with the lowest scores'),
  lost: text('失分最多', 'Lost most by'),
  formula: text(
    '一次检查按各项权重计分；网格取其各次检查的平均，街道取其各网格的平均。权重：',
    'A check is scored by weights; a cell is the mean of its checks, a street the mean of its cells. Weights:',
  ),
  and: text('、', ', '),
  sample: text('。权重为示例。', '. Weights are samples.'),
} as const
