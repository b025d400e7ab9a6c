import { Link } from 'react-router'
import { useNamedRow } from '../client/named.ts'
import { useMetaRecord } from '../client/queries.ts'

/** A row of another record by its name; the id until the name is here, and all of a page are asked for at once. */
export function Reference({ record, id }: { record: string; id: string }) {
  const path = `${record.replace('.', '/')}/${encodeURIComponent(id)}`
  const { data: row } = useNamedRow(record, id)
  const title = useMetaRecord(record)?.title
  return <Link to={`/records/${path}`}>{String((row && title && row[title]) ?? id)}</Link>
}
