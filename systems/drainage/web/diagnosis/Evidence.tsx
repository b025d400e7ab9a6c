import { Link } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { Chart } from '../../../../app/web/kit/Chart.tsx'
import { AXIS, LEGEND, VALUE_AXIS } from '../../../../app/web/kit/chartFrame.ts'
import type { ChartOption } from '../../../../app/web/kit/EChart.tsx'
import { formatInstant, zoneTime } from '../../../../app/web/kit/format.ts'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import { seriesPath } from '../../../../app/web/pages/series/path.ts'
import { W } from './words.ts'

type Known = ApiAnswer<'/api/drainage/diagnoses/{id}/evidence'>

/** Names of the numbers that a rule gives, as they are kept. */
const NUMBERS: Readonly<Record<string, keyof typeof W>> = {
  dryDays: 'dryDays',
  night: 'night',
  swing: 'swing',
  dryNights: 'dryNights',
  wetNights: 'wetNights',
  dryFlow: 'dryFlow',
  wetFlow: 'wetFlow',
  level: 'levelNumber',
  size: 'size',
  below: 'below',
  readings: 'readings',
  least: 'least',
  most: 'most',
  rain: 'rainNumber',
  straight: 'straight',
}

/** The readings that a finding goes by: the sensor's, those of the one beside it, and the rain above them. */
export function Evidence({ id }: { readonly id: string }) {
  const known = useApi('/api/drainage/diagnoses/{id}/evidence', { path: { id } })
  return (
    <Answer of={known} lines={6}>
      {(evidence) => <Drawn evidence={evidence} />}
    </Answer>
  )
}

function Drawn({ evidence }: { readonly evidence: Known }) {
  const say = useSay()
  const language = useLanguage()
  const choice = useChoice()
  const { finding, series } = evidence
  const [first] = series
  const names = { level: say(W.level), flow: say(W.flow), rain: say(W.rain) }
  const numbers = Object.entries(finding.numbers).flatMap(([key, value]) => {
    const name = NUMBERS[key]
    const unit = first && (key === 'least' || key === 'most') ? ` ${KEPT_UNITS[first.measures]}` : ''
    return name ? [[say(W[name]), `${value}${unit}`] as const] : []
  })
  const title = `${choice('drainage.diagnoses', 'kind', finding.kind)} · ${finding.deviceCode} · ${finding.value} ${finding.unit} ${say(W[`${finding.kind}Says`])}`
  return (
    <>
      <Chart
        title={title}
        label={title}
        option={optionOf(evidence, names, say(W.most))}
        height={300}
        source={`${first ? names[first.measures] : ''} ${formatInstant(finding.from, language)} – ${formatInstant(finding.to, language)}`}
      />
      {first && (
        <p>
          <Link to={seriesPath({ device: finding.device, quantity: `drainage.${first.measures}` })}>
            {say(W.readingsOf)}
          </Link>
        </p>
      )}
      <dl className="facts">
        {numbers.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Readings themselves are kept in these. */
const KEPT_UNITS = { level: 'm', flow: 'm³/s', rain: 'mm' } as const
const UNITS = { level: 'm', flow: 'L/s', rain: 'mm' } as const
const WIDE = { left: 48, right: 48 } as const
/** A day has its month with it. */
const DAYS = { year: '{M}-{d}', month: '{M}-{d}', day: '{M}-{d}', hour: '{HH}:{mm}' } as const

/** Rain hangs from the top, as hydrologists draw it; a flow in L/s, since sewers carry few. */
function optionOf(
  { series }: Known,
  names: Readonly<Record<keyof typeof UNITS, string>>,
  most: string,
): ChartOption {
  const watched = series.filter(({ what }) => what !== 'rain')
  const rain = series.find(({ what }) => what === 'rain')
  const unit = UNITS[watched[0]?.measures ?? 'level']
  const peak = Math.max(0, ...(rain?.points ?? []).map(([, , mm]) => mm))
  const colours = ['var(--chart-1)', 'var(--chart-4)'] as const
  return {
    grid: { ...WIDE, top: 44, bottom: 28 },
    legend: LEGEND,
    // Times are the zone's, whatever the clock of the screen.
    useUTC: true,
    xAxis: { type: 'time', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: DAYS } },
    yAxis: [
      { ...VALUE_AXIS, name: unit },
      {
        ...VALUE_AXIS,
        inverse: true,
        max: Math.max(1, peak) * 4,
        splitLine: { show: false },
        axisLabel: { show: false },
      },
    ],
    series: [
      ...watched.map(({ code, measures, points }, i) => ({
        type: 'line' as const,
        name: `${code} ${names[measures]}${measures === watched[0]?.measures ? '' : ` (${UNITS[measures]})`}`,
        showSymbol: false,
        lineStyle: { width: 1.5, color: colours[i] ?? 'var(--chart-1)' },
        itemStyle: { color: colours[i] ?? 'var(--chart-1)' },
        data: points.map(([at, , most]) => [
          zoneTime(at),
          measures === 'flow' ? Number((most * 1000).toFixed(3)) : most,
        ]),
      })),
      ...(rain
        ? [
            {
              type: 'bar' as const,
              name: `${names.rain} ${most} ${peak.toFixed(1)}`,
              yAxisIndex: 1,
              barMaxWidth: 3,
              itemStyle: { color: 'var(--chart-3)' },
              data: rain.points.filter(([, , mm]) => mm > 0).map(([at, , mm]) => [zoneTime(at), mm]),
            },
          ]
        : []),
    ],
  }
}
