import { post } from '../../../../app/web/client/fetch.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Pair } from './DuplicatesPage.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { M } from './words.ts'

/** That a pair is two enterprises, and why. */
export function ApartForm({ pair, close }: { readonly pair: Pair; readonly close: () => void }) {
  const say = useSay()
  return (
    <section className="block" aria-label={say(M.apart)}>
      <h2>{say(M.apart)}</h2>
      {[pair.a, pair.b].map(({ id, name, code }) => (
        <p key={id}>
          {name} <span className="second">{code}</span>
        </p>
      ))}
      <p className="second">{say(M.apartAbout)}</p>
      <ReasonForm
        name={say(M.apart)}
        run={(why) => post('/api/enterprises/distinctions', { a: pair.a.id, b: pair.b.id, why })}
        close={close}
      />
    </section>
  )
}
