import { Link } from 'react-router'
import { useApi } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useUnitName } from '../../i18n/units.ts'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { Panel } from '../../kit/Panel.tsx'
import { seriesPath } from './path.ts'
import { Quality } from './Quality.tsx'
import { useReadingTime } from './useReadingTime.ts'
import { W } from './words.ts'
import './series.css'

/** On the page of a device: what it measures, and where that stands. @param id of the device */
export default function DevicePanel({ id }: { readonly id: string }) {
  const say = useSay()
  const language = useLanguage()
  const unitName = useUnitName()
  const timeOf = useReadingTime()
  const asked = useApi('/api/series/list', { query: { device: id } })
  return (
    <Panel of={asked}>
      {({ series }) =>
        series.length === 0 ? (
          <p className="second">{say(W.none)}</p>
        ) : (
          <ul className="series-changes">
            {series.map((line) => (
              <li key={line.quantity} className="series-stands">
                <Link to={seriesPath(line)}>
                  {say(line.quantityName)} · {say(W.page)}
                </Link>
                <b>
                  {formatNumber(Number(line.value.toPrecision(6)))} {unitName(line.unit)}
                </b>
                <Quality flags={line.flags} silent={line.silent} />
                <span className="second">{formatInstant(timeOf(line.at), language)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  )
}
