import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language, Text } from '../../../kernel/text.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

const KEPT = 'gaoxin.language'
const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh')

const dress = (language: string) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

void i18next.use(initReactI18next).init({
  lng: kept(),
  fallbackLng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
dress(kept())
i18next.on('languageChanged', (language) => {
  localStorage.setItem(KEPT, language)
  dress(language)
})

export const useWords = () => useTranslation().t
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh')
export const switchLanguage = () => void i18next.changeLanguage(i18next.language === 'zh' ? 'en' : 'zh')

/** Says a `Text` in the language of the screen; plain strings are said as they are. */
export function useSay(): (words: Text | string | undefined | null) => string {
  const language = useLanguage()
  return useCallback(
    (words) => (!words ? '' : typeof words === 'string' ? words : words[language]),
    [language],
  )
}
