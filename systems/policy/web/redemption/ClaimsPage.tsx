import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatMonth, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { toast } from '../../../../app/web/kit/Toast.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { ClaimLines } from './ClaimLines.tsx'
import { send, useSend } from './useSend.ts'
import { STATES, W } from './words.ts'

type Overview = ApiAnswer<'/api/policy/claims'>
type State = keyof typeof STATES
const STEP = 50

/** The office's page: what came in, what is late, what the money does. */
export default function ClaimsPage() {
  const say = useSay()
  const [search] = useSearchParams()
  const state = (search.get('state') ?? undefined) as State | undefined
  const [limit, setLimit] = useState(STEP)
  const asked = useApi('/api/policy/claims', { query: { state, limit: Math.min(limit, 200), offset: 0 } })
  return (
    <>
      <PageHead title={say(W.claims)} about={say(W.claimsAbout)}>
        <OfficeActs />
        <Link className="button" to="/policy/batches">
          {say(W.batches)}
        </Link>
      </PageHead>
      <Answer of={asked} lines={12}>
        {(data) => (
          <div className="stack">
            <States data={data} chosen={state} />
            {data.lines.length === 0 ? (
              <Empty title={say(W.noClaims)} hint={say(W.noClaimsHint)} />
            ) : (
              <ClaimLines lines={data.lines} caption={say(W.claims)} />
            )}
            {data.total > data.lines.length && limit < 200 && (
              <button type="button" className="button" onClick={() => setLimit(limit + STEP)}>
                {say(W.more)}
              </button>
            )}
            <Pots pots={data.pots} />
            <Speed speed={data.speed} />
          </div>
        )}
      </Answer>
    </>
  )
}

function States({ data, chosen }: { readonly data: Overview; readonly chosen: State | undefined }) {
  const say = useSay()
  return (
    <nav className="chips" aria-label={say(W.state)}>
      <Link className="chip" to="/policy/claims" aria-current={chosen === undefined || undefined}>
        {say(W.all)}
      </Link>
      {(Object.keys(STATES) as State[]).flatMap((state) => {
        const found = data.states.find((one) => one.state === state)
        if (!found) return []
        return [
          <Link
            key={state}
            className="chip"
            to={`/policy/claims?state=${state}`}
            aria-current={chosen === state || undefined}
          >
            {say(STATES[state])} <span className="chip-count">{found.claims}</span>
            {found.late > 0 && (
              <span className="light light-red">
                {say(W.late)} {found.late}
              </span>
            )}
          </Link>,
        ]
      })}
    </nav>
  )
}

/** What an office does with many claims at once. */
function OfficeActs() {
  const say = useSay()
  const { data: meta } = useMeta()
  const officer = meta?.actor.role === 'officer'
  const approved = useApi(
    '/api/policy/claims',
    officer ? { query: { state: 'approved', office: meta.actor.office, limit: 200, offset: 0 } } : undefined,
  )
  const act = useSend((work: () => Promise<unknown>) => work())
  if (!officer) return null
  const ids = approved.data?.lines.map(({ id }) => id) ?? []
  return (
    <>
      {ids.length > 0 && (
        <button
          type="button"
          className="button primary"
          disabled={act.isPending}
          onClick={() =>
            act.mutate(async () => {
              await send('/notices', { claims: ids })
              toast({ says: W.publicized(ids.length) })
            })
          }
        >
          {say(W.publicizeAll(ids.length))}
        </button>
      )}
      <button
        type="button"
        className="button"
        disabled={act.isPending}
        onClick={() =>
          act.mutate(async () => {
            const { cleared } = await send<{ cleared: number }>('/notices/clear')
            toast({ says: W.cleared(cleared) })
          })
        }
      >
        {say(W.clear)}
      </button>
      {act.error && <Problem error={act.error} />}
    </>
  )
}

function Pots({ pots }: { readonly pots: Overview['pots'] }) {
  const say = useSay()
  const office = useOffice()
  const money = (key: 'budget' | 'reserved' | 'paid' | 'left', card: 'show' | undefined = 'show') => ({
    key,
    name: say(W[key]),
    unit: '元',
    numeric: true,
    card,
    cell: (pot: Overview['pots'][number]) => formatNumber(pot[key], 0),
  })
  return (
    <section className="block" aria-label={say(W.pots)}>
      <h2>{say(W.pots)}</h2>
      <DataTable
        caption={say(W.pots)}
        rows={pots}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', name: say(W.pots), card: 'title', cell: ({ name }) => name },
          { key: 'office', name: say(W.office), cell: (pot) => office(pot.office) },
          money('budget'),
          money('reserved'),
          money('paid'),
          money('left'),
        ]}
      />
    </section>
  )
}

function Speed({ speed }: { readonly speed: Overview['speed'] }) {
  const say = useSay()
  const language = useLanguage()
  if (speed.length === 0) return null
  return (
    <section className="block" aria-label={say(W.speed)}>
      <h2>{say(W.speed)}</h2>
      <DataTable
        caption={say(W.speed)}
        rows={[...speed].reverse().slice(0, 24)}
        rowKey={({ month }) => month}
        columns={[
          {
            key: 'month',
            name: say(W.month),
            card: 'title',
            cell: ({ month }) => formatMonth(month, language),
          },
          { key: 'count', name: say(W.count), numeric: true, card: 'show', cell: ({ claims }) => claims },
          {
            key: 'paid',
            name: say(W.paid),
            unit: '元',
            numeric: true,
            card: 'show',
            cell: ({ paid }) => formatNumber(paid, 0),
          },
          {
            key: 'median',
            name: say(W.median),
            unit: '天',
            numeric: true,
            card: 'show',
            cell: ({ median }) => formatNumber(median, 1),
          },
          {
            key: 'p90',
            name: say(W.p90),
            unit: '天',
            numeric: true,
            card: 'show',
            cell: ({ p90 }) => formatNumber(p90, 1),
          },
        ]}
      />
      <p className="chart-source">{say(W.speedNote)}</p>
    </section>
  )
}
