import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { MetaRecord, Row } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import '../form/form.css'
import { pageOf } from '../form/useRecord.ts'
import { W } from '../form/words.ts'

const RemoveDialog = lazy(() => import('./RemoveDialog.tsx'))

/** What the person may do with this row. */
export function RowActions({ record, row }: { record: MetaRecord; row: Row }) {
  const say = useSay()
  const [removing, setRemoving] = useState(false)
  return (
    <>
      {record.may.change && (
        <Link className="button" to={`${pageOf(record, row.id)}/edit`}>
          {say(W.edit)}
        </Link>
      )}
      {record.may.remove && (
        <button type="button" className="button" onClick={() => setRemoving(true)}>
          {say(W.remove)}
        </button>
      )}
      {removing && (
        <Suspense fallback={null}>
          <RemoveDialog record={record} row={row} close={() => setRemoving(false)} />
        </Suspense>
      )}
    </>
  )
}
