import { useEffect, useState } from 'react'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { W } from '../words.ts'
import { Advice } from './Advice.tsx'
import { CaseView } from './CaseView.tsx'
import './desk.css'
import { Finder, KeyList, Reasons } from './Panels.tsx'
import { QueueList } from './QueueList.tsx'
import { askAgain, type DeskCase, forget, type Queue, useCase } from './queries.ts'
import { Said } from './Said.tsx'
import { useChoice } from './useChoice.ts'
import { type Decided, useHeld } from './useHeld.ts'
import { type Keys, useKeys } from './useKeys.ts'
import { askQueueAgain, takeOut, useQueue } from './useQueue.ts'
import { D, REASONS } from './words.ts'

/** 派遣工作台: what waits at the left, one report in the middle, what to do with it at the right; worked by keyboard. */
export default function DeskPage() {
  const say = useSay()
  const queue = useQueue()
  return (
    <div className="desk-page">
      <PageHead
        title={say(W.desk)}
        about={
          <>
            {say(D.about)} <span className="of-keys">{say(D.aboutKeys)}</span>
          </>
        }
      />
      <Answer of={queue} lines={8}>
        {(found) => <Desk queue={found} />}
      </Answer>
    </div>
  )
}

type Open = 'find' | 'reasons' | 'keys'

function Desk({ queue }: { queue: Queue }) {
  const say = useSay()
  const office = useOffice()
  const [at, setAt] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const [note, setNote] = useState<string>()
  const held = useHeld({
    done: ({ id, sends }) => {
      takeOut(id, sends)
      forget(id)
    },
    refused: ({ id }) => {
      forget(id)
      void askQueueAgain()
    },
  })
  const rows = queue.rows.filter(({ id }) => !held.gone.has(id))
  // Of one that is no longer waiting nobody has to ask: whoever looks at it is told, and keeps it in view.
  const id = at !== undefined && !held.gone.has(at) ? at : rows[0]?.id
  const place = rows.findIndex((row) => row.id === id)
  const one = useCase(id, rows[place + 1]?.id)
  const choice = useChoice(one.data)
  const others = useOthers(one.data, place === -1)
  if (at === undefined && id !== undefined) setAt(id)

  const go = (to: string | undefined) => {
    setAt(to)
    setNote(undefined)
    setOpen(undefined)
  }
  const decide = (found: DeskCase, says: string, path: string, body: Decided['body']) => {
    if (others) return setNote(others)
    held.decide({ id: found.id, number: found.number, says, path, body, sends: 'office' in body })
    go((rows[place + 1] ?? rows[place - 1])?.id)
  }
  const whole = (work: (found: DeskCase) => void) => () => {
    if (one.data) work(one.data)
  }
  const dispatch = whole((found) => {
    const { class: named, office: to } = choice
    if (!named || !to) return setNote(say(D.noChoice))
    const says = `${say(D.filedSent)} ${found.number} → ${office(to)}`
    decide(found, says, `/api/city/desk/cases/${found.id}/decide`, {
      seen: found.state,
      class: named,
      office: to,
    })
  })
  const merge = whole((found) => {
    const [near] = found.duplicates
    if (!near) return setNote(say(D.noDuplicate))
    const says = `${say(D.merged)} ${found.number} → ${near.number}`
    decide(found, says, `/api/city/reports/${found.id}/merge`, { into: near.id })
  })
  const askReason = whole(({ state }) =>
    state === 'accepting' ? setOpen('reasons') : setNote(say(D.notRefused)),
  )
  const refuse = (n: number) =>
    whole((found) => {
      const reason = REASONS[n]
      if (!reason) return
      const says = `${say(D.refused)} ${found.number}${say(D.colon)}${say(reason)}`
      decide(found, says, `/api/city/desk/cases/${found.id}/decide`, {
        seen: found.state,
        refuse: reason.zh,
      })
    })()
  const undo = () => {
    const back = held.undo()
    if (!back) return setNote(say(D.nothingToUndo))
    void askAgain(back)
    go(back)
    setNote(say(D.undone))
  }
  const keys: Keys = {
    escape: () => (open ? setOpen(undefined) : held.setRefused(undefined)),
    '?': () => setOpen(open === 'keys' ? undefined : 'keys'),
    ...(open === 'reasons'
      ? { digit: (n: number) => refuse(n - 1) }
      : {
          j: () => go(rows[Math.min(place + 1, rows.length - 1)]?.id),
          k: () => go(rows[Math.max(place - 1, 0)]?.id),
          digit: choice.pick,
          enter: dispatch,
          m: merge,
          x: askReason,
          u: undo,
          '/': () => setOpen('find'),
        }),
  }
  useKeys(keys)

  return (
    <>
      <Said held={held} note={note} others={others} undo={undo} />
      <div className="desk">
        <QueueList queue={queue} rows={rows} at={id} go={go} />
        {id === undefined ? (
          <Empty title={say(D.empty)} hint={say(D.emptyHint)} />
        ) : (
          <Answer of={one} lines={10}>
            {(found) => (
              <>
                <CaseView found={found} />
                <aside className="desk-advice" aria-label={say(D.offices)}>
                  {open === 'find' && <Finder choose={choice.choose} close={() => setOpen(undefined)} />}
                  {open === 'reasons' && <Reasons choose={refuse} close={() => setOpen(undefined)} />}
                  {open === 'keys' && <KeyList close={() => setOpen(undefined)} />}
                  {open === undefined && (
                    <Advice
                      found={found}
                      choice={choice}
                      does={{ dispatch, merge, refuse: askReason, find: () => setOpen('find') }}
                    />
                  )}
                  <button type="button" className="button quiet" onClick={() => setOpen('keys')}>
                    {say(D.keys)} <kbd>?</kbd>
                  </button>
                </aside>
              </>
            )}
          </Answer>
        )}
      </div>
    </>
  )
}

/** What a colleague has done with the one that is looked at: they have it, or it waits for the desk no longer. */
function useOthers(found: DeskCase | undefined, gone: boolean): string | undefined {
  const say = useSay()
  const post = usePost()
  const me = useMeta().data?.actor.id
  const id = found?.id
  const moved = found && found.state !== 'accepting' && found.state !== 'dispatching'
  useEffect(() => {
    // Whichever of the two is older is asked for anew.
    if (id && gone && !moved) void askAgain(id)
    if (moved && !gone) void askQueueAgain()
  }, [id, gone, moved])
  if (!found) return undefined
  if (found.holder && found.holder !== me) return `${say(D.heldBy)} ${post(found.holder)}`
  return gone || moved ? say(D.othersDid) : undefined
}
