import { Input, type InputProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { placeIn, placeText } from '../../../../kernel/store/place.ts'
import { useSay } from '../../i18n/index.ts'
import { W } from '../../kit/map/words.ts'
import { Loading } from '../../kit/States.tsx'

const PointMap = lazy(() => import('../../kit/map/PointMap.tsx'))

type Props = Omit<InputProps, 'value'> & {
  readonly value: string
  readonly set: (value: string) => void
  readonly label: string
}

/** A place as it is written, or pressed on a map. */
export function PlaceInput({ set, label, value, ...input }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const found = placeIn(value)
  return (
    <>
      <Input {...input} value={value} autoComplete="off" placeholder="121.5500, 29.8800" />
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? W.hide : W.pick)}
      </button>
      {open && (
        <Suspense fallback={<Loading lines={4} />}>
          <p className="second">{say(W.pickHelp)}</p>
          <PointMap
            place={'place' in found ? found.place : undefined}
            label={label}
            pick={(place) => set(placeText(place))}
          />
        </Suspense>
      )}
    </>
  )
}
