import { useState } from 'react'
import { type DeskCase, type Option, officesFor } from './queries.ts'

/** What is chosen, by class or office, from the list or by searching. */
export type Chosen = { readonly class: string } | { readonly office: string }

/** The class and the office that are chosen for a report: the likeliest, until somebody says otherwise. */
export function useChoice(found: DeskCase | undefined) {
  const [chosen, setChosen] = useState<{
    readonly of?: string | undefined
    readonly class?: string
    readonly office?: string
    readonly more?: Option
  }>({})
  const mine = chosen.of === found?.id ? chosen : {}
  const options = [...(found?.options ?? []), ...(mine.more ? [mine.more] : [])]
  const option = options.find((one) => one.class === mine.class) ?? options[0]
  const set = (next: Omit<typeof chosen, 'of'>) => setChosen({ ...mine, ...next, of: found?.id })
  const choose = (next: Chosen) => {
    if ('office' in next) return set({ office: next.office })
    const { office: _, ...kept } = mine
    setChosen({ ...kept, class: next.class, of: found?.id })
    if (!found || options.some((one) => one.class === next.class)) return
    void officesFor(next.class, found).then((offices) =>
      setChosen((before) =>
        before.of === found.id && before.class === next.class
          ? { ...before, more: { class: next.class, offices } }
          : before,
      ),
    )
  }
  const named = mine.class ?? option?.class
  const known = option?.class === named
  const offices = known ? (option?.offices ?? []) : []
  return {
    class: named,
    office: mine.office ?? offices[0]?.office,
    options,
    offices,
    choose,
    /** 1 to 9 through the classes and on through the offices. */
    pick: (n: number) => {
      const [one, to] = [options[n - 1], offices[n - 1 - options.length]]
      if (one) choose({ class: one.class })
      else if (to) choose({ office: to.office })
    },
  }
}
export type Choice = ReturnType<typeof useChoice>
