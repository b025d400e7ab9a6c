/** A scheme as the scoring takes it. Pure. */
import { Decimal } from '../../../kernel/figures/series.ts'
import { text } from '../../../kernel/text.ts'
import { pointsError } from '../errors.ts'
import {
  type Counts,
  type Group,
  LISTS,
  type List,
  type Normaliser,
  STAGE_IDS,
  STAGES,
  type Stage,
  type TIES,
  type UNDEFINED,
} from '../words.ts'

/** From this value on (included) this share of the weight, in %. */
export interface Band {
  readonly from: string
  readonly share: string
}

/** One indicator. Numbers are decimals as text. */
export interface Indicator {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly expression: string
  readonly direction: 'up' | 'down'
  readonly counts: Counts
  readonly normaliser: Normaliser
  readonly benchmark: string | null
  readonly bands: readonly Band[]
  /** By stage; what has none is not asked of that stage. */
  readonly weights: Readonly<Partial<Record<Stage, string>>>
}

export interface Scheme {
  /** Revenue (万元) from which on a stage begins, included; rising. */
  readonly stages: readonly { readonly stage: Stage; readonly from: string }[]
  readonly indicators: readonly Indicator[]
  /** Each list's own share in %; they follow each other by rank. */
  readonly shares: readonly { readonly list: List; readonly share: string }[]
  readonly ties: keyof typeof TIES
  /** Stages of fewer enterprises have `ceil`ed places, or none. */
  readonly small: { readonly below: number; readonly rule: 'ceil' | 'none' }
  readonly undefined: keyof typeof UNDEFINED
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const BAND = new RegExp(`^(${NUMBER})[:：](${NUMBER})$`)

/** `0:0 3:40 5:70` → bands, rising; undefined where it cannot be read. */
export function bandsOf(written: string | null): readonly Band[] | undefined {
  const bands: Band[] = []
  for (const part of (written ?? '').split(/[\s,，;；、]+/).filter(Boolean)) {
    const [, from, share] = BAND.exec(part) ?? []
    const before = bands.at(-1)
    if (from === undefined || share === undefined || Number(share) < 0 || Number(share) > 100)
      return undefined
    if (before && !new Decimal(from).gt(before.from)) return undefined
    bands.push({ from, share })
  }
  return bands
}

/** What the core weights of each stage add up to. */
export const sumsOf = ({ stages, indicators }: Pick<Scheme, 'stages' | 'indicators'>) =>
  stages.map(({ stage }) => ({
    stage,
    sum: indicators
      .filter(({ counts }) => counts === 'core')
      .reduce((sum, { weights }) => sum.plus(weights[stage] ?? 0), new Decimal(0))
      .toFixed(),
  }))

/** @throws GaoxinError POINTS_STAGES, POINTS_WEIGHTS, POINTS_BENCHMARK, POINTS_SHARES */
export function requireSound(scheme: Scheme): void {
  const { stages, indicators, shares } = scheme
  const rising = stages.every(({ from }, i) => i === 0 || new Decimal(from).gt(stages[i - 1]!.from))
  if (stages.length === 0 || !rising)
    throw pointsError('POINTS_STAGES', text('阶段划分不成立', 'The stages do not hold'), {
      place: 'from',
      value: stages.map(({ from }) => from).join(', '),
    })
  const off = sumsOf(scheme).find(({ sum }) => sum !== '100')
  if (off)
    throw pointsError(
      'POINTS_WEIGHTS',
      text(
        `${STAGES[off.stage].zh}各项权重合计 ${off.sum} 分，不是 100 分`,
        `The weights of stage ${STAGES[off.stage].en} add up to ${off.sum}, not 100`,
      ),
      { place: `weight_${off.stage}`, value: off.sum },
    )
  for (const indicator of indicators) requireSoundIndicator(indicator)
  const sum = shares.reduce((total, { share }) => total.plus(share), new Decimal(0))
  if (shares.some(({ share }) => Number(share) < 0) || sum.gt(100))
    throw pointsError('POINTS_SHARES', text('榜单比例不成立', 'The shares of lists do not hold'), {
      place: 'share_lead',
      value: shares.map(({ share }) => share).join(', '),
    })
}

function requireSoundIndicator({ name, normaliser, benchmark, bands, weights }: Indicator): void {
  const low = STAGE_IDS.find((stage) => Number(weights[stage] ?? 0) < 0)
  if (low)
    throw pointsError('POINTS_WEIGHTS', text('权重不能为负', 'A weight cannot be negative'), {
      place: name,
      value: weights[low],
    })
  const needs = normaliser === 'cap_ratio' || normaliser === 'log_ratio'
  const unfit = needs ? !(Number(benchmark) > 0) : normaliser === 'bands' && bands.length === 0
  if (unfit)
    throw pointsError(
      'POINTS_BENCHMARK',
      text('这项指标缺基准值或分档', 'The indicator lacks its benchmark or bands'),
      { place: name, value: benchmark },
    )
}

/** The stage of a revenue; undefined below the first bound. */
export const stageOf = ({ stages }: Pick<Scheme, 'stages'>, revenue: string): Stage | undefined =>
  stages.findLast(({ from }) => new Decimal(revenue).gte(from))?.stage

/**
 * The last rank on each list of a stage of so many enterprises. Shares cumulate, then places are rounded down; in a
 * small stage up, or there is no list.
 */
export function placesOf({ shares, small }: Pick<Scheme, 'shares' | 'small'>, ranked: number) {
  const isSmall = ranked < small.below
  let share = new Decimal(0)
  return shares.map(({ list, share: own }) => {
    share = share.plus(own)
    const exact = share.times(ranked).div(100)
    const last = isSmall ? (small.rule === 'none' ? 0 : exact.ceil().toNumber()) : exact.floor().toNumber()
    return { list, last }
  })
}

export const listOf = (scheme: Pick<Scheme, 'shares' | 'small'>, rank: number, ranked: number) =>
  placesOf(scheme, ranked).find(({ last }) => rank <= last)?.list ?? null

export const LIST_IDS = Object.keys(LISTS) as List[]
