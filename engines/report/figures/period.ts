/**
 * When a figure holds: what its sentence says, else what the part of the report speaks of. The same walk
 * tells whether the text is looking back or ahead.
 */

export interface Times {
  /** The year in which the report was given; undefined when the text does not say. */
  readonly year: number | undefined
  readonly period: string
  /** Whether the text has turned to what is to be done. */
  readonly ahead: boolean
}

const HEADING = /^[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分)/
const BACK_HEADING = /回顾|总结|过去|成绩|成就|情况|完成/
const AHEAD_HEADING = /安排|目标|任务|要求|建议|部署|思路|打算|计划|重点工作|“十[四五六]五”|今年|\d{4}年/
const AHEAD = /预期目标|主要目标(?:是|为)|今年工作(?:的)?(?:总体|目标|安排)|(?:今年|明年)(?:，)?我们(?:要|将)|重点(?:做好|抓好)(?:以下|[一二三四五六七八九十]+)|(?:指导思想|总体要求)是|做好今年(?:的)?政府工作/
const BACK = /^(?:[—一二三四五六七八九十是 ]{0,4})(?:过去[一五]年|[一五]年来|刚刚过去|回顾|五年来)|工作回顾|(?:过去|刚刚过去)的(?:一|五|\d{4})年/
const LOCALLY_AHEAD = /预期目标|力争|确保|预期增长|计划(?:新增|完成|实现|建成)|目标(?:是|为)|(?:到|至)20\d\d年|(?:今年|明年)[^，。；]{0,12}(?:要|将)/
const LOCALLY_BACK = /^(?:去年|20\d\d年)[^，。；]{0,20}(?:完成|实现|达到)/

/** The times at the head of the text; `year` is the year reported on, when the caller knows it. */
export function timesAt(text: string, year: number | undefined): Times {
  if (year !== undefined) return { year: year + 1, period: `${year}年`, ahead: false }
  const head = text.slice(0, 1500)
  const given = /(20\d\d)年\d{1,2}月\d{1,2}日/.exec(head)?.[1]
  const worked = /(20\d\d)年(?:的)?(?:政府)?工作(?:总结|回顾)/.exec(head)?.[1]
  const titled = /(20\d\d)年?[^，。\n]{0,12}政府工作报告/.exec(head)?.[1]
  if (worked !== undefined) return { year: Number(worked) + 1, period: `${worked}年`, ahead: false }
  const found = given ?? titled
  return found === undefined
    ? { year: undefined, period: '', ahead: false }
    : { year: Number(found), period: `${Number(found) - 1}年`, ahead: false }
}

/** The times after a sentence has been read: headings and set phrases turn the report back or ahead. */
export function turn(times: Times, sentence: string): Times {
  const lead = sentence.slice(0, 80)
  const { year } = times
  const past = year === undefined ? times.period : `${year - 1}年`
  const plan = year === undefined ? times.period : `${year}年`
  if (HEADING.test(lead) && sentence.length < 40) {
    if (BACK_HEADING.test(lead)) return { ...times, ahead: false, period: /五年|“十.五”/.test(lead) ? fiveYears(lead) : past }
    if (AHEAD_HEADING.test(lead)) return { ...times, ahead: true, period: /“十.五”/.test(lead) ? fiveYears(lead) : plan }
  }
  if (BACK.test(lead)) return { ...times, ahead: false, period: /五年/.test(lead) ? fiveYears(lead) || '过去五年' : past }
  if (AHEAD.test(sentence.slice(0, 200))) return { ...times, ahead: true, period: plan }
  return times
}

const fiveYears = (words: string): string => {
  const plan = /“十.五”/.exec(words)?.[0]
  return plan === undefined ? '过去五年' : `${plan}时期`
}

const STATED =
  /20\d\d[—-]20\d\d年|20\d\d年(?:上半年|下半年|前?[一二三四]季度|\d{1,2}月)?|“十[一二三四五六]五”(?:时期|期间|末)?|上半年|前?[一二三四]季度|去年|今年|(?<![\d—-])\d{1,2}月(?!\d)|过去五年|五年来/g

/** The period that the words before a figure state last, in full: 上半年 of a 2023 report is 2023年上半年. */
export function statedPeriod(words: string, times: Times): string {
  const found = words.match(STATED)?.at(-1)
  if (found === undefined) return times.period
  const base = times.ahead || times.year === undefined ? times.year : times.year - 1
  if (/^20/.test(found)) return found
  if (found === '去年') return times.year === undefined ? found : `${times.year - 1}年`
  if (found === '今年') return times.year === undefined ? found : `${times.year}年`
  if (/^“/.test(found)) return found.replace(/”.*$/, '”时期')
  if (/五年/.test(found)) return '过去五年'
  return base === undefined ? found : `${base}年${found}`
}

/** Whether this sentence, whatever the part it stands in, speaks of what is to be done. */
export function looksAhead(times: Times, sentence: string): boolean {
  if (LOCALLY_AHEAD.test(sentence)) return true
  return times.ahead && !LOCALLY_BACK.test(sentence)
}
