import { NavLink } from 'react-router'
import { useMeta } from '../client/queries.ts'
import type { MetaSystem } from '../client/types.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { systemPages } from '../systems.ts'
import { PLACES } from './places.ts'

/** Who works in the zone's offices, or looks at their work in the demonstration. */
const OFFICES = ['officer', 'supervisor', 'leader', 'statistician', 'guest']
const TAKEN = new Set<string>(PLACES.map(({ path }) => path))

/** Another page of the navigation lies under it: each is marked for itself. */
const isWithin = (path: string) =>
  systemPages.some((page) => page.group !== undefined && page.path.startsWith(`${path}/`))

/** The systems by group: their own pages first, then a list for each record they keep. */
export function SystemLinks() {
  const { data } = useMeta()
  const say = useSay()
  if (!data) return null
  const theirs = (page: (typeof systemPages)[number]) =>
    page.of === undefined || OFFICES.some((role) => role === data.actor.role)
  return (
    <>
      {Object.entries(data.groups).map(([group, name]) => {
        const systems = data.systems.filter((system) => system.group === group)
        const declared = systems.flatMap(({ pages }) => pages.map(({ path }) => path))
        const more = systemPages.filter(
          (page) => page.group === group && !declared.includes(page.path) && theirs(page),
        )
        if (systems.length + more.length === 0) return null
        return (
          <div key={group} className="nav-group">
            <h2>{say(name)}</h2>
            {more.map(({ path, name: called }) => (
              <NavLink key={path} to={path} end={isWithin(path)} className="nav-link">
                {say(called)}
              </NavLink>
            ))}
            {systems.map((system) => (
              <Links key={system.id} system={system} />
            ))}
          </div>
        )
      })}
    </>
  )
}

function Links({ system }: { system: MetaSystem }) {
  const say = useSay()
  const words = useWords()
  const pages = system.pages.filter(({ path }) => !TAKEN.has(path) && !path.includes(':'))
  return (
    <>
      {pages.map(({ path, name }) => (
        <NavLink key={path} to={path} className="nav-link">
          {say(name)}
        </NavLink>
      ))}
      {system.records.length > 0 && (
        <details className="nav-records">
          <summary>{words('recordsOf', { name: say(system.name) })}</summary>
          {system.records.map(({ id, name }) => (
            <NavLink key={id} to={`/records/${id.replace('.', '/')}`} className="nav-link small">
              {say(name)}
            </NavLink>
          ))}
        </details>
      )}
    </>
  )
}
