import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import type { Text } from '../../../kernel/text.ts'
import { heatOf, planOf, type Ring, STEPS } from './heat.ts'
import './heat.css'
import { W } from './words.ts'

interface Cell {
  readonly grid: string
  readonly outline: readonly (readonly (readonly number[])[])[]
}
export interface Dot {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly late: boolean
}

/** 热力图: every cell by how much was reported of it, and on it the reports under way. */
export function HeatMap({
  cells,
  heat,
  dots = [],
  linked = true,
  unit = W.heatUnit,
}: {
  readonly cells: readonly Cell[]
  readonly heat: readonly { readonly grid: string; readonly reports: number }[]
  readonly dots?: readonly Dot[]
  /** Whether a cell leads to its reports. */
  readonly linked?: boolean
  readonly unit?: Text
}) {
  const say = useSay()
  if (cells.length === 0) return <p className="second">{say(W.noCells)}</p>
  const { steps, stepOf } = heatOf(heat.map(({ reports }) => reports))
  const counts = new Map(heat.map(({ grid, reports }) => [grid, reports]))
  const { width, height, x, y, kilometre } = planOf(
    cells.flatMap(({ outline }) => outline as readonly Ring[]),
  )
  const path = (ring: Ring) => `M${ring.map(([lng = 0, lat = 0]) => `${x(lng)},${y(lat)}`).join('L')}Z`
  return (
    <figure className="heat">
      <svg viewBox={`-6 -6 ${width + 12} ${height + 12}`} role="img" aria-label={say(W.heat)}>
        {cells.map(({ grid, outline }) => {
          const reports = counts.get(grid) ?? 0
          const shape = { step: stepOf(reports), d: outline.map(path).join('') }
          const says = `${grid} · ${reports} ${say(W.unit)}`
          return linked ? (
            <Link key={grid} to={rowsOf(grid)} tabIndex={-1}>
              <Area {...shape} says={says} />
            </Link>
          ) : (
            <Area key={grid} {...shape} says={says} />
          )
        })}
        {dots.map(({ id, longitude, latitude, late }) =>
          late ? (
            <rect
              key={id}
              className="heat-late"
              x={x(longitude) - 7}
              y={y(latitude) - 7}
              width={14}
              height={14}
            />
          ) : (
            <circle key={id} className="heat-open" cx={x(longitude)} cy={y(latitude)} r={6} />
          ),
        )}
      </svg>
      <figcaption>
        <ul>
          {Array.from({ length: STEPS + 1 }, (_, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps are what they are
            <li key={step}>
              <i className={`heat-${step}`} /> {steps[step]}
            </li>
          ))}
          <li>{say(unit)}</li>
          {dots.length > 0 && (
            <>
              <li>
                <svg viewBox="0 0 14 14" aria-hidden="true">
                  <circle className="heat-open" cx="7" cy="7" r="6" />
                </svg>{' '}
                {say(W.openOne)}
              </li>
              <li>
                <svg viewBox="0 0 14 14" aria-hidden="true">
                  <rect className="heat-late" x="1" y="1" width="12" height="12" />
                </svg>{' '}
                {say(W.lateOne)}
              </li>
            </>
          )}
        </ul>
        <span className="heat-scale">
          {say(W.north)} ↑ <b style={{ width: `${(kilometre / (width + 12)) * 100}%` }} /> 1{' '}
          {say(W.kilometre)}
        </span>
      </figcaption>
    </figure>
  )
}

function Area({ step, d, says }: { step: number; d: string; says: string }) {
  return (
    <path className={`heat-${step}`} fillRule="evenodd" d={d}>
      <title>{says}</title>
    </path>
  )
}

export const rowsOf = (grid: string): string =>
  `/records/city/reports?${new URLSearchParams({ 'filter[grid]': grid })}`
