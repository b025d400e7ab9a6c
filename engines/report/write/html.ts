import {
  blockText,
  countDraft,
  type Draft,
  type DraftBlock,
  type DraftSentence,
  MISSING_CODE,
  paragraphsOfDraft,
  type Run,
} from './draft.ts'
import { escapeHtml, page } from './page.ts'

/**
 * The draft as a page that stands alone: computed figures underlined thin, stated ones dotted, forecasts dashed,
 * missing ones boxed, sentences that no longer hold under a wavy red line with the reason beside them.
 */
export function toHtml(draft: Draft): string {
  const notes: string[] = []
  let anchors = 0
  const contents: string[] = []
  const paper = paragraphsOfDraft(draft)
    .map((blocks) =>
      blocks
        .map((block) => {
          if (block.kind !== 'heading') return blockHtml(block, notes)
          const id = `s${++anchors}`
          const title = escapeHtml(blockText(block).replace(/\s+/g, ''))
          if (block.level <= 2)
            contents.push(`<li class="l${block.level}"><a href="#${id}">${title}</a></li>`)
          return `<h${block.level + 1} id="${id}">${title}</h${block.level + 1}>`
        })
        .join('\n'),
    )
    .join('\n')
  return page({
    lang: 'zh',
    title: draft.title,
    contents: contents.length > 0 ? `<ol>${contents.join('')}</ol>` : '',
    above: legend(draft),
    paper,
    below:
      notes.length === 0
        ? ''
        : `<section class="notes"><h2>需要补填或改写的句子</h2><ol>${notes.join('')}</ol></section>`,
    style: STYLE,
  })
}

function blockHtml(block: DraftBlock, notes: string[]): string {
  const tag = block.kind === 'title' ? 'h1' : 'p'
  const words = block.sentences.map((sentence) => sentenceHtml(sentence, notes)).join('')
  // a line torn in the source is no place for a space in Chinese
  return `<${tag}>${words.replace(/\s*\n\s*/g, '')}</${tag}>`
}

function sentenceHtml(sentence: DraftSentence, notes: string[]): string {
  const words = sentence.runs.map(runHtml).join('')
  if (sentence.broken.length === 0) return words
  const reasons = sentence.broken.map((broken) => broken.zh)
  const number = notes.length + 1
  notes.push(
    `<li id="n${number}">${reasons.map(escapeHtml).join('；')}　<a href="#b${number}">回到原句</a></li>`,
  )
  const title = escapeHtml(reasons.join('；'))
  const kind = sentence.broken.every(({ code }) => code === MISSING_CODE) ? 'incomplete' : 'broken'
  return `<span class="${kind}" id="b${number}" title="${title}">${words}</span><a class="mark" href="#n${number}" aria-label="${title}">${number}</a>`
}

function runHtml(run: Run): string {
  const words = escapeHtml(run.text)
  if (run.type === 'words') return words
  const title = [run.indicator, STATUS_WORDS[run.status], ...run.notes.map(({ zh }) => zh)]
    .filter((part) => part !== '')
    .join(' · ')
  return `<span class="f ${run.status}" data-slot="${run.slot}" title="${escapeHtml(title)}">${words}</span>`
}

const STATUS_WORDS = { computed: '算得', stated: '填报', forecast: '预计', missing: '缺数' } as const

function legend(draft: Draft): string {
  const { figures, broken } = countDraft(draft)
  const items = (Object.keys(STATUS_WORDS) as (keyof typeof STATUS_WORDS)[]).map(
    (status) =>
      `<span><span class="f ${status}">${STATUS_WORDS[status]}</span> <strong>${figures[status]}</strong></span>`,
  )
  return `<div class="bar">${items.join('')}<span><span class="broken">说法不再成立</span> <strong>${broken}</strong></span></div>`
}

const STYLE = `
.f{text-underline-offset:5px;text-decoration-thickness:1px;font-variant-numeric:tabular-nums}
.computed{text-decoration:underline solid}
.stated{text-decoration:underline dotted}
.forecast{text-decoration:underline dashed}
.missing{border:1px solid var(--missing);border-radius:2px;padding:0 2px}
.broken{text-decoration:underline wavy var(--broken);text-underline-offset:6px;text-decoration-thickness:1px}
.mark{font:12px/1 sans-serif;vertical-align:super;color:var(--broken);text-decoration:none;padding:0 2px}
.notes li:target,.broken:target,.incomplete:target{background:#FBEDEB}
`
