/** What a return must satisfy before it is recorded: pure, so that the form and the server say the same. */
import type { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'
import { economyError } from './errors.ts'
import { type ItemId, itemOf } from './items.ts'

export interface Filing {
  readonly unit: string
  readonly item: string
  /** YYYY-MM */
  readonly month: string
  /** Exact decimal, 万元 or 亩. */
  readonly value: string
  readonly comparable?: string | null | undefined
  /** Replaces what was filed before. */
  readonly correct?: boolean | undefined
  /** The person has looked at a jump and stands by it. */
  readonly confirm?: boolean | undefined
}

/** What the database knows about it. */
export interface FilingFacts {
  /** YYYY-MM-DD */
  readonly today: string
  readonly unit: { readonly name: string; readonly kind: string; readonly since: string } | undefined
  /** The value filed for the same period already. */
  readonly existing: string | undefined
  /** The value of the same period a year before. */
  readonly yearBefore: string | undefined
}

/** No unit of the zone comes near 1000亿元 in a month; who does has filed 元 as 万元. */
export const LARGEST = 10_000_000
/** A value more than this many times that of a year before must be confirmed. */
export const JUMP = 5
/** Below this (万元) a jump is noise of small numbers. */
const SMALL = 10

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const AMOUNT = /^-?\d{1,9}(\.\d{1,2})?$/

/** @returns the first thing wrong, or undefined. */
export function checkFiling(filing: Filing, facts: FilingFacts): GaoxinError | undefined {
  for (const check of CHECKS) {
    const error = check(filing, facts)
    if (error) return error
  }
  return undefined
}

const RHYTHM = {
  1: text('这项指标按月填报，报告期写成 2024-10', 'This item is monthly, its period written 2024-10'),
  3: text('这项指标按季填报', 'This item is quarterly'),
  12: text('这项指标按年填报', 'This item is yearly'),
}

type Check = (filing: Filing, facts: FilingFacts) => GaoxinError | undefined

/** In the order in which a person would want to hear of them. */
const CHECKS: readonly Check[] = [
  ({ unit: id }, { unit }) =>
    unit
      ? undefined
      : economyError('ECONOMY_RETURN_UNIT', text('没有这个统计单位', 'There is no such reporting unit'), {
          place: 'unit',
          value: id,
        }),
  ({ item: id }, { unit }) => {
    const item = itemOf(id)
    if (item && unit && item.kinds.includes(unit.kind)) return undefined
    const name = item?.name ?? text(id, id)
    const says = text(`“${unit?.name}”不填报“${name.zh}”`, `"${unit?.name}" does not file "${name.en}"`)
    return economyError('ECONOMY_RETURN_KIND', says, { place: 'item', value: id })
  },
  ({ item, month }) => {
    const every = itemOf(item)!.every
    if (MONTH.test(month) && Number(month.slice(5)) % every === 0) return undefined
    return economyError('ECONOMY_RETURN_MONTH', RHYTHM[every], { place: 'month', value: month })
  },
  ({ month }, { today }) =>
    month > today.slice(0, 7)
      ? economyError('ECONOMY_RETURN_FUTURE', text('报告期还没有到', 'That period is still to come'), {
          place: 'month',
          value: month,
        })
      : undefined,
  ({ month }, { unit }) =>
    unit && month < unit.since
      ? economyError(
          'ECONOMY_RETURN_SINCE',
          text(`该单位自 ${unit.since} 起纳入统计`, `The unit is in scope from ${unit.since}`),
          { place: 'month', value: month },
        )
      : undefined,
  (filing) => wrongAmount(filing, 'value', filing.value),
  (filing) => {
    const [wanted, given] = [itemOf(filing.item)!.comparable === true, filing.comparable != null]
    if (given && wanted) return wrongAmount(filing, 'comparable', filing.comparable!)
    if (given === wanted) return undefined
    const says = wanted
      ? text('这项指标还要填可比价', 'This item is filed at comparable prices too')
      : text('这项指标不填可比价', 'This item has no comparable prices')
    return economyError('ECONOMY_RETURN_COMPARABLE', says, { place: 'comparable', value: filing.comparable })
  },
  ({ correct }, { existing }) =>
    existing !== undefined && !correct
      ? economyError(
          'ECONOMY_RETURN_EXISTS',
          text(`这一期已经报过：${existing}`, `This period was filed already: ${existing}`),
          { place: 'value', value: existing },
        )
      : undefined,
  ({ value, confirm }, { yearBefore }) => {
    if (confirm || yearBefore === undefined) return undefined
    const [now, before] = [Math.abs(Number(value)), Math.abs(Number(yearBefore))]
    if (now <= SMALL || now <= JUMP * before) return undefined
    const says = text(
      `比上年同期的 ${yearBefore} 高出 ${JUMP} 倍以上`,
      `More than ${JUMP} times the ${yearBefore} of a year before`,
    )
    return economyError('ECONOMY_RETURN_JUMP', says, { place: 'value', value })
  },
]

function wrongAmount(
  { item: id }: Filing,
  place: 'value' | 'comparable',
  value: string,
): GaoxinError | undefined {
  const item = itemOf(id as ItemId)!
  const fits =
    AMOUNT.test(value) && Math.abs(Number(value)) <= LARGEST && (item.negative || Number(value) >= 0)
  if (fits) return undefined
  const says = text(
    `“${value}”不是合理的数额（${item.unit}）`,
    `"${value}" is not a believable amount (${item.unit})`,
  )
  return economyError('ECONOMY_RETURN_AMOUNT', says, { place, value })
}
