import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { post } from '../../../../app/web/client/fetch.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { P } from './words.ts'

interface Guess {
  readonly class: string
  readonly because: readonly { readonly word: string; readonly seen: number; readonly of: number }[]
}

/** After so long without a key, what was typed is asked about. */
const PAUSE_MS = 600
const LEAST = 4

/** Likely classes of what is typed, with what speaks for each; or another one of the list. */
export function ClassPart({
  words,
  chosen,
  choose,
}: {
  words: string
  chosen: string
  choose: (id: string) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const asked = useQuiet(useDeferredValue(words.trim()))
  const { data: list } = useApi('/api/city/public/classes', {})
  const { data } = useQuery({
    queryKey: ['suggest-class', asked],
    enabled: asked.length >= LEAST,
    retry: false,
    placeholderData: (before?: { classes: readonly Guess[] }) => before,
    queryFn: () =>
      post<{ classes: readonly Guess[] }>('/api/city/public/suggest-class', { description: asked }),
  })
  const classes = list?.classes ?? []
  const nameOf = (id: string) => {
    const found = classes.find((each) => each.id === id)
    return found ? (language === 'zh' ? found.name : found.nameEn) : id
  }
  // One that nothing speaks for is no suggestion.
  const guesses =
    asked.length >= LEAST ? (data?.classes ?? []).filter(({ because }) => because.length > 0) : []
  const parents = classes.filter(({ id }) => classes.some(({ parent }) => parent === id))
  return (
    <section className="block">
      <h2>
        {say(P.classes)} <small className="second">{say(P.classesHelp)}</small>
      </h2>
      <div className="guesses">
        {guesses.map(({ class: id, because }) => (
          <button
            key={id}
            type="button"
            className="guess"
            aria-pressed={chosen === id}
            onClick={() => choose(chosen === id ? '' : id)}
          >
            {nameOf(id)}
            {because[0] && <small>{say(P.because(because[0].word, because[0].seen, because[0].of))}</small>}
          </button>
        ))}
        {classes.length > 0 && (
          <select
            className="select"
            aria-label={say(P.other)}
            value={guesses.some((each) => each.class === chosen) ? '' : chosen}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{say(P.other)}</option>
            {parents.map((parent) => (
              <optgroup key={parent.id} label={nameOf(parent.id)}>
                {classes
                  .filter((each) => each.parent === parent.id && !parents.includes(each))
                  .map(({ id }) => (
                    <option key={id} value={id}>
                      {nameOf(id)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </div>
    </section>
  )
}

function useQuiet(words: string): string {
  const [quiet, setQuiet] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return quiet
}
