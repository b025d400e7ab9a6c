import { useState } from 'react'
import { useApi } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { Answer } from '../../kit/States.tsx'
import { OffsetPager } from '../records/Pager.tsx'
import { type Job, markedPath } from './useJob.ts'
import { W } from './words.ts'

const LIMIT = 20

interface Bad {
  readonly sheet: string
  readonly cell: string
  readonly header: string
  readonly value: string
  readonly reason: { readonly zh: string; readonly en: string }
}

/** Every bad cell of the file with its reason, and the file itself with them marked. */
export function BadCells({ job }: { job: Job }) {
  const say = useSay()
  const language = useLanguage()
  const [offset, setOffset] = useState(0)
  const asked = useApi('/api/imports/{id}/bad', { path: { id: job.id }, query: { offset, limit: LIMIT } })
  const sheets = job.sheets.length > 1
  const columns: readonly TableColumn<Bad>[] = [
    { key: 'cell', name: say(W.cell), card: 'title', cell: ({ cell }) => cell, width: 90 },
    ...(sheets
      ? [{ key: 'sheet', name: say(W.sheet), card: 'show' as const, cell: ({ sheet }: Bad) => sheet }]
      : []),
    { key: 'header', name: say(W.column), card: 'show', cell: ({ header }) => header },
    {
      key: 'value',
      name: say(W.value),
      card: 'show',
      cell: ({ value }) => value || <span className="second">—</span>,
    },
    { key: 'reason', name: say(W.reason), card: 'show', cell: ({ reason }) => say(reason) },
  ]
  return (
    <section className="block bad-cells">
      <h2>
        {say(W.badCells)}
        <a className="button" href={markedPath(job.id, language)} download>
          {say(W.marked)}
        </a>
      </h2>
      <p className="second">
        {say(W.markedHint)} {job.more && say(W.more)}
      </p>
      <Answer of={asked}>
        {({ rows, total }) => (
          <>
            <DataTable<Bad>
              compact
              caption={say(W.badCells)}
              columns={columns}
              rows={rows}
              rowKey={({ sheet, cell, reason }) => `${sheet}!${cell}:${reason.zh}`}
            />
            {total > LIMIT && <OffsetPager offset={offset} limit={LIMIT} total={total} go={setOffset} />}
          </>
        )}
      </Answer>
    </section>
  )
}
