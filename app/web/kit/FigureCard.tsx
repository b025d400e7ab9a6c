import { Link } from 'react-router'
import type { IndicatorSummary } from '../client/types.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { useUnit } from '../i18n/units.ts'
import { formatNumber, formatPeriod, headlineDecimals } from './format.ts'
import { Growth } from './Growth.tsx'
import { Spark } from './Spark.tsx'

/** The product's signature: number, unit, growth, twelve periods; the definition on hover, the indicator on a press. */
export function FigureCard({ indicator }: { indicator: IndicatorSummary }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const unitName = useUnit()
  const { id, name, unit, decimals, latest, spark, definition, source } = indicator
  return (
    <Link
      className="figure-card"
      to={`/indicators/${encodeURIComponent(id)}`}
      title={`${say(definition)}\n${say(source)}`}
    >
      <span className="name">{say(name)}</span>
      <span className="figure-value">
        {formatNumber(latest?.value, headlineDecimals(latest?.value, decimals))}
        <small>{unitName(unit)}</small>
      </span>
      <Spark values={spark.map(({ value }) => value)} label={`${say(name)} ${words('trend12')}`} />
      <span className="foot">
        <Growth value={latest?.growth} />
        <span className="second">{latest && formatPeriod(latest.period, language)}</span>
      </span>
    </Link>
  )
}
