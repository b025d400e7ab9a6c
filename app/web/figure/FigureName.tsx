import type { Figure } from '../../../kernel/figures/figure.ts'
import { useIndicators } from '../client/queries.ts'
import { useLanguage, useSay } from '../i18n/index.ts'
import { formatPeriod } from '../kit/format.ts'
import { ASPECT_NAMES } from './aspects.ts'

/** 地区生产总值增速（2023年） in the language of the screen. */
export function useFigureName(): (figure: Pick<Figure, 'ref'>) => string {
  const say = useSay()
  const language = useLanguage()
  const { data } = useIndicators()
  return ({ ref }) => {
    const name = data?.find(({ id }) => id === ref.indicator)?.name
    const period = formatPeriod(ref.period, language)
    return `${say(name ?? ref.indicator)}${say(ASPECT_NAMES[ref.aspect])}${language === 'zh' ? `（${period}）` : ` (${period})`}`
  }
}
