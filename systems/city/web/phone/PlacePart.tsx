import { lazy, Suspense, useState } from 'react'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatPlace } from '../../../../app/web/kit/format.ts'
import { Loading } from '../../../../app/web/kit/States.tsx'
import type { Place } from '../../../../kernel/store/place.ts'
import { noMap } from './NoMap.tsx'
import { PlainMap } from './PlainMap.tsx'
import { useOnline } from './queue/useQueue.ts'
import { locate } from './shots.ts'
import { P } from './words.ts'

const PointMap = lazy(() => import('../../../../app/web/kit/map/PointMap.tsx').catch(noMap))

const NONE: readonly never[] = []

/** Where it is: by the device, or pressed on the map. */
export function PlacePart({
  place,
  set,
  label,
}: {
  place: Place | undefined
  set: (place: Place) => void
  label: string
}) {
  const say = useSay()
  const online = useOnline()
  const language = useLanguage()
  const [state, setState] = useState<'idle' | 'locating' | 'none'>('idle')
  const [located, setLocated] = useState(0)
  const ask = async () => {
    setState('locating')
    const found = await locate()
    setState(found ? 'idle' : 'none')
    if (!found) return
    set(found)
    setLocated(located + 1)
  }
  return (
    <>
      <div className="phone-line">
        <button type="button" className="button" disabled={state === 'locating'} onClick={() => void ask()}>
          {say(state === 'locating' ? P.locating : P.here)}
        </button>
        <span className="second">{place ? formatPlace(place, language) : say(P.placeHelp)}</span>
      </div>
      {state === 'none' && <p className="field-problem">{say(P.noPosition)}</p>}
      {online ? (
        <Suspense fallback={<Loading lines={4} />}>
          {/* Where the device said a place, the map opens there, close to it. */}
          <PointMap key={located} place={place} label={label} pick={set} />
        </Suspense>
      ) : (
        <PlainMap spots={NONE} from={place} pick={set} />
      )}
    </>
  )
}
