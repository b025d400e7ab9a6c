import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import type { Milestone } from '../types.ts'
import { W } from '../words.ts'

export function Milestones({ nodes }: { nodes: readonly Milestone[] }) {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  if (nodes.length === 0) return null
  const late = (node: Milestone) => !node.doneOn && node.plannedOn < (meta?.zone.today ?? '')
  return (
    <section className="block">
      <h2>{say(W.milestones)}</h2>
      <ol className="lines">
        {nodes.map((node) => (
          <li key={node.position}>
            <LightShape light={node.doneOn ? 'done' : late(node) ? 'red' : 'grey'} />
            <span className="grow">
              {node.name}
              <small className="second">
                {' '}
                {say(W.weight)} {Number(node.weight)}%
              </small>
            </span>
            <span className="end">
              {formatDate(node.plannedOn, language)}
              {' · '}
              {node.doneOn
                ? `${say(W.doneOn)} ${formatDate(node.doneOn, language)}`
                : say(late(node) ? W.overdue : W.notDone)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
