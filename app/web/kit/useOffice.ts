import { useMeta } from '../client/queries.ts'
import { useLanguage } from '../i18n/index.ts'

/** Names an office by id: short for columns, full for heads; one that the register does not have is no name to show. */
export function useOffice(): (id: string | null | undefined, form?: 'short' | 'full') => string {
  const { data } = useMeta()
  const language = useLanguage()
  return (id, form = 'short') => {
    const office = data?.offices.find((one) => one.id === id)
    if (!office) return '—'
    return language === 'en' ? office.name_en : form === 'short' ? office.short : office.name
  }
}

/** All offices to choose from: their ids with their short names. */
export function useOfficeChoices(): readonly (readonly [id: string, name: string])[] {
  const { data } = useMeta()
  const language = useLanguage()
  return (data?.offices ?? []).map(({ id, short, name_en }) => [id, language === 'en' ? name_en : short])
}
