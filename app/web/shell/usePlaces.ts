import { useMeta } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { startOf } from '../systems.ts'
import type { PHONE_PLACES, PLACES } from './places.ts'

/** Who works on cases, or looks at a demonstration. */
const WORKERS = ['officer', 'supervisor', 'leader', 'statistician', 'gridWorker', 'guest']
const OF_WORKERS = ['/inbox', '/cases', '/processes']

export const worksOnCases = (role: string): boolean => WORKERS.includes(role)

/** Places with their names; the first is where one begins. */
export function usePlaces(places: typeof PLACES | typeof PHONE_PLACES) {
  const words = useWords()
  const say = useSay()
  const { data } = useMeta()
  const start = startOf(data?.actor.role)
  const works = data !== undefined && worksOnCases(data.actor.role)
  return places
    .filter(({ path }) => works || !OF_WORKERS.includes(path))
    .map(({ path, word, icon }) =>
      path === '/' && start
        ? { path: start.path, name: say(start.name), icon }
        : { path, name: words(word), icon },
    )
}
