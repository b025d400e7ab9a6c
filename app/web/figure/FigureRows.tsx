import { useState } from 'react'
import { useFigureRows, useMeta } from '../client/queries.ts'
import type { FigureAnswer, MetaRecord } from '../client/types.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { DataTable, type TableColumn } from '../kit/DataTable.tsx'
import { formatNumber } from '../kit/format.ts'
import { formatRef } from '../kit/formatRef.ts'
import { Answer } from '../kit/States.tsx'
import { useCell } from '../kit/useCell.tsx'

const STEP = 50
type Shown = Readonly<Record<string, unknown>> & { readonly contribution: string }

/** The rows that a figure is the sum of: who filed them, when; the last line is their sum, beside the figure. */
export function FigureRows({ figure }: { figure: FigureAnswer }) {
  const words = useWords()
  const phone = matchMedia('(max-width: 720px)').matches
  const [limit, setLimit] = useState(STEP)
  const rows = useFigureRows(formatRef(figure.ref), { offset: 0, limit })
  const { data: meta } = useMeta()
  const record = meta?.systems.flatMap((system) => system.records).find(({ id }) => id === rows.data?.record)
  const columns = useColumns(record, figure.unit, rows.data?.sum)
  return (
    <Answer of={rows} lines={8}>
      {({ rows: shown, total, sum, part }) => (
        <>
          <p className="rows-check" role="status">
            <strong>{words(part ? 'sumPart' : same(sum, figure.value) ? 'sumEqual' : 'sumDiffers')}</strong>
            <span className="second">{words('rowsShown', { shown: shown.length, n: total })}</span>
          </p>
          <DataTable<Shown>
            boxed={!phone}
            compact
            caption={words('rowsBehind')}
            columns={columns}
            rows={shown}
            rowKey={(row) => String(row.id)}
          />
          {shown.length < total && limit < 500 && (
            <button
              type="button"
              className="button"
              onClick={() => setLimit(Math.min(500, limit + STEP * 2))}
            >
              {words('showMore', { n: Math.min(STEP * 2, total - shown.length) })}
            </button>
          )}
        </>
      )}
    </Answer>
  )
}

/** Compared as exact text: trailing zeros apart, every digit must agree. */
const plain = (value: string) => formatNumber(value, undefined, false)
const same = (sum: string, value: string | null) => value !== null && plain(sum) === plain(value)

/** Columns of the record that tell rows apart; the noise of one and the same value stays out. */
const LEFT_OUT = new Set(['item', 'form', 'comparable', 'value'])

function useColumns(
  record: MetaRecord | undefined,
  unit: string,
  sum: string | undefined,
): readonly TableColumn<Shown>[] {
  const words = useWords()
  const say = useSay()
  const cell = useCell()
  if (!record) return []
  const named = Object.entries(record.columns).filter(([key, column]) => !column.quiet && !LEFT_OUT.has(key))
  const raw = record.columns.value
  return [
    ...named.map(
      ([key, column], index): TableColumn<Shown> => ({
        key,
        name: say(column.name),
        card: index === 0 ? 'title' : 'show',
        cell: (row) => (
          <>
            {cell(column, row[key])}
            {index === 0 && row.synthetic === true && (
              <small className="tag">{words('syntheticShort')}</small>
            )}
          </>
        ),
        ...(index === 0 ? { total: words('sum') } : {}),
      }),
    ),
    ...(raw
      ? [
          {
            key: 'value',
            name: say(raw.name),
            unit: raw.unit,
            numeric: true,
            cell: (row: Shown) => formatNumber(row.value as string),
          },
        ]
      : []),
    {
      key: 'contribution',
      name: words('contribution'),
      unit,
      numeric: true,
      card: 'show',
      cell: (row) => formatNumber(row.contribution, 4),
      total: <strong>{formatNumber(sum)}</strong>,
    },
  ]
}
