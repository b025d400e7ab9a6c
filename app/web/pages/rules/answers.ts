import { formatNumber } from '../../kit/format.ts'

const EXACT = /^-?(?=(?:\.?\d){16})\d+\.\d+$/

/** What a model answers, as people read it: 结论 可享，补助金额 20. */
export function sayAnswer(answer: unknown, nothing: string): string {
  if (answer === null || answer === undefined) return nothing
  if (typeof answer === 'number') return formatNumber(answer)
  if (typeof answer === 'boolean') return answer ? '✓' : '✗'
  if (Array.isArray(answer)) return answer.map((each) => sayAnswer(each, nothing)).join('、') || nothing
  if (typeof answer === 'object')
    return Object.entries(answer)
      .map(([name, value]) => `${name} ${sayAnswer(value, nothing)}`)
      .join('，')
  // Exact numbers of more digits than a double has come as text.
  return EXACT.test(String(answer)) ? formatNumber(String(answer)) : String(answer)
}
