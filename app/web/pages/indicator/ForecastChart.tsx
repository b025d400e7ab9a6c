import { useMemo } from 'react'
import type { ApiAnswer } from '../../client/api.ts'
import type { IndicatorSummary } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnit, useUnitName } from '../../i18n/units.ts'
import { Chart } from '../../kit/Chart.tsx'
import { forecastOption } from '../../kit/chartOptions.ts'
import { formatNumber } from '../../kit/format.ts'

type ForecastAnswer = NonNullable<ApiAnswer<'/api/indicators/{id}/forecast'>>

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
  const marks = useMarks()
  const behind = useUnit()
  const axis = useUnitName()
  const option = useMemo(
    () =>
      bandOption(
        { ...forecast, unit: axis(forecast.unit) },
        say(indicator.name),
        words('forecastBand'),
        words('status.forecast'),
      ),
    [forecast, indicator, say, words, axis],
  )
  const { year, unit, growth, method, backtest, level } = forecast
  const { value, low, high } = forecast.forecast
  const title = `${year} ${words('status.forecast')}${marks.colon}${formatNumber(value, 1)} ${behind(unit)}${marks.open}${formatNumber(low, 1)}${marks.to}${formatNumber(high, 1)}${marks.close}${growth ? `${marks.comma}${words('growth')} ${formatNumber(growth.value, 1)}%` : ''}`
  const source = `${say(method)} · ${words('forecastBand')} ${Math.round(level * 100)}%${backtest.mape ? ` · ${words('backtest')} ${formatNumber(backtest.mape, 1)}%` : ''}`
  return (
    <section className="block">
      <Chart
        title={title}
        label={`${say(indicator.name)}${marks.comma}${title}`}
        option={option}
        height={240}
        source={source}
      />
    </section>
  )
}

const round = (value: number) => Number(value.toFixed(2))

/** Cumulative within the year: the last known months as a line, then a straight band to December. */
function bandOption(
  { history, year, through, unit, forecast }: ForecastAnswer,
  name: string,
  bandName: string,
  middleName: string,
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
  // Only what leads up to the band is shown, so that the band can be seen.
  const from = Math.max(0, at - 3)
  const toward = (end: string) =>
    months.map((_, index) =>
      index < at
        ? null
        : round(sum + ((Number(end) - sum) * (index - at)) / Math.max(1, months.length - 1 - at)),
    )
  return forecastOption(
    months.slice(from),
    unit,
    { name, values: cumulative.slice(from) },
    {
      low: toward(forecast.low).slice(from),
      high: toward(forecast.high).slice(from),
      middle: toward(forecast.value).slice(from),
    },
    bandName,
    middleName,
  )
}
