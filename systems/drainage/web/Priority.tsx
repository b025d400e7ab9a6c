import { useState } from 'react'
import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { DataTable } from '../../../app/web/kit/DataTable.tsx'
import type { AssessedPipe, Assessment } from './types.ts'
import { W } from './words.ts'

const FEW = 10

/** 修复优先次序: pipes with open defects, the most urgent first. */
export function Priority({ pipes }: { readonly pipes: readonly AssessedPipe[] }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const unknown = pipes.filter(({ structural, functional }) => !structural && !functional).length
  return (
    <section className="block drain-findings">
      <h2>
        {say(W.priority)}
        <Link to="/records/drainage/defect_kinds">{say(W.scores)}</Link>
      </h2>
      <p className="second">{say(W.priorityHelp)}</p>
      {pipes.length === 0 ? (
        <p className="second">{say(W.noDefects)}</p>
      ) : (
        <DataTable
          caption={say(W.priority)}
          rows={all ? pipes : pipes.slice(0, FEW)}
          rowKey={({ id }) => id}
          compact
          columns={[
            {
              key: 'code',
              name: say(W.pipe),
              card: 'title',
              cell: ({ id, code }) => (
                <Link to={`/records/drainage/links/${encodeURIComponent(id)}`}>{code}</Link>
              ),
            },
            { key: 'size', name: say(W.size), unit: '米', numeric: true, cell: ({ size }) => size ?? '–' },
            {
              key: 'F',
              name: 'F',
              numeric: true,
              cell: ({ structural }) => <Value of={structural} part="parameter" />,
            },
            {
              key: 'RI',
              name: 'RI',
              numeric: true,
              card: 'show',
              cell: ({ structural }) => <Value of={structural} part="index" />,
            },
            {
              key: 'MI',
              name: 'MI',
              numeric: true,
              card: 'show',
              cell: ({ functional }) => <Value of={functional} part="index" />,
            },
            {
              key: 'do',
              name: say(W.todo),
              card: 'show',
              cell: ({ structural, functional }) => <Todo of={moreUrgent(structural, functional)} />,
            },
            { key: 'defects', name: say(W.defects), card: 'show', cell: ({ defects }) => listed(defects) },
          ]}
        />
      )}
      {pipes.length > FEW && (
        <p className="toolbar">
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {say(all ? W.fewer : W.allOf)} ({pipes.length})
          </button>
        </p>
      )}
      {unknown > 0 && (
        <p className="second">
          {unknown} {say(W.unscored)}
        </p>
      )}
    </section>
  )
}

const listed = (defects: AssessedPipe['defects']): string =>
  defects.map(({ code, level }) => `${code}${level}`).join('、')

/** What is to be done is said of the worse of both: a pipe may be sound and yet full of silt. */
const moreUrgent = (structural: Assessment, functional: Assessment): Assessment =>
  (functional?.index ?? -1) > (structural?.index ?? -1) ? functional : structural

/** What is lacking makes a value the least that it can be. */
export function Value({ of, part }: { readonly of: Assessment; readonly part: 'parameter' | 'index' }) {
  const say = useSay()
  if (!of) return <>–</>
  const grade = part === 'index' ? of.indexGrade : of.grade
  const least = of.lacking.length > 0
  return (
    <span title={least ? of.lacking.map((what) => say(W[`no_${what}`])).join('、') : undefined}>
      {least ? '≥ ' : ''}
      {of[part].toFixed(2)} <span className="tag">{grade}</span>
    </span>
  )
}

export function Todo({ of }: { readonly of: Assessment }) {
  const say = useSay()
  return <>{say(of ? W[`grade_${of.indexGrade}`] : W.notScored)}</>
}
