import { useEffect, useRef } from 'react'
import { useNow } from '../../../../app/web/client/useNow.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import { CHANNEL_WORDS } from '../words.ts'
import { type Queue, useClasses } from './queries.ts'
import { useClassName } from './useClassName.ts'
import { D } from './words.ts'

/** What waits, the most urgent first; the one in work is kept in view. */
export function QueueList({
  queue,
  rows,
  at,
  go,
}: {
  readonly queue: Queue
  readonly rows: Queue['rows']
  readonly at: string | undefined
  readonly go: (id: string) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const className = useClassName(useClasses())
  const now = useNow()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another one is in work
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <nav className="desk-queue" aria-label={say(D.queue)}>
      <p className="desk-counts">
        <span>
          {say(D.accepting)} <b>{queue.accepting}</b>
        </span>
        <span>
          {say(D.dispatching)} <b>{queue.dispatching}</b>
        </span>
        <span>
          {say(D.sent)} <b>{queue.sent}</b>
        </span>
      </p>
      <ol ref={list}>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              aria-current={row.id === at || undefined}
              onClick={(event) => {
                event.currentTarget.blur()
                go(row.id)
              }}
            >
              <span className="desk-line">
                <b>{className(row.class) ?? say(D.unclassed)}</b>
                <small>{say(row.state === 'accepting' ? D.accepting : D.dispatching)}</small>
              </span>
              <span className="desk-words">{row.address ?? row.description}</span>
              <span className="desk-line second">
                <small>
                  {say(CHANNEL_WORDS[row.channel])} · {formatInstant(row.reportedAt, language).slice(5)}
                </small>
                {(row.late || (row.due !== null && Date.parse(row.due) < now)) && (
                  <small className="desk-late">
                    <LightShape light="red" /> {say(D.late)}
                  </small>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
