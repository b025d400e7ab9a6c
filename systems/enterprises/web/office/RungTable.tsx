import { Link } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { W } from '../words.ts'
import type { List, Rung } from './queries.ts'
import { O } from './words.ts'

interface Props {
  readonly rungs: readonly Rung[]
  readonly list: List | null
  readonly scheme: string | undefined
}

/** A rung a row; every number leads to those that it counts. */
export function RungTable({ rungs, list, scheme }: Props) {
  const say = useSay()
  const { data: meta } = useMeta()
  const to = (shown: List, of: string, count: number, more = '') =>
    count === 0 ? (
      <span className="second">0</span>
    ) : (
      <Link
        to={`/enterprises?list=${shown}&scheme=${of}${more}`}
        aria-current={list === shown && scheme === of ? 'true' : undefined}
        preventScrollReset
      >
        {formatNumber(count)}
      </Link>
    )
  const rows = (of: Rung, state: string) =>
    `/records/enterprises/honours?${new URLSearchParams({
      'filter[scheme]': of.scheme,
      'filter[state]': state,
      ...(state === 'granted' ? { asOf: meta?.zone.today ?? '' } : {}),
    })}`
  const columns: readonly TableColumn<Rung>[] = [
    {
      key: 'name',
      name: say(O.rung),
      card: 'title',
      cell: ({ name, decision, sample }) => (
        <>
          {decision ? <Link to={`/rules/${decision}`}>{say(name)}</Link> : say(name)}
          {sample && <span className="tag">{say(W.sample)}</span>}
        </>
      ),
    },
    {
      key: 'holders',
      name: say(O.holders),
      unit: '家',
      numeric: true,
      card: 'show',
      cell: (rung) =>
        rung.holders === 0 ? '0' : <Link to={rows(rung, 'granted')}>{formatNumber(rung.holders)}</Link>,
    },
    {
      key: 'growth',
      name: say(O.growth),
      numeric: true,
      card: 'show',
      cell: ({ holders, before }) => {
        const more = holders - before
        return more === 0 ? (
          <span className="second">—</span>
        ) : (
          `${more > 0 ? '+' : '−'}${formatNumber(Math.abs(more))}`
        )
      },
    },
    {
      key: 'applied',
      name: say(O.applied),
      numeric: true,
      cell: (rung) =>
        rung.applied === 0 ? (
          <span className="second">0</span>
        ) : (
          <Link to={rows(rung, 'applied')}>{formatNumber(rung.applied)}</Link>
        ),
    },
    {
      key: 'ready',
      name: say(O.ready),
      numeric: true,
      card: 'show',
      cell: ({ scheme: of, reach }) =>
        reach ? to('ready', of, reach.ready) : <span className="second">{say(O.noRule)}</span>,
    },
    {
      key: 'near',
      name: say(O.near),
      numeric: true,
      card: 'show',
      cell: ({ scheme: of, reach }) =>
        reach ? to('near', of, reach.near) : <span className="second">{say(O.noRule)}</span>,
    },
    ...([30, 90, 180] as const).map(
      (days): TableColumn<Rung> => ({
        key: `d${days}`,
        name: say(O.within(days)),
        numeric: true,
        card: days === 90 ? 'show' : undefined,
        cell: ({ scheme: of, ending }) => to('renewals', of, ending[String(days)] ?? 0, `&within=${days}`),
      }),
    ),
  ]
  return <DataTable caption={say(O.ladder)} columns={columns} rows={rungs} rowKey={({ scheme: of }) => of} />
}
