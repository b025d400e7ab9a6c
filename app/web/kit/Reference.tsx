import { Link } from 'react-router'
import { useApi, useMeta } from '../client/queries.ts'
import type { Row } from '../client/types.ts'

/** A row of another record by its name; the id until the name is here, and each row is asked for once. */
export function Reference({ record, id }: { record: string; id: string }) {
  const path = `${record.replace('.', '/')}/${encodeURIComponent(id)}`
  const { data: meta } = useMeta()
  const { data: row } = useApi<Row>(`/api/records/${path}`)
  const title = meta?.systems.flatMap(({ records }) => records).find((one) => one.id === record)?.title
  return <Link to={`/records/${path}`}>{String((row && title && row[title]) ?? id)}</Link>
}
