import { useState } from 'react'
import { useSay } from '../i18n/index.ts'
import { A } from './words.ts'

/** Browsers copy for pages over https and of this machine only: elsewhere there is nothing to press. */
export function CopyButton({ value }: { value: string }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  if (!globalThis.isSecureContext) return null
  return (
    <button
      type="button"
      className="button"
      onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
    >
      {say(isCopied ? A.copied : A.copy)}
    </button>
  )
}
