import { Link } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber, shortDate } from '../../../../app/web/kit/format.ts'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { STATES, W } from './words.ts'

export type Line = ApiAnswer<'/api/policy/claims'>['lines'][number]

export function Due({ dueOn, late }: Pick<Line, 'dueOn' | 'late'>) {
  const say = useSay()
  const language = useLanguage()
  if (!dueOn) return <>—</>
  return (
    <span className={late ? 'light light-red nowrap' : 'nowrap'}>
      {shortDate(dueOn, language)}
      {late && ` ${say(W.late)}`}
    </span>
  )
}

/** Claims under one another, each a link to its page. */
export function ClaimLines({
  lines,
  caption,
}: {
  readonly lines: readonly Line[]
  readonly caption: string
}) {
  const say = useSay()
  const office = useOffice()
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          name: say(W.policy),
          card: 'title',
          cell: (line) => <Link to={`/policy/claims/${line.id}`}>{line.title}</Link>,
        },
        { key: 'enterprise', name: say(W.enterprise), card: 'show', cell: (line) => line.enterpriseName },
        { key: 'office', name: say(W.office), cell: (line) => office(line.office) },
        { key: 'state', name: say(W.state), card: 'show', cell: (line) => say(STATES[line.state]) },
        {
          key: 'amount',
          name: say(W.amount),
          unit: '元',
          numeric: true,
          card: 'show',
          cell: (line) => formatNumber(line.amount, 0),
        },
        { key: 'due', name: say(W.due), card: 'show', cell: (line) => <Due {...line} /> },
      ]}
    />
  )
}
