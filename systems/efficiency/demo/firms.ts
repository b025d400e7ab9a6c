/**
 * Sample firms whose sums are the zone's: what 规上 firms paid, made and held is divided among log-normal firms, so
 * that rows add up to the hundredth whatever their number. All else is invented around the rows.
 */

import { apportion } from '../../../kernel/sample/apportion.ts'
import { random } from '../../../kernel/sample/random.ts'
import { creditCheck } from '../../../kernel/store/personal/kinds.ts'
import type { EXEMPTIONS, Segment } from '../words.ts'

/** Totals of 规上 firms by year: tax and value added in 万元, land in 亩, as the zone's monthly returns sum to. */
export const TOTALS: Readonly<Record<string, { tax: number; value_added: number; land: number }>> = {
  2019: { tax: 109_164, value_added: 920_164, land: 1768.25 },
  2020: { tax: 106_228, value_added: 943_128, land: 1779.6 },
  2021: { tax: 128_937, value_added: 1_089_035, land: 1791.88 },
  2022: { tax: 136_152, value_added: 1_180_216, land: 1802.37 },
  2023: { tax: 150_091, value_added: 1_394_183, land: 1810.41 },
}

/** Firms of each group at scale 1. */
export const COUNTS: Readonly<Record<Segment, number>> = { above: 126, below: 90, small: 60, tenant: 44 }

/** 大类 of GB/T 4754 with what a name says of them. */
const INDUSTRIES = [
  ['26', '化工'],
  ['29', '橡塑'],
  ['34', '通用设备'],
  ['35', '专用设备'],
  ['36', '汽车部件'],
  ['38', '电气'],
  ['39', '电子'],
  ['40', '仪器仪表'],
] as const

export interface FirmDraft {
  readonly id: string
  readonly credit_code: string
  readonly name: string
  readonly period: string
  readonly segment: Segment
  readonly industry: string
  readonly land: string
  readonly tenants: number
  readonly tax: string
  readonly value_added: string
  readonly energy: string
  readonly electricity: string
  readonly emissions: string | null
  readonly staff: string
  readonly research: string | null
  readonly revenue: string
  readonly exemption: keyof typeof EXEMPTIONS | null
  readonly confirmed_on: string
}

/** What firms of the smaller groups hold and give: land in 亩, tax and value added in 万元 per 亩. */
const SMALLER: Readonly<Record<Exclude<Segment, 'above'>, { land: number; tax: number; value: number }>> = {
  below: { land: 5.2, tax: 14, value: 58 },
  small: { land: 1.4, tax: 17, value: 71 },
  // A tenant's land is the share of the plot under its floor.
  tenant: { land: 0.9, tax: 21, value: 94 },
}

/** Firms of a group at a scale. */
export const sizeOf = (count: number, scale: number): number => Math.max(1, Math.round(count * scale))

/** An enterprise of the register that is evaluated: who it is, while what it gives is made up here. */
export interface Known {
  readonly credit_code: string
  readonly name: string
  /** Two digits of GB/T 4754. */
  readonly industry: string
}

/** @param known manufacturers of the register by group; where there are not enough, the rest is invented */
export function makeFirms(
  seed: number,
  scale: number,
  known: Partial<Record<Segment, readonly Known[]>> = {},
): FirmDraft[] {
  const counts = Object.entries(COUNTS) as [Segment, number][]
  let before = 0
  return counts.flatMap(([segment, count]) => {
    const size = sizeOf(count, scale)
    const made = Object.keys(TOTALS).flatMap((year) =>
      ofYear(segment, year, size, before, seed).map((firm, i) => ({ ...firm, ...known[segment]?.[i] })),
    )
    before += size
    return made
  })
}

