import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Overview } from './types.ts'
import { OPEN_STATES, STATE_WORDS, W } from './words.ts'

type Line = Pick<Overview, 'states' | 'late'>

/** How many stand at each step, each number with its list. */
export function Now({ states, late }: Line) {
  const say = useSay()
  const to = (filter: Readonly<Record<string, string>>) =>
    `/records/city/reports?${new URLSearchParams(
      Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value])),
    )}`
  const columns: readonly TableColumn<Line>[] = [
    { key: 'now', name: '', card: 'title', cell: () => say(W.now) },
    ...OPEN_STATES.map(
      (state): TableColumn<Line> => ({
        key: state,
        name: say(STATE_WORDS[state]),
        numeric: true,
        card: 'show',
        cell: (line) => <Link to={to({ state })}>{formatNumber(line.states[state])}</Link>,
      }),
    ),
    {
      key: 'late',
      name: say(W.late),
      numeric: true,
      card: 'show',
      cell: () =>
        late === 0 ? '0' : <Link to={`${to({ state: 'handling' })}&sort=due_at`}>{formatNumber(late)}</Link>,
    },
  ]
  return <DataTable caption={say(W.now)} columns={columns} rows={[{ states, late }]} rowKey={() => 'now'} />
}
