import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../client/fetch.ts'
import { type Check, checkModel, refreshRules, saveVersion, type VersionWhole } from './queries.ts'

/** How long nothing must be typed before a model is checked. */
const PAUSE = 350

export interface Wording {
  readonly model: string
  readonly cases: string
  readonly note: string
  readonly from: string
  readonly to: string
  readonly dirty: boolean
  readonly busy: boolean
  readonly checking: boolean
  readonly check: Check
  readonly error: unknown
  /** The draft was saved by somebody else meanwhile. */
  readonly overtaken: boolean
  readonly shown: { readonly element: string } | undefined
  readonly show: (element: string) => void
  readonly set: (part: Partial<Record<'cases' | 'note' | 'from' | 'to', string>>) => void
  readonly setModel: (model: string) => void
  /** @returns whether it was saved */
  readonly save: () => Promise<boolean>
}

/** A version as it stands on the page: what was typed, what a check says of it, and how it is saved. */
export function useWording(id: string, version: VersionWhole): Wording {
  const { model, cases, note, from, to } = version
  const [typed, setTyped] = useState({ model, cases, note, from, to: to ?? '' })
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [checking, setChecking] = useState(false)
  const [check, setCheck] = useState(version.check)
  const [error, setError] = useState<unknown>()
  const [shown, setShown] = useState<{ element: string }>()
  const asked = useRef(0)
  const seen = useRef(version.seen)

  useEffect(() => {
    if (!dirty) return
    const mine = ++asked.current
    const timer = setTimeout(async () => {
      setChecking(true)
      const found = await checkModel(id, typed).catch((failure: unknown) => {
        setError(failure)
        return undefined
      })
      // Only the last question's answer counts.
      if (mine !== asked.current) return
      setChecking(false)
      if (found) setCheck(found)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [id, dirty, typed])

  const change = (part: Partial<typeof typed>) => {
    setTyped((before) => ({ ...before, ...part }))
    setDirty(true)
  }

  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { ...typed, to: typed.to || null, seen: seen.current }
      const saved = await saveVersion(id, version.number, body)
      seen.current = saved.seen
      setCheck(saved.check)
      setDirty(false)
      await refreshRules()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    ...typed,
    dirty,
    busy,
    checking,
    check,
    error,
    overtaken: error instanceof ProblemError && error.problem.code === 'RECORD_CHANGED',
    shown,
    show: (element) => setShown({ element }),
    set: change,
    setModel: (next) => change({ model: next }),
    save,
  }
}
