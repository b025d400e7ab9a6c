import { useDeferredValue, useState } from 'react'
import type { ApiAnswer, ApiInput } from '../../client/api.ts'
import { useApi, useChoices } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { formatInstant } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { A } from '../words.ts'
import { useNote } from './useNote.ts'
import { useOptions } from './useOptions.ts'

type AccessEvent = ApiAnswer<'/api/access/events'>[number]
type Kind = NonNullable<ApiInput<'/api/access/events'>['query']>['kind']
const LIMIT = 50

/** What happened at the door, newest first, for the audit administrator. */
export default function EventsPage() {
  const say = useSay()
  const options = useOptions()
  const [asked, setAsked] = useState<{ account: string; kind: string; before?: number | undefined }>({
    account: '',
    kind: '',
  })
  const account = useDeferredValue(asked.account.trim())
  const events = useApi('/api/access/events', {
    query: {
      account: account || undefined,
      kind: (asked.kind || undefined) as Kind,
      before: asked.before,
      limit: LIMIT,
    },
  })
  const last = events.data?.at(-1)?.seq
  return (
    <>
      <PageHead title={say(A.events)} about={say(A.eventsAbout)} />
      <div className="toolbar">
        <input
          className="input"
          type="search"
          aria-label={say(A.byLogin)}
          placeholder={say(A.byLogin)}
          value={asked.account}
          onChange={(event) => setAsked({ kind: asked.kind, account: event.target.value })}
        />
        <select
          className="select"
          aria-label={say(A.event)}
          value={asked.kind}
          onChange={(event) => setAsked({ account: asked.account, kind: event.target.value })}
        >
          <option value="">{say(A.allEvents)}</option>
          {options('events').map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Answer of={events} lines={12}>
        {(rows) => (rows.length === 0 ? <Empty title={say(A.noEvents)} /> : <Table rows={rows} />)}
      </Answer>
      <nav className="pager" aria-label={say(A.older)}>
        {asked.before !== undefined && (
          <button type="button" className="button" onClick={() => setAsked({ ...asked, before: undefined })}>
            {say(A.newest)}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={(events.data?.length ?? 0) < LIMIT}
          onClick={() => setAsked({ ...asked, before: last })}
        >
          {say(A.older)}
        </button>
      </nav>
    </>
  )
}

function Table({ rows }: { rows: readonly AccessEvent[] }) {
  const say = useSay()
  const language = useLanguage()
  const note = useNote()
  const { data: choices } = useChoices()
  return (
    <DataTable
      caption={say(A.events)}
      compact
      rows={rows}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { key: 'at', name: say(A.at), card: 'show', cell: ({ at }) => formatInstant(at, language) },
        { key: 'kind', name: say(A.event), card: 'title', cell: ({ kind }) => say(choices?.events[kind]) },
        { key: 'account', name: say(A.account), card: 'show', cell: ({ account }) => account ?? '—' },
        { key: 'actor', name: say(A.actor), cell: ({ actor }) => (actor ? note(actor) : say(A.self)) },
        { key: 'address', name: say(A.address), card: 'show', cell: ({ address }) => address },
        { key: 'why', name: say(A.note), card: 'show', cell: ({ why }) => (why ? note(why) : '—') },
      ]}
    />
  )
}
