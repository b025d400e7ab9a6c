import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get } from '../../client/fetch.ts'
import { recordPath, useMeta } from '../../client/queries.ts'
import type { MetaRecord, RowTotals } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { formatNumber } from '../../kit/format.ts'
import { W } from '../form/words.ts'

/** How many rows of which records point at this one, each a link to their list. */
export function Referring({ record, id }: { record: MetaRecord; id: string }) {
  const say = useSay()
  const marks = useMarks()
  const { data: meta } = useMeta()
  const pointing = (meta?.systems ?? [])
    .flatMap(({ records }) => records)
    .flatMap((from) =>
      Object.entries(from.columns)
        .filter(([, { kind, record: to }]) =>
          kind === 'reference' ? to === record.id : kind === 'office' && record.id === 'access.offices',
        )
        .map(([name, column]) => ({ from, name, column })),
    )
  const counted = useQueries({
    queries: pointing.map(({ from, name }) => {
      const query = { [`filter[${name}]`]: id, part: 'totals' }
      const path = recordPath(from.id)
      return { queryKey: [path, query], queryFn: () => get<RowTotals>(path, query) }
    }),
  })
  const found = pointing.flatMap((one, index) => {
    const total = counted[index]?.data?.total
    return total ? [{ ...one, total }] : []
  })
  if (found.length === 0) return null
  return (
    <section className="block">
      <h2>{say(W.referring)}</h2>
      <ul className="lines">
        {found.map(({ from, name, column, total }) => (
          <li key={`${from.id}.${name}`}>
            <Link
              className="grow"
              to={`/records/${from.id.replace('.', '/')}?${new URLSearchParams({ [`filter[${name}]`]: id })}`}
            >
              {say(from.name)}
              {marks.open}
              {say(column.name)}
              {marks.close}
            </Link>
            <span className="end">
              {formatNumber(total)} {say(W.rows)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
