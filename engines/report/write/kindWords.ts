import type { Lang } from '../errors.ts'
import type { FigureKind } from '../types.ts'

/** The kinds of figure in the reader's language, and a colour each (Okabe–Ito, readable to the colour-blind). */
export const KIND_WORDS: Readonly<
  Record<FigureKind, Readonly<Record<Lang, string>> & { readonly colour: string }>
> = {
  level: { zh: '总量', en: 'level', colour: '#0072B2' },
  growth: { zh: '增速', en: 'growth', colour: '#009E73' },
  share: { zh: '占比', en: 'share', colour: '#CC79A7' },
  rank: { zh: '位次', en: 'rank', colour: '#D55E00' },
  comparison: { zh: '对比', en: 'comparison', colour: '#56B4E9' },
  target: { zh: '目标', en: 'target', colour: '#E69F00' },
  cumulative: { zh: '累计', en: 'cumulative', colour: '#5B6675' },
  count: { zh: '数量', en: 'count', colour: '#1B2430' },
}
