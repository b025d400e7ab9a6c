import { useEffect, useState } from 'react'

/** Which rows of a list are chosen: some by id, or all that the filters leave. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly toggle: (id: string) => void
  readonly add: (ids: readonly string[]) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** @param listing what the list shows; another listing begins with nothing chosen */
export function useSelection(listing: string): Selection {
  const [ids, setIds] = useState(NONE)
  const [all, setAll] = useState(false)
  const clear = () => {
    setIds(NONE)
    setAll(false)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: cleared when the listing is another
  useEffect(clear, [listing])
  return {
    ids,
    all,
    clear,
    chooseAll: () => setAll(true),
    add: (more) => setIds((before) => new Set([...before, ...more])),
    toggle: (id) =>
      setIds((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
  }
}
