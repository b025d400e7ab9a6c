import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { Steps } from './Steps.tsx'
import type { SchemeLine } from './types.ts'
import { useNames } from './useNames.ts'
import { STATES, W } from './words.ts'

/** Every evaluation of a year by its group: how far it has come, and what is to be done. */
export default function BoardPage() {
  const say = useSay()
  const [chosen, setChosen] = useState('')
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/records/efficiency/firms">
          {say(W.data)}
        </Link>
        <Link className="button" to="/records/efficiency/schemes">
          {say(W.schemes)}
        </Link>
      </PageHead>
      <Answer of={useApi('/api/efficiency/board', {})} lines={8}>
        {({ schemes }) => {
          const years = [...new Set(schemes.map(({ year }) => year))]
          const year = chosen || (years[0] ?? '')
          return (
            <>
              <div className="toolbar">
                <Chips
                  label={say(W.year)}
                  chosen={year}
                  choose={setChosen}
                  chips={years.map((key) => ({ key, name: key }))}
                />
              </div>
              <Board schemes={schemes.filter((scheme) => scheme.year === year)} />
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Board({ schemes }: { schemes: readonly SchemeLine[] }) {
  const say = useSay()
  const names = useNames()
  const columns: readonly TableColumn<SchemeLine>[] = [
    {
      key: 'group',
      name: say(W.group),
      card: 'title',
      cell: ({ name, segment, round, official }) => (
        <>
          {round ? (
            <Link to={`/efficiency/rounds/${encodeURIComponent(round.id)}`}>{names('segment', segment)}</Link>
          ) : (
            names('segment', segment)
          )}
          {!official && (
            <span className="tag" title={say(W.sampleHint)}>
              {say(W.sample)}
            </span>
          )}
          <p className="because">{name}</p>
        </>
      ),
    },
    { key: 'firms', name: say(W.firms), numeric: true, card: 'show', cell: ({ firms }) => firms },
    { key: 'confirmed', name: say(W.confirmed), numeric: true, card: 'show', cell: (line) => line.confirmed },
    {
      key: 'state',
      name: say(W.state),
      card: 'show',
      cell: ({ round }) =>
        round ? (
          <span className="nowrap">
            {say(STATES[round.state])}
            {round.open > 0 && <span className="tag">{`${say(W.objections)} ${round.open}`}</span>}
          </span>
        ) : (
          <span className="second">{say(W.notTried)}</span>
        ),
    },
    {
      key: 'step',
      name: say(W.step),
      card: 'show',
      cell: (line) => (
        <span className="actions">
          <Steps line={line} />
        </span>
      ),
    },
  ]
  return <DataTable caption={say(W.title)} columns={columns} rows={schemes} rowKey={({ id }) => id} />
}
