/** What a text is told apart by: pairs of neighbouring characters of Chinese, words of anything else. */
export function tokensOf(text: string): readonly string[] {
  const tokens = new Set<string>()
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[a-z]{2,}/gu) ?? []) {
    if (/^[a-z]/.test(run)) tokens.add(run)
    for (let i = 0; /^\p{Script=Han}/u.test(run) && i + 1 < run.length; i++) tokens.add(run.slice(i, i + 2))
  }
  return [...tokens]
}

/** What was learned of past reports: by class how many there were, and in how many of them a token stood. */
export interface Learned {
  readonly reports: number
  readonly classes: ReadonlyMap<
    string,
    { readonly reports: number; readonly tokens: ReadonlyMap<string, number> }
  >
}

export function learn(past: Iterable<{ readonly class: string; readonly description: string }>): Learned {
  const classes = new Map<string, { reports: number; tokens: Map<string, number> }>()
  let reports = 0
  for (const { class: id, description } of past) {
    const known = classes.get(id) ?? { reports: 0, tokens: new Map<string, number>() }
    classes.set(id, known)
    known.reports++
    reports++
    for (const token of tokensOf(description)) known.tokens.set(token, (known.tokens.get(token) ?? 0) + 1)
  }
  return { reports, classes }
}

export interface ClassGuess {
  readonly class: string
  /** 0 to 1; of all classes together 1. */
  readonly share: number
  /** What spoke for it, the loudest first: in how many past reports of the class it stood, of how many. */
  readonly because: readonly { readonly word: string; readonly seen: number; readonly of: number }[]
}

/** A word that is so much likelier in a class than elsewhere speaks for it. */
const SPEAKS = Math.log(2)

/**
 * The likeliest classes of a description by the words that past reports had (naive Bayes, each word present or not
 * counted once). Nothing where no word is known.
 */
export function guessClass(
  { reports, classes }: Learned,
  description: string,
  most = 3,
): readonly ClassGuess[] {
  const everywhere = new Map<string, number>()
  for (const { tokens } of classes.values())
    for (const [token, n] of tokens) everywhere.set(token, (everywhere.get(token) ?? 0) + n)
  const tokens = tokensOf(description).filter((token) => everywhere.has(token))
  if (tokens.length === 0) return []
  const chance = (seen: number, of: number) => Math.log((seen + 0.5) / (of + 1))
  const scored = [...classes].map(([id, known]) => {
    const seen = (token: string) => known.tokens.get(token) ?? 0
    const others = reports - known.reports
    const gains = tokens.map((token) => ({
      token,
      gain:
        chance(seen(token), known.reports) - chance((everywhere.get(token) as number) - seen(token), others),
    }))
    const score =
      Math.log(known.reports / reports) +
      tokens.reduce((sum, token) => sum + chance(seen(token), known.reports), 0)
    const spoke = gains
      .filter(({ gain, token }) => gain > SPEAKS && seen(token) > 0)
      .map(({ token }) => token)
    return { class: id, score, because: joined(spoke).map((word) => ({ word, ...seenWith(word, known) })) }
  })
  const top = Math.max(...scored.map(({ score }) => score))
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - top), 0)
  return scored
    .toSorted((a, b) => b.score - a.score || (a.class < b.class ? -1 : 1))
    .slice(0, most)
    .map(({ class: id, score, because }) => ({
      class: id,
      share: Math.exp(score - top) / all,
      because: because.toSorted((a, b) => b.seen - a.seen).slice(0, 3),
    }))
}

/** Pairs that follow each other are one word: 暴露, 露垃, 垃圾 → 暴露垃圾. */
function joined(tokens: readonly string[]): readonly string[] {
  const words: string[] = []
  for (const token of tokens) {
    const last = words.at(-1)
    if (last !== undefined && /^\p{Script=Han}/u.test(token) && last.at(-1) === token[0])
      words[words.length - 1] = last + token.slice(1)
    else words.push(token)
  }
  return words
}

const seenWith = (
  word: string,
  { reports, tokens }: { readonly reports: number; readonly tokens: ReadonlyMap<string, number> },
) => ({ seen: Math.min(...tokensOf(word).map((token) => tokens.get(token) ?? 0)), of: reports })
