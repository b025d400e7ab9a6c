import type { Bound, Task } from '../../engines/report/types.ts'
import type { Comparator, MeasureKind } from './words.ts'

/** A granule as cut from a report; the ledger adds id, status and what happens to it. */
export interface GranuleDraft {
  /** Year-part-section-number: `2024-2-1-03` is the third task of 二(一) of the plan for 2024. */
  readonly code: string
  readonly year: string
  readonly text: string
  /** The headings above, labels only: `二(一)`; '' where the task stands under no heading. */
  readonly section: string
  readonly span_start: number
  readonly span_end: number
  readonly verb: string
  readonly object: string
  readonly measure: MeasureKind
  readonly comparator: Comparator | null
  /** Exact decimal as text. */
  readonly target: string | null
  readonly target_unit: string | null
  readonly indicator: string | null
  readonly lead_office: string
  readonly starts_on: string
  readonly due_on: string
}

export interface GranuleOptions {
  /** Who leads where the words name no office: by section label (`二(一)`), else `fallback`. */
  readonly sectionOffices?: Readonly<Record<string, string>>
  /** The office that sorts out what nobody claims. */
  readonly fallback?: string
}

/** Verbs whose end can be seen and dated; the others describe a direction. */
const MILESTONE_VERBS =
  /^(?:完成|建成|建立|建设|新建|改建|扩建|设立|成立|组建|启动|开工|新开工|竣工|投用|上线|编制|修编|制定|出台|绘制|实施|推行|举办|开展|引进|签约|交付|通过|获批|探索上线)/
/** A clause that only sets the tone of a section. */
const LOOSE_VERBS =
  /^(?:深化|加强|强化|持续|巩固|坚持|全面|推动|压实|优化|提升|支持|争取|努力|锚定|牢记|构建|奋力|着力)/

const COMPARATOR_OF: Readonly<Record<Bound, Comparator>> = {
  exact: 'atLeast',
  about: 'about',
  near: 'about',
  over: 'over',
  atLeast: 'atLeast',
  atMost: 'atMost',
  under: 'under',
}

/**
 * Cuts the tasks of a plan into granules: one a task, due at the end of the plan year unless the words say when.
 * A number in the words makes it measured; a verb whose end can be seen, a named project or a date make it a
 * milestone; what is left is loose. A plain number is a floor: 21个续建项目 is met by 22.
 */
export function granulesFrom(
  tasks: readonly Task[],
  year: number,
  options: GranuleOptions = {},
): readonly GranuleDraft[] {
  const counters = new Map<string, number>()
  return tasks.map((task) => {
    const prefix = [
      year,
      ordinal(task.path[0]) || 2,
      ordinal(task.path[1]),
      ...task.path.slice(2).map(ordinal),
    ].join('-')
    const number = (counters.get(prefix) ?? 0) + 1
    counters.set(prefix, number)
    const section = sectionLabel(task.path)
    const quantity = task.quantities.find(({ optional }) => !optional)
    return {
      code: `${prefix}-${String(number).padStart(2, '0')}`,
      year: String(year),
      text: task.text,
      section,
      span_start: task.start,
      span_end: task.end,
      verb: task.verb,
      object: task.object,
      measure: measureOf(task),
      comparator: quantity ? COMPARATOR_OF[quantity.bound] : null,
      target: quantity ? String(quantity.value) : null,
      target_unit: quantity?.unit ?? null,
      indicator: quantity?.binding?.indicator ?? null,
      lead_office: task.office ?? options.sectionOffices?.[section] ?? options.fallback ?? 'office',
      starts_on: `${year}-01-01`,
      due_on: dueOn(task.deadline, year),
    }
  })
}

export function measureOf(
  task: Pick<Task, 'quantities' | 'verb' | 'projects' | 'deadline' | 'text'>,
): MeasureKind {
  if (task.quantities.some(({ optional }) => !optional)) return 'measured'
  if (task.projects.length > 0 || task.deadline !== '') return 'milestone'
  if (LOOSE_VERBS.test(task.text) && !MILESTONE_VERBS.test(task.verb)) return 'loose'
  return MILESTONE_VERBS.test(task.verb) ? 'milestone' : 'loose'
}

const sectionLabel = (path: readonly string[]): string =>
  path.map((label, level) => (level === 1 && !/[()（）]/.test(label) ? `(${label})` : label)).join('')

/** 年底前 and nothing: the last day of the plan year; 上半年, 6月底前, 三季度末, 2025年底 as they say. */
export function dueOn(deadline: string, year: number): string {
  const stated = /(20\d{2})年/.exec(deadline)?.[1]
  const in_ = stated ? Number(stated) : deadline.includes('明年') ? year + 1 : year
  const day = /(\d{1,2})月(\d{1,2})日/.exec(deadline)
  if (day) return `${in_}-${two(Number(day[1]))}-${two(Number(day[2]))}`
  const month = /(\d{1,2})月/.exec(deadline)?.[1]
  if (month) return lastDay(in_, Number(month))
  const quarter = /([一二三四])季度/.exec(deadline)?.[1]
  if (quarter) return lastDay(in_, ('一二三四'.indexOf(quarter) + 1) * 3)
  if (deadline.includes('上半年')) return lastDay(in_, 6)
  const years = /([一二两三四五\d])年(?:之?内)/.exec(deadline)?.[1]
  if (years) return lastDay(year + (NUMERALS[years] ?? Number(years)) - 1, 12)
  return lastDay(in_, 12)
}

const two = (number: number) => String(number).padStart(2, '0')
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

const NUMERALS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九十'].map((numeral, value) => [numeral, value]).concat([['两', 2]]),
)

/** 一 → 1, (十二) → 12, 3. → 3; 0 where there is none. */
export function ordinal(label: string | undefined): number {
  const bare = (label ?? '').replace(/[^零一二三四五六七八九十\d]/g, '')
  if (bare === '') return 0
  if (/^\d+$/.test(bare)) return Number(bare)
  const [tens, ones] = bare.includes('十') ? bare.split('十') : ['', bare]
  const ten = bare.includes('十') ? (tens === '' ? 1 : (NUMERALS[tens ?? ''] ?? 0)) : 0
  return ten * 10 + (NUMERALS[ones ?? ''] ?? 0)
}
