import { useNow } from '../client/useNow.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { formatInstant } from './format.ts'

/** What data a demonstration has, and the time by which it goes on from them. */
export function DemonstrationLine() {
  const words = useWords()
  const language = useLanguage()
  const time = formatInstant(new Date(useNow()).toISOString(), language)
  return (
    <span>
      {words('demo')} {words('demoTime', { time })}
    </span>
  )
}
