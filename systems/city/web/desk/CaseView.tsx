import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { Picture } from '../Picture.tsx'
import { CHANNEL_WORDS, SEVERITY_WORDS } from '../words.ts'
import { askAgain, type DeskCase } from './queries.ts'
import { D } from './words.ts'

const PointMap = lazy(() => import('../../../../app/web/kit/map/PointMap.tsx'))

/** One report: what was told, by whom, with its photo and its place. */
export function CaseView({ found }: { found: DeskCase }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const photos = found.photos.filter(({ phase }) => phase === 'before' || phase === null)
  return (
    <article className="desk-case">
      <h2>
        <Link to={`/records/city/reports/${found.id}`}>{found.number}</Link>
        <small>
          {say(CHANNEL_WORDS[found.channel])} · {say(SEVERITY_WORDS[found.severity])} · {say(D.told)}{' '}
          {formatInstant(found.reportedAt, language)}
        </small>
      </h2>
      <p className="desk-told">{found.description}</p>
      <p className="second">
        {[found.address, office(found.street), found.grid && `${say(D.cell)} ${found.grid}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(found.returns > 0 || found.reopened > 0) && (
        <p className="desk-again">
          {found.returns > 0 && `${say(D.returned)} ${found.returns} ${say(D.times)} `}
          {found.reopened > 0 && `${say(D.reopened)} ${found.reopened} ${say(D.times)} `}
          {found.why && `· ${say(D.why)}: ${found.why}`}
        </p>
      )}
      <div className="desk-pictures">
        <section aria-label={say(D.photo)}>
          {photos.length === 0 && <p className="desk-none">{say(D.noPhoto)}</p>}
          {photos.map((photo) => (
            <Picture key={photo.id} report={found.id} photo={photo} changed={() => askAgain(found.id)} />
          ))}
        </section>
        <section aria-label={say(D.place)}>
          {found.place ? (
            <Suspense fallback={null}>
              <PointMap place={found.place} label={found.address ?? found.number} />
            </Suspense>
          ) : (
            <p className="desk-none">{say(D.noPlace)}</p>
          )}
        </section>
      </div>
    </article>
  )
}
