import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { useUnit } from '../../../app/web/i18n/units.ts'
import { formatDate, plainNumber } from '../../../app/web/kit/format.ts'
import { Answer } from '../../../app/web/kit/States.tsx'
import { W } from './words.ts'

/** The formula of a raw value and the rows behind it, each with its source and day. */
export function Sources({ score, indicator }: { readonly score: string; readonly indicator: string }) {
  const say = useSay()
  const language = useLanguage()
  const unit = useUnit()
  const asked = useApi('/api/points/scores/{id}/sources', { path: { id: score }, query: { indicator } })
  return (
    <Answer of={asked} lines={2}>
      {({ expression, asOf, remark, sources }) => (
        <div>
          <p className="because">
            <code>{expression}</code> · {say(W.asOf)} {formatDate(asOf, language)}
          </p>
          {remark && <p className="because">{say(W.madeUp)}</p>}
          <ul className="lines">
            {sources.length === 0 && <li className="second">{say(W.noSource)}</li>}
            {sources.map(({ trait, record, row, recordName, value, year, source, recordedAt, unit: of }) => (
              <li key={`${trait} ${row}`}>
                <span className="grow">
                  {row ? (
                    <Link to={`/records/${record.replace('.', '/')}/${encodeURIComponent(row)}`}>
                      {trait}
                      {year ? ` ${year}` : ''}
                    </Link>
                  ) : (
                    `${trait} · ${say(W.notSeen)}`
                  )}{' '}
                  {value !== null && `${plainNumber(value)} ${unit(of)}`}
                </span>
                <span className="end because">
                  {source ?? say(recordName)} {recordedAt && formatDate(recordedAt, language)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answer>
  )
}
