import { lazy, Suspense, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import type { ChartOption } from './EChart.tsx'
import { Loading } from './States.tsx'

const EChart = lazy(() => import('./EChart.tsx'))

interface Props {
  /** The finding, not the subject. */
  readonly title: React.ReactNode
  readonly option: ChartOption
  /** Said to those who cannot see the chart. */
  readonly label: string
  readonly source?: string
  readonly height?: number
  /** The numbers behind the chart, shown in its place on demand. */
  readonly table?: React.ReactNode
}

/** A chart as LOOK.md has it: the finding above, the source below, its table one press away. */
export function Chart({ title, option, label, source, height = 280, table }: Props) {
  const words = useWords()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        {table && (
          <button
            type="button"
            className="button quiet"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {words(asTable ? 'chart' : 'table')}
          </button>
        )}
      </figcaption>
      {asTable ? (
        table
      ) : (
        <Suspense
          fallback={
            <div style={{ height }}>
              <Loading />
            </div>
          }
        >
          <EChart option={option} label={label} height={height} />
        </Suspense>
      )}
      {source && <p className="chart-source">{source}</p>}
    </figure>
  )
}
