import { text } from '../../../../app/web/i18n/text.ts'
import type { Twin } from '../types.ts'

type Score = Pick<Twin['scores'][number], 'lead' | 'error' | 'still'>

/** By how many percent the twin's error is smaller than that of “unchanged”; 0 and less: it is worth no more. */
export const gainOf = ({ error, still }: Score): number =>
  still > 0 ? Math.round(100 * (1 - error / still)) : 0

/**
 * So many minutes ahead levels have proved worth more than saying that nothing changes: up to the first lead that did not.
 * @param scores by lead, the nearest first
 * @returns undefined where nothing can be compared yet
 */
export function provenTo(scores: readonly Score[]): number | undefined {
  if (scores.length === 0) return undefined
  const failed = scores.findIndex((score) => gainOf(score) <= 0)
  return scores[(failed === -1 ? scores.length : failed) - 1]?.lead ?? 0
}

/** Whether a moment that a run foresees lies beyond what has proved its worth. */
export const isBeyond = (moment: string | null, runAt: string, proven: number | undefined): boolean =>
  moment !== null && proven !== undefined && Date.parse(moment) > Date.parse(runAt) + proven * 60_000

/** What scores come to, in words. */
export const worthOf = (scores: readonly Score[]) => {
  const proven = provenTo(scores)
  const last = scores.at(-1)?.lead
  if (proven === 0)
    return text(
      '评分期内，水位预报还没有比“不变”准：深度和时刻仅供参考。',
      'Levels foreseen have not been better than “unchanged” so far: take depths and times as a hint.',
    )
  return proven === last
    ? text(
        `提前 ${proven} 分钟以内的水位预报都比“不变”准；再远没有评分，仅供参考。`,
        `Levels up to ${proven} minutes ahead were better than “unchanged”; further ahead there is no score: take them as a hint.`,
      )
    : text(
        `提前 ${proven} 分钟以内的水位预报比“不变”准；再远并不更准，深度和时刻仅供参考。`,
        `Levels up to ${proven} minutes ahead were better than “unchanged”; further ahead they were not: take depths and times as a hint.`,
      )
}
