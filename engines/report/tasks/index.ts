import { bareLabel } from '../structure/index.ts'
import type { Figure, Section, Sentence, Task } from '../types.ts'
import { clausesOf } from './clauses.ts'
import { deadlineOf } from './deadline.ts'
import { type OfficeWords, suggestOffice } from './offices.ts'
import { planSections } from './plan.ts'
import { projectsOf } from './projects.ts'
import { actionOf } from './verbs.ts'

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
      tasks.push(...tasksOf(text, sentence, here, sorted, offices))
    }
    for (const child of section.children) visit(child, here)
  }
  for (const part of planSections(outline)) visit(part, [])
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
  const tasks: Task[] = []
  let deadline = ''
  for (const clause of clausesOf(text, sentence)) {
    const words = text.slice(clause.start, clause.end)
    const own = deadlineOf(words)
    const action = actionOf(words, within(figures, clause.start, clause.end).length > 0)
    if (!action) {
      // `2025年底前,` alone rules the clauses after it
      if (own !== '' && words.length <= own.length + 4) deadline = own
      else extend(tasks, text, clause.end, figures)
      continue
    }
    if (own !== '') deadline = own
    tasks.push({
      start: clause.start,
      end: clause.end,
      text: words,
      verb: action.verb,
      object: action.object,
      quantities: within(figures, clause.start, clause.end),
      projects: projectsOf(action.object),
      deadline: own === '' ? deadline : own,
      path: path.filter((section) => section.label !== '').map((section) => bareLabel(section.label)),
    })
  }
  if (offices.length === 0) return tasks
  const headings = path.map((section) => section.title).join(' ')
  return tasks.map((task) => {
    const office = suggestOffice({ task: task.text, sentence: sentence.text, headings }, offices)
    return office === undefined ? task : { ...task, office }
  })
}

/** Lets the last task run on over a clause that only says more about it; what it is done to stays. */
function extend(tasks: Task[], text: string, end: number, figures: readonly Figure[]): void {
  const last = tasks.at(-1)
  if (!last) return
  const words = text.slice(last.start, end)
  tasks[tasks.length - 1] = { ...last, end, text: words, quantities: within(figures, last.start, end) }
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
