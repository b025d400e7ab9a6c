import './series.css'
import { Link, useParams } from 'react-router'
import type { ApiAnswer } from '../../client/api.ts'
import { address } from '../../client/fetch.ts'
import { useApi } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnitName } from '../../i18n/units.ts'
import { Chips } from '../../kit/Chips.tsx'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer } from '../../kit/States.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { W as E } from '../exchange/words.ts'
import { duration } from '../flow/time.ts'
import { FlaggedTable } from './FlaggedTable.tsx'
import { Limits } from './Limits.tsx'
import { Quality } from './Quality.tsx'
import { SeriesChart } from './SeriesChart.tsx'
import { useClock } from './useClock.ts'
import { useReadingTime } from './useReadingTime.ts'
import { SPANS, type Span, useSpan } from './useSpan.ts'
import { W } from './words.ts'

export type OneSeries = ApiAnswer<'/api/series/one'>

/** One series: over time, what is doubted of it, by what it is judged. */
export default function SeriesPage() {
  const { device = '', quantity = '' } = useParams()
  const one = useApi('/api/series/one', { query: { device, quantity } })
  return (
    <Answer of={one} lines={12}>
      {(series) => <Shown key={`${device} ${quantity}`} series={series} />}
    </Answer>
  )
}

function Shown({ series }: { series: OneSeries }) {
  const say = useSay()
  const marks = useMarks()
  const { device, quantity, name, code, quantityName, mayExport } = series
  const called = name.includes(code) ? name : `${name}${marks.open}${code}${marks.close}`
  const span = useSpan(series.at)
  const { from, to } = span
  const range = { device, quantity, from, to }
  const flagged = useApi('/api/series/flagged', { query: range })
  const language = useLanguage()
  return (
    <>
      <PageHead title={`${called} ${say(quantityName)}`} about={<Stands series={series} />}>
        {mayExport && (
          <a
            className="button"
            download
            href={address('/api/exchange/series/readings/export', { ...range, format: 'csv', language })}
          >
            {say(E.export)} CSV
          </a>
        )}
        <Link className="button" to={`/records/series/devices/${encodeURIComponent(device)}`}>
          {say(W.device)}
        </Link>
        <Link className="button" to="/series">
          {say(W.title)}
        </Link>
      </PageHead>
      <div className="toolbar">
        <Chips<Span>
          label={say(W.span)}
          chips={(Object.keys(SPANS) as Span[]).map((key) => ({ key, name: say(W.spans[key]) }))}
          chosen={span.span}
          choose={span.choose}
        />
        <div className="series-steps">
          <button type="button" className="button" onClick={span.earlier}>
            {say(W.earlier)}
          </button>
          <button type="button" className="button" onClick={span.later} disabled={span.isNewest}>
            {say(W.later)}
          </button>
          {!span.isNewest && (
            <button type="button" className="button quiet" onClick={span.toNewest}>
              {say(W.newest)}
            </button>
          )}
        </div>
      </div>
      <div className="stack">
        <SeriesChart series={series} range={range} flagged={flagged.data?.readings ?? []} />
        <div className="grid two">
          <FlaggedTable of={flagged} unit={series.unit} from={from} />
          <Limits series={series} />
        </div>
      </div>
    </>
  )
}

/** Where it stands, in one line. */
function Stands({ series }: { series: OneSeries }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const unitName = useUnitName()
  const now = useClock()
  const timeOf = useReadingTime()
  const { value, unit, at, flags, silent } = series
  return (
    <span className="series-stands">
      <b>
        {formatNumber(Number(value.toPrecision(6)))} {unitName(unit)}
      </b>
      <Quality flags={flags} silent={silent} />
      <span>
        {formatInstant(timeOf(at), language)} · {say(W.ago(say(duration(Math.max(0, now - Date.parse(at))))))}
      </span>
      <span>{office(series.office)}</span>
    </span>
  )
}
