import { Link } from 'react-router'
import { useApi, useMeta } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { Panel } from '../../../app/web/kit/Panel.tsx'
import { Answer, Problem } from '../../../app/web/kit/States.tsx'
import { useMaintenance } from './diagnosis/Diagnoses.tsx'
import { W as D } from './diagnosis/words.ts'
import { LongSection } from './LongSection.tsx'
import { Todo, Value } from './Priority.tsx'
import type { AssessedPipe, Assessment } from './types.ts'
import { W } from './words.ts'

/** On the page of a pipe: how bad its defects are, where they lie, and the long section of the way through it. */
export default function PipePanel({ id }: { readonly id: string }) {
  const say = useSay()
  const pipe = useApi('/api/drainage/links/{id}/assessment', { path: { id } })
  const section = useApi('/api/drainage/section', { query: { link: id } })
  return (
    <Panel of={pipe}>
      {(known) => (
        <>
          <Known pipe={known} />
          {known.defects.length > 0 && <Mend link={id} />}
          <p>
            <Link to={`/drainage?link=${encodeURIComponent(id)}`}>{say(W.onMap)}</Link>
          </p>
          <Answer of={section} lines={5}>
            {(drawn) => (drawn.nodes.length > 1 ? <LongSection section={drawn} chosen={id} /> : null)}
          </Answer>
        </>
      )}
    </Panel>
  )
}

/** The way from the defects of a pipe to their maintenance. */
function Mend({ link }: { readonly link: string }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const begin = useMaintenance()
  if (meta?.actor.role !== 'officer') return null
  return (
    <>
      <p className="toolbar">
        <button
          type="button"
          className="button"
          disabled={begin.isPending}
          onClick={() => begin.mutate({ link })}
        >
          {say(D.begin)}
        </button>
      </p>
      {begin.error && <Problem error={begin.error} />}
    </>
  )
}

function Known({ pipe: { defects, structural, functional } }: { readonly pipe: AssessedPipe }) {
  const say = useSay()
  const language = useLanguage()
  if (defects.length === 0) return <p className="second">{say(W.noDefects)}</p>
  return (
    <>
      <dl className="facts">
        <Group of={structural} parameter="F" index="RI" />
        <Group of={functional} parameter="G" index="MI" />
      </dl>
      <p className="chart-source">{say(W.assessedBy)}</p>
      <ul className="lines">
        {defects.map(({ id, code, name, nameEn, level, distance, score }) => (
          <li key={id}>
            <span className="grow">
              <Link to={`/records/drainage/defects/${encodeURIComponent(id)}`}>
                {code} {language === 'en' ? nameEn : name}
              </Link>{' '}
              {say(W.levelOf)} {level}
            </span>
            <span className="end">
              {distance} {say(W.metres)} · {score === null ? say(W.no_score) : score}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface GroupProps {
  readonly of: Assessment
  readonly parameter: 'F' | 'G'
  readonly index: 'RI' | 'MI'
}

/** Parameter and index of one group of defects, each with what it comes from. */
function Group({ of, parameter, index }: GroupProps) {
  const say = useSay()
  return (
    <>
      <div className="facts-row">
        <dt>
          {parameter} {say(W[`name_${parameter}`])}
        </dt>
        <dd>
          <Value of={of} part="parameter" />
          {of && (
            <span className="second">
              {' '}
              S = {of.mean?.toFixed(2) ?? '—'} · Smax = {of.max.toFixed(2)} · {say(W.density)}{' '}
              {of.density?.toFixed(3) ?? '—'}
            </span>
          )}
        </dd>
      </div>
      <div className="facts-row">
        <dt>
          {index} {say(W[`name_${index}`])}
        </dt>
        <dd>
          <Value of={of} part="index" />
          {of && (
            <>
              {' '}
              <Todo of={of} />{' '}
              <span className="second">
                {index} ={' '}
                {of.terms
                  .map(({ of: name, weight, points }) => `${weight} × ${points} (${name})`)
                  .join(' + ')}
              </span>
            </>
          )}
        </dd>
      </div>
    </>
  )
}
