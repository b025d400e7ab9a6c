import type { Language } from '../../../kernel/text.ts'
import { useLanguage } from './index.ts'

/** Punctuation between words that the screen puts together; Chinese marks carry their own space. */
const MARKS = {
  zh: { colon: '：', semi: '；', comma: '，', list: '、', open: '（', close: '）', to: '—' },
  en: { colon: ': ', semi: '; ', comma: ', ', list: ', ', open: ' (', close: ')', to: ' to ' },
} as const satisfies Record<Language, Record<string, string>>

export const useMarks = () => MARKS[useLanguage()]
