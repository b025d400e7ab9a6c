import { useMetaRecord, useRows } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useCell } from '../../kit/useCell.tsx'
import { W } from './words.ts'

const MOST = 5

/** The person's own imports into this record, each of which can be looked at again and taken back. */
export function RecentImports({ record, open }: { record: MetaRecord; open: (id: string) => void }) {
  const say = useSay()
  const cell = useCell()
  const imports = useMetaRecord('exchange.imports')
  const asked = useRows(imports?.id, {
    'filter[record]': record.id,
    sort: '-started_at',
    limit: MOST,
    part: 'rows',
  })
  const rows = asked.data?.rows ?? []
  if (!imports || rows.length === 0) return null
  return (
    <section className="block">
      <h2>{say(W.recent)}</h2>
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id}>
            {['started_at', 'file_name', 'state'].map((name) => (
              <span key={name}>{cell(imports.columns[name]!, row[name])} </span>
            ))}
            <button type="button" className="link" onClick={() => open(row.id)}>
              {say(row.state === 'done' || row.state === 'partly' ? W.recentOpen : W.recentSee)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
