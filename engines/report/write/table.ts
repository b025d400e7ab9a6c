import { countBelow } from '../codePoints.ts'
import type { Lang } from '../errors.ts'
import { bareLabel } from '../structure/index.ts'
import type { Figure, Report, Section } from '../types.ts'
import { valueWords } from './annotate.ts'
import { fitWidth, tableLines } from './columns.ts'
import { KIND_WORDS } from './kindWords.ts'

const WORDS = {
  zh: {
    untitled: '(无标题)',
    figures: '数字',
    tasks: '任务',
    unbound: '未对应到指标',
    none: '没有读出数字。',
    noTasks: '没有工作安排部分。',
    columns: ['位置', '原文', '指标', '数值', '单位', '类别', '时期', '对应'],
    taskColumns: ['位置', '动词', '对象', '数量', '期限', '单位'],
    figureCount: (count: number) => `${count} 个数字`,
    taskCount: (count: number) => `${count} 项任务`,
  },
  en: {
    untitled: '(no title)',
    figures: 'Figures',
    tasks: 'Tasks',
    unbound: 'Bound to no indicator',
    none: 'No figures were found.',
    noTasks: 'There is no plan in this report.',
    columns: ['place', 'as written', 'indicator', 'value', 'unit', 'kind', 'period', 'bound to'],
    taskColumns: ['place', 'verb', 'object', 'quantities', 'by', 'office'],
    figureCount: (count: number) => `${count} figure${count === 1 ? '' : 's'}`,
    taskCount: (count: number) => `${count} task${count === 1 ? '' : 's'}`,
  },
} as const

/** What was read from one file, for a person at a terminal. */
export function toTable(
  file: string,
  report: Report & { readonly unbound: readonly Figure[] },
  lang: Lang,
): string {
  const words = WORDS[lang]
  const place = placeFinder(report.outline)
  const bound = report.figures.some((figure) => figure.binding)
  const lines = [
    `${file}  ${report.title || words.untitled}`,
    ...Object.entries(report.head).map(([name, value]) => `  ${name}: ${value}`),
    `  ${words.figureCount(report.figures.length)} · ${words.taskCount(report.tasks.length)}`,
    '',
    ...outlineLines(report, lang),
    '',
    `${words.figures} (${report.figures.length})`,
    ...(report.figures.length === 0 ? [words.none] : figureLines(report.figures, place, lang, bound)),
    '',
    `${words.tasks} (${report.tasks.length})`,
    ...(report.tasks.length === 0 ? [words.noTasks] : taskLines(report, place, lang)),
  ]
  if (bound && report.unbound.length > 0) {
    lines.push(
      '',
      `${words.unbound} (${report.unbound.length})`,
      ...figureLines(report.unbound, place, lang, false),
    )
  }
  return `${lines.join('\n')}\n\n`
}

/** Headings with the figures and tasks below each. */
function outlineLines(report: Report, lang: Lang): string[] {
  const figures = report.figures.map(({ start }) => start).sort((a, b) => a - b)
  const tasks = report.tasks.map(({ start }) => start).sort((a, b) => a - b)
  const within = (starts: readonly number[], { start, end }: Section) =>
    countBelow(starts, end) - countBelow(starts, start)
  const lines: string[] = []
  const visit = (section: Section, depth: number) => {
    const counts = countWords(within(figures, section), within(tasks, section), lang)
    const heading = fitWidth(section.label + section.title, 60)
    if (section.title !== '') lines.push(`${'  '.repeat(depth)}${heading}${counts}`)
    for (const child of section.children) visit(child, depth + 1)
  }
  for (const child of report.outline.children) visit(child, 1)
  return lines
}

/** ` · 16 个数字`, saying nothing of what is not there. */
function countWords(figures: number, tasks: number, lang: Lang): string {
  const words = WORDS[lang]
  const parts = [figures > 0 ? words.figureCount(figures) : '', tasks > 0 ? words.taskCount(tasks) : '']
  return parts
    .filter((part) => part !== '')
    .map((part) => ` · ${part}`)
    .join('')
}

function figureLines(
  figures: readonly Figure[],
  place: (at: number) => string,
  lang: Lang,
  bound: boolean,
): string[] {
  const titles = WORDS[lang].columns
  const columns = [
    { title: titles[0], most: 14 },
    { title: titles[1], most: 20 },
    { title: titles[2], most: 36 },
    { title: titles[3], most: 14, right: true },
    { title: titles[4], most: 12 },
    { title: titles[5], most: 10 },
    { title: titles[6], most: 16 },
    ...(bound ? [{ title: titles[7], most: 32 }] : []),
  ]
  const rows = figures.map((figure) => [
    place(figure.start),
    figure.text,
    figure.indicator,
    valueWords({ ...figure, unit: '' }),
    figure.unit,
    KIND_WORDS[figure.kind][lang],
    figure.period,
    ...(bound ? [figure.binding ? `${figure.binding.indicator}.${figure.binding.aspect}` : '–'] : []),
  ])
  return tableLines(columns, rows)
}

function taskLines(report: Report, place: (at: number) => string, lang: Lang): string[] {
  const titles = WORDS[lang].taskColumns
  const columns = [10, 10, 56, 20, 16, 16].map((most, i) => ({ title: titles[i]!, most }))
  const rows = report.tasks.map((task) => [
    place(task.start),
    task.verb,
    task.object,
    task.quantities.map((figure) => figure.text).join(' '),
    task.deadline,
    task.office ?? '',
  ])
  return tableLines(columns, rows)
}

/** Finds what a place is called by its headings: 一(一)1. */
function placeFinder(outline: Section): (at: number) => string {
  const places: { start: number; label: string }[] = []
  const visit = (section: Section, above: string) => {
    const label = above + bareLabel(section.label)
    if (section.level > 0) places.push({ start: section.start, label })
    for (const child of section.children) visit(child, label)
  }
  visit(outline, '')
  places.sort((a, b) => a.start - b.start)
  const starts = places.map(({ start }) => start)
  return (at) => places[countBelow(starts, at + 1) - 1]?.label ?? ''
}
