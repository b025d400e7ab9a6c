import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { useUnitName } from '../../../app/web/i18n/units.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { plainNumber } from '../../../app/web/kit/format.ts'
import type { Overview } from './types.ts'
import { COUNTS, GROUPS, STAGES, W } from './words.ts'

type Indicator = Overview['indicators'][number]
type Stage = 'seed' | 'start' | 'growth' | 'expansion' | 'stable'

/** The indicators of a scheme with their weights by stage, which must sum to 100. */
export function Scheme({ of: { scheme, indicators, sums } }: { readonly of: Overview }) {
  const say = useSay()
  const unitName = useUnitName()
  const columns: readonly TableColumn<Indicator>[] = [
    {
      key: 'name',
      name: say(W.indicator),
      card: 'title',
      total: say(W.sum),
      cell: ({ id, number, name, unit, group, counts }) => (
        <>
          <span className="second">{number}. </span>
          <Link to={`/records/points/indicators/${encodeURIComponent(id)}`}>{name}</Link>
          {unit && <span className="second"> {unitName(unit)}</span>}
          <small className="tag">{say(COUNTS[counts] ?? GROUPS[group])}</small>
        </>
      ),
    },
    {
      key: 'formula',
      name: say(W.formula),
      cell: ({ expression }) => <code className="because">{expression}</code>,
    },
    ...sums.map(
      ({ stage, sum }): TableColumn<Indicator> => ({
        key: stage,
        name: say(STAGES[stage]),
        numeric: true,
        card: 'show',
        total:
          sum === '100' ? (
            '100 ✓'
          ) : (
            <strong className="field-problem" title={say(W.sumOff)}>
              {sum} ✗
            </strong>
          ),
        cell: (row) => plainNumber(row[`weight_${stage as Stage}`]),
      }),
    ),
  ]
  return (
    <section className="block" aria-label={say(W.scheme)}>
      <h2>
        <span>
          {say(W.weights)}
          {scheme.standing === 'sample' && <small className="tag">{say(W.sample)}</small>}
        </span>
        <Link to={`/records/points/schemes/${encodeURIComponent(scheme.id)}`}>{scheme.name}</Link>
      </h2>
      <p className="second because">{scheme.basis}</p>
      <DataTable
        caption={say(W.weights)}
        columns={columns}
        rows={indicators}
        rowKey={({ id }) => id}
        compact
      />
    </section>
  )
}
