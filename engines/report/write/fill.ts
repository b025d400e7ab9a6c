import { Decimal } from 'decimal.js'
import { brokenBy, type Filled, isAmong, isAmount, tooFar } from './checks.ts'
import type { Broken, Draft, DraftBlock, DraftSentence, FigureRun, FigureStatus, Note, Run } from './draft.ts'
import { type NumberForm, writeNumber } from './numberForm.ts'
import { shiftYears } from './period.ts'
import type { Slot, Template, TemplateSentence } from './template.ts'
import { amountInEnglish } from './unitWords.ts'

/** What is known of a slot for the new period. */
export interface SlotValue {
  /** In the unit of the slot's figure; a string keeps exact decimals. */
  readonly value: number | string
  readonly valueTo?: number | string
  readonly status: Exclude<FigureStatus, 'missing'>
  readonly notes?: readonly Note[]
}

export interface Period {
  /** The year that the new report reports on. */
  readonly year: number
}

/** What stands where a number should be. */
export const BLANK = '〔待填〕'

/**
 * Writes next year's report: the template's words with the numbers that `values` gives.
 *
 * Words are never turned round to suit a number: a sentence whose claim no longer holds is marked broken, and a
 * person rewrites it. Filled with the report's own values for its own year, the draft is the report, byte for byte.
 */
export function fill(
  template: Template,
  values: (slot: Slot) => SlotValue | undefined,
  period: Period,
): Draft {
  const shift = template.year === 0 ? 0 : period.year - template.year
  const words = (text: string) => shiftYears(text, template.year, shift)
  const blocks = template.blocks.map(
    (block): DraftBlock => ({
      kind: block.kind,
      level: block.level,
      lead: block.lead,
      runsOn: block.runsOn,
      // the head tells when the old report was filed: it is a record, not a text to carry on
      sentences: block.sentences.map((sentence) =>
        fillSentence(
          sentence,
          values,
          block.kind === 'head' || block.kind === 'foot' ? (text) => text : words,
        ),
      ),
    }),
  )
  return { title: words(template.title), year: period.year, blocks, tail: template.tail }
}

/** The report's own values: what `fill` needs to give the report back. */
export function ownValues(slot: Slot): SlotValue {
  const { value, valueTo } = slot.figure
  return valueTo === undefined ? { value, status: 'stated' } : { value, valueTo, status: 'stated' }
}

function fillSentence(
  sentence: TemplateSentence,
  values: (slot: Slot) => SlotValue | undefined,
  words: (text: string) => string,
): DraftSentence {
  const runs: Run[] = []
  const broken: Broken[] = []
  let read = 0
  const reaches = reachOf(sentence)
  for (const [i, part] of sentence.parts.entries()) {
    if (typeof part === 'string') {
      runs.push({ type: 'words', text: words(part) })
      read += part.length
      continue
    }
    const context = {
      before: sentence.text.slice(Math.max(0, read - 120), read),
      after: sentence.text.slice(read + part.figure.text.length, reaches[i]),
    }
    const { run, marks } = fillSlot(part, values, context)
    runs.push(run)
    broken.push(...marks)
    read += part.figure.text.length
  }
  return { runs, broken }
}

/**
 * How far the words after each figure still speak of it: to the next amount that is not a part of it, or the next
 * semicolon (25项,其中国家级1项、省级4项,创历年新高: 创历年新高 speaks of the 25).
 */
function reachOf(sentence: TemplateSentence): number[] {
  const reaches: number[] = []
  let reach = sentence.text.length
  let at = sentence.text.length
  for (let i = sentence.parts.length - 1; i >= 0; i--) {
    const part = sentence.parts[i]!
    at -= typeof part === 'string' ? part.length : part.figure.text.length
    reaches[i] = reach
    if (typeof part === 'string') {
      const stop = part.search(/[;；]/)
      if (stop >= 0) reach = at + stop
      continue
    }
    const before = sentence.parts[i - 1]
    const isPart = part.figure.partOf || isAmong(sentence.text.slice(Math.max(0, at - 40), at))
    const goesOn = typeof before === 'string' && /^[、和]/.test(before)
    if (isAmount(part.figure) && !isPart && !goesOn) reach = at
  }
  return reaches
}

type Context = Pick<Filled, 'before' | 'after'>

