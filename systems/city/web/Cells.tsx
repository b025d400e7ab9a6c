import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { DataTable } from '../../../app/web/kit/DataTable.tsx'
import { useOffice } from '../../../app/web/kit/useOffice.ts'
import type { Overview } from './types.ts'
import { W } from './words.ts'

const MOST = 10

/** 高发网格: where most was reported, and how much of it had been before. */
export function Cells({ cells, recurDays }: Pick<Overview, 'cells' | 'recurDays'>) {
  const say = useSay()
  const office = useOffice()
  return (
    <section className="block">
      <h2>{say(W.worst)}</h2>
      <DataTable
        caption={say(W.worst)}
        rows={cells.slice(0, MOST)}
        rowKey={({ grid }) => grid}
        columns={[
          {
            key: 'grid',
            name: say(W.cell),
            card: 'title',
            cell: ({ grid }) => (
              <Link to={`/records/city/reports?${new URLSearchParams({ 'filter[grid]': grid })}`}>
                {grid}
              </Link>
            ),
          },
          { key: 'street', name: say(W.street), card: 'show', cell: ({ street }) => office(street) },
          {
            key: 'reports',
            name: say(W.reported),
            numeric: true,
            card: 'show',
            cell: ({ reports }) => reports,
          },
          { key: 'again', name: say(W.again), numeric: true, card: 'show', cell: ({ again }) => again },
          {
            key: 'around',
            name: say(W.around),
            numeric: true,
            card: 'show',
            cell: ({ around }) => around,
          },
        ]}
      />
      <p className="because">
        {say(W.againHelp)} ({recurDays})
      </p>
    </section>
  )
}
