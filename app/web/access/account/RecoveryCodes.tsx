import { useSay } from '../../i18n/index.ts'
import { CopyButton } from '../CopyButton.tsx'
import { A } from '../words.ts'

/** Shown this once. */
export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const say = useSay()
  return (
    <section className="block">
      <h2>{say(A.recoveryCodes)}</h2>
      <p>{say(A.recoveryAbout)}</p>
      <ol className="codes secret">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <CopyButton value={codes.join('\n')} />
        <button type="button" className="button" onClick={() => print()}>
          {say(A.print)}
        </button>
        <button type="button" className="button primary" onClick={done}>
          {say(A.kept)}
        </button>
      </div>
    </section>
  )
}
