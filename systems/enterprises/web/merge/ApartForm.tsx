import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { Pair } from './DuplicatesPage.tsx'
import { M } from './words.ts'

/** That a pair is two enterprises, and why. */
export function ApartForm({ pair, close }: { readonly pair: Pair; readonly close: () => void }) {
  const say = useSay()
  const [why, setWhy] = useState('')
  const saying = useMutation({
    mutationFn: () => post('/api/enterprises/distinctions', { a: pair.a.id, b: pair.b.id, why }),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      close()
    },
  })
  return (
    <section className="block" aria-label={say(M.apart)}>
      <h2>{say(M.apart)}</h2>
      {[pair.a, pair.b].map(({ id, name, code }) => (
        <p key={id}>
          {name} <span className="second">{code}</span>
        </p>
      ))}
      <p className="second">{say(M.apartAbout)}</p>
      <form
        className="merge-form"
        onSubmit={(event) => {
          event.preventDefault()
          saying.mutate()
        }}
      >
        <label className="door-field">
          <span>{say(M.reason)}</span>
          <input
            className="input"
            required
            maxLength={200}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
        </label>
        {saying.error && <Problem error={saying.error} />}
        <p className="actions">
          <button type="submit" className="button primary" disabled={saying.isPending}>
            {say(M.apart)}
          </button>
          <button type="button" className="button" onClick={close}>
            {say(M.cancel)}
          </button>
        </p>
      </form>
    </section>
  )
}
