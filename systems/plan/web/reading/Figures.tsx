import { useState } from 'react'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatPeriod } from '../../../../app/web/kit/format.ts'
import type { Reading } from './useReadings.ts'
import { R } from './words.ts'

type Figure = Reading['figures'][number]
type Which = 'all' | 'bound' | 'unbound'

/** The figures that a report states: which have an indicator of the catalogue behind them, which only words. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const say = useSay()
  const language = useLanguage()
  const [which, setWhich] = useState<Which>('all')
  const [isShown, setShown] = useState(false)
  const bound = figures.filter(({ ref }) => ref !== null)
  const unbound = figures.filter(({ ref }) => ref === null)
  const rows = { all: figures, bound, unbound }[which]
  const columns: readonly TableColumn<Figure>[] = [
    { key: 'words', name: say(R.words), card: 'title', cell: ({ text }) => text },
    {
      key: 'indicator',
      name: say(R.indicator),
      card: 'show',
      cell: ({ name, indicatorText }) =>
        name ? say(name) : <span className="second">{indicatorText || '—'}</span>,
    },
    {
      key: 'period',
      name: say(R.period),
      card: 'show',
      cell: ({ period }) => formatPeriod(period, language),
    },
  ]
  return (
    <section className="block">
      <h2>
        {say(R.figures)}
        <button
          type="button"
          className="button quiet"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {say(R.showFigures)}
        </button>
      </h2>
      <Chips<Which>
        label={say(R.figures)}
        chosen={which}
        choose={(key) => {
          setWhich(key)
          setShown(true)
        }}
        chips={[
          { key: 'all', name: say(R.all), count: figures.length },
          { key: 'bound', name: say(R.bound), count: bound.length },
          { key: 'unbound', name: say(R.unbound), count: unbound.length },
        ]}
      />
      {isShown && (
        <>
          {which === 'unbound' && <p className="second">{say(R.unboundHint)}</p>}
          <div className="reading-figures">
            <DataTable
              compact
              boxed
              caption={say(R.figures)}
              columns={columns}
              rows={rows}
              rowKey={({ start, text }) => `${start}:${text}`}
            />
          </div>
        </>
      )}
    </section>
  )
}
