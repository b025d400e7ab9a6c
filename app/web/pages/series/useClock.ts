import { useAhead } from '../../client/clock.ts'
import { useNow } from '../../client/useNow.ts'

/** The moment outside, by which devices send: a demonstration's own clock is not theirs. */
export const useClock = (): number => useNow() - useAhead()
