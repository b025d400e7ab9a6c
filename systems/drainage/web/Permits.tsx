import { useState } from 'react'
import { Link } from 'react-router'
import type { ApiAnswer } from '../../../app/web/client/api.ts'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable } from '../../../app/web/kit/DataTable.tsx'
import { formatDate } from '../../../app/web/kit/format.ts'
import { Answer } from '../../../app/web/kit/States.tsx'
import { useChoice } from '../../../app/web/kit/useChoice.ts'
import type { Chosen } from './types.ts'
import { W } from './words.ts'

type Known = ApiAnswer<'/api/drainage/permits'>
type Concern = Known['drainers'][number]['concern']
const CONCERNS: readonly Concern[] = ['none', 'expired', 'soon', 'exceeded']

/** 排水许可: drainers whose permit or test an officer has to see to. */
export function Permits({ show }: { readonly show: (chosen: Chosen) => void }) {
  const say = useSay()
  const known = useApi('/api/drainage/permits', {})
  return (
    <section className="block drain-findings">
      <h2>
        {say(W.permits)}
        <Link to="/records/drainage/drainers">{say(W.allDrainers)}</Link>
      </h2>
      <p className="second">{say(W.permitsHelp)}</p>
      <Answer of={known} lines={5}>
        {(found) => <Table known={found} show={show} />}
      </Answer>
    </section>
  )
}

function Table({ known, show }: { readonly known: Known; readonly show: (chosen: Chosen) => void }) {
  const say = useSay()
  const language = useLanguage()
  const choice = useChoice()
  const { counts, drainers } = known
  const countOf = (concern: Concern) => counts[concern] ?? 0
  const [chosen, setChosen] = useState<Concern>(CONCERNS.find((each) => countOf(each) > 0) ?? 'none')
  const rows = drainers.filter(({ concern }) => concern === chosen)
  const day = (value: string | null) => (value ? formatDate(value, language) : '—')
  return (
    <>
      <div className="toolbar">
        <Chips
          label={say(W.permits)}
          chosen={chosen}
          choose={setChosen}
          chips={CONCERNS.map((each) => ({
            key: each,
            name: say(W[`permit_${each}`]),
            count: countOf(each),
          }))}
        />
      </div>
      {rows.length === 0 ? (
        <p className="second">{say(W.none)}</p>
      ) : (
        <DataTable
          caption={say(W[`permit_${chosen}`])}
          rows={rows}
          rowKey={({ id }) => id}
          compact
          columns={[
            {
              key: 'name',
              name: say(W.drainer),
              card: 'title',
              cell: ({ id, name, important }) => (
                <>
                  <Link to={`/records/drainage/drainers/${encodeURIComponent(id)}`}>{name}</Link>{' '}
                  {important && <span className="tag">{say(W.key)}</span>}
                </>
              ),
            },
            {
              key: 'class',
              name: say(W.drainerClass),
              cell: ({ class: kind }) => choice('drainage.drainers', 'class', kind),
            },
            { key: 'permit', name: say(W.permitNo), cell: ({ permit }) => permit ?? '—' },
            { key: 'to', name: say(W.permitTo), card: 'show', cell: ({ permitTo }) => day(permitTo) },
            { key: 'tested', name: say(W.testedOn), card: 'show', cell: ({ testedOn }) => day(testedOn) },
            {
              key: 'node',
              name: say(W.outletNode),
              cell: ({ node, nodeCode }) =>
                node ? (
                  <button type="button" className="link" onClick={() => show({ node })}>
                    {nodeCode}
                  </button>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
    </>
  )
}
