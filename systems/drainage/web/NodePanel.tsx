import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Panel } from '../../../app/web/kit/Panel.tsx'
import { LongSection } from './LongSection.tsx'
import { W } from './words.ts'

/** On the page of a node: the way to the map, and the long section of the way through it. */
export default function NodePanel({ id }: { readonly id: string }) {
  const say = useSay()
  const section = useApi('/api/drainage/section', { query: { node: id } })
  return (
    <Panel of={section}>
      {(drawn) => (
        <>
          <p>
            <Link to={`/drainage?node=${encodeURIComponent(id)}`}>{say(W.onMap)}</Link>
          </p>
          {drawn.nodes.length > 1 ? <LongSection section={drawn} chosen={id} /> : null}
        </>
      )}
    </Panel>
  )
}
