import { text } from '../../text.ts'
import type { Column } from '../record.ts'
import { type Answer, bad, good } from './answer.ts'

/** The digits of a written number, exact: full width, thousands separators and the column's own unit are read over. */
function digits(shown: string, unit: string | undefined): string | undefined {
  let words = shown.normalize('NFKC').replace(/\s/g, '').replace(/^[−–]/, '-')
  const own = unit?.normalize('NFKC').replace(/\s/g, '')
  if (own && words.endsWith(own)) words = words.slice(0, -own.length)
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(words)) words = words.replaceAll(',', '')
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(words)
  if (!parts || (!parts[2] && !parts[3])) return undefined
  const whole = parts[2]!.replace(/^0+(?=\d)/, '') || '0'
  const number = parts[3] ? `${whole}.${parts[3]}` : whole
  return parts[1] === '-' && /[1-9]/.test(number) ? `-${number}` : number
}

export function toDecimal(shown: string, column: Column): Answer {
  const number = digits(shown, column.unit)
  if (number === undefined) return refused(shown, column)
  const trimmed = number.includes('.') ? number.replace(/(\.\d{8})0+$/, '$1') : number
  const [whole = '', decimals = ''] = trimmed.replace('-', '').split('.')
  if (decimals.length > 8)
    return bad(text('最多 8 位小数，请先四舍五入', 'At most 8 decimals; round it first'))
  if (whole.length > 20) return bad(text('整数部分最多 20 位', 'At most 20 digits before the point'))
  return good(trimmed)
}

export function toInteger(shown: string, column: Column): Answer {
  const number = digits(shown, column.unit)
  if (number === undefined) return refused(shown, column)
  if (!/^-?\d+(\.0*)?$/.test(number)) return bad(text('应填整数', 'Expected a whole number'))
  const integer = Number(number)
  return Number.isSafeInteger(integer) ? good(integer) : bad(text('数字过大', 'The number is too large'))
}

function refused(shown: string, { unit }: Column): Answer {
  if (/[%\uff05]$/.test(shown))
    return bad(
      text(
        `此栏${unit ? `单位是“${unit}”，` : ''}不填百分数`,
        `This column takes no percentages${unit ? `; its unit is ${unit}` : ''}`,
      ),
    )
  if (/\d[eE][+-]?\d/.test(shown))
    return bad(
      text('科学计数法丢失了位数，请填完整数字', 'Scientific notation has lost digits; write the number out'),
    )
  return bad(text('不是数字', 'Not a number'))
}
