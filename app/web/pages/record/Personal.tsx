import { lazy, Suspense, useState } from 'react'
import type { MetaRecord, Row } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'

const Reveal = lazy(() => import('./Reveal.tsx'))

interface Props {
  readonly record: MetaRecord
  readonly row: Row
  readonly column: string
}

/** A masked value; who may, sees it in full for a reason, for as long as the page is open. */
export function Personal({ record, row, column }: Props) {
  const words = useWords()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<string>()
  const masked = row[column]
  if (typeof masked !== 'string') return <span className="second">—</span>
  if (seen !== undefined) return <span className="number">{seen}</span>
  const path = `/api/records/${record.id.replace('.', '/')}/${encodeURIComponent(row.id)}`
  return (
    <>
      {masked}{' '}
      {record.may.reveal?.includes(column) && (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {words('reveal')}
        </button>
      )}
      {asking && (
        <Suspense>
          <Reveal
            path={path}
            column={column}
            name={say(record.columns[column]?.name)}
            done={setSeen}
            close={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}
