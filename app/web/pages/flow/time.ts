import type { Text } from '../../../../kernel/text.ts'
import type { Light } from '../../client/types.ts'
import { W } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long, in the two largest units that say something: 2天3小时. @param ms not negative */
export function duration(ms: number): Text {
  const [days, hours, minutes] = [
    Math.floor(ms / DAY),
    Math.floor((ms % DAY) / HOUR),
    Math.floor((ms % HOUR) / MINUTE),
  ]
  const parts = days
    ? [W.days(days), ...(hours ? [W.hours(hours)] : [])]
    : hours
      ? [W.hours(hours), ...(minutes ? [W.minutes(minutes)] : [])]
      : minutes
        ? [W.minutes(minutes)]
        : [W.less]
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') }
}

/** What is left until a limit, or by how much it is past; null: no limit. */
export function remaining(due: string | null, now: number): { readonly light: Light; readonly says: Text } {
  if (due === null) return { light: 'grey', says: W.noDue }
  const left = Date.parse(due) - now
  const { zh, en } = duration(Math.abs(left))
  const word = left < 0 ? W.over : W.left
  return {
    light: left < 0 ? 'red' : left < DAY ? 'yellow' : 'green',
    says: { zh: word(zh).zh, en: word(en).en },
  }
}
