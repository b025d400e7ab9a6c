import { MERIDIANS } from '../../../../kernel/geo/datum.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { W } from './words.ts'

/** Whether a record has anything that lies somewhere. */
export const hasPlaces = ({ columns, edge }: MetaRecord): boolean =>
  edge?.course !== undefined || Object.values(columns).some(({ kind, shape }) => kind === 'place' || shape)

/** What the numbers of a file count: nothing chosen is what the file says of itself. */
export function CoordinatesChoice({
  chosen,
  choose,
}: {
  readonly chosen: string
  readonly choose: (coordinates: string) => void
}) {
  const say = useSay()
  return (
    <label className="match-coordinates">
      <span>{say(W.coordinates)}</span>
      <select className="select" value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{say(W.ofFile)}</option>
        {Object.entries(W.datums).map(([datum, name]) => (
          <option key={datum} value={datum}>
            {say(name)}
          </option>
        ))}
        {MERIDIANS.map((at) => (
          <option key={at} value={`gk${at}`}>
            {say(W.meridian).replace('{n}', String(at))}
          </option>
        ))}
      </select>
    </label>
  )
}
