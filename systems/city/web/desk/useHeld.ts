import { useEffect, useRef, useState } from 'react'
import { ProblemError, send } from '../../../../app/web/client/fetch.ts'
import type { Text } from '../../../../kernel/text.ts'

/** What was decided of one report, and how it is sent. */
export interface Decided {
  readonly id: string
  readonly number: string
  /** What to tell: 已立案派遣 … */
  readonly says: string
  readonly path: string
  readonly body: Readonly<Record<string, string>>
  /** Whether it goes to an office. */
  readonly sends: boolean
}
export interface Refused {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly says: Text
  readonly remedy: Text
  /** Who was quicker, where that is why. */
  readonly by: string | undefined
}

/** So long the last decision waits, and can be taken back: once it is sent, what the program did with it stands. */
const HOLD_MS = 4000

/**
 * Sends decisions one behind: the last is held back a moment, or until the next, so that it can be taken back; whoever
 * closes the page has sent it.
 */
export function useHeld(ended: {
  readonly done: (of: Decided) => void
  readonly refused: (of: Decided) => void
}) {
  const [held, setHeld] = useState<Decided>()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Refused>()
  const now = useRef<{ held: Decided | undefined; timer: ReturnType<typeof setTimeout> | undefined }>({
    held: undefined,
    timer: undefined,
  })
  const hold = (next: Decided | undefined) => {
    clearTimeout(now.current.timer)
    now.current = { held: next, timer: next && setTimeout(flush, HOLD_MS) }
    setHeld(next)
  }
  const back = (id: string) => setGone((before) => new Set([...before].filter((one) => one !== id)))
  const flush = () => {
    const { held: going } = now.current
    if (!going) return
    hold(undefined)
    const request = { method: 'POST', body: JSON.stringify(going.body), keepalive: true }
    void send(going.path, { ...request, headers: { 'content-type': 'application/json' } })
      .then(
        () => ended.done(going),
        (error: unknown) => {
          setRefused(refusalOf(going, error))
          ended.refused(going)
        },
      )
      // It may come back: an office returns it.
      .finally(() => back(going.id))
  }
  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => {
    const away = () => leave.current()
    addEventListener('pagehide', away)
    return () => {
      removeEventListener('pagehide', away)
      away()
    }
  }, [])
  return {
    held,
    gone,
    refused,
    setRefused,
    decide: (decided: Decided) => {
      flush()
      setRefused((before) => (before?.id === decided.id ? undefined : before))
      setGone((before) => new Set([...before, decided.id]))
      hold(decided)
    },
    /** @returns the id of what is to be decided anew; undefined where nothing is held */
    undo: () => {
      const id = now.current.held?.id
      if (id === undefined) return undefined
      hold(undefined)
      back(id)
      return id
    },
  }
}

function refusalOf({ id, number }: Decided, error: unknown): Refused {
  if (!(error instanceof ProblemError)) throw error
  const { code, says, remedy, value } = error.problem
  return { id, number, code, says, remedy, by: code === 'CITY_MOVED' && value ? String(value) : undefined }
}
