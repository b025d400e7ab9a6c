import { Link } from 'react-router'
import { address, type Query } from '../../client/fetch.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { counted, W } from './words.ts'

interface Props {
  readonly record: MetaRecord
  /** What the list is asked for: filters, search, order, days. */
  readonly query: Query
  readonly shown: readonly string[]
  readonly total: string | undefined
}

/** What a list offers for files: each only to those who may. */
export function ListActions({ record, query, shown, total }: Props) {
  const say = useSay()
  const language = useLanguage()
  const path = record.id.replace('.', '/')
  const columns = [record.title, ...shown.filter((name) => name !== record.title)].join(',')
  return (
    <>
      {record.may.import && (
        <Link className="button" to={`/import/${path}`}>
          {say(W.import)}
        </Link>
      )}
      {record.may.export && (
        <details className="column-menu">
          <summary className="button">{say(W.export)}</summary>
          <div className="export-menu">
            {total !== undefined && <p className="second">{counted(say(W.exportRows), total)}</p>}
            {(['xlsx', 'csv'] as const).map((format) =>
              ([W.shownColumns, W.allColumns] as const).map((which) => (
                <a
                  key={`${format}-${which.en}`}
                  download
                  href={address(`/api/exchange/${path}/export`, {
                    ...query,
                    format,
                    language,
                    columns: which === W.shownColumns ? columns : undefined,
                  })}
                  onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
                >
                  {format === 'xlsx' ? 'Excel' : 'CSV'} · {say(which)}
                </a>
              )),
            )}
          </div>
        </details>
      )}
    </>
  )
}
