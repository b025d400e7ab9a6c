import { useEffect, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import type { Shot } from './queue/parcel.ts'
import { shotOf } from './shots.ts'
import { P } from './words.ts'

export const MOST_SHOTS = 6

interface Props {
  readonly shots: readonly Shot[]
  readonly set: (shots: readonly Shot[]) => void
  /** Where the device is, to be kept with each photo. */
  readonly where?: (() => Promise<Place | undefined>) | undefined
}

/** Photos of the place, from the camera or the album. */
export function Shots({ shots, set, where }: Props) {
  const say = useSay()
  const take = async (event: React.ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, MOST_SHOTS - shots.length)
    const place = await where?.()
    const taken = await Promise.all(files.map((file) => shotOf(file, place)))
    input.value = ''
    set([...shots, ...taken])
  }
  const full = shots.length >= MOST_SHOTS
  const picker = (name: string, more: object) => (
    <span className={`button pick-file${full ? ' disabled' : ''}`}>
      {name}
      <input
        type="file"
        accept="image/*"
        aria-label={name}
        disabled={full}
        onChange={(event) => void take(event)}
        {...more}
      />
    </span>
  )
  return (
    <section className="block">
      <h2>
        {say(P.photos)} <small className="second">{say(P.photosHelp(MOST_SHOTS))}</small>
      </h2>
      <div className="phone-line">
        {picker(say(P.camera), { capture: 'environment' })}
        {picker(say(P.choose), { multiple: true })}
      </div>
      {shots.length > 0 && (
        <div className="shots">
          {shots.map((shot) => (
            <figure key={shot.key}>
              <Picture blob={shot.blob} alt={shot.name} />
              <button
                type="button"
                className="button"
                aria-label={say(P.removePhoto)}
                onClick={() => set(shots.filter(({ key }) => key !== shot.key))}
              >
                ×
              </button>
            </figure>
          ))}
        </div>
      )}
    </section>
  )
}

/** A picture that is in the browser. */
export function Picture({ blob, alt }: { readonly blob: Blob; readonly alt: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address ? <img src={address} alt={alt} /> : null
}
