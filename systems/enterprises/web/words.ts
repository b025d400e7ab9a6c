import { text } from '../../../app/web/i18n/text.ts'

/** Words of the enterprises' pages. */
export const W = {
  own: text('我的企业', 'My enterprise'),
  ownAbout: text(
    '我们是谁、得了什么、还差什么、下一步做什么。只有本企业和主管部门看得到。',
    'Who we are, what we have, what is missing and what comes next. Only we and the offices see it.',
  ),
  notOwn: text('这一页是企业自己的', 'This page is an enterprise’s own'),
  notOwnHint: text(
    '以企业身份登录后，这里是本企业的情况；管理单位请从企业库进入一家企业。',
    'It shows whoever signs in for an enterprise; offices open an enterprise from the register.',
  ),
  register: text('企业库', 'The register'),
  noFirm: text('登记里没有本企业', 'The register does not have this enterprise'),
  noFirmHint: text(
    '账号上的统一社会信用代码不在区内登记之列，请联系企业综合服务中心。',
    'The credit code of your account is not registered in the zone; ask the service centre.',
  ),
  code: text('统一社会信用代码', 'Credit code'),
  honours: text('荣誉资质', 'Honours'),
  noHonours: text('还没有登记的荣誉资质', 'None is registered yet'),
  until: (day: string) => text(`至 ${day}`, `until ${day}`),
  forGood: text('长期有效', 'for good'),
  applied: text('申报中', 'applied for'),
  daysLeft: (days: number) => text(`还有 ${days} 天到期`, `ends in ${days} days`),
  renew: (name: string, day: string, days: number) =>
    text(
      `${name} ${day}起不再有效，还有 ${days} 天，请准备重新申报或复核。`,
      `${name} no longer holds from ${day}, in ${days} days: prepare to apply again.`,
    ),
  holds: text('已获得', 'Held'),
  standing: {
    passes: text('数据达标', 'Passes by the facts'),
    near: text('还差一步', 'One step away'),
    fails: text('未达标', 'Not yet'),
    unknown: text('资料不全', 'Facts missing'),
  },
  oneShort: text('上年数据差一项', 'One short by last year’s facts'),
  canApply: text('数据已达标，可以申报', 'Passes by the facts: may apply'),
  risk: text('已获得，但按上年数据不再达标', 'Held, but last year’s facts no longer pass'),
  notJudged: text('没有上一年度数据，无法对照条件', 'Nothing is filed of last year to judge by'),
  noRule: (names: string) => text(`${names}：条件尚未录入系统`, `${names}: no criteria are entered yet`),
  missing: text('缺', 'Missing'),
  notFiled: text('未填报', 'not filed'),
  now: text('现为', 'now'),
  needs: text('须', 'needs'),
  short: (by: string) => text(`差 ${by}`, `${by} short`),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  could: text('只改一项就能达到', 'One change alone would do'),
  couldLine: (input: string, now: string, next: string) =>
    text(`${input}由 ${now} 到 ${next}`, `${input} from ${now} to ${next}`),
  basis: text('依据', 'By'),
  version: (number: number) => text(`第${number}版`, `version ${number}`),
  sample: text('示例条件', 'Sample criteria'),
  byFacts: text(
    '按现行条件对照上年数据，认定以主管部门结论为准。',
    'By the criteria in force and last year’s facts; the office’s decision is what counts.',
  ),
} as const
