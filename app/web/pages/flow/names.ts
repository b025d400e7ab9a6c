import { useApi } from '../../client/queries.ts'
import { useLanguage } from '../../i18n/index.ts'

/** Names a step in the language of the screen: diagrams are drawn in Chinese, and may say the English beside it. */
export function useStepName(): (name: string) => string {
  const language = useLanguage()
  const { data } = useApi('/api/flow/processes/names', language === 'en' ? {} : undefined)
  return (name) => data?.[name] ?? name
}
