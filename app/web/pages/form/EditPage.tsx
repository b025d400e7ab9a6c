import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { get } from '../../client/fetch.ts'
import { rowPath } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { Answer, Loading } from '../../kit/States.tsx'
import NotFound from '../NotFound.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRecord } from './useRecord.ts'
import type { VersionedRow } from './useSave.ts'

/** A row of any record, to be changed. */
export default function EditPage() {
  const { id } = useParams()
  const record = useRecord()
  if (record === undefined) return <Loading />
  return record?.may.change && id ? <Edit record={record} id={id} /> : <NotFound />
}

/** Asked for once: what others change meanwhile must not move under the editor's hands. */
function Edit({ record, id }: { record: MetaRecord; id: string }) {
  const asked = useQuery<VersionedRow, Error>({
    queryKey: ['edit', record.id, id],
    queryFn: () => get(rowPath(record.id, id)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return <Answer of={asked}>{(row) => <RecordForm record={record} row={row} />}</Answer>
}
