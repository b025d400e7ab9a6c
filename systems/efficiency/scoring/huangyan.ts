/** 台州市黄岩区's scheme of 2022 for 规上 firms, as its notice published it: Σ value ÷ benchmark × weight, no cap stated. */
import type { Measure } from './scheme.ts'

export const HUANGYAN_2022: readonly Measure[] = [
  { measure: 'tax_land', weight: '30', benchmark: '24.097', missing: 'zero' },
  { measure: 'value_land', weight: '20', benchmark: '136.16', missing: 'zero' },
  { measure: 'value_energy', weight: '20', benchmark: '2.694', missing: 'zero' },
  { measure: 'value_emissions', weight: '10', benchmark: '4929.81', missing: 'average' },
  { measure: 'value_staff', weight: '10', benchmark: '18.14', missing: 'zero' },
  { measure: 'research_revenue', weight: '10', benchmark: '0.0302', missing: 'zero' },
]

/** The same notice for firms below designated size. */
export const HUANGYAN_2022_BELOW: readonly Measure[] = [
  { measure: 'tax_land', weight: '50', benchmark: '11.5932', missing: 'zero' },
  { measure: 'tax_electricity', weight: '50', benchmark: '0.2352', missing: 'zero' },
]