function fillSlot(slot: Slot, values: (slot: Slot) => SlotValue | undefined, context: Context) {
  const known = values(slot)
  const run = { type: 'figure', slot: slot.index, indicator: slot.figure.indicator } as const
  if (!known) {
    // 五大, 第二家: arguable figures are words unless somebody has a number for them
    if (slot.figure.optional) {
      return { run: { ...run, text: slot.figure.text, status: 'stated', notes: [] } as FigureRun, marks: [] }
    }
    const text = slot.form.before + BLANK + slot.form.after
    const marks = brokenBy({ slot, value: undefined, printed: undefined, ...context })
    return { run: { ...run, text, status: 'missing', notes: [] } as FigureRun, marks }
  }
  const written = write(slot, known)
  const marks = [slot, ...slot.siblings].flatMap((each) => {
    const own = each === slot ? known : values(each)
    const value = own === undefined ? undefined : Number(own.value)
    return brokenBy({ slot: each, value, printed: written.printed, ...context })
  })
  const notes = [...(known.notes ?? []), ...written.notes]
  return { run: { ...run, text: written.text, status: known.status, notes } as FigureRun, marks }
}

interface Written {
  readonly text: string
  /** The number that the text shows. */
  readonly printed: number
  readonly notes: readonly Note[]
}

/** The figure's words with the new number in them. */
function write(slot: Slot, known: SlotValue): Written {
  const { figure, form } = slot
  const value = new Decimal(known.value)
  const same = value.equals(figure.value) && sameTo(slot, known)
  if (same || form.style === 'none') return { text: figure.text, printed: figure.value, notes: [] }
  const bounded = boundedNumber(slot, value)
  const number = signed(slot, bounded)
  const first =
    form.style === 'first' ? rankWords(form.number, number.toNumber()) : writeNumber(form, number.toString())
  const tail = form.range ? rangeTail(slot, known) : form.after
  const kept = bounded.equals(figure.value) ? figure.text : form.before + first + tail
  return {
    text: kept,
    printed: bounded.toNumber(),
    notes: bounded.equals(value) ? [] : notesOf(slot, value, bounded),
  }
}

function sameTo(slot: Slot, known: SlotValue): boolean {
  if (slot.figure.valueTo === undefined || known.valueTo === undefined) return true
  return new Decimal(known.valueTo).equals(slot.figure.valueTo)
}

/**
 * The number to print beside 超过, 约, 近: a threshold that still holds stays; an approximation is rounded
 * to the step that the original had (9800 → hundreds), 近 upwards because it promises to be just below.
 */
function boundedNumber(slot: Slot, value: Decimal): Decimal {
  const { figure, form } = slot
  switch (figure.bound) {
    case 'exact':
      return value
    case 'about':
    case 'near':
      return approximate(value, figure.bound, form)
    case 'over':
    case 'atLeast':
      return value.gte(figure.value) ? new Decimal(figure.value) : value
    case 'atMost':
    case 'under':
      return value.lte(figure.value) ? new Decimal(figure.value) : value
  }
}

/**
 * Rounds to the step the original had, or to half or a tenth of it where that alone is close enough to be honest
 * (44% is not 近50%, but 近45%).
 */
function approximate(value: Decimal, bound: 'about' | 'near', form: NumberForm): Decimal {
  const finest = form.style === 'fraction' ? 0.001 : 10 ** -form.decimals
  const steps = [1, 2, 10].map((part) => new Decimal(form.step).div(part))
  const rounded = steps
    .filter((step, i) => i === 0 || step.gte(finest))
    .map((fine) => {
      const count = value.div(fine)
      return (bound === 'near' ? count.ceil() : count.round()).times(fine)
    })
  return rounded.find((each) => !tooFar(bound, value, each)) ?? rounded[0]!
}

/** 下降3.2% is −3.2 and prints 3.2; a rise after 下降 prints −3.2 and is marked by the checks. */
function signed(slot: Slot, value: Decimal): Decimal {
  const showsMinus = /^[-－−]/.test(slot.form.number)
  return slot.figure.value < 0 && !showsMinus ? value.negated() : value
}

/** 首位 → 第三位, 第一 → 第三. */
function rankWords(original: string, rank: number): string {
  if (rank === 1) return original
  const han = writeNumber({ style: 'han', before: '', number: '', after: '位', decimals: 0, step: 1 }, rank)
  return original === '第一' ? `第${han}` : `第${han}位`
}

function rangeTail(slot: Slot, known: SlotValue): string {
  const { range } = slot.form
  if (!range) return slot.form.after
  const to = known.valueTo ?? slot.figure.valueTo
  const decimals = range.number.split('.')[1]?.length ?? 0
  const number = to === undefined ? range.number : new Decimal(to).toFixed(decimals, Decimal.ROUND_HALF_UP)
  return range.between + number + range.after
}

function notesOf(slot: Slot, value: Decimal, printed: Decimal): Note[] {
  const { bound, unit } = slot.figure
  const zh = `实际 ${value.toString()}${unit}`
  const en = `Exactly ${amountInEnglish(value.toString(), unit)}`
  const far = value.abs().gte(printed.abs().times(1.2)) && printed.abs().gt(0)
  return far && bound !== 'about'
    ? [{ zh: `${zh},可改写更高的说法`, en: `${en}; a stronger wording would hold` }]
    : [{ zh, en }]
}
