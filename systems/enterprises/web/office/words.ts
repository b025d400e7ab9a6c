import { text } from '../../../../app/web/i18n/text.ts'

/** Words of the offices' page of the ladder. */
export const O = {
  ladder: text('梯度培育', 'The ladder'),
  duplicates: text('疑似重复登记', 'Registered twice?'),
  ladderAbout: text(
    '各台阶有多少家、谁数据已达标还没申报、谁只差一步、谁快到期。点数字看名单。',
    'How many stand on each rung, who could apply, who is one step away, and what ends soon. Click a number for its list.',
  ),
  rung: text('台阶', 'Rung'),
  holders: text('有效', 'Holders'),
  growth: text('比一年前', 'On a year ago'),
  applied: text('申报中', 'Applied'),
  ready: text('已达标未申报', 'Could apply'),
  near: text('还差一步', 'One step away'),
  ends: text('将到期', 'Ending'),
  within: (days: number) => text(`${days}天内到期`, `Ends in ${days} days`),
  noRule: text('条件未录入', 'No rule'),
  nearOf: (name: string) => text(`还差一步：${name}`, `One step away: ${name}`),
  readyOf: (name: string) => text(`已达标未申报：${name}`, `Could apply: ${name}`),
  nearAbout: text(
    '按现行条件，只有一项没有达到、而且可以补上的企业；已经获得或正在申报的不列。',
    'By the rule in force they fail one thing alone, which can be mended; who has it or applied is not listed.',
  ),
  readyAbout: text(
    '按现行条件数据已达标，没有获得也没有申报的企业。',
    'By the rule in force they pass, and neither have it nor applied.',
  ),
  all: text('全部', 'All'),
  enterprise: text('企业', 'Enterprise'),
  lacks: text('缺的条件', 'Missing'),
  needs: text('要求', 'Needed'),
  value: text('现值', 'Now'),
  short: text('差', 'Short by'),
  export: text('导出', 'Export'),
  none: text('没有这样的企业', 'There is none'),
  noneHint: text('可以换一个台阶或条件', 'Choose another rung or condition'),
  noEnding: text('这段时间没有到期的', 'Nothing ends in this time'),
  renewals: text('将到期、须重新申报或复核', 'To be applied for again'),
  renewalsAbout: text(
    '到期后没有更晚的有效资质的企业；提前 180、90、30 天提醒。',
    'Held by nothing later once it ends; told 180, 90 and 30 days before.',
  ),
  honour: text('荣誉资质', 'Honour'),
  validTo: text('有效期止', 'Valid to'),
  days: text('还有', 'Days left'),
  allRungs: text('全部台阶', 'All rungs'),
} as const
