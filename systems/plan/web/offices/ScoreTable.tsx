import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import type { Scores } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'

type ScoreRow = Scores['rows'][number]
const LIGHTS = ['red', 'yellow', 'green', 'done'] as const
const PARTS = [
  ['onTime', W.onTime],
  ['progress', W.progress],
  ['letters', W.letters],
  ['quality', W.quality],
] as const

/** Offices by score; each part beside it, so that a score explains itself. */
export function ScoreTable({ scores, choose }: { scores: Scores; choose: (office: string) => void }) {
  const say = useSay()
  const words = useWords()
  const office = useOfficeName()
  const columns: readonly TableColumn<ScoreRow>[] = [
    {
      key: 'office',
      name: say(W.office),
      card: 'title',
      cell: (row) => (
        <button type="button" className="link" onClick={() => choose(row.office.id)}>
          {office(row.office, 'full')}
        </button>
      ),
    },
    { key: 'granules', name: say(W.granules), numeric: true, card: 'show', cell: ({ granules }) => granules },
    ...LIGHTS.map(
      (light): TableColumn<ScoreRow> => ({
        key: light,
        name: words(`light_.${light}`),
        numeric: true,
        cell: ({ counts }) =>
          counts[light] === 0 ? (
            <span className="second">0</span>
          ) : (
            <span className="light">
              <LightShape light={light} />
              {counts[light]}
            </span>
          ),
      }),
    ),
    ...PARTS.map(
      ([key, name]): TableColumn<ScoreRow> => ({
        key: `part-${key}`,
        name: say(name),
        numeric: true,
        cell: (row) => formatNumber(row[key], 1),
      }),
    ),
    {
      key: 'total',
      name: say(W.score),
      numeric: true,
      card: 'show',
      cell: ({ total }) => <strong>{formatNumber(total, 1)}</strong>,
    },
  ]
  return (
    <section>
      <DataTable
        compact
        caption={say(W.score)}
        columns={columns}
        rows={scores.rows}
        rowKey={(row) => row.office.id}
      />
      <p className="chart-source">{say(scores.formula)}</p>
    </section>
  )
}
