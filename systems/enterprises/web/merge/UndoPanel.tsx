import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient, useMeta, useRow } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { M } from './words.ts'
import '../enterprises.css'

/** On the page of a merge, or of a pair found not to be the same: taking it back, with a reason. */
export function UndoPanel({ id, kind }: { readonly id: string; readonly kind: 'merges' | 'distinctions' }) {
  const { data: meta } = useMeta()
  const row = useRow(`enterprises.${kind}`, id)
  if (meta?.actor.role !== 'officer' || row.data?.undone_on) return null
  return (
    <Panel of={row}>{() => <Undo path={`/api/enterprises/${kind}/${encodeURIComponent(id)}/undo`} />}</Panel>
  )
}

function Undo({ path }: { readonly path: string }) {
  const say = useSay()
  const [why, setWhy] = useState('')
  const undoing = useMutation({
    mutationFn: () => post(path, { why }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (
    <form
      className="merge-form"
      onSubmit={(event) => {
        event.preventDefault()
        undoing.mutate()
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
      {undoing.error && <Problem error={undoing.error} />}
      <p className="actions">
        <button type="submit" className="button" disabled={undoing.isPending}>
          {say(M.undo)}
        </button>
      </p>
    </form>
  )
}
