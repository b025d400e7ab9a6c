import { gapMs, type Limits } from './quantity.ts'

/** What is doubted of a reading; several add up. `gap` doubts nothing of the reading: before it some are missing. */
export const FLAGS = {
  range: { bit: 1, zh: '超出量程', en: 'out of range' },
  rate: { bit: 2, zh: '突变', en: 'changed too fast' },
  stuck: { bit: 4, zh: '卡死', en: 'stuck' },
  gap: { bit: 8, zh: '之前有缺测', en: 'readings missing before it' },
} as const
export type Flag = keyof typeof FLAGS

/** Whether nothing is doubted of a reading with such flags. */
export const isGood = (flags: number): boolean => (flags & ~FLAGS.gap.bit) === 0

export const namesOf = (flags: number): readonly Flag[] =>
  (Object.keys(FLAGS) as Flag[]).filter((flag) => flags & FLAGS[flag].bit)

/** By what a series' readings are judged. */
export interface Rules extends Limits {
  /** Seconds. */
  readonly every: number
}

/** What the judgement of a reading needs of those before it. */
export interface Before {
  /** Milliseconds. */
  at: number
  value: number
  /** Since when the value has not changed, at least as far back as the rules look. */
  since: number
}

/**
 * The flags of a reading, from it and those before it alone: the same whatever order they came in. Goes on from `before`,
 * which becomes this reading; undefined at the beginning of a series.
 */
export function judge(rules: Rules, before: Before | undefined, at: number, value: number): number {
  const { low, high, rate, stuck, every } = rules
  let flags = 0
  if ((low !== undefined && value < low) || (high !== undefined && value > high)) flags |= FLAGS.range.bit
  if (!before) return flags
  if (rate !== undefined && Math.abs(value - before.value) > (rate * (at - before.at)) / 1000)
    flags |= FLAGS.rate.bit
  if (value !== before.value) before.since = at
  if (stuck !== undefined && at - before.since >= stuck * 1000) flags |= FLAGS.stuck.bit
  if (at - before.at > gapMs(every)) flags |= FLAGS.gap.bit
  before.at = at
  before.value = value
  return flags
}
