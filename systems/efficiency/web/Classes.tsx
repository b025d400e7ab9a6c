import { useMemo } from 'react'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chart } from '../../../app/web/kit/Chart.tsx'
import { rankOption } from '../../../app/web/kit/chartOptions.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Share } from './types.ts'
import { useNames } from './useNames.ts'
import { W } from './words.ts'

/** How many firms are in which class, and by which score. */
export function Classes({ shares }: { shares: readonly Share[] }) {
  const say = useSay()
  const names = useNames()
  const ranked = shares.filter((share) => share.class !== 'N')
  const option = useMemo(() => {
    const bars = ranked.map(({ class: own, firms }) => ({ name: own, value: firms, own: true }))
    const drawn = rankOption(bars, '')
    // Classes stand in their own order, the best on top, whatever their size.
    const order = [...bars].reverse()
    const [series] = drawn.series as { data: { value: number }[] }[]
    const data = order.map(({ value }) => ({ ...series?.data[0], value }))
    return {
      ...drawn,
      yAxis: { ...(drawn.yAxis as object), data: order.map(({ name }) => name) },
      series: [{ ...(series as object), data }],
    } as typeof drawn
  }, [ranked])
  const best = ranked.find((share) => share.class === 'A')?.firms ?? 0
  const total = ranked.reduce((sum, { firms }) => sum + firms, 0)
  const columns: readonly TableColumn<Share>[] = [
    { key: 'class', name: say(W.class), card: 'title', cell: (share) => names('class', share.class) },
    { key: 'firms', name: say(W.firms), numeric: true, card: 'show', cell: ({ firms }) => firms },
    {
      key: 'least',
      name: say(W.cut),
      numeric: true,
      card: 'show',
      cell: ({ least }) => (least ? formatNumber(least, 2) : '—'),
    },
    { key: 'floor', name: say(W.raised), numeric: true, card: 'show', cell: ({ byFloor }) => byFloor },
    { key: 'veto', name: say(W.lowered), numeric: true, card: 'show', cell: ({ byVeto }) => byVeto },
  ]
  return (
    <section className="block">
      <Chart
        title={say(W.classesTitle(best, total))}
        option={option}
        label={`${say(W.classes)} ${ranked.map((share) => `${share.class} ${share.firms}`).join(' ')}`}
        height={150}
      />
      <DataTable
        compact
        caption={say(W.classes)}
        columns={columns}
        rows={shares}
        rowKey={(share) => share.class}
      />
      <p className="chart-source">{`${say(W.cut)} · ${say(W.cutHelp)}`}</p>
    </section>
  )
}