function ofYear(segment: Segment, year: string, size: number, before: number, seed: number): FirmDraft[] {
  const indices = Array.from({ length: size }, (_, i) => i)
  // A firm is what it is from year to year, and wavers a little.
  const own = (what: string, spread: number, waver = 0.08) => {
    const [lasting, yearly] = [random(seed, segment, what), random(seed, segment, what, year)]
    return indices.map(() => Math.exp(spread * lasting.normal() + waver * yearly.normal()))
  }
  const land = own('land', 0.7, 0)
  const by = (weights: readonly number[]) => indices.map((i) => land[i]! * weights[i]!)
  const parts = amounts(segment, year, { land, tax: by(own('tax', 0.8)), value: by(own('value', 0.7)) })
  const [energy, emissions, staff, research, margin] = [
    own('energy', 0.6),
    own('emissions', 0.9),
    own('staff', 0.4),
    own('research', 0.6),
    own('margin', 0.2),
  ]
  const trade = random(seed, segment, 'trade')
  const rare = random(seed, segment, 'rare', year)
  return indices.map((i) => {
    const no = before + i + 1
    const [industry, word] = trade.pick(INDUSTRIES)
    const value = parts.value[i]! / 100
    const revenue = value / (0.22 * margin[i]!)
    const chance = rare.next()
    return {
      id: `efficiency-${year}-${String(no).padStart(4, '0')}`,
      credit_code: creditCodeOf(no),
      name: `亩均示例${word}${String(no).padStart(4, '0')}有限公司`,
      period: `${year}-12`,
      segment,
      industry,
      land: fixed(parts.land[i]! / 100),
      tenants: segment === 'above' && i % 10 === 3 ? 1 : 0,
      tax: fixed(parts.tax[i]! / 100),
      value_added: fixed(value),
      energy: fixed((value / 2.9) * energy[i]!),
      electricity: fixed((value / 9) * energy[i]!),
      emissions: chance < 0.12 ? null : fixed((value / 4900) * emissions[i]!, 4),
      staff: fixed(Math.max(1, (value / 34) * staff[i]!), 0),
      research: chance > 0.93 ? null : fixed(revenue * 0.031 * research[i]!),
      revenue: fixed(revenue),
      exemption: chance > 0.985 ? 'utility' : chance > 0.97 ? 'building' : chance > 0.955 ? 'new' : null,
      confirmed_on: `${Number(year) + 1}-06-${String(3 + Math.floor(chance * 20)).padStart(2, '0')}`,
    }
  })
}

interface Amounts {
  readonly land: readonly number[]
  readonly tax: readonly number[]
  readonly value: readonly number[]
}

/** Hundredths of 亩 and 万元. */
function amounts(segment: Segment, year: string, weights: Amounts): Amounts {
  if (segment === 'above') {
    const total = TOTALS[year]!
    return {
      land: [...apportion(Math.round(total.land * 100), weights.land)],
      tax: [...apportion(Math.round(total.tax * 100), weights.tax)],
      value: [...apportion(Math.round(total.value_added * 100), weights.value)],
    }
  }
  const { land, tax, value } = SMALLER[segment]
  const grown = 1.04 ** (Number(year) - 2023)
  // 3 亩 divide the two groups below designated size.
  const held = weights.land.map((weight) => {
    const mu = land * weight
    return Math.round(100 * (segment === 'below' ? Math.max(3, mu) : Math.min(2.99, Math.max(0.2, mu))))
  })
  const per = (amount: number, of: readonly number[]) =>
    held.map((mu, i) => Math.round(mu * amount * grown * (of[i]! / weights.land[i]!)))
  return { land: held, tax: per(tax, weights.tax), value: per(value, weights.value) }
}

const fixed = (value: number, decimals = 2): string => value.toFixed(decimals)

/** An invented code of a firm registered with the market supervision; its check characters are right. */
function creditCodeOf(no: number): string {
  const body = `W${String(no).padStart(7, '0')}`
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0)
  const check = 11 - (sum % 11)
  const code = `91330201${body}${check === 10 ? 'X' : String(check % 11)}`
  return `${code}${creditCheck(code)}`
}
