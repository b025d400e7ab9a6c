import { Link } from 'react-router'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { plainNumber, shortDate } from '../../../../app/web/kit/format.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import { signOf } from '../bounds.ts'
import { Progress } from '../Progress.tsx'
import type { Granule } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'

/** ≥ 21 个; the sign is the bound in which the report puts it. */
export function useTarget(): (granule: Pick<Granule, 'target'>) => string {
  const unit = useUnit()
  return ({ target }) =>
    target
      ? `${signOf(target.comparator)}${plainNumber(target.value)} ${unit(target.unit ?? '')}`.trim()
      : '—'
}

export function LedgerTable({ rows }: { rows: readonly Granule[] }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const office = useOfficeName()
  const marks = useMarks()
  const target = useTarget()
  const columns: readonly TableColumn<Granule>[] = [
    {
      key: 'text',
      name: say(W.task),
      card: 'title',
      width: '38%',
      cell: ({ id, text }) => <Link to={`/plan/${encodeURIComponent(id)}`}>{text}</Link>,
    },
    {
      key: 'code',
      name: say(W.code),
      cell: ({ code }) => <small className="second task-code">{code}</small>,
    },
    {
      key: 'light',
      name: say(W.light),
      card: 'show',
      cell: ({ light, because }) => (
        <span title={because.map(say).join(marks.semi)}>
          <Light light={light} />
        </span>
      ),
    },
    {
      key: 'progress',
      name: say(W.progress),
      card: 'show',
      width: 130,
      cell: ({ actual, planned }) => (
        <span className="ledger-progress">
          <Progress
            actual={actual}
            planned={planned}
            label={`${say(W.actual)} ${actual}%${marks.comma}${say(W.planned)} ${planned}%`}
          />
          <span>{Math.round(actual)}%</span>
        </span>
      ),
    },
    {
      key: 'lead',
      name: say(W.lead),
      card: 'show',
      cell: ({ office: lead }) => <span className="office-name">{office(lead)}</span>,
    },
    {
      key: 'due',
      name: say(W.due),
      card: 'show',
      cell: ({ dueOn }) => <span className="nowrap">{shortDate(dueOn, language)}</span>,
    },
    { key: 'target', name: say(W.target), numeric: true, cell: target },
    {
      key: 'letters',
      name: say(W.letters),
      numeric: true,
      cell: ({ letters, openLetters }) =>
        letters === 0 ? '' : openLetters > 0 ? `${openLetters} / ${letters}` : letters,
    },
    {
      key: 'status',
      name: say(W.status),
      cell: ({ statusName, synthetic }) => (
        <span className="second nowrap">
          {say(statusName)}
          {synthetic && <small className="tag">{words('syntheticShort')}</small>}
        </span>
      ),
    },
  ]
  return <DataTable compact caption={say(W.plan)} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
