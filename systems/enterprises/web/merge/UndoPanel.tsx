import { post } from '../../../../app/web/client/fetch.ts'
import { useMeta, useRow } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { ReasonForm } from './ReasonForm.tsx'
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
  return <ReasonForm name={say(M.undo)} run={(why) => post(path, { why })} />
}
