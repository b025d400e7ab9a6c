import { useLanguage } from '../../../app/web/i18n/index.ts'
import type { OfficeName } from './types.ts'

/** An office as the plan sends it, in the language of the screen. */
export function useOfficeName(): (office: OfficeName, form?: 'short' | 'full') => string {
  const language = useLanguage()
  return (office, form = 'short') =>
    language === 'en' ? office.en : form === 'short' ? office.short : office.name
}
