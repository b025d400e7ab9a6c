import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../../client/fetch.ts'
import { refreshFlow } from '../queries.ts'
import { checkDrawn, type DiagramProblem, type Drawn, saveVersion, type VersionWhole } from './queries.ts'

/** How long nothing must change before a version is checked, in milliseconds. */
const PAUSE = 350

export interface Drawing extends Drawn {
  readonly dirty: boolean
  readonly busy: boolean
  readonly checking: boolean
  readonly problems: readonly DiagramProblem[]
  readonly error: unknown
  /** The draft was saved by somebody else meanwhile. */
  readonly overtaken: boolean
  /** An element to show, a new object each time. */
  readonly shown: { readonly element: string } | undefined
  readonly show: (element: string) => void
  readonly set: (part: Partial<Drawn>) => void
  readonly save: () => Promise<void>
}

/** A version as it stands on the page: what was drawn, what a check says of it, and how it is saved. */
export function useDrawing(id: string, version: VersionWhole): Drawing {
  const [drawn, setDrawn] = useState<Drawn>({ diagram: version.diagram, forms: version.forms })
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [checking, setChecking] = useState(false)
  const [problems, setProblems] = useState(version.problems)
  const [error, setError] = useState<unknown>()
  const [shown, setShown] = useState<{ element: string }>()
  const asked = useRef(0)
  const seen = useRef(version.seen)

  useEffect(() => {
    if (!dirty) return
    const mine = ++asked.current
    setChecking(true)
    const timer = setTimeout(async () => {
      const found = await checkDrawn(id, drawn).catch((failure: unknown) => {
        setError(failure)
        return undefined
      })
      // Only the last question's answer counts.
      if (mine !== asked.current) return
      setChecking(false)
      if (found) setProblems([...found])
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [id, dirty, drawn])

  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const saved = await saveVersion(id, version.number, { ...drawn, seen: seen.current })
      // A check still under way asks about what is no longer there.
      asked.current++
      seen.current = saved.seen
      setChecking(false)
      setProblems(saved.problems)
      setDirty(false)
      await refreshFlow()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return {
    ...drawn,
    dirty,
    busy,
    checking,
    problems,
    error,
    overtaken: error instanceof ProblemError && error.problem.code === 'RECORD_CHANGED',
    shown,
    show: (element) => setShown({ element }),
    set: (part) => {
      setDrawn((before) => ({ ...before, ...part }))
      setDirty(true)
    },
    save,
  }
}
