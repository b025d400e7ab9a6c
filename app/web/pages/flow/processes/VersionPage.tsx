import './processes.css'
import { lazy, Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useSay } from '../../../i18n/index.ts'
import { PageHead } from '../../../kit/PageHead.tsx'
import { Answer, Loading } from '../../../kit/States.tsx'
import { useLeaveGuard } from '../../form/useLeaveGuard.ts'
import { MoveBar } from '../../versions/MoveBar.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { FormsPart } from './FormsPart.tsx'
import {
  discardVersion,
  moveVersion,
  type Process,
  useProcess,
  useVersion,
  type VersionWhole,
} from './queries.ts'
import { useDrawing } from './useDrawing.ts'
import { useWide } from './useWide.ts'
import { W } from './words.ts'

const DiagramView = lazy(() => import('./DiagramView.tsx'))
const DiagramEditor = lazy(() => import('./editor/DiagramEditor.tsx'))

/** One version of a process: its diagram and its forms, beside what a check says of them. */
export default function VersionPage() {
  const { id = '', number = '' } = useParams()
  const process = useProcess(id)
  const version = useVersion(id, Number(number))
  return (
    <Answer of={process}>
      {(theProcess) => (
        <Answer of={version} lines={12}>
          {(theVersion) => (
            <OneVersion
              // A version that has moved on begins the page anew.
              key={`${theVersion.number} ${theVersion.state}`}
              process={theProcess}
              version={theVersion}
            />
          )}
        </Answer>
      )}
    </Answer>
  )
}

const PARTS = ['diagram', 'forms'] as const

function OneVersion({ process, version }: { process: Process; version: VersionWhole }) {
  const say = useSay()
  const wide = useWide()
  const drawing = useDrawing(process.id, version)
  const [params, setParams] = useSearchParams()
  const part = params.get('part') === 'forms' ? 'forms' : 'diagram'
  const setPart = (next: (typeof PARTS)[number]) =>
    setParams(next === 'forms' ? { part: next } : {}, { replace: true, preventScrollReset: true })
  const draft = version.moves.includes('save')
  const editable = draft && wide
  useLeaveGuard(() => drawing.dirty)
  const show = (element: string) => {
    setPart('diagram')
    drawing.show(element)
  }
  return (
    <>
      <PageHead
        title={`${say(process.name)} · ${say(W.version(version.number))}`}
        about={
          <>
            <Link to={`/processes/${process.id}`}>{say(process.name)}</Link> · {say(W.states[version.state])}{' '}
            · {version.note}
          </>
        }
      >
        <MoveBar
          version={version}
          draft={{ ...drawing, sound: drawing.problems.length === 0 }}
          home={`/processes/${process.id}`}
          move={(move, given) => moveVersion(process.id, version.number, move, given)}
          discard={() => discardVersion(process.id, version.number)}
          words={W}
        />
      </PageHead>
      {draft && !wide && <p className="process-note">{say(W.phone)}</p>}
      <div className="stack">
        <CheckPanel drawing={{ ...drawing, show }} />
        <section className="block">
          <div className="process-tabs" role="tablist" aria-label={say(W.parts)}>
            {PARTS.map((each) => (
              <button
                key={each}
                type="button"
                role="tab"
                aria-selected={part === each}
                onClick={() => setPart(each)}
              >
                {say(W[each])}
              </button>
            ))}
          </div>
          <Suspense fallback={<Loading lines={10} />}>
            {part === 'forms' ? (
              <FormsPart drawing={drawing} editable={editable} />
            ) : editable ? (
              <DiagramEditor process={process} drawing={drawing} />
            ) : (
              <DiagramView diagram={version.diagram} problems={drawing.problems} shown={drawing.shown} />
            )}
          </Suspense>
        </section>
      </div>
    </>
  )
}
