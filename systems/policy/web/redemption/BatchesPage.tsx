import { Link } from 'react-router'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Problem } from '../../../../app/web/kit/States.tsx'
import { send, useSend } from './useSend.ts'
import { BATCH, W } from './words.ts'

/** Batches of payment orders, the newest first. */
export default function BatchesPage() {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  const asked = useApi('/api/policy/batches', {})
  const make = useSend((_: undefined) => send('/batches'))
  const pays = meta?.actor.role === 'officer' && meta.actor.office === 'finance'
  return (
    <>
      <PageHead title={say(W.batches)} about={say(W.batchesAbout)}>
        {pays && (
          <button
            type="button"
            className="button primary"
            disabled={make.isPending || !asked.data?.waiting}
            onClick={() => make.mutate(undefined)}
          >
            {say(asked.data?.waiting ? W.makeBatch(asked.data.waiting) : W.nothingWaits)}
          </button>
        )}
      </PageHead>
      {make.error && <Problem error={make.error} />}
      <Answer of={asked}>
        {({ batches }) => (
          <DataTable
            caption={say(W.batches)}
            rows={batches}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                name: say(W.number),
                card: 'title',
                cell: ({ id, number }) => <Link to={`/policy/batches/${id}`}>{number}</Link>,
              },
              { key: 'state', name: say(W.state), card: 'show', cell: ({ state }) => say(BATCH[state]) },
              { key: 'lines', name: say(W.lines), numeric: true, card: 'show', cell: ({ lines }) => lines },
              {
                key: 'total',
                name: say(W.total),
                unit: '元',
                numeric: true,
                card: 'show',
                cell: ({ total }) => formatNumber(total, 2),
              },
              {
                key: 'on',
                name: say(W.ordered),
                card: 'show',
                cell: ({ orderedOn }) => formatDate(orderedOn, language),
              },
            ]}
          />
        )}
      </Answer>
    </>
  )
}
