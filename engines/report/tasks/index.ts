import { bareLabel } from '../structure/index.ts'
import type { Figure, Section, Sentence, Task } from '../types.ts'
import { clausesOf } from './clauses.ts'
import { deadlineOf } from './deadline.ts'
import { dutyOf, itemOf } from './items.ts'
import { type OfficeWords, suggestOffice } from './offices.ts'
import { planSections } from './plan.ts'
import { projectsOf } from './projects.ts'
import { type Action, actionOf } from './verbs.ts'

export type { OfficeWords } from './offices.ts'
export { planSections } from './plan.ts'

/**
 * What the plan parts of a report promise, one task a clause with an action verb. A clause without one
 * carries on the task before it (实施景观、绿行提升行动,打造…: two; …加快建设,总投资50亿元: one).
 * `[]` where the report has no plan. `figures` in order of the text; O(length × offices).
 */
export function readTasks(
  text: string,
  outline: Section,
  figures: readonly Figure[],
  offices: readonly OfficeWords[] = [],
): Task[] {
  const tasks: Task[] = []
  const sorted = [...figures].sort((a, b) => a.start - b.start)
  const visit = (section: Section, path: readonly Section[]) => {
    const here = [...path, section]
    for (const sentence of section.sentences) {
      for (const task of tasksOf(text, sentence, here, sorted, offices)) tasks.push(task)
    }
    for (const child of section.children) visit(child, here)
  }
  for (const part of planSections(outline)) visit(part, [])
  return tasks.sort((a, b) => a.start - b.start)
}

/**
 * What a text promises that is a plan from end to end (工作要点, 民生实事清单): each item that nothing stands below is
 * a task, or, where it is a paragraph of several deeds, each of these. Words before the first heading are preamble,
 * unless there are no headings. Offices named behind 牵头单位 are believed before those that the words suggest.
 */
export function readPlan(
  text: string,
  outline: Section,
  figures: readonly Figure[],
  offices: readonly OfficeWords[] = [],
): Task[] {
  const sorted = [...figures].sort((a, b) => a.start - b.start)
  const deeds = (section: Section, path: readonly Section[]) => {
    const duty = dutyOf(text.slice(section.heading.start, section.end), offices)
    return section.sentences
      .filter(({ text: words }) => !/^[（(]?\s*(?:牵头|责任|主办|配合)(?:单位|部门)/.test(words))
      .flatMap((sentence) => tasksOf(text, sentence, path, sorted, offices))
      .map((task) => (duty === undefined ? task : { ...task, office: duty }))
  }
  const visit = (section: Section, above: readonly Section[]): Task[] => {
    const path = [...above, section]
    if (section.children.length > 0) return section.children.flatMap((child) => visit(child, path))
    const several = deeds(section, path)
    if (several.length > 0) return several
    const item = itemOf(text, section, above, sorted, offices)
    return item ? [item] : []
  }
  const tasks =
    outline.children.length > 0 ? outline.children.flatMap((part) => visit(part, [])) : deeds(outline, [])
  return tasks.sort((a, b) => a.start - b.start)
}

/** Problems and thanks at the end of a part, addresses to the meeting. */
const NOT_PLANNED = /^(?:各位代表|同志们|在取得|总的看|主要是|具体是|谢谢)/

function tasksOf(
  text: string,
  sentence: Sentence,
  path: readonly Section[],
  figures: readonly Figure[],
  offices: readonly OfficeWords[],
): Task[] {
  if (NOT_PLANNED.test(sentence.text)) return []
  const labels = path.filter((section) => section.label !== '').map((section) => bareLabel(section.label))
  const headings = path.map((section) => section.title).join(' ')
  return deedsOf(text, sentence, figures).map(({ start, end, action, deadline }) => {
    const words = text.slice(start, end)
    const nearby = text.slice(Math.max(sentence.start, start - NEARBY), Math.min(sentence.end, end + NEARBY))
    const office = suggestOffice({ task: words, sentence: nearby, headings }, offices)
    return {
      start,
      end,
      text: words,
      verb: action.verb,
      object: action.object,
      quantities: within(figures, start, end),
      projects: projectsOf(action.object),
      deadline,
      path: labels,
      ...(office === undefined ? {} : { office }),
    }
  })
}

/** How far around a task its sentence may speak for the office, in characters. */
const NEARBY = 120

interface Deed {
  readonly start: number
  end: number
  readonly action: Action
  readonly deadline: string
}

/** The clauses with an action, each run on over the clauses that only say more about it. */
function deedsOf(text: string, sentence: Sentence, figures: readonly Figure[]): Deed[] {
  const deeds: Deed[] = []
  let deadline = ''
  for (const { start, end } of clausesOf(text, sentence)) {
    const words = text.slice(start, end)
    const own = deadlineOf(words)
    const action = actionOf(words, within(figures, start, end).length > 0)
    if (own !== '' && (action || words.length <= own.length + 4)) deadline = own
    if (action) deeds.push({ start, end, action, deadline })
    // `2025年底前,` alone rules the clauses after it and belongs to none before
    else if (own === '' || words.length > own.length + 4) {
      const last = deeds.at(-1)
      if (last) last.end = end
    }
  }
  return deeds
}

/** The figures that lie in `[start, end)`; `figures` sorted by start. */
function within(figures: readonly Figure[], start: number, end: number): Figure[] {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (figures[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const found: Figure[] = []
  for (let i = low; i < figures.length && figures[i]!.start < end; i++) {
    if (figures[i]!.end <= end) found.push(figures[i]!)
  }
  return found
}
