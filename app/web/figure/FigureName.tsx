import type { Figure } from '../../../kernel/figures/figure.ts'
import { useIndicators } from '../client/queries.ts'
import { useLanguage, useSay } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { formatPeriod } from '../kit/format.ts'
import { parseRef } from '../kit/formatRef.ts'
import { ASPECT_NAMES } from './aspects.ts'

/** 地区生产总值增速（2023年） in the language of the screen. */
export function useFigureName(): (figure: Pick<Figure, 'ref'>) => string {
  const language = useLanguage()
  const marks = useMarks()
  const measure = useMeasure()
  return ({ ref }) => `${measure(ref)}${marks.open}${formatPeriod(ref.period, language)}${marks.close}`
}

/** 地区生产总值增速: what is measured, without its period. */
function useMeasure(): (ref: Figure['ref']) => string {
  const say = useSay()
  const { data } = useIndicators()
  return ({ indicator, aspect }) =>
    say(data?.find(({ id }) => id === indicator)?.name ?? indicator) + say(ASPECT_NAMES[aspect])
}

/** What a stated figure measures: the report's own words, in English the name that the catalogue gives it. */
export function useStatedName(): (stated: {
  readonly ref: string | null
  readonly indicatorText: string
}) => string {
  const language = useLanguage()
  const measure = useMeasure()
  return ({ ref, indicatorText }) =>
    language === 'en' && ref !== null ? measure(parseRef(ref)) : indicatorText
}
