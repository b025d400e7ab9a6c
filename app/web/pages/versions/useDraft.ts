import { useRef, useState } from 'react'
import { ProblemError } from '../../client/fetch.ts'
import { useChecked } from '../../kit/useChecked.ts'

export interface Draft<T, C> {
  readonly typed: T
  readonly set: (part: Partial<T>) => void
  /** Something is typed that is not saved. */
  readonly dirty: boolean
  readonly busy: boolean
  readonly checking: boolean
  readonly check: C
  readonly error: unknown
  /** The draft was saved by somebody else meanwhile. */
  readonly overtaken: boolean
  /** @returns whether it was saved */
  readonly save: () => Promise<boolean>
  /** An element to show, a new object each time. */
  readonly shown: { readonly element: string } | undefined
  readonly show: (element: string) => void
}

interface Kept<C> {
  /** The state of the row that was read or written: what is saved replaces that state only; null of what is no draft. */
  readonly seen: number | null
  readonly check: C
}

/** A version as it stands on the page: what was typed or drawn, what a check says of it, and how it is saved. */
export function useDraft<T extends object, C>(
  first: T,
  version: Kept<C>,
  ways: {
    readonly check: (typed: T) => Promise<C>
    readonly save: (typed: T, seen: number | null) => Promise<Kept<C>>
  },
): Draft<T, C> {
  const [typed, setTyped] = useState(first)
  const [saved, setSaved] = useState(typed)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [shown, setShown] = useState<{ element: string }>()
  const seen = useRef(version.seen)
  const { says = version.check, checking, error, know } = useChecked(typed, version.check, ways.check)
  const shownError = failure ?? error

  const save = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const kept = await ways.save(typed, seen.current)
      seen.current = kept.seen
      know(typed, kept.check)
      setSaved(typed)
      return true
    } catch (refused) {
      setFailure(refused)
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    typed,
    set: (part) => setTyped((before) => ({ ...before, ...part })),
    dirty: typed !== saved,
    busy,
    checking,
    check: says,
    error: shownError,
    overtaken: shownError instanceof ProblemError && shownError.problem.code === 'RECORD_CHANGED',
    save,
    shown,
    show: (element) => setShown({ element }),
  }
}
