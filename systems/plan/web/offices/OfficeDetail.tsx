import { Link } from 'react-router'
import { useApi, useIndicators } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { FigureCard } from '../../../../app/web/kit/FigureCard.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { LedgerTable } from '../ledger/LedgerTable.tsx'
import type { Ledger } from '../types.ts'
import { W } from '../words.ts'

const SHOWN = 8

/** What one office answers for: its tasks, worst light first, and its indicators. */
export function OfficeDetail({ office, year }: { office: string; year: string }) {
  const say = useSay()
  const name = useOffice()
  const ledger = useApi('/api/plan/ledger', { query: { office, year } })
  const { data: indicators } = useIndicators()
  const mine = (indicators ?? []).filter((one) => one.office === office)
  return (
    <section className="stack" aria-label={name(office, 'full')}>
      <h2>{name(office, 'full')}</h2>
      {mine.length > 0 && (
        <div className="figures">
          {mine.slice(0, SHOWN).map((indicator) => (
            <FigureCard key={indicator.id} indicator={indicator} />
          ))}
        </div>
      )}
      <Answer of={ledger} lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="second">{say(W.noTask)}</p>
          ) : (
            <>
              <LedgerTable rows={worstFirst(rows).slice(0, SHOWN)} />
              {rows.length > SHOWN && (
                <Link to={`/plan?office=${office}`}>
                  {say(W.tasksOf)} {rows.length}
                </Link>
              )}
            </>
          )
        }
      </Answer>
    </section>
  )
}

const ORDER = ['red', 'yellow', 'green', 'done']
const worstFirst = (rows: Ledger['rows']) =>
  [...rows].sort((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light))
