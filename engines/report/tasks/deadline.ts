/**
 * A date or period by which, as written: 年底前, 2025年6月底前, 上半年, 到2027年, 三年内.
 * A year alone (2024年是…) sets no deadline; 到 before it or 前/底/内 after it does.
 */
const YEAR = '(?:20\\d{2}年|今年|明年)?'
const BEFORE = '(?:以前|之前|前|内)?'
const PATTERNS: readonly RegExp[] = [
  /(?<![\d])(?:[一二两三四五六七八九十]|\d{1,3})(?:年|个月|天|日)(?:之?内)/,
  new RegExp(`${YEAR}\\d{1,2}月(?:\\d{1,2}日|底|末|中旬)?(?:以前|之前|前|底前)`),
  new RegExp(`${YEAR}(?:年?底|年?末|年内)${BEFORE}(?![年])`),
  new RegExp(`${YEAR}(?:第?[一二三四]季度|上半年|下半年|三季度末)(?:末|底)?${BEFORE}`),
  /(?:到|至)(?:20\d{2}年(?:底|末)?|“十[三四五六七]五”末)/,
  /20\d{2}年(?:底|末)?(?:以前|之前|前|内)/,
  /(?:春节|汛期|国庆|五一|亚运会|两会)(?:来临)?前/,
]
const GUARD = /[前底末内度季年月日天]/

/** The deadline that `words` state, '' when none. */
export function deadlineOf(words: string): string {
  if (!GUARD.test(words)) return ''
  for (const pattern of PATTERNS) {
    const match = pattern.exec(words)
    if (match && !isTail(words, match.index, match[0])) return match[0].replace(/^[到至]/, '')
  }
  return ''
}

/** 到底, 彻底 and 年底薪 are words; a match must not begin inside one. */
function isTail(words: string, at: number, match: string): boolean {
  return /^[底末]/.test(match) || (/^年?底/.test(match) && /[到彻海谷]/.test(words[at - 1] ?? ''))
}
