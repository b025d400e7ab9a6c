import { text } from '../../../../app/web/i18n/text.ts'

export const V = {
  title: text('城市运行指挥大屏', 'City command'),
  open: text('在办', 'Under way'),
  late: text('超时', 'Late'),
  today: text('今日', 'Today'),
  lateList: text('超时未处置', 'Late, and not handled'),
  noLate: text('没有超时的案件', 'Nothing is late'),
  over: text('超', 'over'),
  hours: text('小时', 'h'),
  days: text('天', 'd'),
  map: text('近 30 天上报量与在办案件', 'Reports of 30 days, and cases under way'),
  rates: text('部门按期处置率（近 30 天）', 'Offices: handled in time, 30 days'),
  streets: text('街道按期处置率（近 30 天）', 'Streets: handled in time, 30 days'),
  worst: text('高发网格（近 30 天）', 'Worst cells, 30 days'),
  recurrence: text('重复发生（近 30 天）', 'What came again, 30 days'),
  recurHelp: text(
    '同类问题在同一网格再次上报的占比',
    'Of the reports, the same class in the same cell again',
  ),
  reported: text('上报', 'Reported'),
  filed: text('立案', 'Filed'),
  closed: text('结案', 'Closed'),
  again: text('重复', 'again'),
  live: text('实时', 'Live'),
  lastGot: text('最后更新', 'Last updated'),
  none: text('近 30 天没有上报', 'Nothing reported in 30 days'),
} as const
