import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useChosen } from '../useChosen.ts'
import { Changes } from './Changes.tsx'
import { Comparison } from './Comparison.tsx'
import { DifferenceMap } from './DifferenceMap.tsx'
import { Progress } from './Progress.tsx'
import type { Scenario } from './scenario.ts'
import { type Model, useScenario } from './useScenario.ts'
import { S } from './words.ts'
import '../drainage.css'
import '../twin/twin.css'

type Start = 'twin' | 'empty'
const YEARS = [2, 3, 5, 10, 20, 50, 100]

/** 情景推演: the register as it is beside the register as it might be, both run in this browser. */
export default function ScenarioPage() {
  const say = useSay()
  const [start, setStart] = useState<Start>('twin')
  const model = useApi('/api/drainage/scenario/model', { query: { state: start } })
  return (
    <>
      <PageHead title={say(S.title)} about={say(S.about)}>
        <Link className="button" to="/drainage/twin">
          {say(S.back)}
        </Link>
      </PageHead>
      <Answer of={model} lines={10}>
        {(known) => <Bench model={known} start={start} setStart={setStart} />}
      </Answer>
    </>
  )
}

interface Props {
  readonly model: Model
  readonly start: Start
  readonly setStart: (start: Start) => void
}

const AS_IS: Scenario = { years: undefined, shut: [], sizes: [] }

function Bench({ model, start, setStart }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { chosen, choose } = useChosen()
  const [baseYears, setBaseYears] = useState<number | undefined>()
  const [scenario, setScenario] = useState(AS_IS)
  const { running, run, cancel } = useScenario()
  const link = chosen && 'link' in chosen ? chosen.link : undefined
  const busy = running.at === 'running'
  return (
    <div className="stack">
      <section className="block scenario-setup">
        <div className="toolbar">
          <label>
            {say(S.begin)}{' '}
            <select
              className="select"
              value={start}
              disabled={busy}
              onChange={({ target }) => setStart(target.value as Start)}
            >
              <option value="twin">{say(S.twin)}</option>
              <option value="empty">{say(S.empty)}</option>
            </select>
          </label>
          <Rain name={say(S.baseRain)} years={baseYears} busy={busy} set={setBaseYears} />
          <Rain
            name={say(S.scenarioRain)}
            years={scenario.years}
            busy={busy}
            set={(years) => setScenario({ ...scenario, years })}
          />
        </div>
        <p className="second">
          {formatInstant(model.at, language)} ·{' '}
          {start === 'twin' && model.state === null ? say(S.noState) : ''} {say(S.stormHelp)}
        </p>
      </section>
      <div className="grid twin-main">
        <DifferenceMap
          model={model}
          result={running.at === 'done' ? running : undefined}
          chosen={chosen}
          choose={choose}
        />
        <Changes
          model={model}
          link={link}
          scenario={scenario}
          busy={busy}
          set={setScenario}
          run={() => void run(model, { ...AS_IS, years: baseYears }, scenario)}
          cancel={cancel}
        >
          <Progress running={running} />
        </Changes>
      </div>
      {running.at === 'done' && <Comparison model={model} result={running} choose={choose} />}
    </div>
  )
}

interface RainProps {
  readonly name: string
  readonly years: number | undefined
  readonly busy: boolean
  readonly set: (years: number | undefined) => void
}

function Rain({ name, years, busy, set }: RainProps) {
  const say = useSay()
  return (
    <label>
      {name}{' '}
      <select
        className="select"
        value={years ?? ''}
        disabled={busy}
        onChange={({ target }) => set(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">{say(S.forecast)}</option>
        {YEARS.map((each) => (
          <option key={each} value={each}>
            {each}
            {say(S.storm)}
          </option>
        ))}
      </select>
    </label>
  )
}
