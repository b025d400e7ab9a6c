/**
 * What a report is made of, once read.
 *
 * Every span is `[start, end)` in UTF-16 code units of the text as read, so that `text.slice(start, end)`
 * is the words themselves; `codePoints.ts` converts for readers that count code points.
 */

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * What sort of statement a number makes.
 * `level` an amount · `growth` a rate or an increment over time · `share` a ratio or proportion ·
 * `rank` a place among peers (首位 is 1) · `comparison` against another area or an earlier period ·
 * `target` planned · `cumulative` 累计, 第N次 · `count` a number of things.
 */
export const FIGURE_KINDS = [
  'level',
  'growth',
  'share',
  'rank',
  'comparison',
  'target',
  'cumulative',
  'count',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** How the words qualify the number: 近 约 左右 are approximations, 超过 突破 以上 lower bounds, 以内 an upper one. */
export type Bound = 'exact' | 'about' | 'near' | 'over' | 'atLeast' | 'atMost' | 'under'

export interface Figure extends Span {
  /** The words, `text.slice(start, end)`. */
  readonly text: string
  /** The noun phrase that the number measures, modifiers of the same sentence pulled in. */
  readonly indicator: string
  /** The number as written in `unit`, not rescaled; falls are negative; 1/3 is 0.3333. */
  readonly value: number
  /** The upper end where a range is stated (5%—5.5%). */
  readonly valueTo?: number
  /** The unit as written (亿元, %, 个百分点, 万元/亩); '' for 第一, 首位, 1/3. */
  readonly unit: string
  readonly kind: FigureKind
  /** 2023年, 2023年上半年, 截至2023年, 2023年4月, “十四五”时期 …; '' when nothing in the text says. */
  readonly period: string
  /** The qualifying word found in the span: 近, 约, 突破, 超过, 以上, 左右, 余 … */
  readonly modifier?: string
  readonly bound: Bound
  /** `growth` when the number speaks of the indicator's growth (增速位列全市第四位), else `level`. */
  readonly of: 'level' | 'growth'
  /** The area or group of comparison: 全市 in 位列全市第四位 and 高于全市2.7个百分点. */
  readonly among?: string
  /** True for 环比: against the period just before, not a year before. */
  readonly sequential?: true
  /** True for 其中 …: a part of the figure before. */
  readonly partOf?: true
  /** True where it is arguable that this is a figure at all (五大, 第二家). */
  readonly optional?: true
  /** The catalogue entry and aspect the figure was bound to, if any. */
  readonly binding?: Binding
}

/** One indicator of a catalogue, as far as a reader needs to know it. */
export interface CatalogueEntry {
  readonly id: string
  /** The official name first, then synonyms as they occur in reports. */
  readonly names: readonly string[]
  readonly unit: string
}

/** Which series of an indicator a figure states; `growth` is 同比, `change` 环比. */
export const ASPECTS = [
  'level',
  'growth',
  'change',
  'rank',
  'growth.rank',
  'gap',
  'growth.gap',
  'streak',
  'growth.streak',
  'rank.streak',
  'growth.rank.streak',
] as const
export type Aspect = (typeof ASPECTS)[number]

export interface Binding {
  readonly indicator: string
  readonly aspect: Aspect
}

export interface Sentence extends Span {
  readonly text: string
}

/** A heading with what stands under it; level 1 `一、`, 2 `(一)`, 3 `1.`, 4 `(1)`; 0 is the whole report. */
export interface Section extends Span {
  readonly level: 0 | 1 | 2 | 3 | 4
  /** The numbering as written, `(一)`; '' at level 0. */
  readonly label: string
  readonly title: string
  /** The stretch of the heading itself. */
  readonly heading: Span
  readonly sentences: readonly Sentence[]
  readonly children: readonly Section[]
}

/** One thing that a plan promises. */
export interface Task extends Span {
  readonly text: string
  /** The leading verb: 推进, 建设, 制定 … */
  readonly verb: string
  readonly object: string
  /** Figures inside the clause: 21个, 50亿元. */
  readonly quantities: readonly Figure[]
  /** Projects called by name (升谱光电, 梅墟历史地段). */
  readonly projects: readonly string[]
  /** A date or period by which, as written; '' when the plan year is all that is said. */
  readonly deadline: string
  /** The path of headings above, labels only: ['二', '(一)']. */
  readonly path: readonly string[]
  /** The office that the words suggest, by id of the office list given; undefined when none is clear. */
  readonly office?: string
}

export interface Report {
  readonly title: string
  /** 索引号, 发布机构, 成文日期 …, as written at the head. */
  readonly head: Readonly<Record<string, string>>
  readonly text: string
  readonly outline: Section
  readonly figures: readonly Figure[]
  readonly tasks: readonly Task[]
}
