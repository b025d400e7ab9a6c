import type { Lang } from '../errors.ts'
import { sectionsOf } from '../structure/index.ts'
import { FIGURE_KINDS, type Figure, type Report } from '../types.ts'
import { KIND_WORDS } from './kindWords.ts'
import { escapeHtml, page } from './page.ts'
import { makeTemplate, type Part, type Slot, type TemplateBlock } from './template.ts'

export interface AnnotateOptions {
  readonly lang?: Lang
}

/**
 * The report with every figure marked in its place, as a page that stands alone: colour and hover words say what each
 * number is; a list at the foot says it again for those who cannot hover. No script.
 */
export function annotate(report: Report, options: AnnotateOptions = {}): string {
  const lang = options.lang ?? 'zh'
  const words = WORDS[lang]
  const template = makeTemplate(report)
  const titles = [...sectionsOf(report.outline)].filter((section) => section.level > 0)
  const ids = new Map(titles.map((section, i) => [section.heading.start, `s${i + 1}`]))
  let at = 0
  const paper = template.blocks
    .map((block) => {
      at += block.lead.length
      const html = blockHtml(block, ids.get(at), lang)
      at += block.sentences.reduce((sum, sentence) => sum + sentence.text.length, 0)
      return html
    })
    .join('\n')
  const contents = titles
    .filter((section) => section.level <= 3 && section.title !== '')
    .map(
      (section) =>
        `<li class="l${section.level}"><a href="#${ids.get(section.heading.start)}">${escapeHtml(section.label + section.title)}</a></li>`,
    )
  return page({
    lang,
    title: report.title || words.untitled,
    contents: contents.length > 0 ? `<ol>${contents.join('')}</ol>` : '',
    above: legend(report, lang),
    paper,
    below: figureList(template.slots, lang),
    style: STYLE,
  })
}

const WORDS = {
  zh: {
    untitled: '报告',
    figures: '个数字',
    tasks: '项任务',
    none: '这份报告里没有读出数字。',
    list: '数字清单',
    columns: ['原文', '指标', '数值', '类别', '时期', '对应指标'],
  },
  en: {
    untitled: 'Report',
    figures: 'figures',
    tasks: 'tasks',
    none: 'No figures were found in this report.',
    list: 'Figures',
    columns: ['As written', 'Indicator', 'Value', 'Kind', 'Period', 'Bound to'],
  },
} as const

function blockHtml(block: TemplateBlock, id: string | undefined, lang: Lang): string {
  const inner = block.sentences
    .map((sentence) => sentence.parts.map((part) => partHtml(part, lang)).join(''))
    .join('')
  const anchor = id === undefined ? '' : ` id="${id}"`
  switch (block.kind) {
    case 'title':
      return `<h1>${inner}</h1>`
    case 'heading':
      return `<h${block.level + 1}${anchor}>${inner}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${inner}</p>`
    case 'head':
    case 'foot':
      return `<p class="furniture">${inner.replaceAll('\n', '<br>')}</p>`
  }
}

function partHtml(part: Part, lang: Lang): string {
  if (typeof part === 'string') return escapeHtml(part)
  const about = [part, ...part.siblings].map((slot) => describe(slot.figure, lang)).join('\n')
  return `<mark class="k-${part.figure.kind}" id="f${part.index}" title="${escapeHtml(about)}">${escapeHtml(part.figure.text)}</mark>`
}

/** 地区生产总值 391 亿元 · 总量 · 2023年 */
function describe(figure: Figure, lang: Lang): string {
  const bound = figure.binding ? `→ ${figure.binding.indicator}.${figure.binding.aspect}` : ''
  return [`${figure.indicator} ${valueWords(figure)}`, KIND_WORDS[figure.kind][lang], figure.period, bound]
    .filter((part) => part !== '')
    .join(' · ')
}

export function valueWords(figure: Figure): string {
  const range = figure.valueTo === undefined ? '' : `–${figure.valueTo}`
  return `${figure.value}${range}${figure.unit === '' ? '' : ` ${figure.unit}`}`
}

function legend(report: Report, lang: Lang): string {
  const counts = new Map<string, number>()
  for (const figure of report.figures) counts.set(figure.kind, (counts.get(figure.kind) ?? 0) + 1)
  if (report.figures.length === 0) return `<div class="bar">${WORDS[lang].none}</div>`
  const kinds = FIGURE_KINDS.filter((kind) => counts.has(kind)).map(
    (kind) =>
      `<span><mark class="k-${kind}">${KIND_WORDS[kind][lang]}</mark> <strong>${counts.get(kind)}</strong></span>`,
  )
  const totals = `<span><strong>${report.figures.length}</strong> ${WORDS[lang].figures} · <strong>${report.tasks.length}</strong> ${WORDS[lang].tasks}</span>`
  return `<div class="bar">${totals}${kinds.join('')}</div>`
}

function figureList(slots: readonly Slot[], lang: Lang): string {
  if (slots.length === 0) return ''
  const columns = WORDS[lang].columns
  const rows = slots
    .flatMap((slot) => [slot, ...slot.siblings].map(({ figure }) => ({ figure, anchor: slot.index })))
    .map(({ figure, anchor }) => {
      const cells = [
        `<a href="#f${anchor}">${escapeHtml(figure.text)}</a>`,
        escapeHtml(figure.indicator),
        escapeHtml(valueWords(figure)),
        KIND_WORDS[figure.kind][lang],
        escapeHtml(figure.period),
        figure.binding ? escapeHtml(`${figure.binding.indicator}.${figure.binding.aspect}`) : '',
      ]
      return `<tr>${cells.map((cell, i) => `<td data-name="${columns[i]}">${cell}</td>`).join('')}</tr>`
    })
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('')
  return `<section class="notes"><h2>${WORDS[lang].list}</h2><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}

/** Colour and a line whose style differs too, so that the kinds are told apart without colour. */
const LINES = ['solid', 'dashed', 'dotted', 'double'] as const
const STYLE = `
mark{background:none;color:inherit;border-bottom:2px solid;padding:0 1px;font-variant-numeric:tabular-nums}
mark:hover,mark:target{background:#FFF3D6}
${FIGURE_KINDS.map((kind, i) => `.k-${kind}{border-bottom:${i % 4 === 3 ? 3 : 2}px ${LINES[i % 4]} ${KIND_WORDS[kind].colour}}`).join('\n')}
.paper .furniture{font:12px/20px sans-serif;color:var(--second);text-indent:0;margin:0 0 24px;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;background:var(--surface)}
th,td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;color:var(--second)}
td:nth-child(3){text-align:right;font-variant-numeric:tabular-nums}
td a{color:var(--accent)}
@media (max-width:860px){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:8px;border-bottom:1px solid var(--line)}td{display:flex;gap:8px;border:0;padding:2px 0;text-align:left!important}td:empty{display:none}td::before{content:attr(data-name);color:var(--second);flex:0 0 72px}}
`
