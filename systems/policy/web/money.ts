import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../app/web/kit/format.ts'
import { W } from './words.ts'

/** Yuan as people say sums: in Chinese in 万元 from ten thousand on. */
export function useMoney(): (yuan: string | null | undefined) => string {
  const say = useSay()
  const language = useLanguage()
  return (yuan) => {
    if (yuan === null || yuan === undefined) return '—'
    const many = language === 'zh' && Math.abs(Number(yuan)) >= 10_000
    // Moving the point four places is exact.
    const value = many ? `${yuan}e-4` : yuan
    return `${formatNumber(value, undefined)} ${say(many ? W.units.wan : W.units.yuan)}`
  }
}

/** 0.4 个百分点: a gap of percentages is in points. */
export function useGap(): (gap: string, unit: string | null) => string {
  const say = useSay()
  return (gap, unit) => {
    const rounded = Number(gap)
    // Never shown as less than it is.
    const shown = Math.ceil(rounded * 100) / 100
    return `${formatNumber(shown)} ${unit === '%' ? say(W.points) : (unit ?? '')}`.trim()
  }
}
