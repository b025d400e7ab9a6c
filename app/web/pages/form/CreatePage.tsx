import { Loading } from '../../kit/States.tsx'
import NotFound from '../NotFound.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRecord } from './useRecord.ts'

/** A new row of any record. */
export default function CreatePage() {
  const record = useRecord()
  if (record === undefined) return <Loading />
  return record?.may.create ? <RecordForm record={record} /> : <NotFound />
}
