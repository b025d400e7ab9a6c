import { Decimal } from '../../../kernel/figures/series.ts'
import type { PlotKind } from '../words.ts'

/** One plot; areas in 亩, the floor in square metres, decimals as text. */
export interface Plot {
  readonly kind: PlotKind
  readonly certified: string | null
  readonly used: string | null
  readonly floor: string | null
  readonly ratio: string | null
}

/** 15 亩 are 10,000 square metres. */
const MU_PER_METRE = '0.0015'

/** The larger of what is certified and used; without either, the floor by the plot ratio. In 亩; 0 where nothing is known. */
export function areaOf({ certified, used, floor, ratio }: Plot): Decimal {
  const known = [certified, used].flatMap((area) => area ?? [])
  if (known.length > 0) return Decimal.max(...known)
  if (floor === null || ratio === null || !new Decimal(ratio).gt(0)) return new Decimal(0)
  return new Decimal(floor).times(MU_PER_METRE).div(ratio)
}

/** 自有 + 租入 − 租出 over all plots of a firm, in 亩 to two decimals, never below 0; and how many it rents out. */
export function landOf(plots: readonly Plot[]): { readonly land: string; readonly tenants: number } {
  const sum = plots.reduce(
    (total, plot) => (plot.kind === 'rented_out' ? total.minus(areaOf(plot)) : total.plus(areaOf(plot))),
    new Decimal(0),
  )
  return {
    land: Decimal.max(sum, 0).toFixed(2),
    tenants: plots.filter(({ kind }) => kind === 'rented_out').length,
  }
}
