import { useDeferredValue, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ApiAnswer, ApiInput } from '../../client/api.ts'
import { post } from '../../client/fetch.ts'
import { useApi, useChoices } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { formatInstant } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { OffsetPager } from '../../pages/records/Pager.tsx'
import { type Action, ActionDialog } from '../ActionDialog.tsx'
import { A } from '../words.ts'
import { OneTime } from './OneTime.tsx'
import { useOptions } from './useOptions.ts'

type Question = NonNullable<ApiInput<'/api/access/accounts'>['query']>
type AccountRow = ApiAnswer<'/api/access/accounts'>['rows'][number]
const LIMIT = 50

/** All accounts, for the security administrator. */
export default function AccountsPage() {
  const say = useSay()
  const [asked, setAsked] = useState({ q: '', kind: '', state: '', offset: 0 })
  const ask = (change: Partial<typeof asked>) => setAsked({ ...asked, offset: 0, ...change })
  const q = useDeferredValue(asked.q.trim())
  const list = useApi('/api/access/accounts', {
    query: {
      q: q || undefined,
      kind: (asked.kind || undefined) as Question['kind'],
      state: (asked.state || undefined) as Question['state'],
      offset: asked.offset,
      limit: LIMIT,
    },
  })
  const options = useOptions()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const [made, setMade] = useState<Made>()
  const create = useCreate(setMade)
  return (
    <>
      <PageHead title={say(A.accounts)} about={say(A.accountsAbout)}>
        <button type="button" className="button primary" onClick={() => setCreating(true)}>
          {say(A.create)}
        </button>
      </PageHead>
      <div className="toolbar">
        <input
          className="input"
          type="search"
          aria-label={say(A.find)}
          placeholder={say(A.find)}
          value={asked.q}
          onChange={(event) => ask({ q: event.target.value })}
        />
        <select
          className="select"
          aria-label={say(A.kind)}
          value={asked.kind}
          onChange={(event) => ask({ kind: event.target.value })}
        >
          <option value="">{say(A.allKinds)}</option>
          {options('kinds').map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <select
          className="select"
          aria-label={say(A.state)}
          value={asked.state}
          onChange={(event) => ask({ state: event.target.value })}
        >
          <option value="">{say(A.allStates)}</option>
          {options('states').map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Answer of={list} lines={8}>
        {({ total, rows }) =>
          rows.length === 0 ? (
            <Empty title={say(A.noneFound)} hint={say(A.noneFoundHint)} />
          ) : (
            <>
              <Table rows={rows} />
              {total > LIMIT && (
                <OffsetPager
                  offset={asked.offset}
                  limit={LIMIT}
                  total={total}
                  go={(offset) => ask({ offset })}
                />
              )}
            </>
          )
        }
      </Answer>
      {isCreating && <ActionDialog action={create} close={() => setCreating(false)} />}
      {made && (
        // Then to its page, where posts are given.
        <OneTime
          password={made.password}
          close={() => void navigate(`/admin/accounts/${encodeURIComponent(made.id)}`)}
        />
      )}
    </>
  )
}

function Table({ rows }: { rows: readonly AccountRow[] }) {
  const say = useSay()
  const language = useLanguage()
  const { data: choices } = useChoices()
  return (
    <DataTable
      caption={say(A.accounts)}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'display',
          name: say(A.display),
          card: 'title',
          cell: ({ id, display }) => <Link to={`/admin/accounts/${encodeURIComponent(id)}`}>{display}</Link>,
        },
        { key: 'login', name: say(A.login), card: 'show', cell: ({ login }) => login },
        { key: 'kind', name: say(A.kind), cell: ({ kind }) => say(choices?.kinds[kind]) },
        { key: 'enterprise', name: say(A.creditCode), cell: ({ enterprise }) => enterprise ?? '—' },
        { key: 'state', name: say(A.state), card: 'show', cell: ({ state }) => say(choices?.states[state]) },
        { key: 'created', name: say(A.created), cell: ({ created }) => formatInstant(created, language) },
      ]}
    />
  )
}

/** What opens an account. */
function useCreate(made: (account: Made) => void): Action {
  const say = useSay()
  const options = useOptions()
  return {
    title: say(A.create),
    fields: [
      { name: 'login', label: say(A.login) },
      { name: 'display', label: say(A.display) },
      { name: 'kind', label: say(A.kind), options: options('kinds') },
      { name: 'enterprise', label: say(A.creditCode), help: say(A.creditCodeHelp), optional: true },
    ],
    run: async (values) => made(await post<Made>('/api/access/accounts', values)),
  }
}

interface Made {
  readonly id: string
  readonly password: string
}
