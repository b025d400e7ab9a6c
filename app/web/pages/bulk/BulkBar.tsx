import { lazy, Suspense, useState } from 'react'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import '../form/form.css'
import { W } from '../form/words.ts'
import type { Selection } from './useSelection.ts'

const BulkDialog = lazy(() => import('./BulkDialog.tsx'))

export interface Filters {
  readonly filter: Readonly<Record<string, string>>
  readonly search?: string
  readonly asOf?: string
}

interface Props {
  readonly record: MetaRecord
  readonly selection: Selection
  readonly page: readonly string[]
  readonly total: number | undefined
  /** The total as it is written. */
  readonly counted: string | undefined
  readonly filters: Filters
}

/** What is chosen, and what to do with it. */
export function BulkBar({ record, selection, page, total, counted, filters }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const count = selection.all ? counted : formatNumber(selection.ids.size)
  if (!selection.all && selection.ids.size === 0) return null
  return (
    <section className="bulk-bar" aria-label={say(W.bulk)}>
      <span role="status">
        {say(W.selected)} <strong>{count ?? '…'}</strong> {say(W.rows)}
      </span>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        {say(W.bulk)}
      </button>
      {!selection.all && (
        <>
          <button type="button" className="button quiet" onClick={() => selection.add(page)}>
            {say(W.selectPage)}
          </button>
          {total !== undefined && total > selection.ids.size && (
            <button type="button" className="button quiet" onClick={selection.chooseAll}>
              {say(W.selectAll)} {counted} {say(W.rows)}
            </button>
          )}
        </>
      )}
      <button type="button" className="button quiet" onClick={selection.clear}>
        {say(W.cancel)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <BulkDialog
            record={record}
            rows={selection.all ? filters : { ids: [...selection.ids] }}
            close={(changed) => {
              setOpen(false)
              if (changed) selection.clear()
            }}
          />
        </Suspense>
      )}
    </section>
  )
}
