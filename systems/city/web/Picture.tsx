import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../app/web/client/fetch.ts'
import { filesPath } from '../../../app/web/client/files.ts'
import { useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Problem } from '../../../app/web/kit/States.tsx'
import './picture.css'
import { CITY_OFFICE, W } from './words.ts'

interface Props {
  readonly report: string
  readonly photo: { readonly id: string; readonly name: string; readonly public: boolean }
  /** What else is to be read of it. */
  readonly about?: string
  /** It was made public, or no longer. */
  readonly changed: () => unknown
}

/** A photo of the place, and whether everybody may see it: somebody has to say first that no person is known by it. */
export function Picture({ report, photo: { id, name, public: released }, about, changed }: Props) {
  const say = useSay()
  const mayRelease = useMayRelease()
  const [asking, setAsking] = useState(false)
  const release = useMutation({
    mutationFn: (wanted: boolean) =>
      post(`/api/city/reports/${encodeURIComponent(report)}/photos/${encodeURIComponent(id)}/release`, {
        released: wanted,
      }),
    onSuccess: changed,
    onSettled: () => setAsking(false),
  })
  const state = say(asking ? W.releaseAsked : released ? W.released : W.unreleased)
  return (
    <figure className="city-picture">
      <img src={`${filesPath('city.reports', report)}/${id}?inline=1`} alt={about ?? name} loading="lazy" />
      <figcaption className="second">
        <span>{about && !asking ? `${about} · ${state}` : state}</span>
        {mayRelease && (
          <button
            type="button"
            className="button"
            disabled={release.isPending}
            onClick={() => (released || asking ? release.mutate(!released) : setAsking(true))}
          >
            {say(released ? W.withhold : asking ? W.releaseSure : W.release)}
          </button>
        )}
        {asking && (
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {say(W.cancel)}
          </button>
        )}
      </figcaption>
      {release.error && <Problem error={release.error} />}
    </figure>
  )
}

/** Officers of the city's office do; the server has the last word. */
function useMayRelease(): boolean {
  const { data } = useMeta()
  return data?.actor.role === 'officer' && data.actor.office === CITY_OFFICE
}
