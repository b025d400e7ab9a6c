import type { Section } from '../types.ts'

const PLAN =
  /工作安排|工作计划|工作打算|工作思路|工作部署|总体部署|开好局|工作建议|工作任务|重点工作|重点任务|主要任务|主要工作|今年工作|今年的工作|下一?步|下一?阶段|目标任务|政府工作的建议|总体要求|民生实事|关于20\d\d年工作|20\d\d年的?工作$/
const REVIEW = /回顾|成就|完成情况|执行情况|成效|取得的?成绩|存在的?问题/
const REVIEW_ALONE = /总结|发展的基本情况|情况$/
/** The five-year outlook is not what this year's offices are measured by. */
const OUTLOOK = /“?十[一二三四五六七]五”?(?:时期|规划|期间)/
const GLOSSARY = /名词|解释|注释|说明/

/**
 * The sections that say what is to be done: parts titled 工作安排, 重点工作, 主要任务 …, and every part after the first
 * of them (…四、切实加强政府自身建设). Five-year outlooks count only in reports that plan nothing else.
 */
export function planSections(outline: Section): Section[] {
  const parts = outline.children.filter((section) => !GLOSSARY.test(section.title))
  const yearly = parts.filter(
    (part) => isPlan(part.title) && (!OUTLOOK.test(part.title) || /20\d\d年/.test(part.title)),
  )
  const chosen = yearly.length > 0 ? yearly : parts.filter((part) => isPlan(part.title))
  const first = chosen[0]
  if (!first) return []
  return parts.filter(
    (part) =>
      chosen.includes(part) || (part.start > first.start && !isReview(part.title) && !isAnnexList(part)),
  )
}

function isPlan(title: string): boolean {
  if (REVIEW.test(title)) return /安排|计划|打算/.test(title) && !/计划(?:执行|完成)/.test(title)
  return PLAN.test(title) || (/计划|安排|打算/.test(title) && !/执行|总结/.test(title))
}

function isReview(title: string): boolean {
  return REVIEW.test(title) || REVIEW_ALONE.test(title) || OUTLOOK.test(title)
}

/** Annexes after the report (附件2 名词解释) promise nothing unless their title says so. */
function isAnnexList(part: Section): boolean {
  return part.label.startsWith('附件') && !PLAN.test(part.title)
}
