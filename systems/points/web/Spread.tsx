import { useMemo } from 'react'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chart } from '../../../app/web/kit/Chart.tsx'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import { spreadOption } from './options.ts'
import type { Overview } from './types.ts'
import { STAGES, W } from './words.ts'

type Stage = Overview['stages'][number]

/** How points spread over each stage, with what each stage comes to. */
export function Spread({ stages }: { readonly stages: Overview['stages'] }) {
  const say = useSay()
  const option = useMemo(
    () =>
      spreadOption(
        stages.map(({ stage, bins }) => ({ name: say(STAGES[stage]), bins })),
        say(W.unitFirms),
        say(W.unitPoints),
      ),
    [stages, say],
  )
  return (
    <section className="block">
      <Chart title={say(W.spread)} option={option} label={say(W.spreadLabel)} height={230} />
      <StageTable stages={stages} />
    </section>
  )
}

function StageTable({ stages }: { readonly stages: readonly Stage[] }) {
  const say = useSay()
  const columns: readonly TableColumn<Stage>[] = [
    { key: 'stage', name: say(W.stage), card: 'title', cell: ({ stage }) => say(STAGES[stage]) },
    {
      key: 'from',
      name: say(W.revenueFrom),
      numeric: true,
      cell: ({ from }) => `≥ ${formatNumber(from, 0)}`,
    },
    {
      key: 'count',
      name: say(W.enterprises),
      numeric: true,
      card: 'show',
      cell: ({ count }) => formatNumber(count, 0),
    },
    {
      key: 'mean',
      name: say(W.mean),
      numeric: true,
      card: 'show',
      cell: ({ mean }) => formatNumber(mean, 1),
    },
    { key: 'median', name: say(W.median), numeric: true, cell: ({ median }) => formatNumber(median, 1) },
    {
      key: 'best',
      name: say(W.best),
      numeric: true,
      card: 'show',
      cell: ({ best }) => formatNumber(best, 1),
    },
    {
      key: 'places',
      name: say(W.places),
      numeric: true,
      cell: ({ places }) => places.map(({ last }) => last).join(' / '),
    },
  ]
  return (
    <DataTable
      caption={say(W.spread)}
      columns={columns}
      rows={stages}
      rowKey={({ stage }) => stage}
      compact
    />
  )
}
