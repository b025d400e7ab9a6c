import { useEffect, useEffectEvent, useState } from 'react'

/** How long nothing must be typed before it is checked, in milliseconds. */
const PAUSE = 350

/**
 * What a check says of something as it is typed. A value is asked about once, after a pause in the typing;
 * only what is said of the value that stands there counts, whenever the answers come.
 *
 * @param typed a new object for each change
 * @param known what is already known of the first value; without it that value is asked about as well
 */
export function useChecked<T extends object, C>(
  typed: T,
  known: C | undefined,
  check: (typed: T) => Promise<C>,
) {
  const [said, setSaid] = useState<{ of: T | undefined; says: C | undefined; error?: unknown }>({
    of: known === undefined ? undefined : typed,
    says: known,
  })
  const ask = useEffectEvent(check)
  useEffect(() => {
    if (said.of === typed) return
    let counts = true
    const timer = setTimeout(async () => {
      const [answer] = await Promise.allSettled([ask(typed)])
      if (!counts) return
      // What was said before stays on the page beside an error.
      if (answer.status === 'fulfilled') setSaid({ of: typed, says: answer.value })
      else setSaid(({ says }) => ({ of: typed, says, error: answer.reason }))
    }, PAUSE)
    return () => {
      counts = false
      clearTimeout(timer)
    }
  }, [typed, said.of])
  return {
    says: said.says,
    error: said.error,
    checking: said.of !== typed,
    /** Something else, such as the saving, has said what there is to say of a value. */
    know: (of: T, says: C) => setSaid({ of, says }),
  }
}
