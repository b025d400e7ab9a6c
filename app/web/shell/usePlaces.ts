import { useMeta } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { startOf } from '../systems.ts'
import type { PHONE_PLACES, PLACES } from './places.ts'

/** Places with their names; the first is where one begins. */
export function usePlaces(places: typeof PLACES | typeof PHONE_PLACES) {
  const words = useWords()
  const say = useSay()
  const { data } = useMeta()
  const start = startOf(data?.actor.role)
  return places.map(({ path, word, icon }) =>
    path === '/' && start
      ? { path: start.path, name: say(start.name), icon }
      : { path, name: words(word), icon },
  )
}
