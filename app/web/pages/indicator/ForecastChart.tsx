import { useMemo } from 'react'
import type { Text } from '../../../../kernel/text.ts'
import type { IndicatorSummary } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { Chart } from '../../kit/Chart.tsx'
import { forecastOption } from '../../kit/chartOptions.ts'
import { formatNumber } from '../../kit/format.ts'

interface Interval {
  readonly value: string
  readonly low: string
  readonly high: string
}
export interface ForecastAnswer {
  readonly unit: string
  readonly year: number
  readonly through: string
  readonly level: number
  readonly forecast: Interval
  readonly growth: Interval | null
  readonly methodName: Text
  readonly backtest: { readonly years: readonly number[]; readonly mape: string | null }
  readonly history: readonly { readonly month: string; readonly value: string }[]
}

/** Where the year will end: the years so far cumulative, the rest of this one in its band. */
export function ForecastChart({
  indicator,
  forecast,
}: {
  indicator: IndicatorSummary
  forecast: ForecastAnswer
}) {
  const words = useWords()
  const say = useSay()
  const option = useMemo(
    () => bandOption(forecast, say(indicator.name), words('forecastBand')),
    [forecast, indicator, say, words],
  )
  const { year, unit, growth, methodName, backtest, level } = forecast
  const { value, low, high } = forecast.forecast
  const title = `${year} ${words('status.forecast')}：${formatNumber(value, 1)} ${unit}（${formatNumber(low, 1)}—${formatNumber(high, 1)}）${growth ? `，${words('growth')} ${formatNumber(growth.value, 1)}%` : ''}`
  const source = `${say(methodName)} · ${Math.round(level * (level > 1 ? 1 : 100))}% ${words('forecastBand')}${backtest.mape ? ` · MAPE ${formatNumber(backtest.mape, 1)}%` : ''}`
  return (
    <section className="block">
      <Chart
        title={title}
        label={`${say(indicator.name)}，${title}`}
        option={option}
        height={240}
        source={source}
      />
    </section>
  )
}

const round = (value: number) => Number(value.toFixed(2))

/** Cumulative within the year: known months as a line, then a straight band to December. */
function bandOption(
  { history, year, through, unit, forecast }: ForecastAnswer,
  name: string,
  bandName: string,
) {
  const known = history.filter(({ month }) => month.startsWith(String(year)) && month <= through)
  const step = Math.max(1, Number(known[0]?.month.slice(5) ?? 1))
  const months = Array.from(
    { length: 12 / step },
    (_, index) => `${year}-${String((index + 1) * step).padStart(2, '0')}`,
  )
  let sum = 0
  const cumulative = months.map((month) => {
    const found = known.find((one) => one.month === month)
    if (!found) return null
    sum += Number(found.value)
    return round(sum)
  })
  const at = known.length - 1
  const toward = (end: string) =>
    months.map((_, index) =>
      index < at
        ? null
        : round(sum + ((Number(end) - sum) * (index - at)) / Math.max(1, months.length - 1 - at)),
    )
  return forecastOption(
    months,
    unit,
    { name, values: cumulative },
    { low: toward(forecast.low), high: toward(forecast.high), middle: toward(forecast.value) },
    bandName,
  )
}
