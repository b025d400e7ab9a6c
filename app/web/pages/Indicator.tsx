import { useParams, useSearchParams } from 'react-router'
import { useApi, useIndicators } from '../client/queries.ts'
import type { IndicatorSummary } from '../client/types.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { useUnit, useUnitName } from '../i18n/units.ts'
import { FigureLink } from '../kit/FigureLink.tsx'
import { formatNumber, formatPeriod, headlineDecimals } from '../kit/format.ts'
import { Growth } from '../kit/Growth.tsx'
import { KnownOn } from '../kit/KnownOn.tsx'
import { Mark } from '../kit/Mark.tsx'
import { NoFigures } from '../kit/NoFigures.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { Answer, Empty, Loading } from '../kit/States.tsx'
import { useOffice } from '../kit/useOffice.ts'
import { ForecastChart } from './indicator/ForecastChart.tsx'
import { GrowthChart } from './indicator/GrowthChart.tsx'
import { PeersChart } from './indicator/PeersChart.tsx'
import { YearsChart } from './indicator/YearsChart.tsx'
import NotFound from './NotFound.tsx'

/** One indicator: what it means, how it moves, where it stands among the districts, where the year will end. */
export default function Indicator() {
  const { id } = useParams()
  const asked = useIndicators()
  if (!asked.data) return <Answer of={asked}>{() => <Loading />}</Answer>
  const indicator = asked.data.find((one) => one.id === id)
  return indicator ? <Page indicator={indicator} /> : <NotFound />
}

function Page({ indicator }: { indicator: IndicatorSummary }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const unitName = useUnit()
  const { id, name, latest, unit, decimals, definition } = indicator
  const [params, setParams] = useSearchParams()
  const knownOn = params.get('knownOn') ?? undefined
  const series = useApi('/api/indicators/{id}/series', {
    path: { id },
    query: { from: '2019-01', knownOn },
  })
  const foreseen = indicator.nature === 'flow' && indicator.computed && indicator.grain !== 'year'
  const forecast = useApi('/api/indicators/{id}/forecast', foreseen ? { path: { id } } : undefined)
  return (
    <>
      <PageHead title={say(name)} about={say(definition)}>
        {indicator.computed && (
          <KnownOn
            value={knownOn ?? ''}
            set={(day) => setParams(day ? { knownOn: day } : {}, { replace: true, preventScrollReset: true })}
          />
        )}
      </PageHead>
      {!knownOn && latest?.value && (
        <p className="headline">
          <FigureLink to={`${id}@${latest.period}`}>
            <span className="figure-value">
              {formatNumber(latest.value, headlineDecimals(latest.value, decimals))}
              <small>{unitName(unit)}</small>
            </span>
          </FigureLink>
          <Growth value={latest.growth} />
          <span className="second">{formatPeriod(latest.period, language)}</span>
          <Mark status={latest.status} />
        </p>
      )}
      <div className="grid main-side">
        <div className="stack">
          <Answer of={series} lines={8}>
            {({ points, growth }) =>
              points.length === 0 && indicator.computed && !knownOn ? (
                <NoFigures />
              ) : points.length === 0 ? (
                <Empty title={words('noSeries')} hint={words('noSeriesHint')} />
              ) : (
                <>
                  <YearsChart indicator={indicator} points={points} />
                  {growth.length > 1 && <GrowthChart indicator={indicator} growth={growth} />}
                </>
              )
            }
          </Answer>
          {!knownOn && forecast.data && <ForecastChart indicator={indicator} forecast={forecast.data} />}
        </div>
        <div className="stack">
          {series.data && series.data.peers.length > 0 && (
            <PeersChart indicator={indicator} peers={series.data.peers} />
          )}
          <Definition indicator={indicator} />
        </div>
      </div>
    </>
  )
}

function Definition({ indicator }: { indicator: IndicatorSummary }) {
  const say = useSay()
  const words = useWords()
  const office = useOffice()
  const marks = useMarks()
  const unitName = useUnitName()
  const { definition, source, unit, synonyms = [], office: answers } = indicator
  const facts: readonly (readonly [string, string])[] = [
    [words('definition'), say(definition)],
    [words('source'), say(source)],
    [words('unit'), unitName(unit) || '—'],
    [words('office'), office(answers, 'full')],
    [words('synonyms'), synonyms.join(marks.list) || '—'],
  ]
  return (
    <section className="block">
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term} className="facts-row">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
