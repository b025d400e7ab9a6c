/** What time the sentences speak of, carried along as a reader would. */
export interface Clock {
  readonly year: number | undefined
  /** In a part that says what will be done. */
  readonly plan: boolean
}

const HEADING = /^\s*(?:第?[一二三四五六七八九十]{1,3}(?:、|部分)|[(][一二三四五六七八九十]{1,3}[)])/
const TOP = /^\s*第?[一二三四五六七八九十]{1,3}(?:、|部分)/
const AHEAD = /安排|打算|计划|目标|任务|重点|建议|部署|总体要求|规划|今年工作|下一步|下半年工作|未来/
const BEHIND = /回顾|总结|成就|完成情况|成效|基本情况|进展|执行情况/
const YEAR = /((?:19|20)\d{2})年/

/** The clock after a line, as far as a line moves it. */
export function tick(clock: Clock, line: string): Clock {
  if (!HEADING.test(line))
    return /(?:预期|奋斗|主要)目标(?:是|为|:|如下|设定)|(?:今后|未来)[一二三四五]?[^。]{0,6}(?:发展|主要)?目标[:是为]|(?:设置|确定|提出)了?\d+项(?:主要)?指标/.test(
      line.slice(0, 200),
    )
      ? { ...clock, plan: true }
      : clock
  const title = line.slice(0, 60).split(/[。;]/)[0] ?? ''
  const year = YEAR.exec(title)?.[1]
  const top = TOP.test(line)
  const plan = top
    ? BEHIND.test(title)
      ? false
      : AHEAD.test(title) || (clock.plan && !BEHIND.test(title))
    : clock.plan
  return { year: year ? Number(year) : clock.year, plan }
}

/** A year for the whole report: its title's, else that of its date, less one where it looks back. */
export function yearOfReport(text: string): number | undefined {
  const head = text.slice(0, 1500)
  const titled = /((?:19|20)\d{2})年[^\n。]{0,20}(?:工作总结|总结|工作回顾|情况|公报|通报|计划执行)/.exec(
    head,
  )?.[1]
  if (titled) return Number(titled)
  const given =
    /((?:19|20)\d{2})年\d{1,2}月\d{1,2}日在/.exec(head)?.[1] ??
    /((?:19|20)\d{2})年[^\n。]{0,12}政府工作报告/.exec(head)?.[1]
  return given ? Number(given) - 1 : undefined
}

const HALF = /(上半年|下半年|一季度|二季度|三季度|四季度|前三季度|1[-—至]\d{1,2}月|\d{1,2}月(?:末|份)?)/

/** The period of a figure from what its sentence says before it. */
export function periodOf(before: string, clock: Clock, cumulative: boolean): string {
  const years = [...before.matchAll(/((?:19|20)\d{2})年/g)]
  const said = years.at(-1)?.[1]
  const year = said ?? clock.year
  if (!said && /(?:五年来|过去五年|"十四五"(?:时期|以来)|"十三五"(?:时期|以来)|年均)/.test(before)) {
    const plan = /"(十[一二三四五]五)"/.exec(before)?.[1]
    return plan ? `“${plan}”时期` : '五年来'
  }
  if (year === undefined) return ''
  const part = HALF.exec(before)?.[1]
  return `${cumulative ? '截至' : ''}${year}年${part && !/日/.test(part) ? part : ''}`
}
