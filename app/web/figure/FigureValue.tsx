import type { Figure } from '../../../kernel/figures/figure.ts'
import { useUnit } from '../i18n/units.ts'
import { formatNumber } from '../kit/format.ts'

/** Decimals that a value of this unit is shown with when its indicator does not say. */
const decimalsOf = (figure: Pick<Figure, 'ref' | 'unit'>, decimals: number | undefined): number =>
  figure.ref.aspect === 'level' ? (decimals ?? 2) : /rank|streak/.test(figure.ref.aspect) ? 0 : 1

/** The number with its unit small behind it. */
export function FigureValue({
  figure,
  decimals,
}: {
  figure: Pick<Figure, 'ref' | 'unit' | 'value'>
  decimals?: number | undefined
}) {
  const unit = useUnit()
  return (
    <span className="figure-value">
      {formatNumber(figure.value, decimalsOf(figure, decimals))}
      <small>{unit(figure.unit)}</small>
    </span>
  )
}
