import { useNow } from '../../client/useNow.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { useStepName } from './names.ts'
import type { CaseWhole } from './queries.ts'
import { duration } from './time.ts'
import { W } from './words.ts'

interface Row {
  readonly key: string
  readonly name: string | null
  readonly office: string | null
  readonly person: string | null
  readonly since: string
  readonly ended: string | null
  readonly due: string | null
}

/** Who had it, from when to when, and whether in time. */
export function HeldTable({ of }: { of: CaseWhole }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const step = useStepName()
  const now = useNow()
  const rows: readonly Row[] = [
    ...of.held.map(({ token, ended, by, holder, ...held }) => ({
      ...held,
      key: `${token} ${ended}`,
      person: by ?? holder,
      ended,
    })),
    ...of.tasks.map(({ token, holder, ...task }) => ({
      ...task,
      key: String(token),
      person: holder,
      ended: null,
    })),
  ]
  if (rows.length === 0) return null
  const isLate = ({ due, ended }: Row) => due !== null && Date.parse(due) < (ended ? Date.parse(ended) : now)
  const columns: TableColumn<Row>[] = [
    { key: 'name', name: say(W.heldStep), card: 'title', cell: ({ name }) => (name ? step(name) : '—') },
    {
      key: 'who',
      name: say(W.heldBy),
      card: 'show',
      cell: (row) => (
        <>
          {row.office ? office(row.office) : ''}{' '}
          {row.person ? post(row.person) : row.ended ? say(W.notDone) : say(W.nobody)}
        </>
      ),
    },
    {
      key: 'since',
      name: say(W.since),
      cell: ({ since }) => formatInstant(since, language),
    },
    {
      key: 'time',
      name: say(W.heldTime),
      card: 'show',
      cell: (row) => (
        <span className="light">
          <LightShape light={isLate(row) ? 'red' : row.ended ? 'done' : 'green'} />
          {say(duration(Math.max(0, (row.ended ? Date.parse(row.ended) : now) - Date.parse(row.since))))}
          {!row.ended && <small className="second"> {say(W.onGoing)}</small>}
        </span>
      ),
    },
    {
      key: 'due',
      name: say(W.heldLimit),
      cell: ({ due }) => (due ? formatInstant(due, language) : '—'),
    },
  ]
  return (
    <section className="block">
      <h2>{say(W.held)}</h2>
      <DataTable caption={say(W.held)} columns={columns} rows={rows} rowKey={({ key }) => key} compact />
    </section>
  )
}
