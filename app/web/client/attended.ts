/** How long a screen that nobody touches counts as attended. */
const MINUTE_MS = 60_000

let touched = Date.now()
for (const event of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'])
  addEventListener(
    event,
    () => {
      touched = Date.now()
    },
    { passive: true, capture: true },
  )

/** False for what a screen asks by itself while nobody sits there: such requests keep no session alive. */
export const isAttended = (): boolean => Date.now() - touched < MINUTE_MS
