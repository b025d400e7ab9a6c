import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import type { Replays as Known } from '../types.ts'
import { clock } from './options.ts'
import { T } from './words.ts'

const to = (id: string) => `/drainage/twin?replay=${encodeURIComponent(id)}`

/** Storms that the gauges have seen, each to be replayed; and the replays that there are. */
export function Replays({ known: { may, storms, replays } }: { known: Known }) {
  const say = useSay()
  const choice = useChoice()
  const language = useLanguage()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: ({ from, to: until }: Known['storms'][number]) =>
      post<{ id: string }>('/api/drainage/replays', { from, to: until }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries()
      await navigate(to(id))
      window.scrollTo({ top: 0 })
    },
  })
  const busy = replays.some(({ state }) => state === 'running')
  return (
    <section className="block">
      <h2>
        {say(T.storms)}
        <Link to="/records/drainage/replays">{say(T.allReplays)}</Link>
      </h2>
      <p className="second">{say(T.stormsHelp)}</p>
      {storms.length === 0 ? (
        <p className="second">{say(T.noStorms)}</p>
      ) : (
        <DataTable
          caption={say(T.storms)}
          compact
          rows={storms}
          rowKey={({ begins }) => begins}
          columns={[
            {
              key: 'begins',
              name: say(T.stormAt),
              card: 'title',
              cell: ({ begins, ends }) => `${formatInstant(begins, language)} – ${clock(ends)}`,
            },
            {
              key: 'rain',
              name: say(T.rainFallen),
              unit: '毫米',
              numeric: true,
              card: 'show',
              cell: ({ rain }) => formatNumber(rain, 1),
            },
            {
              key: 'replays',
              name: say(T.replays),
              card: 'show',
              cell: ({ begins, ends }) => {
                const own = replays.filter((one) => one.from < ends && begins < one.to)
                return own.length === 0 ? (
                  <span className="second">{say(T.noReplay)}</span>
                ) : (
                  <span className="twin-replays">
                    {own.map(({ id, state, turns, total }) => (
                      <Link key={id} to={to(id)}>
                        {choice('drainage.replays', 'state', state)} {turns}/{total}
                      </Link>
                    ))}
                  </span>
                )
              },
            },
            {
              key: 'act',
              name: '',
              card: 'show',
              cell: (storm) =>
                may ? (
                  <button
                    type="button"
                    className="button"
                    disabled={busy || begin.isPending}
                    onClick={() => begin.mutate(storm)}
                  >
                    {say(T.replayThis)}
                  </button>
                ) : null,
            },
          ]}
        />
      )}
      {!may && storms.length > 0 && <p className="chart-source">{say(T.whoMay)}</p>}
      {begin.error && <Problem error={begin.error} />}
    </section>
  )
}
