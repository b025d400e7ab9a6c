import type { Text } from '../../../../kernel/text.ts'
import type { ChartOption } from '../../kit/EChart.tsx'
import { formatNumber } from '../../kit/format.ts'
import type { Effect } from './queries.ts'
import { W } from './words.ts'

/** How many subjects each move takes, the largest above; the money that moves with them stands behind the count. */
export function effectOption(
  moves: Effect['moves'],
  unit: string | undefined,
  say: (text: Text) => string,
): ChartOption {
  const shown = [...moves].reverse()
  const sumOf = (money: string) => (unit && Number(money) !== 0 ? ` · ${formatNumber(money, 2)} ${unit}` : '')
  return {
    grid: { left: 8, right: 120, top: 8, bottom: 28, containLabel: true },
    tooltip: { show: false },
    xAxis: { type: 'value', minInterval: 1, name: say(W.count), nameLocation: 'end' },
    yAxis: { type: 'category', data: shown.map(({ from, to }) => (from === to ? to : `${from} → ${to}`)) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        label: { show: true, position: 'right' },
        data: shown.map(({ subjects, money }) => ({
          value: subjects,
          label: { formatter: `${formatNumber(subjects)}${sumOf(money)}` },
        })),
      },
    ],
  }
}
