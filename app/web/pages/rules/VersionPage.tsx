import './rules.css'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatDate } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Loading } from '../../kit/States.tsx'
import { useLeaveGuard } from '../form/useLeaveGuard.ts'
import { MoveBar } from '../versions/MoveBar.tsx'
import { CasesPanel } from './CasesPanel.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { EffectPanel } from './EffectPanel.tsx'
import {
  discardVersion,
  moveVersion,
  type RuleWhole,
  useRule,
  useVersion,
  type VersionWhole,
} from './queries.ts'
import { useWording } from './useWording.ts'
import { WordingFields } from './WordingFields.tsx'
import { W } from './words.ts'

const DmnEditor = lazy(() => import('./editor/DmnEditor.tsx'))

/** One version of a rule: its model beside what checking, its cases and its effect say of it. */
export default function VersionPage() {
  const { id = '', number = '' } = useParams()
  const rule = useRule(id)
  const version = useVersion(id, number)
  return (
    <Answer of={rule}>
      {(theRule) => (
        <Answer of={version} lines={12}>
          {(theVersion) => (
            <OneVersion
              // A version that has moved on begins the page anew.
              key={`${theVersion.number} ${theVersion.state}`}
              rule={theRule}
              version={theVersion}
            />
          )}
        </Answer>
      )}
    </Answer>
  )
}

function OneVersion({ rule, version }: { rule: RuleWhole; version: VersionWhole }) {
  const say = useSay()
  const language = useLanguage()
  const wording = useWording(rule.id, version)
  const editable = version.moves.includes('save')
  useLeaveGuard(() => wording.dirty)
  const title = `${say(rule.name)} · ${say(W.version(version.number))}`
  return (
    <>
      <PageHead
        title={title}
        about={
          <>
            <Link to={`/rules/${rule.id}`}>{say(rule.name)}</Link> · {say(W.states[version.state])} ·{' '}
            {say(W.from)} {formatDate(version.from, language)} · {version.note}
          </>
        }
      >
        <MoveBar
          version={version}
          draft={{ ...wording, sound: wording.check.sound }}
          home={`/rules/${rule.id}`}
          move={(move, given) => moveVersion(rule.id, version.number, move, given)}
          discard={() => discardVersion(rule.id, version.number)}
          words={W}
        />
      </PageHead>
      {rule.sample && <p className="rule-sample">{say(W.sampleAbout)}</p>}
      <div className="rule-work">
        <div className="stack">
          {editable && <WordingFields wording={wording} />}
          <section className="block">
            <Suspense fallback={<Loading lines={10} />}>
              <DmnEditor
                model={version.model}
                decision={rule.decision}
                marked={wording.check.problems.flatMap(({ element }) => element ?? [])}
                shown={wording.shown}
                {...(editable ? { changed: (model: string) => wording.set({ model }) } : {})}
              />
            </Suspense>
          </section>
          <EffectPanel rule={rule} version={version} wording={wording} />
        </div>
        <div className="stack rule-side">
          <CheckPanel wording={wording} />
          <CasesPanel wording={wording} editable={editable} />
        </div>
      </div>
    </>
  )
}
