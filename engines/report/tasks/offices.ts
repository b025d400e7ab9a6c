/** An office as far as the reader of a plan needs to know it. */
export interface OfficeWords {
  readonly id: string
  readonly names: readonly string[]
  /** Words of its duties (三定), as they occur in plans: 招商, 征收, 河长制. */
  readonly duties: readonly string[]
}

/** How much a word counts by where it stands: in the task, elsewhere in its sentence, in the headings above. */
const WEIGHTS = { task: 1, sentence: 0.35, headings: 0.25 } as const
/** A score counts characters of matched words: one two-character duty in the task itself is enough … */
const LEAST = 2
/** … but the best office must be clear of the next one by this factor, or none is suggested. */
const MARGIN = 1.25
/** An office called by its name is meant. */
const NAMED = 3

/** The id of the office that the words point to; undefined when none does, or two do alike. */
export function suggestOffice(
  words: Readonly<Record<keyof typeof WEIGHTS, string>>,
  offices: readonly OfficeWords[],
): string | undefined {
  let best: { id: string; score: number } | undefined
  let next = 0
  for (const office of offices) {
    const score = scoreOf(words, office)
    if (!best || score > best.score) {
      next = best?.score ?? 0
      best = { id: office.id, score }
    } else if (score > next) next = score
  }
  return best && best.score >= LEAST && best.score >= next * MARGIN && best.score > next ? best.id : undefined
}

function scoreOf(words: Readonly<Record<keyof typeof WEIGHTS, string>>, office: OfficeWords): number {
  let score = 0
  for (const [place, weight] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][]) {
    const text = words[place]
    for (const name of office.names) if (text.includes(name)) score += NAMED * name.length * weight
    for (const duty of office.duties) if (text.includes(duty)) score += duty.length * weight
  }
  return score
}
