import { useLanguage } from '../../../../app/web/i18n/index.ts'
import { formatMonth } from '../../../../app/web/kit/format.ts'

const OFFERED = 12

/** This month and those before it, newest first, as choices of a field. */
export function useMonths(
  today: string | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const language = useLanguage()
  if (!today) return []
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: OFFERED }, (_, back) => {
    const value = `${Math.floor((now - back) / 12)}-${String(((now - back) % 12) + 1).padStart(2, '0')}`
    return { value, label: formatMonth(value, language) }
  })
}
