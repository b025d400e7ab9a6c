import { useSyncExternalStore } from 'react'
import type { Text } from '../../../kernel/text.ts'
import { useSay, useWords } from '../i18n/index.ts'

/** What is said in passing once something is done, and what may be done about it at once. */
interface Toast {
  readonly says: Text
  readonly action?: { readonly says: Text; readonly run: () => unknown }
}

/** Long enough to read it and to reach the button. */
const SHOWN_MS = 12_000

let shown: Toast | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Shows it instead of what was shown before; nothing: takes that away. */
export function toast(next?: Toast): void {
  shown = next
  clearTimeout(timer)
  if (next) timer = setTimeout(() => toast(), SHOWN_MS)
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Stands once in the frame. */
export function Toasts() {
  const say = useSay()
  const words = useWords()
  const now = useSyncExternalStore(listen, () => shown)
  return (
    <div role="status" className="toasts">
      {now && (
        <p className="toast">
          <span>{say(now.says)}</span>
          {now.action && (
            <button
              type="button"
              className="button"
              onClick={() => {
                toast()
                now.action?.run()
              }}
            >
              {say(now.action.says)}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => toast()}>
            {words('closeToast')}
          </button>
        </p>
      )}
    </div>
  )
}
