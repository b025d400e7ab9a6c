import './rules.css'
import { Link } from 'react-router'
import { useSay } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { type Rule, useRules } from './queries.ts'
import { W } from './words.ts'

/** Every rule of the zone: what it decides, which version holds, what is being worked on. */
export default function RulesPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(W.rules)} about={say(W.rulesAbout)} />
      <Answer of={useRules()} lines={6}>
        {(rules) =>
          rules.length === 0 ? (
            <Empty title={say(W.none)} hint={say(W.noneHint)} />
          ) : (
            <RuleTable rules={rules} />
          )
        }
      </Answer>
    </>
  )
}

function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const say = useSay()
  const office = useOffice()
  const columns: TableColumn<Rule>[] = [
    {
      key: 'name',
      name: say(W.name),
      card: 'title',
      cell: ({ id, name, about, sample }) => (
        <>
          <Link to={`/rules/${id}`}>{say(name)}</Link>
          {sample && <span className="tag">{say(W.sample)}</span>}
          <p className="because">{say(about)}</p>
        </>
      ),
    },
    { key: 'office', name: say(W.office), card: 'show', cell: (rule) => office(rule.office) },
    {
      key: 'inForce',
      name: say(W.inForce),
      card: 'show',
      cell: ({ id, inForce }) =>
        inForce === null ? (
          say(W.notInForce)
        ) : (
          <Link to={`/rules/${id}/${inForce}`}>{say(W.version(inForce))}</Link>
        ),
    },
    {
      key: 'open',
      name: say(W.open),
      card: 'show',
      cell: ({ id, open }) =>
        open.length === 0
          ? '—'
          : open.map((number) => (
              <Link key={number} to={`/rules/${id}/${number}`}>
                {say(W.version(number))}{' '}
              </Link>
            )),
    },
  ]
  return <DataTable caption={say(W.rules)} columns={columns} rows={rules} rowKey={({ id }) => id} />
}
