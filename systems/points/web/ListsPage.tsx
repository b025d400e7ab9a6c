import { Link, useSearchParams } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatDate, formatMonth, formatNumber } from '../../../app/web/kit/format.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../app/web/kit/States.tsx'
import { S } from './sheetWords.ts'
import { LISTS, STAGES, W } from './words.ts'

/** Lists as published, for everybody: names, ranks and lists. */
export default function ListsPage() {
  const say = useSay()
  const asked = useApi('/api/points/lists', {})
  return (
    <>
      <PageHead title={say(W.lists)} about={say(W.listsAbout)}>
        <Link className="button" to="/points/check">
          {say(S.title)}
        </Link>
      </PageHead>
      <Answer of={asked} lines={8}>
        {({ rounds }) =>
          rounds.length > 0 ? (
            <Lists rounds={rounds} />
          ) : (
            <Empty title={say(W.noLists)} hint={say(W.noListsHint)} />
          )
        }
      </Answer>
    </>
  )
}

interface Row {
  readonly stage: string
  readonly list: string
  readonly rank: number
  readonly name: string
}

function Lists({ rounds }: { readonly rounds: readonly { readonly id: string; readonly month: string }[] }) {
  const say = useSay()
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const id = rounds.find((one) => one.id === params.get('round'))?.id ?? rounds[0]!.id
  const asked = useApi('/api/points/lists/{id}', { path: { id } })
  const columns: readonly TableColumn<Row>[] = [
    { key: 'stage', name: say(W.stage), card: 'show', cell: ({ stage }) => say(STAGES[stage]) },
    { key: 'list', name: say(W.list), card: 'show', cell: ({ list }) => say(LISTS[list]) },
    {
      key: 'rank',
      name: say(W.rank),
      numeric: true,
      card: 'show',
      cell: ({ rank }) => formatNumber(rank, 0),
    },
    { key: 'name', name: say(W.name), card: 'title', cell: ({ name }) => name },
  ]
  return (
    <>
      <div className="toolbar">
        <select
          className="select"
          aria-label={say(W.month)}
          value={id}
          onChange={({ target }) => setParams({ round: target.value }, { replace: true })}
        >
          {rounds.map(({ id, month }) => (
            <option key={id} value={id}>
              {formatMonth(month, language)}
            </option>
          ))}
        </select>
        <a className="button" href={`/api/points/lists/${encodeURIComponent(id)}/csv`} download>
          {say(W.file)}
        </a>
      </div>
      <Answer of={asked} lines={8}>
        {({ round, rows }) => (
          <>
            <p className="second because">
              {round.name} · {say(W.published)} {formatDate(round.published_on, language)}
            </p>
            <DataTable
              caption={say(W.lists)}
              columns={columns}
              rows={rows}
              rowKey={({ stage, rank, name }) => `${stage} ${rank} ${name}`}
            />
          </>
        )}
      </Answer>
    </>
  )
}
