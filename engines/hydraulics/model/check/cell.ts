import { dayOf, secondsOf, takenDay, takenSeconds } from '../dates.ts'
import type { Problem } from '../problems.ts'
import { type Column, saidIn } from '../sections/index.ts'
import { idOf, numberOf, takenNumber } from '../text.ts'
import type { Thing, Words } from '../types.ts'
import type { Defined } from './defined.ts'

type Wrong = Pick<Problem, 'code' | 'expected'> & {
  /** The engine takes it for something, and says nothing. */
  readonly taken?: boolean
}

/** What is wrong with a cell in its column; undefined where nothing is. */
export function wrongIn(
  column: Column,
  cell: string,
  defined: Defined,
  elevations: boolean,
): Wrong | undefined {
  if (column.bottom && cell === '*' && elevations) return undefined
  if (column.blank?.includes(cell)) return undefined
  switch (column.kind) {
    case 'number':
    case 'integer': {
      const value = numberOf(cell)
      if (within(column, value)) return undefined
      const read = Number.isNaN(value) ? takenNumber(cell, column.loose) : value
      const taken = column.unbounded ? read !== undefined && !Number.isNaN(read) : within(column, read)
      return {
        code: 'HYDRAULICS_NUMBER',
        expected: range(column),
        taken:
          taken ||
          (cell.startsWith('*') && (column.blank?.includes('*') || (column.bottom === true && elevations))),
      }
    }
    case 'word':
      return saidIn(column, cell)
        ? undefined
        : { code: 'HYDRAULICS_WORD', expected: oneOf(column.words ?? []), taken: column.loose === true }
    case 'ref':
      if (column.words && saidIn(column, cell)) return undefined
      return column.to?.some((thing) => defined.get(thing)?.has(idOf(cell)))
        ? undefined
        : { code: 'HYDRAULICS_REFERENCE', expected: idOfThing(column.to ?? [], column.words) }
    case 'date':
      return dayOf(cell) === undefined
        ? {
            code: 'HYDRAULICS_DATE',
            expected: { zh: '月/日/年，如 7/28/2026', en: 'month/day/year, such as 7/28/2026' },
            taken: takenDay(cell) !== undefined,
          }
        : undefined
    case 'yearday':
      return takenDay(`${cell}/1947`) === undefined
        ? { code: 'HYDRAULICS_DATE', expected: { zh: '月/日，如 7/28', en: 'month/day, such as 7/28' } }
        : undefined
    case 'time':
      return within(column, secondsOf(cell))
        ? undefined
        : { code: 'HYDRAULICS_TIME', expected: clock(column), taken: within(column, takenSeconds(cell)) }
    default:
      return undefined
  }
}

const within = ({ least, above, most }: Column, value: number | undefined): boolean =>
  value !== undefined &&
  !Number.isNaN(value) &&
  (least === undefined || value >= least) &&
  (above === undefined || value > above) &&
  (most === undefined || value <= most)

function range({ least, above, most }: Column): Words {
  const zh: string[] = []
  const en: string[] = []
  if (least !== undefined) {
    zh.push(`不小于${least}`)
    en.push(`of at least ${least}`)
  }
  if (above !== undefined) {
    zh.push(`大于${above}`)
    en.push(`above ${above}`)
  }
  if (most !== undefined) {
    zh.push(`不大于${most}`)
    en.push(`of at most ${most}`)
  }
  return {
    zh: zh.length > 0 ? `${zh.join('、')}的数` : '数',
    en: ['a number', en.join(' and ')].join(' ').trim(),
  }
}

const clock = ({ above }: Column): Words =>
  above === undefined
    ? { zh: '时:分:秒或小时数', en: 'h:mm:ss or decimal hours' }
    : { zh: '大于零的时:分:秒或小时数', en: 'h:mm:ss or decimal hours, above zero' }

const oneOf = (words: readonly string[]): Words => ({
  zh: `其中之一：${words.join('、')}`,
  en: `one of ${words.join(', ')}`,
})

const THINGS: Readonly<Record<Thing, Words>> = {
  node: { zh: '节点', en: 'node' },
  link: { zh: '管渠', en: 'link' },
  subcatchment: { zh: '汇水区', en: 'subcatchment' },
  gage: { zh: '雨量计', en: 'rain gage' },
  aquifer: { zh: '含水层', en: 'aquifer' },
  hydrograph: { zh: '单位线', en: 'unit hydrograph' },
  snowpack: { zh: '积雪', en: 'snow pack' },
  pollutant: { zh: '污染物', en: 'pollutant' },
  landUse: { zh: '用地', en: 'land use' },
  pattern: { zh: '时变模式', en: 'time pattern' },
  curve: { zh: '曲线', en: 'curve' },
  series: { zh: '时间序列', en: 'time series' },
  transect: { zh: '断面', en: 'transect' },
  lid: { zh: 'LID 设施', en: 'LID control' },
  street: { zh: '街道断面', en: 'street' },
  inlet: { zh: '雨水口', en: 'inlet' },
  rule: { zh: '控制规则', en: 'control rule' },
}

export function idOfThing(things: readonly Thing[], words: readonly string[] = []): Words {
  const said = (lang: 'zh' | 'en') => things.map((thing) => THINGS[thing][lang])
  return {
    zh: [`已定义的${said('zh').join('或')}编号`, ...words].join('，或 '),
    en: [`the id of a ${said('en').join(' or ')} of this model`, ...words].join(', or '),
  }
}
