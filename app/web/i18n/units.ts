import { useCallback } from 'react'
import { UNIT_WORDS, unitBehind } from '../../../engines/report/write/unitWords.ts'
import { useLanguage } from './index.ts'

type Say = (unit: string | undefined) => string

/** A unit behind its number, in the language of the screen: 391 亿元, 391 × RMB 100m. */
export function useUnit(): Say {
  const language = useLanguage()
  return useCallback((unit = '') => (language === 'en' ? unitBehind(unit) : unit), [language])
}

/** A unit by itself: in a column's head, at an axis. */
export function useUnitName(): Say {
  const language = useLanguage()
  return useCallback((unit = '') => (language === 'en' ? (UNIT_WORDS[unit] ?? unit) : unit), [language])
}
