import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../app/web/kit/format.ts'
import { Panel } from '../../../app/web/kit/Panel.tsx'
import { Picture } from './Picture.tsx'
import { P } from './phone/words.ts'

/** On the page of a report: its photos by phase, each with whether everybody may see it. */
export default function PhotosPanel({ id }: { readonly id: string }) {
  const say = useSay()
  const language = useLanguage()
  const photos = useApi('/api/city/reports/{id}/photos', { path: { id } })
  return (
    <Panel of={photos}>
      {({ photos: all }) => {
        const pictures = all.filter(({ preview }) => preview === 'image')
        if (pictures.length === 0) return <p className="second">{say(P.noPhotos)}</p>
        return (
          <div className="city-photos">
            {pictures.map((photo) => (
              <Picture
                key={photo.id}
                report={id}
                photo={photo}
                about={[photo.phase && say(P[photo.phase]), formatInstant(photo.addedAt, language)]
                  .filter(Boolean)
                  .join(' · ')}
                changed={photos.refetch}
              />
            ))}
          </div>
        )
      }}
    </Panel>
  )
}
