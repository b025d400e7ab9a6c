import { useMeta } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'

/** The peers' own word for the city as a whole. */
const CITY = '全市'

/** Names a place among the peers: the zone and the city in the language of the screen, districts by their own names. */
export function usePlace(): (place: string, own: boolean) => string {
  const words = useWords()
  const say = useSay()
  const { data } = useMeta()
  return (place, own) => (place === CITY ? words('city') : own && data ? say(data.zone.name) : place)
}
