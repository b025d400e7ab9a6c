import { text } from '../../../app/web/i18n/text.ts'

export const W = {
  title: text('经济运行', 'Economy'),
  about: text(
    '全区主要指标的最新累计、增速、位次和与全市的差距；点数字看到每一行申报。',
    'Latest level, growth, rank and gap to the city of the headline indicators; press a number for its rows.',
  ),
  returns: text('申报记录', 'Returns'),
  units: text('统计单位', 'Reporting units'),
  latest: text('最新', 'Latest'),
  rank: text('全市位次', 'Rank'),
  gap: text('与全市之差', 'Gap to city'),
  streak: text('连续', 'Streak'),
  level: text('累计', 'Level'),
  growth: text('同比', 'Growth'),
  course: text('走势', 'Course'),
  period: text('时期', 'Period'),
  indicator: text('指标', 'Indicator'),
  collecting: text('正在收表', 'Returns coming in'),
} as const
