export interface Pace {
  readonly ask: () => void
  readonly end: () => void
}

/**
 * Does something at once, and at most once in so long: what is asked for meanwhile is done once when the time is over.
 * @param later stands in for the timers of the browser
 */
export function paced(
  apart: number,
  does: () => void,
  later: (work: () => void, ms: number) => () => void = timer,
): Pace {
  let cancel: (() => void) | undefined
  let wanted = false
  const rest = () => {
    cancel = later(() => {
      cancel = undefined
      if (wanted) go()
    }, apart)
  }
  const go = () => {
    wanted = false
    does()
    rest()
  }
  return {
    ask: () => {
      if (cancel) wanted = true
      else go()
    },
    end: () => {
      cancel?.()
      cancel = undefined
      wanted = false
    },
  }
}

const timer = (work: () => void, ms: number): (() => void) => {
  const set = setTimeout(work, ms)
  return () => clearTimeout(set)
}
