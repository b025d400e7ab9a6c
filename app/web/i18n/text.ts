import type { Text } from '../../../kernel/text.ts'

/** Words of a page in both languages, Chinese first; the browser's own copy, since pages take types only from below. */
export const text = (zh: string, en: string): Text => ({ zh, en })
