import { switchLanguage, useLanguage, useWords } from '../i18n/index.ts'

/** Names the other language in that language. */
export function LanguageButton({ className = '' }: { className?: string }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <button
      type="button"
      className={`button quiet ${className}`.trim()}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      aria-label={words('languageLabel')}
      onClick={switchLanguage}
    >
      {words('language')}
    </button>
  )
}
