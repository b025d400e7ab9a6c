import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import type { Twin } from '../types.ts'
import { clock } from './options.ts'
import { LevelMark } from './Places.tsx'
import { LEVEL_WORDS, T } from './words.ts'

/** So many are listed until more are asked for. */
const FIRST = 8

/** Warnings of a day, each with the case of its plan. */
export function Warnings({ warnings, plan }: Pick<Twin, 'warnings' | 'plan'>) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const [all, setAll] = useState(false)
  return (
    <section className="block">
      <h2>
        {say(T.warnings)}
        <Link to="/records/drainage/warnings">{say(T.allWarnings)}</Link>
      </h2>
      {warnings.length === 0 ? (
        <p className="second">{say(T.noWarnings)}</p>
      ) : (
        <DataTable
          caption={say(T.warnings)}
          compact
          rows={all ? warnings : warnings.slice(0, FIRST)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'code',
              name: say(T.node),
              card: 'title',
              cell: ({ id, code }) => (
                <Link to={`/records/drainage/warnings/${encodeURIComponent(id)}`}>{code}</Link>
              ),
            },
            {
              key: 'level',
              name: say(T.level),
              card: 'show',
              cell: ({ level }) => <LevelMark level={level} />,
            },
            {
              key: 'state',
              name: say(T.state),
              card: 'show',
              cell: ({ state }) => say(state === 'open' ? T.open : T.ended),
            },
            {
              key: 'begins',
              name: say(T.begins),
              card: 'show',
              cell: ({ begins }) => (begins ? clock(begins) : say(T.onlyHeavy)),
            },
            {
              key: 'depth',
              name: say(T.depth),
              unit: 'cm',
              numeric: true,
              card: 'show',
              cell: ({ depth }) => formatNumber(100 * depth, 0),
            },
            {
              key: 'certainty',
              name: say(T.sure),
              unit: '%',
              numeric: true,
              card: 'show',
              cell: ({ certainty }) => formatNumber(certainty),
            },
            { key: 'issued', name: say(T.issued), cell: ({ issued }) => formatInstant(issued, language) },
            {
              key: 'case',
              name: say(T.case),
              card: 'show',
              cell: (warning) =>
                warning.case ? (
                  <Link to={`/cases/${encodeURIComponent(warning.case)}`}>{say(T.openCase)}</Link>
                ) : (
                  <span className="second">{say(T.noCase)}</span>
                ),
            },
          ]}
        />
      )}
      <p className="chart-source">
        {say(T.plan)}
        {marks.colon}
        {plan
          .map(
            ({ level, people, pumps, closure }) =>
              `${say(LEVEL_WORDS[level])} ${people} ${say(T.people)}${pumps > 0 ? `${marks.list}${pumps} ${say(T.pumps)}` : ''}${marks.comma}${say(closure)}`,
          )
          .join(marks.semi)}
      </p>
      {warnings.length > FIRST && !all && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {say(T.more)} {warnings.length}
        </button>
      )}
    </section>
  )
}
