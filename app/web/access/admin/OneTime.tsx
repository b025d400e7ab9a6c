import { useEffect, useRef } from 'react'
import { useSay } from '../../i18n/index.ts'
import { CopyButton } from '../CopyButton.tsx'
import { A } from '../words.ts'

/** A one-time password, shown this once. */
export function OneTime({ password, close }: { password: string; close: () => void }) {
  const say = useSay()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  return (
    <dialog ref={box} className="dialog" aria-label={say(A.oneTime)} onClose={close}>
      <h2>{say(A.oneTime)}</h2>
      <p className="once">{password}</p>
      <p className="second">{say(A.oneTimeAbout)}</p>
      <div className="dialog-foot">
        <CopyButton value={password} />
        <button type="button" className="button primary" onClick={close}>
          {say(A.close)}
        </button>
      </div>
    </dialog>
  )
}
