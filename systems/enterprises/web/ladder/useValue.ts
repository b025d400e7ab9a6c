import { useSay } from '../../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { W } from '../words.ts'

/** `>= 70` as people write it. */
export const sayTest = (test: string, yes: string, no: string): string =>
  test === 'true' ? yes : test === 'false' ? no : test.replaceAll('>=', '≥').replaceAll('<=', '≤')

/** Two decimals say enough; what is less than they show is shown in full. */
export const round = (value: string): string => {
  const short = Number(value).toFixed(2)
  return Number(short) === 0 ? value : short
}

/** A value of a model as people read it, to two decimals. */
export function useValue(): (value: unknown, unit?: string) => string {
  const say = useSay()
  return (value, unit = '') => {
    if (value === null || value === undefined) return say(W.notFiled)
    if (typeof value === 'boolean') return say(value ? W.yes : W.no)
    const shown = /^-?\d+(\.\d+)?$/.test(String(value)) ? formatNumber(round(String(value))) : String(value)
    return unit ? `${shown} ${unit}` : shown
  }
}
