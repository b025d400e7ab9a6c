import { WATER_LEVELS } from '../../settings.ts'

/** What was warned of a node: when first, and how deep it was last said to become, m. */
export interface Warned {
  readonly node: string
  /** Milliseconds. */
  readonly issued: number
  readonly depth: number
}

export interface Score {
  /** Nodes where water stood as deep as the lowest level. */
  readonly wet: number
  /** Of them, how many were warned of before the water was there, how many after, and how many never. */
  readonly before: number
  readonly late: number
  readonly missed: number
  /** Nodes where it stood as deep as the second level, and how many of them were not warned of before. */
  readonly deep: number
  readonly deepMissed: number
  /** Warned of, but the water stayed below the lowest level; of them, how many had not even a third of it. */
  readonly false: number
  readonly dry: number
  /** Minutes between warning and water, the median of those in time; undefined without any. */
  readonly lead: number | undefined
  /** Root mean square of the depths said less the true ones, over nodes that were warned of, m. */
  readonly error: number | undefined
}

/**
 * Forecasts beside what then was.
 * @param truth m over the ground by node, at each of `times`
 */
export function scoreOf(
  warned: readonly Warned[],
  truth: ReadonlyMap<string, readonly number[]>,
  times: readonly number[],
): Score {
  const issued = new Map(warned.map((one) => [one.node, one]))
  const peakOf = (node: string) => Math.max(0, ...(truth.get(node) ?? []))
  const leads = [...truth].flatMap(([node, over]) => {
    const first = over.findIndex((depth) => depth >= WATER_LEVELS.blue)
    if (first < 0) return []
    const one = issued.get(node)
    return [one ? ((times[first] as number) - one.issued) / 60_000 : undefined]
  })
  const timely = leads
    .filter((lead) => lead !== undefined && lead > 0)
    .toSorted((a, b) => (a ?? 0) - (b ?? 0))
  const isWarnedBefore = (node: string) => {
    const first = (truth.get(node) ?? []).findIndex((depth) => depth >= WATER_LEVELS.blue)
    return (issued.get(node)?.issued ?? Number.POSITIVE_INFINITY) < (times[first] as number)
  }
  const deep = [...truth.keys()].filter((node) => peakOf(node) >= WATER_LEVELS.yellow)
  const wrong = warned.filter(({ node }) => peakOf(node) < WATER_LEVELS.blue)
  const squares = warned.map(({ node, depth }) => (depth - peakOf(node)) ** 2)
  return {
    wet: leads.length,
    before: timely.length,
    late: leads.filter((lead) => lead !== undefined && lead <= 0).length,
    missed: leads.filter((lead) => lead === undefined).length,
    deep: deep.length,
    deepMissed: deep.filter((node) => !isWarnedBefore(node)).length,
    false: wrong.length,
    dry: wrong.filter(({ node }) => peakOf(node) < WATER_LEVELS.blue / 3).length,
    lead: timely[Math.floor(timely.length / 2)],
    error:
      squares.length > 0
        ? Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length)
        : undefined,
  }
}
